/** What runs took, in milliseconds, and what came of them. */
export interface Measured<T> {
  readonly median: number;
  readonly least: number;
  readonly result: T;
}

/** What single calls took, in microseconds. */
export interface Latency {
  readonly median: number;
  /** The question that takes longest but for one of a hundred, each by the median of its rounds: what the evaluator itself needs. */
  readonly p99: number;
  /** The call that takes longest but for one of a hundred: with collecting garbage, and with what else the machine does. */
  readonly p99OfCalls: number;
}

const milliseconds = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1e6;
const at = (sorted: ArrayLike<number>, share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;

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
  return { median: at(sorted, 0.5), least: sorted[0]!, result };
}

/** Runs once, cold. */
export async function once<T>(run: () => T | Promise<T>): Promise<Measured<T>> {
  const started = process.hrtime.bigint();
  const result = await run();
  const took = milliseconds(started);
  return { median: took, least: took, result };
}

/** Asks each question by itself, `rounds` times over after one to warm up. The clock is read around every call, and what it costs is in the numbers. */
export function latencyOf<Q>(questions: readonly Q[], rounds: number, ask: (question: Q) => unknown): Latency {
  for (const question of questions) ask(question);
  const took = questions.map(() => new Float64Array(rounds));
  for (let round = 0; round < rounds; round++) {
    for (const [i, question] of questions.entries()) {
      const started = performance.now();
      ask(question);
      took[i]![round] = (performance.now() - started) * 1000;
    }
  }
  const ofQuestions = took.map((each) => at(each.toSorted(), 0.5)).toSorted((a, b) => a - b);
  const ofCalls = took.flatMap((each) => [...each]).toSorted((a, b) => a - b);
  return { median: at(ofQuestions, 0.5), p99: at(ofQuestions, 0.99), p99OfCalls: at(ofCalls, 0.99) };
}

export const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
export const count = (value: number): string => String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ",");
export const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
export const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(2)} %`;
export const times = (theirs: number, ours: number): string => `${theirs / ours >= 10 ? count(theirs / ours) : (theirs / ours).toFixed(1)} x`;

/** Prints a table: a title, a line of heads, then the rows, each column as wide as its widest cell. */
export function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string => cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ");
  console.log(`\n${title}\n${line(heads)}\n${widths.map((w) => "-".repeat(w)).join("  ")}`);
  for (const row of rows) console.log(line(row));
}
