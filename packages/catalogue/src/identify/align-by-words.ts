import type { Chain } from "./chain.js";
import { type Alignment, gapsBetween, joined, type Pairing, pairing } from "./pairing.js";
import type { Words } from "./reading.js";
import type { IndexedText } from "./indexed-text.js";

/** Above this many pairs of words a gap is one replacement. */
const maxPairs = 60_000;
const scratch = { best: new Float32Array(maxPairs + 1), step: new Uint8Array(maxPairs + 1) };
/** Whether the low byte of a word belongs to any word of a stretch. */
const gate = new Uint8Array(256);

/** The longest common sequence of two short stretches, as runs; ends are free where the text may begin before or go on after. */
function commonRuns(a: Uint32Array, b: Uint32Array, here: number, there: number): Pairing[] {
  const [n, m] = [a.length, b.length];
  const width = m + 1;
  // A word in step with the one before it counts a little more, so that runs stay together.
  const { best, step } = scratch;
  best.fill(0, 0, (n + 1) * width);
  step.fill(0, 0, (n + 1) * width);
  gate.fill(0);
  for (const word of b) gate[word & 255] = 1;
  for (let i = n - 1; i >= 0; i--) {
    // A word that stands on one side alone changes nothing.
    if (gate[a[i]! & 255] === 0) {
      best.copyWithin(i * width, (i + 1) * width, (i + 2) * width);
      step.fill(1, i * width, i * width + m);
      continue;
    }
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

/** Where a chain puts a text beside one whose words are kept: runs that stay, and before, between and after them gaps in which more may be found. */
export interface Frame {
  readonly anchors: readonly Pairing[];
  readonly gaps: readonly Pairing[];
}

/** The frame of a chain, within words `[low, high)`. */
export function frameOf(known: IndexedText, chain: Chain, low: number, high: number): Frame {
  const anchors = chain.runs;
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

/** The most words that an alignment within a frame can have in runs, by how long its gaps are. */
export const mostMatched = ({ anchors, gaps }: Frame): number =>
  anchors.reduce((sum, each) => sum + each.to - each.from, 0) + gaps.reduce((sum, each) => sum + Math.min(each.to - each.from, each.knownTo - each.knownFrom), 0);

/** How many words of a gap have certain low bits. */
const alike = new Int32Array(1024);

/** The same by which words stand in the gaps, in whatever order: a closer bound. */
export function mostCommon(words: Uint32Array, known: Uint32Array, { anchors, gaps }: Frame): number {
  let most = anchors.reduce((sum, each) => sum + each.to - each.from, 0);
  for (const { from, to, knownFrom, knownTo } of gaps) {
    if (from === to || knownFrom === knownTo) continue;
    for (let at = knownFrom; at < knownTo; at++) alike[known[at]! & 1023]!++;
    for (let at = from; at < to; at++) if (alike[words[at]! & 1023]!-- > 0) most++;
    for (let at = from; at < to; at++) alike[words[at]! & 1023] = 0;
    for (let at = knownFrom; at < knownTo; at++) alike[known[at]! & 1023] = 0;
  }
  return most;
}

/** Aligns a text with one whose words are kept. */
export function alignByWords(words: Words, hash: Uint32Array, { anchors, gaps }: Frame): Alignment {
  const runs = fill(words.hash, hash, gaps[0]!);
  for (const [i, anchor] of anchors.entries()) runs.push(anchor, ...fill(words.hash, hash, gaps[i + 1]!));
  const kept = withoutStrays(words, withoutChance(joined(runs)));
  return { runs: kept, gaps: gapsBetween(kept) };
}

const stray = (run: Pairing, distance: number, apart: number): boolean => run.to - run.from < 4 && distance > (apart === 0 ? 60 : (run.to - run.from) * 3 + 2);

/** At both ends a lone common word far from the rest, or under another heading, is chance too. */
function withoutStrays(words: Words, runs: readonly Pairing[]): Pairing[] {
  const parted = (run: Pairing, next: Pairing): boolean => run.to - run.from < 4 && /\n[^\S\n]*\n#{1,6}[^\S\n]/.test(words.text.slice(words.end[run.to - 1], words.start[next.from]));
  let [from, to] = [0, runs.length];
  while (from + 1 < to && (parted(runs[from]!, runs[from + 1]!) || stray(runs[from]!, runs[from + 1]!.from - runs[from]!.to, runs[from + 1]!.knownFrom - runs[from]!.knownTo))) from++;
  while (from + 1 < to && stray(runs[to - 1]!, runs[to - 1]!.from - runs[to - 2]!.to, runs[to - 1]!.knownFrom - runs[to - 2]!.knownTo)) to--;
  return runs.slice(from, to);
}
