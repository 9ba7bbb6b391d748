import type { Paragraph, Span } from "./text.js";

const numbered = /^(?:(?:ARTICLE|Article|SECTION|Section|SCHEDULE|Schedule|EXHIBIT|Exhibit|ANNEX|Annex)\s+(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])\b[.:)]?|§\s*\d+(?:\.\d+)*[.)]?|\d{1,3}(?:\.\d{1,3}){1,4}[.)]?|\d{1,3}[.)]|\((?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,2})\)|[A-Z][.)]|[IVX]{1,5}[.)])(?=\s|$)/;
const startsAnew = /^[ \t]*(?:(?:ARTICLE|Article|SECTION|Section|SCHEDULE|EXHIBIT|ANNEX)\s+(?:\d|[IVXLC]+\b|[A-Z]\b)|\d{1,3}(?:\.\d{1,3}){0,4}[.)]?\s+[A-Z"“]|\((?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,2})\)\s|[-*•·▪o]\s)/;
/** A line longer than this is not wrapped: its end is the end of a paragraph. */
const widestWrapped = 140;
/** A wrapped line that fills less of its block than this ends a paragraph. */
const fullness = 0.6;
const longestHeading = 90;

function trimmed(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

/** The lines of a block (between empty lines) put together again where they were only wrapped. */
function unwrap(text: string, block: Span): Span[] {
  const lines: Span[] = [];
  let from = block.start;
  for (const line of text.slice(block.start, block.end).split("\n")) {
    lines.push({ start: from, end: from + line.length });
    from += line.length + 1;
  }
  const widest = lines.reduce((most, line) => Math.max(most, line.end - line.start), 0);
  const parts: { start: number; end: number }[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const last = parts.at(-1);
    const isWrapped = before !== undefined && widest <= widestWrapped && before.end - before.start >= widest * fullness && !startsAnew.test(text.slice(line.start, Math.min(line.end, line.start + 40)));
    if (last !== undefined && isWrapped) last.end = line.end;
    else parts.push({ ...line });
  });
  return parts;
}

/** Whether what follows goes on with a sentence that a page or an empty line has cut. */
function goesOn(text: string, before: Span, next: Span): boolean {
  return /[a-z]/.test(text.charAt(next.start)) && /[\p{L},\d)]/u.test(text.charAt(before.end - 1)) && before.end - before.start > 60;
}

function blocksOf(text: string): Span[] {
  const blocks: Span[] = [];
  const gap = /\n[ \t\f\r]*(?:\n[ \t\f\r]*)+/g;
  let from = 0;
  for (const match of text.matchAll(gap)) {
    blocks.push({ start: from, end: match.index });
    from = match.index + match[0].length;
  }
  blocks.push({ start: from, end: text.length });
  return blocks;
}

const words = (text: string): string[] => text.split(/[^\p{L}]+/u).filter((word) => word.length > 0);
const small = /^(?:a|an|and|any|as|at|by|for|from|in|into|its|no|not|of|on|or|per|the|to|under|upon|with|without)$/;

/** Whether words are written as a heading is: capitals, or each word that counts with a capital. */
function isTitle(text: string): boolean {
  const all = words(text);
  if (all.length === 0 || all.length > 12) return false;
  if (!/[a-z]/.test(text)) return true;
  return all.every((word) => /^\p{Lu}/u.test(word) || small.test(word)) && /^\p{Lu}/u.test(all[0] ?? "");
}

function headingOf(text: string, span: Span, from: number, isNumbered: boolean): Span | null {
  const rest = text.slice(from, span.end);
  const whole = trimmed(text, from, span.end);
  if (whole !== null && rest.length <= longestHeading && !/[.;,]$/.test(rest.trim().replace(/\.$/, "")) && isTitle(rest)) return whole;
  const lead = /^\s*([^.:\n]{2,90}?)\s*(?:[.:]|\s[-–—])(?:["”]?\s+|$)/.exec(rest);
  const title = lead?.[1];
  if (lead === null || title === undefined || !isTitle(title) || !(isNumbered || !/[a-z]/.test(title))) return null;
  const start = from + lead[0].indexOf(title);
  return { start, end: start + title.length };
}

function paragraphOf(text: string, span: Span): Paragraph {
  const number = numbered.exec(text.slice(span.start, Math.min(span.end, span.start + 40)))?.[0] ?? null;
  let from = span.start + (number?.length ?? 0);
  const heading = headingOf(text, span, from, number !== null);
  if (heading !== null) from = heading.end;
  while (from < span.end && /[\s.:–—-]/.test(text.charAt(from))) from += 1;
  return { ...span, number, heading, bodyStart: Math.min(from, span.end) };
}

/** The paragraphs of a text: parted by empty lines, and by lines that were not wrapped. */
export function paragraphsOf(text: string): Paragraph[] {
  const spans: { start: number; end: number }[] = [];
  for (const block of blocksOf(text)) {
    for (const part of unwrap(text, block)) {
      const span = trimmed(text, part.start, part.end);
      if (span === null) continue;
      const last = spans.at(-1);
      const furniture = spans.at(-2);
      // A page number or a source line between the two halves of a sentence is taken into it.
      if (last !== undefined && goesOn(text, last, span)) last.end = span.end;
      else if (last !== undefined && furniture !== undefined && last.end - last.start < 12 && /^[\s\d–-]*$/.test(text.slice(last.start, last.end)) && goesOn(text, furniture, span)) {
        spans.pop();
        furniture.end = span.end;
      } else spans.push({ ...span });
    }
  }
  return spans.map((span) => paragraphOf(text, span));
}
