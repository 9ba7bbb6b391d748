import { blockHash, blockLength } from "./block.js";
import type { Chain, IndexedText } from "./text-index.js";
import { afterWord } from "./spelling.js";
import type { Words } from "./reading.js";
import { readWords } from "./words.js";

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

/** Above this many pairs of words a gap is one replacement. */
const maxPairs = 60_000;
const scratch = { best: new Float32Array(maxPairs + 1), step: new Uint8Array(maxPairs + 1) };

/** Runs of a chain: its blocks, joined where they follow on, none going back over another. */
function runsOfChain(chain: Chain): Pairing[] {
  const runs: Growing[] = [];
  for (const { here, there } of chain.links) {
    const last = runs.at(-1);
    if (last !== undefined && here - last.from === there - last.knownFrom && there <= last.knownTo) {
      last.knownTo = Math.max(last.knownTo, there + blockLength);
      last.to = last.from + last.knownTo - last.knownFrom;
    } else if (last === undefined || (here >= last.to && there >= last.knownTo)) runs.push(pairing(here, there, blockLength));
  }
  return runs;
}

const pairing = (from: number, knownFrom: number, length: number): Growing => ({ from, to: from + length, knownFrom, knownTo: knownFrom + length });

/** The longest common sequence of two short stretches, as runs; ends are free where the text may begin before or go on after. */
function commonRuns(a: Uint32Array, b: Uint32Array, here: number, there: number): Pairing[] {
  const [n, m] = [a.length, b.length];
  const width = m + 1;
  // A word in step with the one before it counts a little more, so that runs stay together.
  const { best, step } = scratch;
  best.fill(0, 0, (n + 1) * width);
  step.fill(0, 0, (n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const at = i * width + j;
      let value = best[at + width]!;
      let way = 1;
      if (best[at + 1]! > value) [value, way] = [best[at + 1]!, 2];
      if (a[i] === b[j]) {
        const diagonal = at + width + 1;
        const taken = best[diagonal]! + 1 + (step[diagonal] === 3 ? 0.25 : 0);
        if (taken >= value) [value, way] = [taken, 3];
      }
      best[at] = value;
      step[at] = way;
    }
  }
  const runs: Pairing[] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    const way = step[i * width + j];
    if (way === 3) {
      runs.push(pairing(here + i, there + j, 1));
      i++;
      j++;
    } else if (way === 1) i++;
    else j++;
  }
  return joined(runs);
}

/** Runs between two known words-to-words places: grown from both ends while words are equal, the middle by the longest common sequence. */
function fill(words: Uint32Array, known: Uint32Array, gap: Pairing): Pairing[] {
  let { from, to, knownFrom, knownTo } = gap;
  const runs: Pairing[] = [];
  let ahead = 0;
  while (from + ahead < to && knownFrom + ahead < knownTo && words[from + ahead] === known[knownFrom + ahead]) ahead++;
  if (ahead > 0) runs.push(pairing(from, knownFrom, ahead));
  from += ahead;
  knownFrom += ahead;
  let back = 0;
  while (to - back > from && knownTo - back > knownFrom && words[to - back - 1] === known[knownTo - back - 1]) back++;
  to -= back;
  knownTo -= back;
  if (from < to && knownFrom < knownTo && (to - from + 1) * (knownTo - knownFrom + 1) <= maxPairs) runs.push(...commonRuns(words.subarray(from, to), known.subarray(knownFrom, knownTo), from, knownFrom));
  if (back > 0) runs.push(pairing(to, knownTo, back));
  return runs;
}

const widest = (one: Pairing, two: Pairing): number => Math.max(two.from - one.to, two.knownFrom - one.knownTo);

const replaces = (one: Pairing, two: Pairing): boolean => two.from > one.to && two.knownFrom > one.knownTo;

/** Short runs between two replacements are chance: `the` of one sentence and `the` of another. */
function withoutChance(runs: readonly Pairing[]): Pairing[] {
  return runs.filter((run, i) => {
    const [before, after] = [runs[i - 1], runs[i + 1]];
    const length = run.to - run.from;
    if (length > 2 || before === undefined || after === undefined) return true;
    // Between two insertions, or two omissions, the word stands where it should.
    if (!replaces(before, run) && !replaces(run, after)) return true;
    return widest(before, run) < length * 2 || widest(run, after) < length * 2;
  });
}

function joined(runs: readonly Pairing[]): Pairing[] {
  const result: Growing[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last !== undefined && last.to === run.from && last.knownTo === run.knownFrom) [last.to, last.knownTo] = [run.to, run.knownTo];
    else result.push({ ...run });
  }
  return result;
}

const gapsBetween = (runs: readonly Pairing[]): Pairing[] =>
  runs.slice(1).map((run, i) => ({ from: runs[i]!.to, to: run.from, knownFrom: runs[i]!.knownTo, knownTo: run.knownFrom })).filter((gap) => gap.to > gap.from || gap.knownTo > gap.knownFrom);

/** Where a chain puts a text beside one whose words are kept: runs that stay, and before, between and after them gaps in which more may be found. */
export interface Frame {
  readonly anchors: readonly Pairing[];
  readonly gaps: readonly Pairing[];
}

/** The frame of a chain, within words `[low, high)`. */
export function frameOf(known: IndexedText, chain: Chain, low: number, high: number): Frame {
  const anchors = runsOfChain(chain);
  const [first, last] = [anchors[0]!, anchors.at(-1)!];
  const headFrom = Math.min(first.from, Math.max(low, first.from - Math.floor(first.knownFrom * 1.3) - 24));
  const tailTo = Math.max(last.to, Math.min(high, last.to + Math.floor((known.words - last.knownTo) * 1.3) + 24));
  const gaps = [{ from: headFrom, to: first.from, knownFrom: 0, knownTo: first.knownFrom }];
  for (const [i, anchor] of anchors.entries()) {
    const next = anchors[i + 1];
    gaps.push({ from: anchor.to, to: next?.from ?? tailTo, knownFrom: anchor.knownTo, knownTo: next?.knownFrom ?? known.words });
  }
  return { anchors, gaps };
}

/** The most words that an alignment within a frame can have in runs. */
export const mostMatched = ({ anchors, gaps }: Frame): number =>
  anchors.reduce((sum, each) => sum + each.to - each.from, 0) + gaps.reduce((sum, each) => sum + Math.min(each.to - each.from, each.knownTo - each.knownFrom), 0);

/** Aligns a text with one whose words are kept. */
export function alignByWords(words: Words, hash: Uint32Array, { anchors, gaps }: Frame): Alignment {
  const runs = fill(words.hash, hash, gaps[0]!);
  for (const [i, anchor] of anchors.entries()) runs.push(anchor, ...fill(words.hash, hash, gaps[i + 1]!));
  const kept = withoutStrays(words, withoutChance(joined(runs)));
  return { runs: kept, gaps: gapsBetween(kept) };
}

/** At both ends a lone common word far from the rest, or under another heading, is chance too. */
function withoutStrays(words: Words, runs: readonly Pairing[]): Pairing[] {
  const stray = (run: Pairing, distance: number, apart: number): boolean => run.to - run.from < 4 && distance > (apart === 0 ? 60 : (run.to - run.from) * 3 + 2);
  const parted = (run: Pairing, next: Pairing): boolean => run.to - run.from < 4 && /\n[^\S\n]*\n#{1,6}[^\S\n]/.test(words.text.slice(words.end[run.to - 1], words.start[next.from]));
  let [from, to] = [0, runs.length];
  while (from + 1 < to && (parted(runs[from]!, runs[from + 1]!) || stray(runs[from]!, runs[from + 1]!.from - runs[from]!.to, runs[from + 1]!.knownFrom - runs[from]!.knownTo))) from++;
  while (from + 1 < to && stray(runs[to - 1]!, runs[to - 1]!.from - runs[to - 2]!.to, runs[to - 1]!.knownFrom - runs[to - 2]!.knownTo)) to--;
  return runs.slice(from, to);
}

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

/** What an alignment by blocks along a chain can come to: the most words in runs or likely between them, and whether all that must be there can be made whole. */
export function outlookOf(known: IndexedText, chain: Chain): { readonly most: number; readonly canBeWhole: boolean } {
  const anchors = runsOfChain(chain);
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
    most += Math.min(here, there);
    if ((there > maxGuessed || here - there > maxInserted) && known.stretches.some(({ from, to, is }) => is === "needed" && from < next.knownFrom && to > anchor.knownTo)) canBeWhole = false;
  }
  return { most, canBeWhole };
}

/** Aligns a text with one of which only blocks are kept: what is between blocks is told by trying what would make them whole. */
export function alignByBlocks(words: Words, known: IndexedText, chain: Chain): Alignment {
  const anchors = runsOfChain(chain);
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
