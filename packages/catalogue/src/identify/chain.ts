import { blockLength } from "./block.js";
import { type Growing, type Pairing, pairing } from "./pairing.js";
import type { Sightings } from "./sightings.js";

/** Blocks of one known text that follow each other in a text as they do there. */
export interface Chain {
  readonly text: number;
  readonly blocks: number;
  /** Words of the text being read, from the first block to the last. */
  readonly from: number;
  readonly to: number;
  /** The blocks, joined where they follow on, none going back over another. */
  readonly runs: readonly Pairing[];
}

/** How many sightings back the one before is looked for: chance ones stand between. */
const lookBack = 24;
/** A block is worth its words; words that stand between two blocks here and not there, or there and not here, cost this much each. */
const skewCost = 0.06;
/** Two blocks further apart than this do not belong to one copy. */
const slack = 2500;

/** One chain is made at a time, so that all share these; what more need is given back. */
let scratch = { score: new Float64Array(4096), before: new Int32Array(4096), order: new Int32Array(4096) };
const kept = 65_536;

function scratchOf(count: number): typeof scratch {
  if (count <= scratch.score.length) return scratch;
  const wider = { score: new Float64Array(count * 2), before: new Int32Array(count * 2), order: new Int32Array(count * 2) };
  if (count * 2 <= kept) scratch = wider;
  return wider;
}

/** The best chain of sightings, each following the order of both texts; null where it covers too little. */
export function chainOf({ text, here, there, base, count }: Sightings, least: number): Chain | null {
  const { score, before, order } = scratchOf(count);
  let best = -1;
  for (let i = 0; i < count; i++) {
    // The block right before this one is here too: nothing does better.
    const step = i === 0 ? 0 : here[base + i]! - here[base + i - 1]!;
    if (step > 0 && step <= blockLength && step === there[base + i]! - there[base + i - 1]!) {
      score[i] = score[i - 1]! + step;
      before[i] = i - 1;
      if (score[i]! > score[best]!) best = i;
      continue;
    }
    score[i] = blockLength;
    before[i] = -1;
    for (let j = i - 1; j >= 0 && j >= i - lookBack; j--) {
      const [onHere, onThere] = [here[base + i]! - here[base + j]!, there[base + i]! - there[base + j]!];
      if (onHere <= 0 || onThere <= 0) continue;
      const skew = Math.abs(onHere - onThere);
      if (skew > slack) continue;
      const reached = score[j]! + Math.min(blockLength, onThere) - (skew === 0 ? 0 : 0.5 + skew * skewCost);
      if (reached > score[i]!) {
        score[i] = reached;
        before[i] = j;
      }
      if (skew === 0 && onThere <= blockLength) break;
    }
    if (best === -1 || score[i]! > score[best]!) best = i;
  }
  if (best === -1) return null;
  let first = count;
  for (let at = best; at !== -1; at = before[at]!) order[--first] = base + at;
  const chained = order.subarray(first, count);
  return coverage(there, chained) < least ? null : { text, blocks: count - first, from: here[chained[0]!]!, to: here[base + best]! + blockLength, runs: runsOf(here, there, chained) };
}

/** Words of the known text that blocks cover. */
function coverage(there: Int32Array, chained: Int32Array): number {
  let covered = 0;
  let end = -1;
  for (let i = 0; i < chained.length; i++) {
    const start = there[chained[i]!]!;
    covered += start + blockLength - Math.max(start, end);
    end = start + blockLength;
  }
  return covered;
}

function runsOf(here: Int32Array, there: Int32Array, chained: Int32Array): Pairing[] {
  const runs: Growing[] = [];
  let last: Growing | null = null;
  for (let i = 0; i < chained.length; i++) {
    const from = here[chained[i]!]!;
    const start = there[chained[i]!]!;
    if (last !== null && from - last.from === start - last.knownFrom && start <= last.knownTo) {
      last.knownTo = Math.max(last.knownTo, start + blockLength);
      last.to = last.from + last.knownTo - last.knownFrom;
    } else if (last === null || (from >= last.to && start >= last.knownTo)) runs.push((last = pairing(from, start, blockLength)));
  }
  return runs;
}
