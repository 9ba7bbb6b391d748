import { alignByBlocks, outlookOf } from "./align-by-blocks.js";
import { alignByWords, frameOf, mostMatched } from "./align-by-words.js";
import { type Chain, chainOf } from "./chain.js";
import { blockLength } from "./block.js";
import { costOf, differencesOf, differs, lacksWords, likelyWords, type WordDifference } from "./difference.js";
import type { Alignment } from "./pairing.js";
import type { Sightings } from "./sightings.js";
import type { IndexedText } from "./indexed-text.js";
import type { TextIndex } from "./text-index.js";
import type { TextLines } from "./text-lines.js";
import type { Words } from "./reading.js";
import { leftOver, mostShared } from "./word-bag.js";

/** A license text that was met: which one, where, and where it reads otherwise. */
export interface TextMatch {
  readonly known: IndexedText;
  /** Words of the text that it takes up. */
  readonly from: number;
  readonly to: number;
  readonly differences: readonly WordDifference[];
  /** Of the words that must be there, the part that is. */
  readonly share: number;
}

interface Weighed extends TextMatch {
  readonly value: number;
  readonly alignment: Alignment;
}

/** A text with less than this part of a license is none of it; a very short license is named only where nearly all of it stands. */
const leastShare = (known: IndexedText): number => (known.needed < 24 ? 0.8 : !known.keepsWords ? 0.4 : 0.55);
/** Blocks are fewer than words once words change: what is worth a closer look. */
const leastCovered = (known: IndexedText): number => Math.max(blockLength, 0.22 * known.needed);
/** Of the words from the first to the last of a license, the part that must be its own. */
const leastDensity = 0.3;
const maxMatches = 1000;
const maxRivals = 16;

function matchedWords(known: IndexedText, { runs }: Alignment): { needed: number; optional: number } {
  let [needed, optional] = [0, 0];
  for (const { knownFrom, knownTo } of runs) {
    for (const each of known.stretches) {
      const shared = Math.max(0, Math.min(knownTo, each.to) - Math.max(knownFrom, each.from));
      if (each.is === "needed") needed += shared;
      else if (each.is === "optional") optional += shared;
    }
  }
  return { needed, optional };
}

/** null: whatever the alignment is, it does not read better than the best. */
function alignmentOf(words: Words, known: IndexedText, chain: Chain, low: number, high: number, best: Weighed | null): Alignment | null {
  if (known.hash === null) {
    const { most, canBeWhole } = outlookOf(known, chain);
    return best !== null && !canRead(best, most, false) && !(canBeWhole && canRead(best, most + 0.5, true)) ? null : alignByBlocks(words, known, chain);
  }
  const frame = frameOf(known, chain, low, high);
  if (best !== null && !canRead(best, mostMatched(frame), false) && (!canRead(best, mostMatched(frame) + 0.5, true) || lacksWords(words, known, known.hash, frame))) return null;
  return alignByWords(words, known.hash, frame);
}

/** Holds a text against a license along a chain; null where it is none of it, or where it cannot read better than the best so far. */
function weigh(words: Words, known: IndexedText, chain: Chain, lines: TextLines, low: number, high: number, best: Weighed | null): Weighed | null {
  const alignment = alignmentOf(words, known, chain, low, high, best);
  if (alignment === null) return null;
  const { needed, optional } = matchedWords(known, alignment);
  const share = needed / known.needed;
  if (share < leastShare(known)) return null;
  const [from, to] = [alignment.runs[0]!.from, alignment.runs.at(-1)!.to];
  // Pieces of several copies can look like one license with another in its middle.
  if (needed + optional < leastDensity * (to - from)) return null;
  const valueOf = (found: readonly WordDifference[]): number => needed + likelyWords(found, known) - costOf(found, known) + optional * 0.9 + (found.length === 0 ? 0.5 : 0);
  if (best !== null) {
    const same = canRead(best, valueOf([]), true);
    // Differences cost, and of a text of blocks they may count for the words that are missing.
    const other = canRead(best, needed + optional * 0.9 + (known.keepsWords ? 0 : known.words - needed - optional), false);
    if (!same && !other) return null;
    if (!other && differs(words, known, alignment, lines)) return null;
  }
  const differences = differencesOf(words, known, alignment, lines);
  return { known, from, to, differences, share, value: valueOf(differences), alignment };
}

/** Whether a text of at most so much value could be better than the best, as `better` has it. */
const canRead = (best: Weighed, value: number, same: boolean): boolean =>
  value >= best.value ? same || best.differences.length > 0 || value - best.value >= 0.05 * value : same && best.differences.length > 0 && best.value - value < 0.05 * best.value;

/** A block that was not seen is a difference of one word at least. */
const mostWorth = (known: IndexedText, seen: number): number => known.words + 0.5 - Math.max(0, known.blocks.length - seen);

const rangeOf = ({ here }: Chain): { from: number; to: number } => ({ from: here[0]!, to: here.at(-1)! + blockLength });

/** Of what reads best the license whose id comes first, and a text that is the same before one that only resembles. */
function better(one: Weighed, two: Weighed): boolean {
  const [same, other] = [one.differences.length === 0, two.differences.length === 0];
  if (same !== other && Math.abs(one.value - two.value) < 0.05 * Math.max(one.value, two.value)) return same;
  return one.value !== two.value ? one.value > two.value : one.known.ids[0]! < two.known.ids[0]!;
}

/** Looks at a text from the license that shows the most, then takes away what is told, until nothing is left to tell. */
class Search {
  readonly found: TextMatch[] = [];
  #lists: Sightings[];
  /** What is left over beside the license that reads best. */
  #left: { readonly of: Weighed; readonly words: Uint32Array | null } | null = null;

  constructor(
    readonly words: Words,
    readonly index: TextIndex,
    readonly lines: TextLines,
    readonly thorough: boolean,
  ) {
    this.#lists = index.sightings(words.hash, (text, count) => this.#isEnough(text, count), !thorough);
  }

  #isEnough(text: number, count: number): boolean {
    return count * blockLength >= leastCovered(this.index.texts[text]!);
  }

  run(): void {
    while (this.#lists.length > 0 && this.found.length < maxMatches) {
      const list = this.#lists.reduce((most, each) => (each.count > most.count || (each.count === most.count && each.text < most.text) ? each : most));
      const chain = chainOf(list, leastCovered(this.index.texts[list.text]!));
      if (chain === null) this.#lists = this.#lists.filter((each) => each !== list);
      else this.#tell(chain, list);
    }
  }

  #tell(lead: Chain, list: Sightings): void {
    const range = rangeOf(lead);
    const best = this.#bestOf(lead, list, range);
    if (best === null) list.drop(range.from, range.to);
    else {
      this.found.push(best);
      for (const each of this.#lists) each.drop(best.from - blockLength + 1, best.to);
    }
    this.#lists = this.#lists.filter(({ text, count }) => this.#isEnough(text, count));
  }

  /** Whether a license has too few words in common with the one that reads best, and with what is left over beside it, to read better. */
  #isShort(best: Weighed, known: IndexedText, low: number, high: number): boolean {
    if (this.thorough || !best.known.keepsWords || !known.keepsWords) return false;
    if (this.#left?.of !== best) this.#left = { of: best, words: leftOver(this.words, best.alignment, low, high) };
    if (this.#left.words === null) return false;
    const most = mostShared(best.known, this.#left.words, known);
    return !canRead(best, most, false) && !canRead(best, most + 0.5, true);
  }

  /** What reads best of the license that leads and of those that show at least half as much in its place. */
  #bestOf(lead: Chain, list: Sightings, { from, to }: { from: number; to: number }): Weighed | null {
    const low = Math.max(0, ...this.found.map((each) => (each.to <= from + blockLength ? each.to : 0)));
    const high = Math.min(this.words.count, ...this.found.map((each) => (each.from >= to - blockLength ? each.from : this.words.count)));
    let best = weigh(this.words, this.index.texts[lead.text]!, lead, this.lines, low, high, null);
    const rivals = this.#lists.filter((each) => each !== list).map((each) => ({ list: each, seen: each.countIn(from, to) })).filter(({ seen }) => seen * 2 >= lead.here.length)
      .toSorted((a, b) => b.seen - a.seen || a.list.text - b.list.text).slice(0, maxRivals);
    for (const { list: other, seen } of rivals) {
      const known = this.index.texts[other.text]!;
      if (best !== null && mostWorth(known, seen + 2) < best.value) continue;
      if (best !== null && this.#isShort(best, known, low, high)) continue;
      const margin = known.words;
      const chain = chainOf(other.within(Math.max(low, from - margin), Math.min(high, to + margin)), leastCovered(known));
      const weighed = chain === null ? null : weigh(this.words, known, chain, this.lines, low, high, this.thorough ? null : best);
      if (weighed !== null && (best === null || better(weighed, best))) best = weighed;
    }
    return best;
  }
}

/**
 * The license texts in a text, in their order; where several fit a place, the one that fits best. `thorough`: every block is looked up, and every rival is held
 * against the text to the end, though it cannot win, which takes longer and finds the same.
 */
export function matchTexts(words: Words, index: TextIndex, lines: TextLines, thorough = false): TextMatch[] {
  const search = new Search(words, index, lines, thorough);
  search.run();
  return search.found.toSorted((a, b) => a.from - b.from);
}
