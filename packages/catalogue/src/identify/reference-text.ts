import { blockHash, blockStarts } from "./block.js";
import { omittableOf } from "./omittable.js";
import { hashOf } from "./spelling.js";
import type { Words } from "./reading.js";
import { markKind, readWords } from "./words.js";

/** A number, list letter or address between the words of a known text. */
export interface KnownMark {
  readonly at: number;
  readonly text: string;
  readonly loose: boolean;
  readonly url: boolean;
}

/** A stretch of a text: `needed` words make the license, `optional` ones may be missing, `variable` ones may read otherwise. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly is: "needed" | "optional" | "variable";
}

/** A license text as it is known: by its blocks, and where the text may be kept, by its words. */
export interface KnownText {
  /** The ids that this text alone cannot tell apart; the first is the one it goes by. */
  readonly ids: readonly string[];
  readonly title: string;
  /** Which of the texts of one license this is, where there are several. */
  readonly version: string | null;
  readonly words: number;
  readonly stretches: readonly Stretch[];
  /** Words before which a copy may have a notice or a name of its own. */
  readonly slots: readonly number[];
  readonly blocks: Uint32Array;
  readonly marks: readonly KnownMark[];
  /** Whether the words are kept, or only blocks of them. */
  readonly keepsWords: boolean;
  /** The hash of each word; null where only blocks are kept. */
  readonly hash: Uint32Array | null;
  /** The words from one to another, to say which are missing; null where only blocks are kept. */
  spelled(from: number, to: number): readonly string[] | null;
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

export const notice = /^[\s*#/;%>|!.-]*(?:portions?:?\s+)?(?:copyright|©|copr\.|\(c\)\s*(?:copyright|(?:19|20)\d\d|<|\[))/i;
export const noticeSign = /©|\(c\)|\b(?:19|20)\d\d\b|<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\}|\byear\b|\bY{4}\b/i;
const reserved = /^[\s*#/;%>|!-]*all rights reserved\.?\s*$/i;
const placeholder = /<<[^<>]{0,200}>>|<(?!\/)[^<>@\n#]{1,80}>|\[(?:year|y{4}|xxxx|name|full name|insert|owner|holder|copyright|software|enter|date|_{2,}|\s*\]|\$)[^[\]\n]{0,80}\]|\[\s*\]|\[_+\]|\{[^{}\n]{1,60}\}|_{4,}/gi;

/** Copyright notices and blanks to fill in: they differ in every copy (B.11). */
function cutsOf(text: string): Cut[] {
  const cuts: Cut[] = [];
  let start = 0;
  for (const paragraph of text.split(/(\n[^\S\n]*\n)/)) {
    let at = start;
    for (const line of paragraph.split(/(?<=\n)/)) {
      const words = line.trim().split(/\s+/).length;
      if (reserved.test(line)) cuts.push({ start: at, end: at + line.length });
      else if (notice.test(line) && noticeSign.test(line)) {
        const sentence = words > 24 ? /(?:[\p{L}\d)]{2}[.]|>)\s/u.exec(line.slice(12)) : null;
        cuts.push({ start: at, end: sentence === null ? at + line.length : at + 12 + sentence.index + sentence[0].length - 1 });
      }
      at += line.length;
    }
    start += paragraph.length;
  }
  for (const found of text.matchAll(placeholder)) if (!/:\/\//.test(found[0])) cuts.push({ start: found.index, end: found.index + found[0].length });
  return cuts.toSorted((a, b) => a.start - b.start);
}

/** How many of the first words are a title: short paragraphs that are no sentences (B.12). */
function titleLength(text: string, words: Words): number {
  let at = 0;
  let end = 0;
  for (const paragraph of text.split(/(\n[^\S\n]*\n)/).slice(0, 10)) {
    const plain = paragraph.trim();
    const length = plain.split(/\s+/).length;
    at += paragraph.length;
    if (plain === "") continue;
    if (length > 16 || (/[.:;,]$/.test(plain) && !(length < 6 && /licen[cs]e:$/i.test(plain)) && !/\b(?:version|v)\s*[\d.]+$|\d\.$|\/$/i.test(plain))) break;
    end = at;
  }
  let count = 0;
  while (count < words.count && words.start[count]! < end) count++;
  return count * 3 > words.count ? 0 : count;
}

/** Where in a permissive text the holder is named, as the templates of the BSD, ISC and HPND families have it: words before, words after, at most between. */
const namings = ([
  ["provided by", "as is"], ["in no event shall", "be liable"], ["in no event will", "be liable"], ["event shall", "be liable"], ["neither the name of", "nor"], ["neither the names of", "nor"], ["and the name of", "not be used"],
  ["as is and", "disclaims"], ["as is and", "disclaim"], ["that the name of", "not be used"], ["the name of", "may not be used"], ["the names of", "may not be used"], ["the name of", "must not be used"], ["names of", "not be used in advertising"],
] as const).map(([before, after]) => ({ before: before.split(" ").map(hashOf), after: after.split(" ").map(hashOf) }));
const longestName = 14;
const longestPermissive = 700;

function startsWith(hash: Uint32Array, at: number, words: readonly number[]): boolean {
  return hash[at] === words[0] && words.every((word, i) => hash[at + i] === word);
}

function namedIn(hash: Uint32Array): { from: number; to: number }[] {
  if (hash.length > longestPermissive) return [];
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at < hash.length; at++) {
    for (const { before, after } of namings) {
      if (!startsWith(hash, at, before)) continue;
      const from = at + before.length;
      for (let to = from; to <= from + longestName && to < hash.length; to++) {
        if (!startsWith(hash, to, after)) continue;
        if (to > from) found.push({ from, to });
        break;
      }
    }
  }
  return found;
}

/** The stretches of a text of so many words, from what each word is. */
function stretchesFrom(is: readonly Stretch["is"][]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < is.length; ) {
    let to = from + 1;
    while (to < is.length && is[to] === is[from]) to++;
    stretches.push({ from, to, is: is[from]! });
    from = to;
  }
  return stretches;
}

const blocksOf = (hash: Uint32Array, stretches: readonly Stretch[]): Uint32Array =>
  Uint32Array.from(stretches.flatMap(({ from, to, is }) => (is === "variable" ? [] : blockStarts(from, to).map((at) => blockHash(hash, at)))));

/** The starts of the blocks of a text, in the order in which their hashes are kept. */
export function startsOf(stretches: readonly Stretch[]): Int32Array {
  const starts: number[] = [];
  for (const { from, to, is } of stretches) if (is !== "variable") for (const start of blockStarts(from, to)) starts.push(start);
  return new Int32Array(starts);
}

/** An address without what does not tell it apart (B.14), however it is typeset. */
export const plainAddress = (url: string): string => url.normalize("NFKC").replaceAll("&amp;", "&").toLowerCase().replace(/^https?:\/\//, "").replace(/^www\./, "").replace(/[/.]+$/, "");

/** Whether an offset lies in a cut; the cuts are in order. */
function cutTest(cuts: readonly Cut[]): (offset: number) => boolean {
  const merged: { start: number; end: number }[] = [];
  for (const cut of cuts) {
    const last = merged.at(-1);
    if (last !== undefined && cut.start <= last.end) last.end = Math.max(last.end, cut.end);
    else merged.push({ ...cut });
  }
  return (offset) => {
    let [low, high] = [0, merged.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (merged[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low < merged.length && merged[low]!.start <= offset;
  };
}

function firstFrom(words: Words, offset: number): number {
  let [low, high] = [0, words.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words.start[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Makes of a license text what is kept of it. */
export function knownText(ids: readonly string[], title: string, text: string): KnownText {
  const all = readWords(text);
  const cuts = cutsOf(text);
  const isCut = cutTest(cuts);
  const kept: number[] = [];
  const newIndex = new Int32Array(all.count + 1);
  for (let i = 0; i < all.count; i++) {
    newIndex[i] = kept.length;
    if (!isCut(all.start[i]!)) kept.push(i);
  }
  newIndex[all.count] = kept.length;
  const hash = Uint32Array.from(kept, (i) => all.hash[i]!);
  const is: Stretch["is"][] = Array.from({ length: kept.length }, () => "needed");
  is.fill("optional", 0, newIndex[titleLength(text, all)]);
  for (const { from, to } of omittableOf(ids, hash)) is.fill("optional", from, to);
  for (const { from, to } of namedIn(hash)) is.fill("variable", from, to);
  const { marks } = all;
  const keptMarks: KnownMark[] = [];
  for (let m = 0; m < marks.count; m++) {
    if (isCut(marks.start[m]!) || marks.kind[m] === markKind.mail) continue;
    const url = marks.kind[m] === markKind.url;
    const raw = text.slice(marks.start[m], marks.end[m]);
    keptMarks.push({ at: newIndex[marks.at[m]!]!, text: url ? plainAddress(raw) : raw.toLowerCase(), loose: marks.loose[m] === 1, url });
  }
  const stretches = stretchesFrom(is);
  return {
    ids, title, version: null, words: kept.length, stretches, slots: [...new Set(cuts.map((cut) => newIndex[firstFrom(all, cut.start)]!))].toSorted((a, b) => a - b), blocks: blocksOf(hash, stretches), marks: keptMarks, keepsWords: true, hash,
    spelled: (from, to) => kept.slice(from, to).map((i) => text.slice(all.start[i], all.end[i]).replaceAll(/\s+/g, "")),
  };
}
