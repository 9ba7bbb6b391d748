import type { Frame } from "./align-by-words.js";
import { isMarksAlike, marksAlong, type MarkPlace } from "./mark-check.js";
import type { Alignment, Pairing } from "./pairing.js";
import { notice, noticeSign } from "./reference-text.js";
import { limits } from "./restriction.js";
import type { IndexedText } from "./indexed-text.js";
import type { TextLines } from "./text-lines.js";
import type { Words } from "./reading.js";

/** Where a text parts from the license it is based on: words `[from, to)` of it for words `[knownFrom, knownTo)` of the license. */
export interface WordDifference extends Pairing {
  readonly kind: "added" | "dropped" | "changed";
}

/** A name may be so many words long where the license leaves room for one. */
const longestName = 24;
const longestNotice = 80;
const longestNoticeList = 400;
const longestFurniture = 40;

const stretchWords = (known: IndexedText, from: number, to: number, is: string): number =>
  known.stretches.reduce((sum, each) => sum + (each.is === is ? Math.max(0, Math.min(to, each.to) - Math.max(from, each.from)) : 0), 0);

const besideVariable = (known: IndexedText, from: number, to: number): boolean => known.stretches.some((each) => each.is === "variable" && from >= each.from - 1 && to <= each.to + 1 && to >= each.from && from <= each.to);

const startOf = (words: Words, word: number): number => words.start[word]!;
const endOf = (words: Words, word: number): number => words.end[word - 1]!;

/** A copyright notice, which every copy has for itself (B.11). */
function isNotice(words: Words, lines: TextLines, from: number, to: number): boolean {
  if (to - from > longestNotice) return false;
  const start = startOf(words, from);
  const text = words.text.slice(words.text.lastIndexOf("\n", start) + 1, endOf(words, to));
  const own = words.text.slice(start, endOf(words, to));
  if (/^all\s+rights\s+reserved$/i.test(own)) return true;
  const asWritten = lines.fillsLines(start, endOf(words, to)) ? text : own;
  return isNoticeText(asWritten);
}

const isNoticeText = (text: string): boolean =>
  notice.test(text) && noticeSign.test(text) && !limits(text);

/** Notices of many holders, one to a line, under their heading. */
const isNoticeList = (words: Words, lines: TextLines, from: number, to: number): boolean =>
  to - from <= longestNoticeList && lines.lines(startOf(words, from), endOf(words, to)).every((line) => /^\W*(?:copyright\W*|all\s+rights\s+reserved\W*)?$/i.test(line) || isNoticeText(line));

/** What a page bears beside its text: its number, its heading on every page, the address it was printed from. */
function isFurniture(words: Words, lines: TextLines, from: number, to: number): boolean {
  const [start, end] = [startOf(words, from), endOf(words, to)];
  if (to - from > longestFurniture || !lines.fillsLines(start, end)) return false;
  // A page ends here, and what fills lines around that is its foot or the next one's head.
  if (to - from <= 30 && words.text.slice(from === 0 ? 0 : words.end[from - 1], words.start[to] ?? words.text.length).includes("\f")) return true;
  const own = lines.lines(start, end).filter((line) => /[\p{L}\p{N}]/u.test(line));
  return own.every((line) => /^\W*(?:page|seite|p\.)?\W*\d+\W*(?:(?:of|von|\/)\W*\d+)?\W*$/i.test(line) || (lines.repeats(line) > 1 && line.trim().length < 160) || /^\W*(?:https?:\/\/\S+|\d{1,2}\/\d{1,2}\/\d{2,4}\b.{0,120})\W*$/.test(line));
}

/** Words that may be put in may also be read as standing a little earlier or later, where the text repeats itself: the place where they fill lines, or a blank. */
function shifted(words: Words, known: IndexedText, lines: TextLines, gap: Pairing): Pairing {
  const stands = (from: number, to: number, at: number): boolean => known.slots.includes(at) || lines.fillsLines(startOf(words, from), endOf(words, to));
  if (gap.from === gap.to || stands(gap.from, gap.to, gap.knownFrom)) return gap;
  for (const step of [1, -1]) {
    for (let by = step; Math.abs(by) <= 12; by += step) {
      const [from, to] = [gap.from + by, gap.to + by];
      if (from < 0 || to > words.count || words.hash[step > 0 ? from - 1 : from] !== words.hash[step > 0 ? to - 1 : to]) break;
      if (stands(from, to, gap.knownFrom + by)) return { from, to, knownFrom: gap.knownFrom + by, knownTo: gap.knownTo + by };
    }
  }
  return gap;
}

/** Whether what stands here beside an address of the license is but the rest of that address, broken over lines or written twice. */
function isAddressRest(words: Words, known: IndexedText, gap: Pairing): boolean {
  if (gap.to - gap.from > 16) return false;
  const own = letters(words.text.slice(startOf(words, gap.from), endOf(words, gap.to))).replaceAll(/https?|www/g, "");
  return known.marks.some((mark) => {
    if (!mark.url || mark.at < gap.knownFrom - 1 || mark.at > gap.knownTo + 1) return false;
    const whole = letters(mark.text).replaceAll(/https?|www/g, "");
    let rest = own.replaceAll(whole, "");
    // A line break leaves the end of the address, then perhaps its beginning once more.
    for (let length = Math.min(rest.length, whole.length); length > 0; length--) {
      if (whole.endsWith(rest.slice(0, length))) {
        rest = rest.slice(length);
        break;
      }
    }
    return rest === "" || whole.startsWith(rest);
  });
}

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** Whether both sides have the same letters, so that only spaces and hyphens moved. */
function isRespaced(words: Words, known: IndexedText, gap: Pairing): boolean {
  if (gap.from === gap.to || gap.to - gap.from > 12 || gap.knownTo - gap.knownFrom > 12) return false;
  const there = known.spelled(gap.knownFrom, gap.knownTo);
  return there !== null && letters(there.join("")) === letters(words.text.slice(startOf(words, gap.from), endOf(words, gap.to)));
}

/** Whether the license leaves room there: for a blank that is filled in, for a name, or within a part that is optional; between two needed words other ones may not stand. */
function isRoom(known: IndexedText, gap: Pairing): boolean {
  if (stretchWords(known, gap.knownFrom - 1, gap.knownTo + 1, "optional") > 0) return true;
  return gap.to - gap.from <= longestName && (known.slots.some((slot) => slot >= gap.knownFrom && slot <= gap.knownTo) || besideVariable(known, gap.knownFrom, gap.knownTo));
}

function differenceOf(words: Words, known: IndexedText, lines: TextLines, found: Pairing): WordDifference | null {
  const gap = found.knownFrom === found.knownTo ? shifted(words, known, lines, found) : found;
  const here = gap.to - gap.from;
  const needed = stretchWords(known, gap.knownFrom, gap.knownTo, "needed");
  // Whatever a copy may have of its own, no terms.
  if (here > 0 && limits(words.text.slice(startOf(words, gap.from), endOf(words, gap.to)))) return { ...gap, kind: needed === 0 ? "added" : "changed" };
  if (needed === 0 && (here === 0 || isRoom(known, gap))) return null;
  if (here > 0 && (isNotice(words, lines, gap.from, gap.to) || isFurniture(words, lines, gap.from, gap.to) || isNoticeList(words, lines, gap.from, gap.to))) return needed === 0 ? null : { ...gap, kind: "dropped" };
  if (needed === 0) return isAddressRest(words, known, gap) ? null : { ...gap, kind: "added" };
  if (isRespaced(words, known, gap)) return null;
  return { ...gap, kind: here === 0 ? "dropped" : "changed" };
}

/** Needed words before the first and after the last that both have. */
function missingEnds(known: IndexedText, { runs }: Alignment): WordDifference[] {
  const [first, last] = [runs[0]!, runs.at(-1)!];
  const ends: WordDifference[] = [];
  if (stretchWords(known, 0, first.knownFrom, "needed") > 0) ends.push({ kind: "dropped", from: first.from, to: first.from, knownFrom: 0, knownTo: first.knownFrom });
  if (stretchWords(known, last.knownTo, known.words, "needed") > 0) ends.push({ kind: "dropped", from: last.to, to: last.to, knownFrom: last.knownTo, knownTo: known.neededEnd });
  return ends;
}

/** Numbers and addresses that are others, or gone, between words that both have. */
function changedMarks(words: Words, known: IndexedText, alignment: Alignment): WordDifference[] {
  const inBlank = ({ known: at, here, there }: MarkPlace): boolean => known.slots.includes(at) && isMarksAlike(here.filter((each) => each.url), there);
  const numbers = alignment.runs.flatMap((run) => marksAlong(words, known, run)).filter((each) => !isMarksAlike(each.here, each.there) && !inBlank(each) && stretchWords(known, each.known - 1, each.known + 1, "needed") > 1);
  return numbers.map(({ word, known: at }): WordDifference => ({ kind: "changed", from: word - 1, to: word + 1, knownFrom: at - 1, knownTo: at + 1 }));
}

/** Every difference between a text and the license it is aligned with, in the order of the text; what may differ in a copy is none. */
export function differencesOf(words: Words, known: IndexedText, alignment: Alignment, lines: TextLines): WordDifference[] {
  const gaps = alignment.gaps.flatMap((gap) => differenceOf(words, known, lines, gap) ?? []);
  return [...missingEnds(known, alignment), ...gaps, ...changedMarks(words, known, alignment)].toSorted((a, b) => a.from - b.from || a.knownFrom - b.knownFrom);
}

/** Whether there is any such difference: words that must be there and are not are seen without a look at the text. */
export function differs(words: Words, known: IndexedText, alignment: Alignment, lines: TextLines): boolean {
  const lacking = (gap: Pairing): boolean => gap.knownTo > gap.knownFrom && stretchWords(known, gap.knownFrom, gap.knownTo, "needed") > 0 && !isRespaced(words, known, gap);
  return missingEnds(known, alignment).length > 0 || alignment.gaps.some(lacking) || alignment.gaps.some((gap) => differenceOf(words, known, lines, gap) !== null) || changedMarks(words, known, alignment).length > 0;
}

/**
 * Whether every alignment within a frame differs: a word that must be there stands nowhere in its gap, and its letters do not either, so that no spaces
 * moved. The runs of the frame are long enough to stay, whatever is found between them.
 */
export function lacksWords(words: Words, known: IndexedText, hash: Uint32Array, { gaps }: Frame): boolean {
  return gaps.some((gap) => known.stretches.some(({ from, to, is }) => {
    if (is !== "needed") return false;
    for (let at = Math.max(from, gap.knownFrom); at < Math.min(to, gap.knownTo); at++) {
      if (isAmong(words.hash, gap.from, gap.to, hash[at]!)) continue;
      if (gap.from === gap.to || !letters(words.text.slice(startOf(words, gap.from), endOf(words, gap.to))).includes(letters(known.spelled(at, at + 1)!.join("")))) return true;
    }
    return false;
  }));
}

function isAmong(hash: Uint32Array, from: number, to: number, sought: number): boolean {
  for (let at = from; at < to; at++) if (hash[at] === sought) return true;
  return false;
}

/** A number that differs between two words tells versions of a license apart, and is surely not what it was; a block may be unlike by one word. */
const numberCost = 6;

/** What a gap between blocks likely comes to: a word for each block, and the words that are more or fewer. */
const changedIn = (here: number, there: number): number => here === 2 && there === 2 ? numberCost : Math.min(Math.max(here, there), Math.ceil(there / 8) + Math.abs(here - there));

/** The words of a license that likely stand in the gaps between blocks, of which one word made each unlike. */
export const likelyWords = (differences: readonly WordDifference[], known: IndexedText): number =>
  known.keepsWords ? 0 : differences.reduce((sum, { from, to, knownFrom, knownTo }) => sum + (to === from || knownTo === knownFrom ? 0 : knownTo - knownFrom <= 2 ? 0 : Math.max(0, knownTo - knownFrom - changedIn(to - from, knownTo - knownFrom))), 0);

/** How many words the differences come to, for telling which of several licenses is the base. */
export function costOf(differences: readonly WordDifference[], known: IndexedText): number {
  return differences.reduce((sum, { from, to, knownFrom, knownTo }) => {
    const [here, there] = [to - from, stretchWords(known, knownFrom, knownTo, "needed")];
    // Where only blocks are kept, one changed word makes a whole block unlike.
    return sum + (known.keepsWords || here === 0 || there === 0 ? Math.max(here, there) : changedIn(here, there));
  }, 0);
}
