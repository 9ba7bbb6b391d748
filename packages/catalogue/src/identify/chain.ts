import { blockLength } from "./block.js";
import type { Sightings } from "./sightings.js";

/** Blocks of one known text that follow each other in a text as they do there. */
export interface Chain {
  readonly text: number;
  /** By block: its first word in the text being read, and in the known text. */
  readonly here: Int32Array;
  readonly there: Int32Array;
  /** Words of the known text that the blocks cover. */
  readonly covered: number;
}

/** How many sightings back the one before is looked for: chance ones stand between. */
const lookBack = 24;
/** A block is worth its words; words that stand between two blocks here and not there, or there and not here, cost this much each. */
const skewCost = 0.06;
/** Two blocks further apart than this do not belong to one copy. */
const slack = 2500;

/** One chain is made at a time, so that all share these; what more need is given back. */
let scratch = { score: new Float64Array(4096), before: new Int32Array(4096) };
const kept = 65_536;

function scratchOf(count: number): typeof scratch {
  if (count <= scratch.score.length) return scratch;
  const wider = { score: new Float64Array(count * 2), before: new Int32Array(count * 2) };
  if (count * 2 <= kept) scratch = wider;
  return wider;
}

/** The best chain of sightings, each following the order of both texts; null where it covers too little. */
export function chainOf({ text, here, there, base, count }: Sightings, least: number): Chain | null {
  const { score, before } = scratchOf(count);
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
  let links = 0;
  for (let at = best; at !== -1; at = before[at]!) links++;
  const chain = { here: new Int32Array(links), there: new Int32Array(links) };
  for (let at = best; at !== -1; at = before[at]!) {
    chain.here[--links] = here[base + at]!;
    chain.there[links] = there[base + at]!;
  }
  const covered = coverage(chain.there);
  return covered < least ? null : { text, ...chain, covered };
}

function coverage(starts: Int32Array): number {
  let covered = 0;
  let end = -1;
  for (const there of starts) {
    covered += Math.max(0, there + blockLength - Math.max(there, end));
    end = there + blockLength;
  }
  return covered;
}
