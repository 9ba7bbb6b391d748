import type { LicenseNames, NamedLicense } from "./license-names.js";
import { NameWords } from "./license-names.js";
import { headerStarts, headingStarts, isOdd, linesInside, triggerStarts } from "./notice-place.js";
import type { OffsetRange } from "./text-lines.js";

/** A place where a license is named, not given: a header in a source file, a sentence, a section of a README. */
export interface Naming {
  readonly named: NamedLicense;
  readonly start: number;
  readonly end: number;
}

/** A pattern, looked for anywhere or at one place. */
interface Pattern {
  readonly anywhere: RegExp;
  readonly here: RegExp;
}

const patternOf = (anywhere: RegExp): Pattern => ({ anywhere, here: new RegExp(anywhere.source, anywhere.flags.replace("g", "y")) });

/** What comes before the name of the license that a thing is under. */
const triggers = patternOf(/\b(?:(?:dual[- ]?|multi[- ]?)?licen[cs]ed\s+(?:to\s+you\s+)?(?:under|by|with|through|as)|(?:released|distributed|available|published|shared|provided|offered|covered|governed|redistribute[^.]{0,40}|used?|is|are)\s+(?:[\w,]+\s+){0,3}?under\b|(?:governed|covered)\s+by|(?:under|subject\s+to|accept)\s+(?:the\s+)?terms\s+(?:and\s+conditions\s+)?of|under\s+(?:the|an?)\s+(?=\S+\s+\S*\s?licen[cs]e))/giu);
const heading = patternOf(/^[^\S\n]{0,3}(?:#{1,6}[^\S\n]+(?!SPDX)[^\n]*\blicen[cs](?:e|es|ing)\b[^\n]*|[^\n]{0,40}\blicen[cs](?:e|es|ing)\b[^\n]{0,20}\n[^\S\n]*(?:-{3,}|={3,})[^\S\n]*)$/gimu);
const anyHeading = /^[^\S\n]{0,3}(?:#{1,6}[^\S\n]+\S|[^\n]{2,80}\n[^\S\n]*(?:-{3,}|={3,})[^\S\n]*$)/gmu;
const headerLine = patternOf(/^(?:[^\S\n]*(?:\/\/+|\/?\*+|#+|;+|--|%+|<!--|"""|'''|\.\.|@)[^\S\n]*@?)?licen[cs]e[^\S\n]*(?:::?|=)?[^\S\n]+([^\n]{2,100})$/gimu);
const fence = /^[^\S\n]*(```|~~~)[\s\S]*?^[^\S\n]*\1/gmu;
const negation = /\b(?:not|never|no longer|isn't|aren't|wasn't|previously|formerly|un)\W+(?:\w+\W+)?$/i;

const reach = 420;
/** Sections longer than this are prose about something else. */
const section = 1200;
const headerLines = 60;

/** Comment signs and line ends as spaces, at the same offsets. */
const flattened = (text: string): string => text.replaceAll(/\n[^\S\n]*(?:\/\/+|\*+|#+|;+|--|%+|dnl\b|>|!)?/g, (found) => " ".repeat(found.length));

/** How far the sentence goes that starts here. */
function sentenceEnd(text: string): number {
  const end = /[.!?](?=\s+[A-Z"“(]|\s*$)|\n\s*\n/.exec(text);
  return end === null ? text.length : end.index;
}

function namesIn(names: LicenseNames, window: string, offset: number, wordsAhead: number): Naming[] {
  const words = new NameWords(window);
  const found: Naming[] = [];
  for (let at = 0; at < wordsAhead; ) {
    const next = names.find(words, at, wordsAhead);
    if (next === null) break;
    found.push({ named: next.named, start: offset + words.at(next.from)!.start, end: offset + words.at(next.to - 1)!.end });
    at = next.to;
    wordsAhead = Math.max(wordsAhead, next.to + 4);
  }
  return found;
}

/** The matches of a pattern, at these places where they are given, else wherever it matches. */
function matchesOf(pattern: Pattern, text: string, starts: readonly number[] | null): RegExpExecArray[] {
  if (starts === null) return [...text.matchAll(pattern.anywhere)];
  const found: RegExpExecArray[] = [];
  let from = 0;
  for (const start of starts) {
    if (start < from) continue;
    pattern.here.lastIndex = start;
    const match = pattern.here.exec(text);
    if (match === null) continue;
    found.push(match);
    from = pattern.here.lastIndex;
  }
  return found;
}

function afterTriggers(names: LicenseNames, text: string, starts: readonly number[] | null): Naming[] {
  return matchesOf(triggers, text, starts).flatMap((trigger) => {
    const before = text.slice(Math.max(0, trigger.index - 30), trigger.index);
    if (negation.test(before) || /\b(?:not|never)\b/i.test(trigger[0])) return [];
    const from = trigger.index + trigger[0].length;
    const window = flattened(text.slice(from, from + reach));
    // The version of a GNU license stands in the next clause, after a semicolon; sentences that end earlier end the search.
    return namesIn(names, window.slice(0, sentenceEnd(window)), from, 9);
  });
}

function inSections(names: LicenseNames, text: string, starts: readonly number[] | null): Naming[] {
  return matchesOf(heading, text, starts).flatMap((found) => {
    const from = found.index + found[0].length;
    anyHeading.lastIndex = from + 1;
    const next = anyHeading.exec(text);
    const end = Math.min(next?.index ?? text.length, from + section);
    const title = namesIn(names, found[0], found.index, 12);
    const body = text.slice(from, end);
    const first = body.trimStart();
    const at = from + body.length - first.length;
    return [...title, ...namesIn(names, flattened(first.slice(0, 300)), at, 24)];
  });
}

/** Where the lines end among which headers are looked for. */
function headerEnd(text: string): number {
  let end = 0;
  for (let line = 0; line < headerLines && end !== -1; line++) end = text.indexOf("\n", end + 1);
  return end === -1 ? text.length : end;
}

function inHeaders(names: LicenseNames, text: string, end: number, starts: readonly number[] | null): Naming[] {
  return matchesOf(headerLine, starts === null ? text.slice(0, end) : text, starts).flatMap((found) => {
    const value = found[1]!;
    const from = found.index + found[0].length - value.length;
    const all = namesIn(names, value, from, 2);
    // A line that goes on after the name is a sentence about something.
    return all.length > 0 && new NameWords(text.slice(all.at(-1)!.end, from + value.length)).at(2) === undefined ? all : [];
  });
}

const withoutFences = (text: string): string => (text.includes("```") || text.includes("~~~") ? text.replaceAll(fence, (found) => found.replaceAll(/[^\n]/g, " ")) : text);

/**
 * Where the text names licenses without giving them; each place once. Code between fences is an example, and names none. `signs` are where `sign-word.ts` has
 * a word: then nothing else of the text is looked at, and what is found is the same. Names that surely stand within one of the ranges `given` may be left out.
 */
export function namingsIn(names: LicenseNames, text: string, signs: Int32Array | null, given: readonly OffsetRange[] = []): Naming[] {
  if (signs?.length === 0 && !isOdd(text)) return [];
  const plain = withoutFences(text);
  const places = signs === null || isOdd(text) ? null : signs;
  const end = headerEnd(plain);
  const passed = places === null ? [] : given.map((range) => linesInside(plain, range));
  const [triggered, headed, lined] = places === null ? [null, null, null] : [triggerStarts(plain, places, given), headingStarts(plain, places, passed), headerStarts(plain, places, end, passed)];
  const seen = new Map<number, Naming>();
  for (const each of [...afterTriggers(names, plain, triggered), ...inSections(names, plain, headed), ...inHeaders(names, plain, end, lined)]) if (!seen.has(each.end)) seen.set(each.end, each);
  if (seen.size === 0 || !/licen[cs]|\bunder\b|\bterms of\b/i.test(text)) return [];
  return [...seen.values()].toSorted((a, b) => a.start - b.start);
}
