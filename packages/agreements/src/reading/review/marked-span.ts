import { problem, type Problem } from "@cleartitle/norms";
import { placesOfQuote } from "../text/places-of-quote.js";
import { quoteOf } from "../text/quote.js";
import type { DocumentText, Span } from "../text/text.js";

/** What a person marks in a document: offsets into its text, or words that stand in it. */
export type Marked = Span | { readonly quote: string };

/** A clause is no book. */
const longest = 20_000;
const mostTold = 6;
/** Letters told before and after each place where words stand that stand at several. */
const around = 40;

function sayPlace({ text, pages }: DocumentText, { start, end }: Span): string {
  const { page } = quoteOf({ text, pages }, { start, end });
  const words = text.slice(Math.max(0, start - around), end + around).replaceAll(/\s+/g, " ").trim();
  return `${start} to ${end}${page === null ? "" : ` (page ${page})`} in “${words.length > 160 ? `${words.slice(0, 159)}…` : words}”`;
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + (words.length - words.trimStart().length), end: end - (words.length - words.trimEnd().length) };
}

/** The one place that is meant. Words that stand at several places are asked for by offsets, and none of them is taken. */
export function markedSpan(document: DocumentText, marked: Marked, file: string): { readonly span: Span } | { readonly problem: Problem } {
  const { text } = document;
  if ("quote" in marked) {
    if (marked.quote.length > longest) return { problem: problem("too-large", `the quote has ${marked.quote.length} characters; a clause has ${longest} at most`, { file, hint: "mark a part of it" }) };
    const places = placesOfQuote(text, marked.quote);
    const [place] = places;
    if (place === undefined) return { problem: problem("not-found", "these words do not stand in the text of the document", { file, offending: marked.quote.slice(0, 200), hint: "copy them as the reading quotes the document, with the same letters and signs" }) };
    if (places.length === 1) return { span: place };
    return { problem: problem("conflict", `these words stand at ${places.length} places`, { file, offending: marked.quote.slice(0, 200), hint: `say which by its offsets: ${places.slice(0, mostTold).map((each) => sayPlace(document, each)).join("; ")}${places.length > mostTold ? "; and others" : ""}` }) };
  }
  const { start, end } = marked;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end <= start || end > text.length) return { problem: problem("bad-value", `${start} to ${end} is no place in the text`, { file, hint: `offsets count the characters of the text from 0 to ${text.length}, and the first is smaller` }) };
  if (end - start > longest) return { problem: problem("too-large", `${end - start} characters are marked; a clause has ${longest} at most`, { file, hint: "mark a part of it" }) };
  const span = trimmed(text, marked);
  return span.start < span.end ? { span } : { problem: problem("bad-value", `from ${start} to ${end} nothing but blanks stands`, { file, hint: "mark the words of the clause" }) };
}
