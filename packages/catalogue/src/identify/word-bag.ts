import type { IndexedText } from "./indexed-text.js";
import type { Alignment } from "./pairing.js";
import type { Words } from "./reading.js";

/** How often each word stands in a text. */
function bagOf(hash: Uint32Array): ReadonlyMap<number, number> {
  const bag = new Map<number, number>();
  for (const word of hash) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** What two known texts have in common: how many words, and which words the second has more of, and how many. */
interface Overlap {
  readonly common: number;
  readonly more: ReadonlyMap<number, number>;
  readonly moreWords: number;
}

function overlapOf(one: ReadonlyMap<number, number>, two: ReadonlyMap<number, number>): Overlap {
  const more = new Map<number, number>();
  let [common, moreWords] = [0, 0];
  for (const [word, count] of two) {
    const shared = Math.min(count, one.get(word) ?? 0);
    common += shared;
    if (count === shared) continue;
    more.set(word, count - shared);
    moreWords += count - shared;
  }
  return { common, more, moreWords };
}

const bags = new WeakMap<IndexedText, ReadonlyMap<number, number>>();
const overlaps = new WeakMap<IndexedText, Map<IndexedText, Overlap>>();

function bagOfText(known: IndexedText): ReadonlyMap<number, number> {
  let bag = bags.get(known);
  if (bag === undefined) bags.set(known, (bag = bagOf(known.hash!)));
  return bag;
}

function overlap(one: IndexedText, two: IndexedText): Overlap {
  let others = overlaps.get(one);
  if (others === undefined) overlaps.set(one, (others = new Map()));
  let found = others.get(two);
  if (found === undefined) others.set(two, (found = overlapOf(bagOfText(one), bagOfText(two))));
  return found;
}

/** Beside more words than these a known text says little about what stands there. */
const mostBeside = 400;

/** The words `[low, high)` of a text that an alignment leaves over, sorted; null where they are many. */
export function leftOver(words: Words, { runs }: Alignment, low: number, high: number): Uint32Array | null {
  const taken = runs.reduce((sum, each) => sum + each.to - each.from, 0);
  if (high - low - taken > mostBeside) return null;
  const left = new Uint32Array(high - low - taken);
  let [at, from] = [0, low];
  for (const run of [...runs, { from: high, to: high }]) {
    left.set(words.hash.subarray(from, run.from), at);
    at += run.from - from;
    from = run.to;
  }
  return left.toSorted();
}

/** Whether another known text can have enough words in common with a text of which `left` is what is left over once it is aligned with `known`. */
export function canShare(known: IndexedText, left: Uint32Array, other: IndexedText, isEnough: (words: number) => boolean): boolean {
  const { common, more, moreWords } = overlap(known, other);
  if (!isEnough(common + Math.min(left.length, moreWords))) return false;
  let most = common;
  for (let from = 0; from < left.length; ) {
    let to = from + 1;
    while (to < left.length && left[to] === left[from]) to++;
    most += Math.min(to - from, more.get(left[from]!) ?? 0);
    from = to;
  }
  return isEnough(most);
}
