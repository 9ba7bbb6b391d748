/** Many rows of features in one place: row `i` has the entries from `starts[i]` to `starts[i + 1]`. */
export interface RowTable {
  readonly starts: Uint32Array;
  readonly features: Uint32Array;
  readonly values: Float32Array;
}

export function tableOf(rows: Iterable<{ readonly features: readonly number[]; readonly values: readonly number[] }>): RowTable {
  const starts = [0];
  let features = new Uint32Array(1 << 20);
  let values = new Float32Array(1 << 20);
  let count = 0;
  for (const row of rows) {
    while (count + row.features.length > features.length) {
      const wider = new Uint32Array(features.length * 2);
      wider.set(features);
      features = wider;
      const widerValues = new Float32Array(values.length * 2);
      widerValues.set(values);
      values = widerValues;
    }
    features.set(row.features, count);
    values.set(row.values, count);
    count += row.features.length;
    starts.push(count);
  }
  return { starts: Uint32Array.from(starts), features: features.slice(0, count), values: values.slice(0, count) };
}
