/** What a run took, and what came of it. */
export interface Measured<T> {
  readonly median: number;
  readonly least: number;
  readonly result: T;
}

const milliseconds = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1e6;
const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)]!;

/** Runs once to warm up, then `times` times, one after the other. */
export async function measured<T>(times: number, run: () => T | Promise<T>): Promise<Measured<T>> {
  let result = await run();
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const started = process.hrtime.bigint();
    result = await run();
    took.push(milliseconds(started));
  }
  const sorted = took.toSorted((a, b) => a - b);
  return { median: middle(sorted), least: sorted[0]!, result };
}

/** Runs once, cold. */
export async function once<T>(run: () => T | Promise<T>): Promise<Measured<T>> {
  const started = process.hrtime.bigint();
  const result = await run();
  const took = milliseconds(started);
  return { median: took, least: took, result };
}

export const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
export const count = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ",");
export const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);

/** Prints a table: a title, a line of heads, then the rows, each column as wide as its widest cell. */
export function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string => cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ");
  console.log(`\n${title}\n${line(heads)}\n${widths.map((w) => "-".repeat(w)).join("  ")}`);
  for (const row of rows) console.log(line(row));
}
