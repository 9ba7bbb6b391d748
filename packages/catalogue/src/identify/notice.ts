import type { LicenseNames, NamedLicense } from "./license-names.js";
import { nameWords } from "./license-names.js";

/** A place where a license is named, not given: a header in a source file, a sentence, a section of a README. */
export interface Naming {
  readonly named: NamedLicense;
  readonly start: number;
  readonly end: number;
}

/** What comes before the name of the license that a thing is under. */
const triggers = /\b(?:(?:dual[- ]?|multi[- ]?)?licen[cs]ed\s+(?:to\s+you\s+)?(?:under|by|with|through|as)|(?:released|distributed|available|published|shared|provided|offered|covered|governed|redistribute[^.]{0,40}|used?|is|are)\s+(?:[\w,]+\s+){0,3}?under|(?:governed|covered)\s+by|(?:under|subject\s+to|accept)\s+(?:the\s+)?terms\s+(?:and\s+conditions\s+)?of|under\s+(?:the|an?)\s+(?=\S+\s+\S*\s?licen[cs]e))/giu;
const heading = /^[^\S\n]{0,3}(?:#{1,6}[^\S\n]+(?!SPDX)[^\n]*\blicen[cs](?:e|es|ing)\b[^\n]*|[^\n]{0,40}\blicen[cs](?:e|es|ing)\b[^\n]{0,20}\n[^\S\n]*(?:-{3,}|={3,})[^\S\n]*)$/gimu;
const anyHeading = /^[^\S\n]{0,3}(?:#{1,6}[^\S\n]+\S|[^\n]{2,80}\n[^\S\n]*(?:-{3,}|={3,})[^\S\n]*$)/gmu;
const headerLine = /^(?:[^\S\n]*(?:\/\/+|\/?\*+|#+|;+|--|%+|<!--|"""|'''|\.\.|@)[^\S\n]*@?)?licen[cs]e[^\S\n]*(?:::?|=)?[^\S\n]+([^\n]{2,100})$/gimu;
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
  const words = nameWords(window);
  const found: Naming[] = [];
  for (let at = 0; at < Math.min(words.length, wordsAhead); ) {
    const next = names.find(words, at, Math.min(words.length, wordsAhead));
    if (next === null) break;
    found.push({ named: next.named, start: offset + words[next.from]!.start, end: offset + words[next.to - 1]!.end });
    at = next.to;
    wordsAhead = Math.max(wordsAhead, next.to + 4);
  }
  return found;
}

function afterTriggers(names: LicenseNames, text: string): Naming[] {
  return [...text.matchAll(triggers)].flatMap((trigger) => {
    const before = text.slice(Math.max(0, trigger.index - 30), trigger.index);
    if (negation.test(before) || /\b(?:not|never)\b/i.test(trigger[0])) return [];
    const from = trigger.index + trigger[0].length;
    const window = flattened(text.slice(from, from + reach));
    // The version of a GNU license stands in the next clause, after a semicolon; sentences that end earlier end the search.
    return namesIn(names, window.slice(0, sentenceEnd(window)), from, 9);
  });
}

function inSections(names: LicenseNames, text: string): Naming[] {
  return [...text.matchAll(heading)].flatMap((found) => {
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

function inHeaders(names: LicenseNames, text: string): Naming[] {
  let end = 0;
  for (let line = 0; line < headerLines && end !== -1; line++) end = text.indexOf("\n", end + 1);
  return [...text.slice(0, end === -1 ? text.length : end).matchAll(headerLine)].flatMap((found) => {
    const value = found[1]!;
    const from = found.index + found[0].length - value.length;
    const all = namesIn(names, value, from, 2);
    // A line that goes on after the name is a sentence about something.
    return all.length > 0 && nameWords(text.slice(all.at(-1)!.end, from + value.length)).length <= 2 ? all : [];
  });
}

/** Where the text names licenses without giving them; each place once. Code between fences is an example, and names none. */
export function namingsIn(names: LicenseNames, text: string): Naming[] {
  if (!/licen[cs]|\bunder\b|\bterms of\b/i.test(text)) return [];
  const plain = text.replaceAll(fence, (found) => found.replaceAll(/[^\n]/g, " "));
  const seen = new Map<number, Naming>();
  for (const each of [...afterTriggers(names, plain), ...inSections(names, plain), ...inHeaders(names, plain)]) if (!seen.has(each.end)) seen.set(each.end, each);
  return [...seen.values()].toSorted((a, b) => a.start - b.start);
}
