import type { ClauseLibrary } from "../clause/library.js";
import type { DocxParagraph } from "../docx/paragraph.js";

/** A clause of a document: what stands between one heading and the next. */
export interface ClauseText {
  /** Topic of the house that its heading names; null: none. */
  readonly topic: string | null;
  /** null: it has none. */
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
}

/** A line of a document, and whether it is the heading of what follows. */
interface Line {
  readonly text: string;
  readonly isHeading: boolean;
}

/** The most clauses of a document that are compared one with another. */
export const mostClauses = 3000;

const number = /^(?:(?:article|section|clause|schedule|annex)\s+)?(?:§\s*)?(?:\d{1,3}(?:\.\d{1,3})*|[A-Z])[.):]?\s+/i;

/** A heading as it is compared: without its number, and however it is written. */
export const nameOf = (heading: string): string => heading.replace(/^#+\s*/, "").replace(number, "").replaceAll(/\s+/g, " ").replace(/[.:]$/, "").trim().toLowerCase();

/** A short numbered line that ends like no sentence is a heading. */
const looksLikeHeading = (line: string): boolean => line.length <= 90 && !/[.;,]$/.test(line) && (number.test(line) || (/[A-Z]/.test(line) && line === line.toUpperCase()));

/** Clauses of lines. Where there is no heading, each paragraph is a clause of its own. */
function clausesOf(lines: readonly Line[], library: ClauseLibrary): ClauseText[] {
  const topics = new Map([...library.topics.values()].map((topic) => [nameOf(topic.title), topic.id]));
  const hasHeadings = lines.some((line) => line.isHeading);
  const clauses: { topic: string | null; heading: string | null; paragraphs: string[] }[] = [];
  for (const { text, isHeading } of lines) {
    const last = clauses.at(-1);
    if (isHeading) clauses.push({ topic: topics.get(nameOf(text)) ?? null, heading: text, paragraphs: [] });
    else if (!hasHeadings || last === undefined) clauses.push({ topic: null, heading: null, paragraphs: [text] });
    else last.paragraphs.push(text);
  }
  return clauses;
}

/** Clauses of a document of a word processor, by its headings. */
export const clausesOfDocx = (paragraphs: readonly DocxParagraph[], library: ClauseLibrary): ClauseText[] =>
  clausesOf(paragraphs.filter(({ text }) => text.trim() !== "").map(({ text, heading, cell }) => ({ text: text.trim(), isHeading: cell === null && heading !== null })), library);

/** Clauses of plain text or Markdown: paragraphs stand apart by an empty line, headings by `#`, by their number, or by capitals. */
export function clausesOfText(text: string, library: ClauseLibrary): ClauseText[] {
  const blocks = text.replaceAll("\r\n", "\n").split(/\n[ \t]*\n|\n(?=#{1,6} )|(?<=^#{1,6} [^\n]*)\n/m).map((block) => block.replaceAll(/\s+/g, " ").trim()).filter((block) => block !== "");
  return clausesOf(blocks.map((block) => ({ text: block.replace(/^#{1,6}\s+/, ""), isHeading: /^#{1,6}\s/.test(block) || looksLikeHeading(block) })), library);
}

/** Clauses of a compiled deal. */
export const clausesOfDeal = (clauses: readonly { readonly topic: string; readonly title: string; readonly text: readonly string[] }[]): ClauseText[] =>
  clauses.map(({ topic, title, text }) => ({ topic, heading: title, paragraphs: text }));
