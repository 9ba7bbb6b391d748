import type { DocumentText, Span } from "../text/text.js";

/** A term that a document defines. */
export interface DefinedTerm {
  readonly name: string;
  /** Where it stands in quotation marks. */
  readonly at: number;
  /** Where the words stand that say what it means. */
  readonly meaning: Span;
}

const quoted = /[“"]([A-Z][^”"\n]{2,60})[”"]/gu;
const means = /^\s*(?:\([^)]{0,60}\)\s*)?(?:shall\s+|will\s+)?(?:means?|includes?|refers? to|(?:has|have) the meaning)\b/;
const inBrackets = /\([^()]{0,40}$/;
/** A meaning is read no further than this. */
const longest = 800;
/** No more terms are looked at: a document of nothing but definitions must not take for ever. */
const most = 2000;

/** The terms that a document defines: by what follows them (`"Marks" means`), or in brackets behind what they stand for (`(the "Marks")`). */
export function definedTermsOf({ text, sentences }: DocumentText): DefinedTerm[] {
  const found: { readonly name: string; readonly at: number; readonly end: number; readonly isMeant: boolean }[] = [];
  for (const match of text.matchAll(quoted)) {
    if (found.length === most) break;
    const end = match.index + match[0].length;
    const isMeant = means.test(text.slice(end, end + 100));
    if (isMeant || inBrackets.test(text.slice(Math.max(0, match.index - 50), match.index))) found.push({ name: match[1] as string, at: match.index, end, isMeant });
  }
  let next = 0;
  return found.map(({ name, at, end, isMeant }, index) => {
    while ((sentences[next + 1]?.start ?? Infinity) <= at) next += 1;
    const sentence = sentences[next] ?? { start: at, end: text.length };
    if (!isMeant) return { name, at, meaning: { start: Math.max(at - longest, sentence.start), end: at } };
    // Of definitions in one sentence a meaning ends where the next one begins.
    const following = found.find((other, place) => place > index && other.isMeant)?.at ?? text.length;
    return { name, at, meaning: { start: end, end: Math.min(sentence.end, following, end + longest) } };
  });
}
