import { alignByBlocks, outlookOf } from "./align-by-blocks.js";
import { alignByWords, frameOf, mostCommon, mostMatched } from "./align-by-words.js";
import type { Chain } from "./chain.js";
import { costOf, differencesOf, differs, lacksWords, likelyWords, type WordDifference } from "./difference.js";
import type { IndexedText } from "./indexed-text.js";
import type { Alignment } from "./pairing.js";
import type { Words } from "./reading.js";
import type { TextLines } from "./text-lines.js";

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

export interface Weighed extends TextMatch {
  readonly value: number;
  readonly alignment: Alignment;
}

/** A text with less than this part of a license is none of it; a very short license is named only where nearly all of it stands. */
const leastShare = (known: IndexedText): number => (known.needed < 24 ? 0.8 : !known.keepsWords ? 0.4 : 0.55);
/** Of the words from the first to the last of a license, the part that must be its own. */
const leastDensity = 0.3;
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
  if (best !== null) {
    const most = canWin(best, mostMatched(frame)) ? mostCommon(words.hash, known.hash, frame) : 0;
    if (!canRead(best, most, false) && (!canRead(best, most + 0.5, true) || lacksWords(words, known, known.hash, frame))) return null;
  }
  return alignByWords(words, known.hash, frame);
}

/** Holds a text against a license along a chain; null where it is none of it, or where it cannot read better than the best so far. */
export function weigh(words: Words, known: IndexedText, chain: Chain, lines: TextLines, low: number, high: number, best: Weighed | null): Weighed | null {
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

/** The same of a license of which at most so many words stand in the text. */
export const canWin = (best: Weighed, most: number): boolean => canRead(best, most, false) || canRead(best, most + 0.5, true);

/** A block that was not seen is a difference of one word at least. */
export const mostWorth = (known: IndexedText, seen: number): number => known.words + 0.5 - Math.max(0, known.blocks.length - seen);

/** Of a license by blocks no more words can stand in a text than that has, and each that must be there and has no room is a difference: no spaces that moved are seen in it. */
export const isTooLong = (best: Weighed, known: IndexedText, words: number): boolean => !canWin(best, words - Math.max(0, known.needed - words));

/** Of what reads best the license whose id comes first, and a text that is the same before one that only resembles. */
export function better(one: Weighed, two: Weighed): boolean {
  const [same, other] = [one.differences.length === 0, two.differences.length === 0];
  if (same !== other && Math.abs(one.value - two.value) < 0.05 * Math.max(one.value, two.value)) return same;
  return one.value !== two.value ? one.value > two.value : one.known.ids[0]! < two.known.ids[0]!;
}
