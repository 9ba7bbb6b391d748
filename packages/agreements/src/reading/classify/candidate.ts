import type { DocumentText, Span } from "../text/text.js";
import { type ClauseKind, clauseKinds } from "./kind.js";

/** What may be found: a sentence, or within one a day or the name of the document. */
export interface Candidate extends Span {
  readonly shape: "sentence" | "day" | "name";
  /** Index of the sentence that it is or stands in. */
  readonly sentence: number;
}

const month = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?";
/** Letters apart, as the text of a PDF has them, are an ordinal only where `day` follows. */
const ordinal = "\\d{1,2}(?:\\s?(?:st|nd|rd|th)|\\s?(?:s\\st|n\\sd|r\\sd|t\\sh)(?=\\s{1,3}day\\b))?";
const blank = "(?:_+|\\[[^\\]\\n]{0,20}\\])";
/** Between the parts of a day: one run, so that no two patterns share the blanks of a long gap. */
const gap = "[\\s,]*";
/** A day as contracts write it, also with its day or year left open. */
const dayPattern = new RegExp(
  [
    `(?:${ordinal}|${blank})${gap}(?:day${gap}of${gap})?(?:the\\s+month\\s+of\\s+)?${month}${gap}(?:in the year\\s+)?(?:\\d{4}|${blank})`,
    `${month}${gap}(?:(?:${ordinal}|${blank})${gap})?(?:\\d{4}|20${blank})`,
    "\\b\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*(?:\\d{4}|\\d{2})\\b",
    "\\b\\d{4}-\\d{2}-\\d{2}\\b",
    `${ordinal}\\s+day\\s+of\\s+${month}`,
  ].join("|"),
  "giu",
);

export const daySpans = (text: string): Span[] => [...text.matchAll(dayPattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

const title = /(?:\b(?:[A-Z][A-Za-z&'/-]*|\([A-Z][A-Za-z ]*\)|and|of|for|to|the|in|with|by|on|&|[–-])[ \t\n]+){0,9}(?:AGREEMENT|Agreement|CONTRACT|Contract|ADDENDUM|Addendum|AMENDMENT|Amendment|LEASE|Lease|LICENSE|License|PLAN|Plan)\b(?:[ \t]+(?:NO\.?|No\.?|Number|#)[ \t]*\d+)?/gu;
/** Names of the document are looked for in its first sentences only. */
const nameSentences = 40;

function namesIn(text: string): Span[] {
  return [...text.matchAll(title)].map((match) => {
    const lead = /^(?:(?:and|of|for|to|the|in|with|by|on|This|THIS|The|THE)\s+)+/.exec(match[0])?.[0].length ?? 0;
    return { start: match.index + lead, end: match.index + match[0].length };
  });
}

const numbers = (kinds: readonly ClauseKind[]): readonly number[] => kinds.map((kind) => clauseKinds.indexOf(kind));
const outputNumbers: Readonly<Record<Candidate["shape"], readonly number[]>> = { sentence: numbers(clauseKinds), day: numbers(["agreement-date", "effective-date", "expiration-date"]), name: numbers(["document-name"]) };

/** The kinds, by number, that a candidate of this shape may be. */
export const kindsOfShape = (shape: Candidate["shape"]): readonly number[] => outputNumbers[shape];

/** Everything in a text that may be found. */
export function candidatesOf({ text, sentences }: DocumentText): Candidate[] {
  return sentences.flatMap((sentence, index): Candidate[] => {
    const shown = text.slice(sentence.start, sentence.end);
    const within = (shape: Candidate["shape"], span: Span): Candidate => ({ shape, sentence: index, start: sentence.start + span.start, end: sentence.start + span.end });
    return [
      { shape: "sentence", sentence: index, start: sentence.start, end: sentence.end },
      ...daySpans(shown).map((span) => within("day", span)),
      ...(index < nameSentences ? namesIn(shown).map((span) => within("name", span)) : []),
    ];
  });
}
