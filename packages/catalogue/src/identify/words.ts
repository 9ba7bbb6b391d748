import { foldedWide, kind, kindOf } from "./character.js";
import { afterWord, hashed, hashOf, keptSpelling, seed, spread } from "./spelling.js";

/** What stands between words and is compared apart from them: numbers, list letters, addresses. */
export const markKind = { number: 0, letter: 1, url: 2, mail: 3 } as const;

/**
 * A text as its words, by the SPDX matching guidelines: white space, case, punctuation, quotes, comment signs, bullets and HTML tags fall
 * away, hyphens join. Numbers and list letters are no words but marks between them, because renderings lose or renumber them.
 */
export interface Words {
  readonly text: string;
  readonly count: number;
  readonly hash: Uint32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly marks: Marks;
}

/** Marks in the order of the text. */
interface Marks {
  readonly count: number;
  /** The word before which the mark stands. */
  readonly at: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  /** 1 for what may be a list item's sign, a page number or a reference, and so may come and go. */
  readonly loose: Uint8Array;
}

const tag = /<\/?(?:a|abbr|article|aside|b|big|blockquote|body|br|button|center|cite|code|dd|div|dl|dt|em|font|footer|form|h[1-6]|head|header|hr|html|i|img|input|label|li|link|main|mark|meta|nav|ol|p|path|pre|section|small|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|title|tr|tt|u|ul)(?:\s[^<>]{0,2000})?\/?>/iy;
const entity = /&(?:#(?:\d{1,6}|x[\da-f]{1,5})|[a-z]{2,8});/iy;
const apostropheEntity = /&(?:#39|#x27|apos|[lr]squo|#821[67]|#x201[89]);/iy;
const address = /[^\s<>"'`|\\^{}]+/y;
const roman = /^(?:x{0,3}(?:ix|iv|v?i{0,3}))$/i;
/** Comment signs that are words. */
const commentWords = new Set(["dnl", "rem"].map(hashOf));
const [http, https, www] = ["http", "https", "www"].map(hashOf) as [number, number, number];

const isWordKind = (k: number): boolean => k === kind.letter || k === kind.digit;

class Reading {
  readonly length: number;
  count = 0;
  hash: Uint32Array;
  start: Int32Array;
  end: Int32Array;
  marks = 0;
  markAt = new Int32Array(64);
  markStart = new Int32Array(64);
  markEnd = new Int32Array(64);
  markKind = new Uint8Array(64);
  markLoose = new Uint8Array(64);
  /** Nothing but signs has been seen on this line yet. */
  lineStart = true;
  at = 0;

  constructor(readonly text: string) {
    this.length = text.length;
    const size = Math.max(16, text.length >> 3);
    this.hash = new Uint32Array(size);
    this.start = new Int32Array(size);
    this.end = new Int32Array(size);
  }

  word(hash: number, start: number, end: number): void {
    const before = this.count === 0 ? undefined : afterWord(this.hash[this.count - 1]!, hash);
    let kept = keptSpelling(hash);
    if (before !== undefined) {
      kept = before.becomes;
      if (!before.keepsFirst) {
        this.hash[this.count - 1] = kept;
        this.end[this.count - 1] = end;
        return;
      }
    }
    if (this.count === this.hash.length) this.grow();
    this.hash[this.count] = kept;
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.count++;
  }

  mark(of: number, start: number, end: number, loose: boolean): void {
    if (this.marks === this.markAt.length) {
      this.markAt = doubled(this.markAt);
      this.markStart = doubled(this.markStart);
      this.markEnd = doubled(this.markEnd);
      this.markKind = doubled(this.markKind);
      this.markLoose = doubled(this.markLoose);
    }
    this.markAt[this.marks] = this.count;
    this.markStart[this.marks] = start;
    this.markEnd[this.marks] = end;
    this.markKind[this.marks] = of;
    this.markLoose[this.marks] = loose ? 1 : 0;
    this.marks++;
  }

  grow(): void {
    this.hash = doubled(this.hash);
    this.start = doubled(this.start);
    this.end = doubled(this.end);
  }
}

function doubled<T extends Uint8Array | Int32Array | Uint32Array>(array: T): T {
  const larger = new (array.constructor as new (size: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}

/** Past a hyphen: where the word goes on, over the end of a line and the comment signs of the next one; -1 where it does not. */
function pastHyphen(text: string, hyphen: number): number {
  let i = hyphen + 1;
  if (isWordKind(kindOf(text.charCodeAt(i)))) return i;
  let lines = 0;
  for (; i < text.length && i - hyphen < 120; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) lines++;
    else {
      const k = kindOf(code);
      if (k === kind.letter) return lines === 1 ? i : -1;
      if (k !== kind.space && k !== kind.bullet && k !== kind.ignored) return -1;
      if (lines === 0 && k === kind.bullet) return -1;
    }
  }
  return -1;
}

/** Reads one word from a letter or digit on; says where it ends, its hash, and of what it is made. */
function scan(text: string, from: number): { end: number; hash: number; letters: number; digits: number } {
  let [hash, letters, digits, i] = [seed, 0, 0, from];
  for (;;) {
    const code = text.charCodeAt(i);
    const k = i < text.length ? kindOf(code) : kind.space;
    if (k === kind.letter && code < 128) {
      hash = hashed(hash, code | 32);
      letters++;
      i++;
    } else if (k === kind.digit && code < 128) {
      hash = hashed(hash, code);
      digits++;
      i++;
    } else if (isWordKind(k)) {
      const folded = foldedWide(code);
      for (let j = 0; j < folded.length; j++) hash = hashed(hash, folded.charCodeAt(j));
      if (k === kind.letter) letters += folded.length;
      else digits++;
      i++;
    } else if (k === kind.ignored || (k === kind.apostrophe && kindOf(text.charCodeAt(i + 1)) === kind.letter)) i++;
    else if (code === 46 && digits > 0 && kindOf(text.charCodeAt(i - 1)) === kind.digit && kindOf(text.charCodeAt(i + 1)) === kind.digit) {
      hash = hashed(hash, code);
      i++;
    } else if (k === kind.hyphen) {
      const next = pastHyphen(text, i);
      // A year at the end of a line is the end of a span, no half of a word.
      if (next === -1 || (letters === 0 && digits === 4 && next > i + 1)) break;
      i = next;
    } else if (code === 38) {
      apostropheEntity.lastIndex = i;
      if (!apostropheEntity.test(text) || kindOf(text.charCodeAt(apostropheEntity.lastIndex)) !== kind.letter) break;
      i = apostropheEntity.lastIndex;
    } else break;
  }
  return { end: i, hash: spread(hash), letters, digits };
}

/** The end of an address from here on, without the punctuation after it. */
function addressEnd(text: string, from: number): number {
  address.lastIndex = from;
  const end = address.test(text) ? address.lastIndex : from;
  const trimmed = text.slice(from, Math.min(end, from + 2000)).replace(/&(?:quot|[lg]t|apos|#\d+);.*$/i, "").replace(/[)\].,;:*_!?]+$/, "");
  const bracket = trimmed.search(/[)\]](?![\w/])/);
  return from + (bracket > 0 ? bracket : trimmed.length);
}

/** Whether letters stand as the sign of a list item: `(a)`, `a)`, `iv.` */
function isListLetter(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length > 5 || (length > 1 && !roman.test(text.slice(start, end)))) return false;
  const after = text.charCodeAt(end);
  if (after === 41) return true;
  // A semicolon may begin a comment, or end the entity of a sign that joins letters.
  const before = start === 0 ? kind.space : /&(?:amp|#38);$/i.test(text.slice(Math.max(0, start - 5), start)) ? kind.other : kindOf(text.charCodeAt(start - 1));
  if (after !== 46 || (before !== kind.space && before !== kind.bullet)) return false;
  const next = end + 1 >= text.length ? kind.space : kindOf(text.charCodeAt(end + 1));
  return next === kind.space || next === kind.bullet || text[end + 1] === "<";
}

function isBracketed(text: string, start: number, end: number): boolean {
  const [before, after] = [text[start - 1], text[end]];
  return (before === "[" && after === "]") || (before === "(" && after === ")" && end - start === 1);
}

function wordFrom(reading: Reading, from: number): number {
  const { text } = reading;
  const { end, hash, letters, digits } = scan(text, from);
  const urlHash = hash === http || hash === https ? text.startsWith("://", end) : hash === www && text[end] === ".";
  if (urlHash) {
    const last = addressEnd(text, from);
    reading.mark(markKind.url, from, last, false);
    reading.lineStart = false;
    return Math.max(last, end);
  }
  if (text[end] === "@" && isWordKind(kindOf(text.charCodeAt(end + 1)))) {
    const last = Math.max(addressEnd(text, end), end);
    reading.mark(markKind.mail, from, last, true);
    reading.lineStart = false;
    return last;
  }
  if (letters === 0) {
    reading.mark(markKind.number, from, end, reading.lineStart || isBracketed(text, from, end));
    if (digits > 2) reading.lineStart = false;
    return end;
  }
  if (digits === 0 && letters <= 5 && isListLetter(text, from, end)) {
    reading.mark(markKind.letter, from, end, true);
    return end;
  }
  if (!(reading.lineStart && commentWords.has(hash))) {
    reading.word(hash, from, end);
    reading.lineStart = false;
  }
  return end;
}

function past(pattern: RegExp, text: string, i: number): number {
  pattern.lastIndex = i;
  return pattern.test(text) ? pattern.lastIndex : i + 1;
}

/** Past a tag of HTML. What bears words and no attribute (`<CODE BEGINS>`) is a sign that the text speaks of. */
function pastTag(text: string, i: number): number {
  const end = past(tag, text, i);
  return end > i + 1 && /^\S+\s+[^\s/>]/.test(text.slice(i, end)) && !text.slice(i, end).includes("=") ? i + 1 : end;
}

/** Reads the words of a text. Linear in its length, whatever it holds. */
export function readWords(text: string): Words {
  const reading = new Reading(text);
  let i = 0;
  while (i < reading.length) {
    const code = text.charCodeAt(i);
    const k = kindOf(code);
    if (isWordKind(k)) i = wordFrom(reading, i);
    else if (code === 10) {
      reading.lineStart = true;
      i++;
    } else if (code === 60) i = pastTag(text, i);
    else if (code === 38) i = past(entity, text, i);
    // Within a string of code a line end is written as one.
    else if (code === 92) i += /[nrt]/.test(text[i + 1] ?? "") ? 2 : 1;
    else {
      if (k === kind.ideograph) {
        reading.word(spread(hashed(seed, foldedWide(code).charCodeAt(0))), i, i + 1);
        reading.lineStart = false;
      }
      i++;
    }
  }
  const { count, marks } = reading;
  return {
    text, count, hash: reading.hash.subarray(0, count), start: reading.start.subarray(0, count), end: reading.end.subarray(0, count),
    marks: {
      count: marks, at: reading.markAt.subarray(0, marks), start: reading.markStart.subarray(0, marks), end: reading.markEnd.subarray(0, marks),
      kind: reading.markKind.subarray(0, marks), loose: reading.markLoose.subarray(0, marks),
    },
  };
}
