import { pageOf } from "./quote.js";
import type { DocumentText } from "./text.js";

/** Words that every fourth or so of an English contract is; of other languages hardly any. */
const english = /\b(?:the|of|and|to|in|or|shall|any|by|this|be|for|with|such|that|as|is|not|may|which)\b/gi;
/** The same of German, French, Spanish, Italian, Dutch and Portuguese, without words that English has too. */
const other = /(?<!\p{L})(?:der|das|und|als|sind|dem|den|des|von|vom|zur|zum|nicht|ist|mit|für|wird|werden|oder|eine|einer|einem|durch|auf|bei|sich|le|la|les|du|en|ont|sont|soit|ne|pas|une|est|dans|pour|que|qui|par|au|aux|sur|cette|et|il|el|los|las|del|una|por|con|sus|al|gli|di|della|delle|dei|che|è|sono|nel|het|een|van|voor|niet|wordt|zijn|em|uma|não|ao|da|dos)(?!\p{L})/gu;

/** Those that stand in names. */
const inNames: ReadonlySet<string> = new Set(["der", "den", "des", "von", "vom", "zur", "zum", "le", "la", "les", "du", "en", "el", "los", "las", "del", "al", "di", "della", "van", "het", "voor", "dos", "da", "et", "und"]);

const leastEnglish = 0.12;
const leastOther = 0.15;
/** Different ones, beside those in names. */
const leastDistinct = 2;

const countOf = (text: string, words: RegExp): number => text.match(words)?.length ?? 0;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const englishIn = (text: string): number => share(countOf(text, english), countOf(text, /\p{L}+/gu));

/** Whether the words are surely of another language; fewer than `few` are not enough to tell, in letters that English has. */
function isOther(text: string, few: number): boolean {
  if (englishIn(text) >= leastEnglish) return false;
  const theirs = text.match(other) ?? [];
  const words = countOf(text, /\p{L}+/gu);
  return share(countOf(text, /[^\P{L}\p{Script=Latin}]/gu), countOf(text, /\p{L}/gu)) > 0.5 || (words >= few && theirs.length / words >= leastOther && new Set(theirs.filter((word) => !inNames.has(word))).size >= leastDistinct && theirs.length > 3 * countOf(text, english));
}

/** Whether a text reads as English; one too short to tell does, unless it surely is something else. */
export const isEnglish = (text: string): boolean => (countOf(text, /\p{L}+/gu) < 60 ? !isOther(text, 8) : englishIn(text) >= leastEnglish);

/** Shorter than this a paragraph may be a name. */
const shortest = 30;
/** Nearly every English paragraph has one of them, and is told by it at once. */
const surely = /\b(?:the|shall|this)\b/i;

/** Notes on paragraphs of an English document that are in another language: clauses there are not found. */
export function languageNotes({ text, pages, paragraphs }: DocumentText): readonly string[] {
  const others = paragraphs.filter(({ start, end }) => {
    const words = text.slice(start, end);
    return words.length >= shortest && !surely.test(words) && isOther(words, 12);
  });
  if (others.length === 0) return [];
  const page = pageOf(pages, others[0]!.start);
  const where = page === null ? `character ${others[0]!.start}` : `page ${page}`;
  return [`${others.length === 1 ? "1 paragraph is" : `${others.length} paragraphs are`} not in English, the first at ${where}: clauses there are not found`];
}
