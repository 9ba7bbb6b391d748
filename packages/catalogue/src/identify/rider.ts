import { useLimitIn } from "./restriction.js";
import type { TextMatch } from "./weigh.js";
import type { IndexedText } from "./indexed-text.js";
import type { TextIndex } from "./text-index.js";
import type { Words } from "./reading.js";
import { readWords } from "./words.js";

/** A paragraph beside a license text that adds terms to it. */
export interface Rider {
  readonly start: number;
  readonly end: number;
}

/** Words by which a paragraph asks, forbids or makes a condition, and words for what it would ask that of. A paragraph with both adds terms. */
const demands = /\b(?:shall|must|may\s+not|can\s?not|not\s+(?:be\s+)?(?:allowed|permitted|used|use)|only\s+(?:for|if|with|in|be)|prohibit\w*|forbid\w*|forbidden|requires?|required\s+to|restrict\w*|except\s+(?:that|for|as)|provided\s+that|subject\s+to|on\s+(?:the\s+)?condition|following\s+conditions?|in\s+addition|additional\s+(?:terms?|conditions?|restrictions?)|notwithstanding|agrees?\s+(?:to|not)|modification\s+part|non-?commercial(?:ly)?|no\s+(?:commercial|military|derivative))\b/iu;
/** What ask, forbid or limit has one of these, whatever else: a paragraph without any need not be looked at. */
const termSigns = /shall|must|not|only|prohibit|forbid|requir|restrict|except|provided|subject|condition|addition|agree|modification|commercial|military|derivative|research|academic|educat|evaluation|personal|internal|private|production|testing/iu;
const objects = /\b(?:us(?:e[ds]?|ing|age)|software|models?|weights|works?|data(?:sets?)?|materials?|licen[cs]e[ed]?s?|commercial\w*|products?|services?|distribut\w*|redistribut\w*|attribution|train\w*|outputs?|cop(?:y|ies)|sell|revenue)\b/iu;
/** What a page says about itself. */
const website = /\b(?:cookies?|privacy policy|this (?:web)?(?:site|page)|newsletter|sign (?:in|up)|log ?in)\b/iu;
const ownNotice = /\b(?:copyright|©|\(c\))/iu;
/** A paragraph that says under which license a thing is adds none of its own. */
const pointer = /\b(?:licen[cs]ed|released|distributed|available|provided|subject)\b[^.]{0,60}\b(?:under|to)\b[^.]{0,120}\blicen[cs]e\b/iu;

const licenseFile = /(?:^|[/_.-])(?:licen[cs]es?|copying|unlicense|eula|terms|agreement|notice|legal)(?:[-_.][^/]*)?$/i;
const headings = /^[^\S\n]{0,3}(?:#{1,6}[^\S\n]+\S[^\n]*|[^\n]{2,80}\n[^\S\n]*(?:-{3,}|={3,})[^\S\n]*$)/gmu;
/** Every heading has one of them. */
const headingSigns = ["#", "---", "==="];
const lineEnd = /[\n\r\u2028\u2029]/;
const blank = /[^\S\n\r\u2028\u2029]/;
/** What stands under such a heading goes with the license text before it. */
const termsHeading = /licen[cs]|terms|condition|restrict|addition|commercial|clause|amend|modif/i;
/** A text that takes up this part of a file is what the file is for. */
const wholeShare = 0.5;
const farthest = 6000;
const longestTitle = 16;
/** No terms are said in so few letters. */
const shortest = 10;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether a sign stands on a line with nothing but spaces before it. */
function beginsLine(text: string, sign: string): boolean {
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
    let before = at - 1;
    while (before >= 0 && blank.test(text[before]!)) before--;
    if (before < 0 || lineEnd.test(text[before]!)) return true;
  }
  return false;
}

/** Where terms beside a license text are terms beside it: all of a license file; in other texts what stands under the same heading, or right beside it. */
function around(text: string, path: string, own: Range, share: number): Range {
  if (licenseFile.test(path) && !/readme/i.test(path)) return { start: 0, end: text.length };
  const marks = (headingSigns.some((sign) => beginsLine(text, sign)) ? [...text.matchAll(headings)] : []).map((found) => ({ at: found.index, terms: termsHeading.test(found[0]) }));
  if (marks.length === 0) {
    if (share >= wholeShare) return { start: 0, end: text.length };
    const before = text.lastIndexOf("\n\n", Math.max(0, own.start - 80));
    const after = text.indexOf("\n\n", text.indexOf("\n\n", own.end) + 3);
    return { start: Math.max(0, before), end: after === -1 ? text.length : after };
  }
  return { start: marks.findLast(({ at }) => at < own.start)?.at ?? 0, end: marks.find(({ at, terms }) => at >= own.end && !terms)?.at ?? text.length };
}

/** Whether a paragraph is but a part of a license text that stands here, such as its own notice or appendix said once more. */
function isOfKnown(paragraph: Words, index: TextIndex): boolean {
  return index.mostSeen(paragraph.hash) * 8 * 2 >= paragraph.count;
}

function paragraphsOf(text: string, { start, end }: Range): Range[] {
  if (end - start <= shortest) return [];
  const found: Range[] = [];
  let at = start;
  for (const part of text.slice(start, end).split(/(\n[^\S\n]*\n)/)) {
    if (part.length > shortest && part.trim() !== "") found.push({ start: at, end: at + part.length });
    at += part.length;
  }
  return found;
}

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}]/gu, "");

/** A heading that limits use in the words of the license's own name is but its title. */
const namesLimit = (known: IndexedText, limit: string): boolean => [known.title, ...known.ids.map((id) => id.replaceAll(/-NC\b/g, " NonCommercial"))].some((name) => bare(name).includes(bare(limit)));

const titles = new WeakMap<IndexedText, RegExp>();

/** What stands between the words of a title. Said by ranges and of small letters alone: to compile a class of Unicode properties, or one that is blind to capitals, takes longer than to read the text. */
const between = "[^a-z0-9\\u00aa-\\u1fff\\u2c00-\\uffff]+";

/** The title of a license as it stands in a text of small letters. */
function titleOf(known: IndexedText): RegExp {
  let title = titles.get(known);
  if (title === undefined) titles.set(known, (title = new RegExp(known.title.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "").join(between))));
  return title;
}

function withoutTitle(text: string, known: IndexedText): string {
  const lower = text.toLowerCase();
  // Few letters are longer when they are small; a text with one keeps its title.
  const found = lower.length === text.length ? titleOf(known).exec(lower) : null;
  return found === null ? text : `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
}

/** A paragraph in one line, without tags, and without the name of the license or of a policy. */
const plainOf = (text: string, known: IndexedText): string =>
  withoutTitle(text.slice(0, 8000).replaceAll(/<[^<>]{0,200}>/g, " ").replaceAll(/\s+/g, " "), known).replaceAll(/\b(?:prohibited|restricted)\s+use\s+policy\b/giu, "policy").trim().slice(0, 4000);

function addsTerms(text: string, known: IndexedText, index: TextIndex): boolean {
  if (!termSigns.test(text)) return false;
  const plain = plainOf(text, known);
  const limit = useLimitIn(plain);
  if (limit !== null) return !(plain.split(" ").length <= longestTitle && namesLimit(known, limit)) && !isOfKnown(readWords(text), index);
  if (!demands.test(plain) || !objects.test(plain) || website.test(plain)) return false;
  if (ownNotice.test(plain.slice(0, 40)) && plain.length < 300) return false;
  if (pointer.test(plain) && !/\b(?:shall|must|may not|prohibit|non-?commercial|only)\b/i.test(plain)) return false;
  const words = readWords(text);
  return words.count >= 3 && !isOfKnown(words, index);
}

/** The paragraphs beside the license texts of a text that add terms, for one of them. */
export function ridersOf(words: Words, path: string, match: TextMatch, all: readonly TextMatch[], index: TextIndex): Rider[] {
  const { text } = words;
  const range = (each: TextMatch): Range => ({ start: words.start[each.from]!, end: words.end[each.to - 1]! });
  const own = range(match);
  const taken = all.map(range);
  const share = all.reduce((sum, each) => sum + each.to - each.from, 0) / Math.max(1, words.count);
  const near = around(text, path, own, share);
  // Between two license texts of one file what stands before the second is the second's.
  const [low, high] = [Math.max(near.start, own.start - farthest, ...taken.filter((each) => each.end <= own.start).map((each) => each.end)), Math.min(near.end, own.end + farthest, ...taken.filter((each) => each.start >= own.end).map((each) => each.start))];
  const last = match === all.at(-1);
  // No license text begins or ends between paragraphs, so that what stands before it and after it may be taken apart by itself.
  return [...paragraphsOf(text, { start: low, end: Math.min(high, own.start) }), ...(last ? paragraphsOf(text, { start: Math.max(low, own.end), end: high }) : [])].filter((paragraph) => addsTerms(text.slice(paragraph.start, paragraph.end), match.known, index));
}
