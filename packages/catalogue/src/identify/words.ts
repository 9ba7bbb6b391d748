import { firstOf, foldedWide, kind, kindOf, firstIs } from "./character.js";
import { Reading, type Words } from "./reading.js";
import { hashed, hashOf, seed, spread } from "./spelling.js";
import { watchedWord } from "./watched-word.js";

/** What stands between words and is compared apart from them: numbers, list letters, addresses. */
export const markKind = { number: 0, letter: 1, url: 2, mail: 3 } as const;

const tag = /<\/?(?:a|abbr|article|aside|b|big|blockquote|body|br|button|center|cite|code|dd|div|dl|dt|em|font|footer|form|h[1-6]|head|header|hr|html|i|img|input|label|li|link|main|mark|meta|nav|ol|p|path|pre|section|small|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|title|tr|tt|u|ul)(?:\s[^<>]{0,2000})?\/?>/iy;
const entity = /&(?:#(?:\d{1,6}|x[\da-f]{1,5})|[a-z]{2,8});/iy;
const apostropheEntity = /&(?:#39|#x27|apos|[lr]squo|#821[67]|#x201[89]);/iy;
const address = /[^\s<>"'`|\\^{}]+/y;
const roman = /^(?:x{0,3}(?:ix|iv|v?i{0,3}))$/i;
const [http, https, www] = ["http", "https", "www"].map(hashOf) as [number, number, number];

/** Read from the object of another module at every character they would take a third of the time. */
const { letter, ends, passed } = firstIs;

const isWordKind = (k: number): boolean => k === kind.letter || k === kind.digit;

/** Past a hyphen: where the word goes on, over the end of a line and the comment signs of the next one; -1 where it does not. */
function pastHyphen({ codes, length }: Reading, hyphen: number): number {
  let i = hyphen + 1;
  if (isWordKind(kindOf(codes[i]!))) return i;
  let lines = 0;
  for (; i < length && i - hyphen < 120; i++) {
    const code = codes[i]!;
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

/** The word read last, by `scan`: where it ends, its hash, and of what it is made. */
const scanned = { end: 0, hash: 0, letters: 0, digits: 0 };

/** Reads one word from a letter or digit on. */
function scan(reading: Reading, from: number): void {
  const { codes, text } = reading;
  let hash = seed;
  let letters = 0;
  let digits = 0;
  let i = from;
  for (;;) {
    const code = codes[i]!;
    const k = kindOf(code);
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
    } else if (k === kind.ignored || (k === kind.apostrophe && kindOf(codes[i + 1]!) === kind.letter)) i++;
    else if (code === 46 && digits > 0 && kindOf(codes[i - 1]!) === kind.digit && kindOf(codes[i + 1]!) === kind.digit) {
      hash = hashed(hash, code);
      i++;
    } else if (k === kind.hyphen) {
      const next = pastHyphen(reading, i);
      // A year at the end of a line is the end of a span, no half of a word.
      if (next === -1 || (letters === 0 && digits === 4 && next > i + 1)) break;
      i = next;
    } else if (code === 38) {
      apostropheEntity.lastIndex = i;
      if (!apostropheEntity.test(text) || kindOf(codes[apostropheEntity.lastIndex]!) !== kind.letter) break;
      i = apostropheEntity.lastIndex;
    } else break;
  }
  scanned.end = i;
  scanned.hash = spread(hash);
  scanned.letters = letters;
  scanned.digits = digits;
}

const longestAddress = 2000;
const addressTail = ")].,;:*_!?";

/** The end of an address from here on, without the punctuation after it. */
function addressEnd(text: string, from: number): number {
  address.lastIndex = from;
  let end = Math.min(address.test(text) ? address.lastIndex : from, from + longestAddress);
  const part = text.slice(from, end);
  if (part.includes("&")) end = from + part.replace(/&(?:quot|[lg]t|apos|#\d+);.*$/i, "").length;
  while (end > from && addressTail.includes(text[end - 1]!)) end--;
  for (let at = from + 1; at < end; at++) if ((text[at] === ")" || text[at] === "]") && (at + 1 === end || !/[\w/]/.test(text[at + 1]!))) return at;
  return end;
}

/** Whether letters stand as the sign of a list item: `(a)`, `a)`, `iv.`, in Markdown also `a\)` */
function isListLetter({ text, codes, length }: Reading, start: number, last: number): boolean {
  const end = codes[last] === 92 ? last + 1 : last;
  const after = codes[end]!;
  if ((after !== 41 && after !== 46) || last - start > 5 || (last - start > 1 && !roman.test(text.slice(start, last)))) return false;
  if (after === 41) return true;
  // A semicolon may begin a comment, or end the entity of a sign that joins letters.
  const before = start === 0 ? kind.space : /&(?:amp|#38);$/i.test(text.slice(Math.max(0, start - 5), start)) ? kind.other : kindOf(codes[start - 1]!);
  if (before !== kind.space && before !== kind.bullet) return false;
  const next = end + 1 >= length ? kind.space : kindOf(codes[end + 1]!);
  return next === kind.space || next === kind.bullet || text[end + 1] === "<";
}

function isBracketed(text: string, start: number, end: number): boolean {
  const [before, after] = [text[start - 1], text[end]];
  return (before === "[" && after === "]") || (before === "(" && after === ")" && end - start === 1);
}

/** Looks for signs in what is read otherwise than as plain words. */
function signsIn(reading: Reading, from: number, to: number): void {
  const { codes } = reading;
  for (let i = from; i < to; i++) {
    if (firstOf[codes[i]!] !== letter) continue;
    const start = i;
    let hash = seed;
    for (let code = codes[i]!; firstOf[code] === letter; code = codes[++i]!) hash = hashed(hash, code | 32);
    if (i - start > 4 && watchedWord(spread(hash))?.isSign === true) reading.sign(start);
  }
}

function oddWordFrom(reading: Reading, from: number): number {
  const end = wordFrom(reading, from);
  signsIn(reading, from, end);
  return end;
}

function wordFrom(reading: Reading, from: number): number {
  const { text, codes } = reading;
  scan(reading, from);
  const { end, hash, letters, digits } = scanned;
  const urlHash = hash === http || hash === https ? text.startsWith("://", end) : hash === www && codes[end] === 46;
  if (urlHash) {
    const last = addressEnd(text, from);
    reading.mark(markKind.url, from, last, false);
    reading.beginLine();
    return Math.max(last, end);
  }
  if (codes[end] === 64 && isWordKind(kindOf(codes[end + 1]!))) {
    const last = Math.max(addressEnd(text, end), end);
    reading.mark(markKind.mail, from, last, true);
    reading.beginLine();
    return last;
  }
  if (letters === 0) {
    addNumber(reading, from, end, digits);
    return end;
  }
  if (digits === 0 && letters <= 5 && isListLetter(reading, from, end)) reading.mark(markKind.letter, from, end, true);
  else reading.word(hash, from, end);
  return end;
}

const [letterI, letterV, letterW, letterX] = [105, 118, 119, 120];
const isRoman = (code: number): boolean => (code | 32) === letterI || (code | 32) === letterV || (code | 32) === letterX;

/** Whether letters that end before a sign which may belong to them are surely a word by themselves. */
function isWhole({ codes }: Reading, from: number, end: number): boolean {
  switch (codes[end]!) {
    // The sign of a list item is one letter or a Roman number, and an address begins with its own.
    case 46:
    case 92:
    case 41: return end - from > 5 || (end - from > 1 && !isRoman(codes[from + 1]!) && (end - from !== 3 || (codes[from]! | 32) !== letterW));
    case 58: return codes[end + 1] !== 47;
    case 39:
    case 96: return kindOf(codes[end + 1]!) !== kind.letter;
    default: return false;
  }
}

/** Past a number of digits alone, as nearly all are; -1 where it may be more. */
function numberEnd({ codes }: Reading, from: number): number {
  let end = from + 1;
  while (codes[end]! >= 48 && codes[end]! < 58) end++;
  const after = codes[end]!;
  const isEnd = (firstOf[after]! & ends) !== 0 || after === 41 || after === 58 || (after === 46 && (firstOf[codes[end + 1]!]! & ends) !== 0);
  return isEnd ? end : -1;
}

function addNumber(reading: Reading, from: number, end: number, digits: number): void {
  reading.mark(markKind.number, from, end, reading.lineStart || isBracketed(reading.text, from, end));
  if (digits > 2) reading.beginLine();
}

function past(pattern: RegExp, text: string, i: number): number {
  pattern.lastIndex = i;
  return pattern.test(text) ? pattern.lastIndex : i + 1;
}

/** Past a tag of HTML. What bears words and no attribute (`<CODE BEGINS>`) is a sign that the text speaks of. */
function pastTag(reading: Reading, i: number): number {
  const { text, codes } = reading;
  const next = codes[i + 1]!;
  if (firstOf[next] !== letter && next !== 47) return i + 1;
  const end = past(tag, text, i);
  if (end > i + 1 && /^\S+\s+[^\s/>]/.test(text.slice(i, end)) && !text.slice(i, end).includes("=")) return i + 1;
  signsIn(reading, i, end);
  return end;
}

/** Past an entity of HTML, or the sign that would begin one. */
function pastEntity(reading: Reading, i: number): number {
  const { text, codes } = reading;
  if (firstOf[codes[i + 1]!] !== letter && codes[i + 1] !== 35) return i + 1;
  const end = past(entity, text, i);
  signsIn(reading, i, end);
  return end;
}

const escapes = new Set(["n", "r", "t"].map((each) => each.charCodeAt(0)));

/** Reads the words of a text. Linear in its length, whatever it holds. `thorough`: every word is read as one of which anything may be, which takes longer and finds the same. */
export function readWords(text: string, thorough = false): Words {
  const reading = new Reading(text);
  const { codes, length, hash: hashes, start, end } = reading;
  const classes = firstOf;
  let [i, count] = [0, 0];
  while (i < length) {
    let code = codes[i]!;
    let is = classes[code]!;
    if (is >= passed) {
      i++;
      continue;
    }
    if (is !== letter) {
      reading.count = count;
      if (code === 10) {
        reading.startLine();
        i++;
        continue;
      }
      i = otherFrom(reading, i, code, thorough);
      count = reading.count;
      continue;
    }
    // A word of letters alone with nothing beside it that could be of it, as nearly all are, is read here.
    const from = i;
    let sum = seed;
    do {
      sum = hashed(sum, code | 32);
      code = codes[++i]!;
      is = classes[code]!;
    } while (is === letter);
    if (thorough || (is & ends) === 0 && !isWhole(reading, from, i)) {
      reading.count = count;
      i = oddWordFrom(reading, from);
      count = reading.count;
      continue;
    }
    const hash = spread(sum);
    const watched = watchedWord(hash);
    if (watched === undefined) {
      hashes[count] = hash;
      start[count] = from;
      end[count++] = i;
      continue;
    }
    reading.count = count;
    if (watched.isSign) reading.sign(from);
    reading.watchedWord(watched, from, i);
    count = reading.count;
  }
  reading.count = count;
  return reading.words();
}

/** Past what begins with something other than a letter of ASCII. */
function otherFrom(reading: Reading, i: number, code: number, thorough: boolean): number {
  const k = kindOf(code);
  const end = k === kind.digit && code < 128 && !thorough ? numberEnd(reading, i) : -1;
  if (end !== -1) {
    addNumber(reading, i, end, end - i);
    return end;
  }
  if (k === kind.letter || k === kind.digit) return oddWordFrom(reading, i);
  if (code === 60) return pastTag(reading, i);
  if (code === 38) return pastEntity(reading, i);
  // Within a string of code a line end is written as one.
  if (code === 92) return i + (escapes.has(reading.codes[i + 1]!) ? 2 : 1);
  if (k === kind.ideograph) reading.word(spread(hashed(seed, foldedWide(code).charCodeAt(0))), i, i + 1);
  return i + 1;
}
