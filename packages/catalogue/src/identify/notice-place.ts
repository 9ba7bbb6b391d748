import type { OffsetRange } from "./text-lines.js";

/** Signs that the patterns take for others, and ends of lines other than the usual one: such a text is looked at from end to end. */
const oddities = ["\r", "\u2028", "\u2029", "\u017F", "\u212A"];

/** Whether patterns may find in a text what its signs do not show. */
export const isOdd = (text: string): boolean => oddities.some((each) => text.includes(each));

const letterL = 108;
const letterU = 117;
const lower = (text: string, at: number): number => text.charCodeAt(at) | 32;
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || (code > 127 && /\s/.test(String.fromCharCode(code)));
const isWordCode = (code: number): boolean => (code >= 48 && code < 58) || code === 95 || ((code | 32) >= 97 && (code | 32) < 123);

/** The letters with which the words before `under` begin, and the one of `redistribute`, which may stand farther off. */
const verbs = new Set(Buffer.from("rdapsocgui"));
const letterR = 114;
const wordsBefore = 4;
const farBefore = 60;

/** Where a trigger may start that has the word `under` at a place: up to four words before it, in one sentence. */
function addVerbs(text: string, under: number, starts: number[]): void {
  let near = under;
  const goesOn = (): boolean => near > 0 && text[near - 1] !== ".";
  for (let word = 0; word < wordsBefore; word++) {
    while (goesOn() && isSpace(text.charCodeAt(near - 1))) near--;
    while (goesOn() && !isSpace(text.charCodeAt(near - 1))) near--;
  }
  let far = near;
  while (far > 0 && near - far < farBefore && text[far - 1] !== ".") far--;
  for (let at = far; at < under; at++) {
    const letter = lower(text, at);
    if ((at < near ? letter === letterR : verbs.has(letter)) && (at === 0 || !isWordCode(text.charCodeAt(at - 1)))) starts.push(at);
  }
}

/** Names are looked for so far after a trigger or the start of a section, and belong to a text that starts so far after them. */
const farthest = 420;

/** Between which places every trigger names what stands within the range, whatever stands around: no trigger has a full stop in it. */
function inside(text: string, { start, end }: OffsetRange): OffsetRange {
  const first = start <= 0 ? 0 : Math.max(start + farthest, text.indexOf("\n", start) === -1 ? text.length : text.indexOf("\n", start) + 1);
  const stop = text.indexOf(".", first);
  return { start: first === 0 ? 0 : stop === -1 ? text.length : stop + 1, end: end <= farthest ? 0 : text.lastIndexOf(".", end - farthest - 1) + 1 };
}

/** Where triggers may start, in order; those left out that surely name what stands within a range that is given. */
export function triggerStarts(text: string, signs: Int32Array, given: readonly OffsetRange[]): number[] {
  const passed = given.map((range) => inside(text, range));
  const starts: number[] = [];
  for (const at of signs) {
    if (passed.some(({ start, end }) => at >= start && at < end)) continue;
    if (lower(text, at) === letterU) addVerbs(text, at, starts);
    // `dual-licensed`, `multi licensed`
    else if (text[at - 1] === "-" || text[at - 1] === " ") starts.push(Math.max(0, at - 6), Math.max(0, at - 5));
    starts.push(at);
  }
  return [...new Set(starts)].toSorted((a, b) => a - b);
}

/** What a heading names stands within so many letters after it. */
const section = 1300;

/** Between which places every heading and header line names what stands within the range: it begins on a line after the first, and ends so far before the last. */
export function linesInside(text: string, { start, end }: OffsetRange): OffsetRange {
  const first = start <= 0 ? 0 : text.indexOf("\n", start);
  const last = text.lastIndexOf("\n", Math.max(0, end - section));
  return { start: first === -1 ? text.length : first, end: last <= 0 ? 0 : text.lastIndexOf("\n", last - 1) };
}

/** The lines on which a word for a license stands, with the place of its first one, before an offset; those left out that are passed. */
function licenseLines(text: string, signs: Int32Array, end: number, passed: readonly OffsetRange[]): { readonly start: number; readonly word: number }[] {
  const lines: { start: number; word: number }[] = [];
  let next = 0;
  for (const word of signs) {
    if (word >= end) break;
    if (word < next || lower(text, word) !== letterL || passed.some((range) => word >= range.start && word < range.end)) continue;
    lines.push({ start: text.lastIndexOf("\n", word) + 1, word });
    next = text.indexOf("\n", word);
    if (next === -1) break;
  }
  return lines;
}

function pastSpaces(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at)) && text[at] !== "\n") at++;
  return at;
}

/** The lines that may be headings with a word for a license: behind a number sign, or underlined. */
export function headingStarts(text: string, signs: Int32Array, passed: readonly OffsetRange[]): number[] {
  return licenseLines(text, signs, text.length, passed).flatMap(({ start, word }) => {
    if (text[pastSpaces(text, start)] === "#") return [start];
    const end = text.indexOf("\n", word);
    const below = end === -1 ? "" : text[pastSpaces(text, end + 1)];
    return below === "-" || below === "=" ? [start] : [];
  });
}

/** The lines before an offset that may be headers: only signs stand before the word for a license. */
export function headerStarts(text: string, signs: Int32Array, end: number, passed: readonly OffsetRange[]): number[] {
  return licenseLines(text, signs, end, passed).flatMap(({ start, word }) => {
    let at = start;
    while (at < word && !isWordCode(text.charCodeAt(at))) at++;
    return at === word ? [start] : [];
  });
}
