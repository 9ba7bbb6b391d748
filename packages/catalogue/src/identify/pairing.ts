/** Words `[from, to)` of a text beside words `[knownFrom, knownTo)` of a known one: a run where they are the same, a gap where they are not. */
export interface Pairing {
  readonly from: number;
  readonly to: number;
  readonly knownFrom: number;
  readonly knownTo: number;
}

export type Growing = { -readonly [K in keyof Pairing]: Pairing[K] };

export interface Alignment {
  readonly runs: readonly Pairing[];
  readonly gaps: readonly Pairing[];
}

export const pairing = (from: number, knownFrom: number, length: number): Growing => ({ from, to: from + length, knownFrom, knownTo: knownFrom + length });

export function joined(runs: readonly Pairing[]): Pairing[] {
  const result: Growing[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last !== undefined && last.to === run.from && last.knownTo === run.knownFrom) [last.to, last.knownTo] = [run.to, run.knownTo];
    else result.push({ ...run });
  }
  return result;
}

export const gapsBetween = (runs: readonly Pairing[]): Pairing[] =>
  runs.slice(1).map((run, i) => ({ from: runs[i]!.to, to: run.from, knownFrom: runs[i]!.knownTo, knownTo: run.knownFrom })).filter((gap) => gap.to > gap.from || gap.knownTo > gap.knownFrom);
