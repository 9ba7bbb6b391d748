import type { Row } from "../../packages/agreements/src/reading/classify/feature.js";

/** Many rows of features in one place: row `i` has the entries from `starts[i]` to `starts[i + 1]`. */
export interface RowTable {
  readonly starts: Uint32Array;
  readonly features: Uint32Array;
  readonly values: Float32Array;
  /** Of each row, where its groups of features end, counted from its first. */
  readonly ends: readonly (readonly number[])[];
}

export function tableOf(rows: Iterable<Row>): RowTable {
  const starts = [0];
  const ends: (readonly number[])[] = [];
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
    ends.push(row.ends);
  }
  return { starts: Uint32Array.from(starts), features: features.slice(0, count), values: values.slice(0, count), ends };
}
