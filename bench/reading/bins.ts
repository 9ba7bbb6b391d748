/** Of a column no more steps are told apart. */
const most = 250;
/** Steps are looked for in every so manieth row. */
const stride = 7;

/** Columns of numbers as steps, each up to a bound of five digits: a tree asks for nothing finer. */
export class Bins {
  readonly bounds: readonly (readonly number[])[];
  /** Row by row, the step of each column. */
  readonly steps: Uint8Array;
  readonly rows: number;

  constructor(seen: Float32Array, readonly columns: number) {
    this.rows = seen.length / columns;
    this.bounds = Array.from({ length: columns }, (_, column) => boundsOf(seen, columns, column));
    this.steps = new Uint8Array(seen.length);
    this.bounds.forEach((bounds, column) => {
      for (let at = column; at < seen.length; at += columns) this.steps[at] = stepOf(bounds, seen[at] as number);
    });
  }
}

function boundsOf(seen: Float32Array, columns: number, column: number): number[] {
  const values = Float32Array.from({ length: Math.ceil(seen.length / columns / stride) }, (_, row) => seen[row * stride * columns + column] as number).toSorted();
  const bounds = new Set<number>();
  for (let step = 0; step < most; step += 1) bounds.add(Number((values[Math.floor((step * values.length) / most)] ?? 0).toPrecision(5)));
  return [...bounds].toSorted((one, two) => one - two);
}

/** How many bounds are lower than a value. */
function stepOf(bounds: readonly number[], value: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
