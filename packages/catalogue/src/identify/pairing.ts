import { blockLength } from "./block.js";
import type { Chain } from "./chain.js";

/** Words `[from, to)` of a text beside words `[knownFrom, knownTo)` of a known one: a run where they are the same, a gap where they are not. */
export interface Pairing {
  readonly from: number;
  readonly to: number;
  readonly knownFrom: number;
  readonly knownTo: number;
}

type Growing = { -readonly [K in keyof Pairing]: Pairing[K] };

export interface Alignment {
  readonly runs: readonly Pairing[];
  readonly gaps: readonly Pairing[];
}

/** Runs of a chain: its blocks, joined where they follow on, none going back over another. */
export function runsOfChain(chain: Chain): Pairing[] {
  const runs: Growing[] = [];
  for (let i = 0; i < chain.here.length; i++) {
    const [here, there] = [chain.here[i]!, chain.there[i]!];
    const last = runs.at(-1);
    if (last !== undefined && here - last.from === there - last.knownFrom && there <= last.knownTo) {
      last.knownTo = Math.max(last.knownTo, there + blockLength);
      last.to = last.from + last.knownTo - last.knownFrom;
    } else if (last === undefined || (here >= last.to && there >= last.knownTo)) runs.push(pairing(here, there, blockLength));
  }
  return runs;
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
