import { blockHash, blockLength } from "./block.js";
import type { Chain } from "./chain.js";
import { type Alignment, gapsBetween, joined, type Pairing, pairing } from "./pairing.js";
import type { Words } from "./reading.js";
import { afterWord } from "./spelling.js";
import type { IndexedText } from "./indexed-text.js";
import { readWords } from "./words.js";

/** The hash of a word made of the letters of several, or of a part of one. */
const rehashed = (text: string): number | null => {
  const again = readWords(text);
  return again.count === 1 ? again.hash[0]! : null;
};

/** Whether the known words of a gap read as these, by every block that has one of them; what stands beside the gap is known to be the same. */
function readsAs(words: Words, known: IndexedText, gap: Pairing, hash: readonly number[]): boolean {
  if (hash.length !== gap.knownTo - gap.knownFrom) return false;
  const wordAt = (at: number): number => {
    if (at < gap.knownFrom) return words.hash[gap.from - (gap.knownFrom - at)] ?? 0;
    return at < gap.knownTo ? hash[at - gap.knownFrom]! : (words.hash[gap.to + at - gap.knownTo] ?? 0);
  };
  const block = new Uint32Array(blockLength);
  let tried = 0;
  for (let i = firstBlock(known.starts, gap.knownFrom - blockLength + 1); i < known.starts.length && known.starts[i]! < gap.knownTo; i++) {
    for (let j = 0; j < blockLength; j++) block[j] = wordAt(known.starts[i]! + j);
    if (blockHash(block, 0) !== known.blocks[i]) return false;
    tried++;
  }
  return tried > 0;
}

function firstBlock(starts: Int32Array, from: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of the words of a gap, where those begin that can be left out so that the rest reads as the known text does. */
function insertion(words: Words, known: IndexedText, gap: Pairing, all: readonly number[]): number | null {
  const length = gap.knownTo - gap.knownFrom;
  const more = all.length - length;
  for (let at = 0; at <= length; at++) {
    const rest = [...all.slice(0, at), ...all.slice(at + more)];
    // The words on both sides of what was put in may be a pair that is spelled in two ways.
    const pair = at > 0 && at < rest.length ? afterWord(rest[at - 1]!, rest[at]!) : undefined;
    if (pair?.keepsFirst === true) rest[at] = pair.becomes;
    if (readsAs(words, known, gap, rest)) return at;
  }
  return null;
}

/** What is left of a gap once words are left out, each so many from a word on, in order. */
function around(gap: Pairing, cuts: readonly (readonly [at: number, length: number])[]): Pairing[] {
  let [from, knownFrom] = [gap.from, gap.knownFrom];
  const runs: Pairing[] = [];
  for (const [at, length] of [...cuts, [gap.to - gap.from, 0] as const]) {
    const run = pairing(from, knownFrom, gap.from + at - from);
    if (run.to > run.from) runs.push(run);
    [from, knownFrom] = [run.to + length, run.knownTo];
  }
  return runs;
}

/** A blank may be filled in so many words, and a gap with one and something else have so many more than the known text. */
const longestBlank = 24;
const maxBesideBlank = 48;

/** A gap in which a blank of the known text is filled in, and something else was put in, such as the foot of a page. */
function besideBlank(words: Words, known: IndexedText, gap: Pairing): Pairing[] {
  const all = [...words.hash.subarray(gap.from, gap.to)];
  const more = all.length - (gap.knownTo - gap.knownFrom);
  for (const slot of known.slots.filter((each) => each >= gap.knownFrom && each <= gap.knownTo)) {
    const place = slot - gap.knownFrom;
    for (let filled = 1; filled < more && filled <= longestBlank; filled++) {
      const without = (begin: number): number | null => insertion(words, known, gap, [...all.slice(0, begin), ...all.slice(begin + filled)]);
      const after = without(place);
      if (after !== null && after >= place) return around(gap, [[place, filled], [after + filled, more - filled]]);
      const before = without(place + more - filled);
      if (before !== null && before <= place) return around(gap, [[before, more - filled], [place + more - filled, filled]]);
    }
  }
  return [];
}

/** Whether the gap reads as the known text once a word that a line break or a lost space divided or joined is put right. */
function respaced(words: Words, known: IndexedText, gap: Pairing): boolean {
  const all = [...words.hash.subarray(gap.from, gap.to)];
  const raw = (word: number): string => words.text.slice(words.start[word], words.end[word]);
  const reads = (at: number, taken: number, by: readonly (number | null)[]): boolean => {
    const hash = by.filter((each) => each !== null);
    return hash.length === by.length && readsAs(words, known, gap, [...all.slice(0, at), ...hash, ...all.slice(at + taken)]);
  };
  const more = gap.to - gap.from - (gap.knownTo - gap.knownFrom);
  for (let at = 0; at < all.length; at++) {
    const text = raw(gap.from + at).slice(0, 100);
    if (more === 1 && at + 1 < all.length && reads(at, 2, [rehashed(text + raw(gap.from + at + 1))])) return true;
    if (more === -1) for (let cut = 1; cut < text.length; cut++) if (reads(at, 1, [rehashed(text.slice(0, cut)), rehashed(text.slice(cut))])) return true;
  }
  return false;
}

const maxGuessed = 96;
const maxInserted = 400;

/** The runs that make a gap whole: around an insertion, or across it where only spaces moved; none where it reads otherwise. */
function wholeAgain(words: Words, known: IndexedText, gap: Pairing): Pairing[] {
  const length = gap.knownTo - gap.knownFrom;
  const more = gap.to - gap.from - length;
  if (length === 0 || length > maxGuessed || more > maxInserted) return [];
  const at = more > 0 ? insertion(words, known, gap, [...words.hash.subarray(gap.from, gap.to)]) : null;
  if (at !== null) return around(gap, [[at, more]]);
  if (Math.abs(more) === 1 && respaced(words, known, gap)) return [gap];
  return more > 1 && more <= maxBesideBlank && length <= maxBesideBlank ? besideBlank(words, known, gap) : [];
}

/** How many words more a damaged first or last block may have. */
const endSlack = [0, 1, -1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The end of the known text beyond the outermost block that was seen, where its words stand there with something between them. */
function atEnd(words: Words, known: IndexedText, of: { readonly from: number; readonly to: number }, place: (length: number) => { from: number; to: number }): Pairing[] {
  if (of.to <= of.from || of.to - of.from > maxGuessed) return [];
  for (const more of endSlack) {
    const { from, to } = place(of.to - of.from + more);
    if (from < 0 || to > words.count || from >= to) continue;
    const found = wholeAgain(words, known, { from, to, knownFrom: of.from, knownTo: of.to });
    if (found.length > 0) return found;
  }
  return [];
}

const neededIn = (known: IndexedText, from: number, to: number): number =>
  known.stretches.reduce((sum, each) => (each.is === "needed" ? sum + Math.max(0, Math.min(to, each.to) - Math.max(from, each.from)) : sum), 0);

/** What an alignment by blocks along a chain can come to: the most words in runs or likely between them, and whether all that must be there can be made whole. */
export function outlookOf(known: IndexedText, chain: Chain): { readonly most: number; readonly canBeWhole: boolean } {
  const anchors = chain.runs;
  const [first, last] = [anchors[0]!, anchors.at(-1)!];
  const neededFrom = known.stretches.find((each) => each.is === "needed")?.from ?? 0;
  const ends = [first.knownFrom - neededFrom, known.neededEnd - last.knownTo].filter((length) => length > 0);
  let most = ends.reduce((sum, length) => sum + length, 0);
  let canBeWhole = ends.every((length) => length <= maxGuessed);
  for (const [i, anchor] of anchors.entries()) {
    most += anchor.to - anchor.from;
    const next = anchors[i + 1];
    if (next === undefined) break;
    const [here, there] = [next.from - anchor.to, next.knownFrom - anchor.knownTo];
    // A gap with two words fewer than must be there is not made whole, and each that has no room in it is a difference.
    const lacking = neededIn(known, anchor.knownTo, next.knownFrom) - here;
    most += Math.min(here, there) - (lacking > 1 ? lacking : 0);
    if ((there > maxGuessed || here - there > maxInserted) && known.stretches.some(({ from, to, is }) => is === "needed" && from < next.knownFrom && to > anchor.knownTo)) canBeWhole = false;
  }
  return { most, canBeWhole };
}

/** Aligns a text with one of which only blocks are kept: what is between blocks is told by trying what would make them whole. */
export function alignByBlocks(words: Words, known: IndexedText, chain: Chain): Alignment {
  const anchors = chain.runs;
  const [first, last] = [anchors[0]!, anchors.at(-1)!];
  const neededFrom = known.stretches.find((each) => each.is === "needed")?.from ?? 0;
  const runs = atEnd(words, known, { from: neededFrom, to: first.knownFrom }, (length) => ({ from: first.from - length, to: first.from }));
  for (const [i, anchor] of anchors.entries()) {
    const next = anchors[i + 1];
    runs.push(anchor);
    if (next !== undefined) runs.push(...wholeAgain(words, known, { from: anchor.to, to: next.from, knownFrom: anchor.knownTo, knownTo: next.knownFrom }));
  }
  runs.push(...atEnd(words, known, { from: last.knownTo, to: known.neededEnd }, (length) => ({ from: last.to, to: last.to + length })));
  const kept = joined(runs);
  return { runs: kept, gaps: gapsBetween(kept) };
}
