import type { DocumentText, Paragraph } from "../text/text.js";
import { affiliateSigns } from "./affiliate.js";
import type { Candidate } from "./candidate.js";
import { conceptsOf } from "./concept.js";

/** Features are numbers of this many bits: hashes of what was seen, so that no list of words is kept. */
export const featureBits = 21;
const mask = (1 << featureBits) - 1;

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

function mix(one: number, two: number): number {
  let hash = Math.imul(one ^ (two + 0x9e3779b9 + (one << 6) + (one >>> 2)), 0x85ebca6b);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0xc2b2ae35);
}

const token = /\$\s*[\d,.]+|\d[\d,.]*\s*%|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|\p{L}+(?:['’]\p{L}+)?|[“”"_*§]/gu;

/** Numbers are told apart by what they count, not by how much. */
function shapeOf(word: string): string {
  const first = word.charCodeAt(0);
  if (first === 36) return "#money";
  if (first < 48 || first > 57) return word;
  if (word.endsWith("%")) return "#percent";
  if (/^(?:19|20)\d\d$/.test(word)) return "#year";
  if (/[a-z]$/.test(word)) return "#ordinal";
  return word.includes(".") ? "#decimal" : word.length <= 2 ? "#small" : "#number";
}

const tokensOf = (text: string): string[] => (text.toLowerCase().match(token) ?? []).map(shapeOf);

/** Features are of the candidate's own words, of what stands around it, of headings, of its place, or of what its words mean together. */
export const featureGroups = 5;

/** A row of features: numbers, each with its value. */
export interface Row {
  readonly features: readonly number[];
  readonly values: readonly number[];
  /** Where each group of features ends. */
  readonly ends: readonly number[];
}

/** Words that say nothing of what a sentence is about. */
const empty = new Set("the of and to in or a any by this be for with such that as is an on at from it its which will shall under not all other may".split(" "));
/** So many letters of a word stand for it and its inflections. */
const stemLength = 5;
const stemsOf = (words: readonly string[]): number[] => words.flatMap((word) => (empty.has(word) ? [] : [hashText(word.slice(0, stemLength))]));

class RowWriter {
  readonly features: number[] = [];
  readonly values: number[] = [];
  readonly ends: number[] = [];

  /** Ends a group of features. */
  end(): void {
    this.ends.push(this.features.length);
  }

  /** Adds features of one sort; each counts less the more there are. */
  add(salt: number, hashes: readonly number[], weight: number): void {
    const seen = new Set<number>();
    for (const hash of hashes) seen.add((mix(salt, hash) >>> 7) & mask);
    const value = weight / Math.sqrt(Math.max(1, seen.size));
    for (const feature of seen) {
      this.features.push(feature);
      this.values.push(value);
    }
  }
}

const pairs = (tokens: readonly number[], gap: number): number[] => tokens.slice(gap).map((hash, index) => mix(tokens[index] ?? 0, hash));
const triples = (tokens: readonly number[]): number[] => tokens.slice(2).map((hash, index) => mix(mix(tokens[index] ?? 0, tokens[index + 1] ?? 0), hash));

/** Pairs of different numbers of a list, however far apart and in whatever order. */
function together(all: readonly number[]): number[] {
  const rising = [...new Set(all)].toSorted((one, two) => one - two);
  return rising.flatMap((one, at) => rising.slice(at + 1).map((two) => mix(one, two)));
}

const bucket = (value: number, steps: readonly number[]): number => steps.filter((step) => value >= step).length;
const chars = (text: string): number[] => Array.from({ length: Math.max(0, text.length - 3) }, (_, index) => hashText(text.slice(index, index + 4)));

const salts = { word: 1, pair: 2, skip: 3, triple: 4, before: 5, after: 6, far: 7, heading: 8, headingWhole: 9, headingChars: 10, place: 11, flag: 12, first: 13, parent: 14, left: 20, right: 21, inside: 22, placeOfSpan: 23, sentenceOfSpan: 24, leftPair: 25, stem: 30, stemPair: 31, paragraph: 32, opening: 33, affiliate: 40, concept: 41, conceptPair: 42, conceptsInOrder: 43 } as const;

const flags: readonly RegExp[] = [/\$|\b(?:USD|EUR|dollars)\b/, /%|\bpercent\b/i, /\bshall\b/i, /\bmay\b/i, /\bnot\b/i, /\blicens/i, /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d/, /\bdays\b/i, /\byears?\b/i, /[“"”]/, /^[^a-z]+$/, /:$/, /^\([a-z]+\)/, /_{3,}|\[\*+\]/, /\bmeans?\b/];

interface Heading {
  readonly tokens: readonly number[];
  readonly text: string;
}

const noHeading: Heading = { tokens: [], text: "" };
const spaces = /\s+/g;

/** For each paragraph the heading that it has itself, and the one that it stands under. */
function headingsOf(text: string, paragraphs: readonly Paragraph[]): { readonly own: Heading; readonly above: Heading }[] {
  let above = noHeading;
  return paragraphs.map((paragraph) => {
    const span = paragraph.heading;
    const shown = span === null ? "" : text.slice(span.start, span.end).toLowerCase().replace(spaces, " ").slice(0, 80);
    const own = span === null ? noHeading : { text: shown, tokens: tokensOf(shown).map(hashText) };
    const was = { own, above };
    if (span !== null) above = own;
    return was;
  });
}

interface Seen {
  readonly document: DocumentText;
  readonly tokens: readonly (readonly number[])[];
  readonly stems: readonly (readonly number[])[];
  /** Words that the document begins with, which tell what sort of agreement it is. */
  readonly opening: readonly number[];
  readonly headings: ReturnType<typeof headingsOf>;
  /** Sentence by sentence what its words speak of, and what it says of affiliates. */
  readonly concepts: readonly (readonly number[])[];
  readonly affiliates: readonly (readonly number[])[];
}

function place(seen: Seen, index: number): number[] {
  const count = seen.tokens.length;
  return [mix(1, bucket(index, [1, 2, 3, 4, 6, 8, 12, 20, 40])), mix(2, Math.floor((index / count) * 10)), mix(3, bucket(count - index, [1, 2, 4, 8, 16, 40])), mix(4, bucket(seen.tokens[index]?.length ?? 0, [3, 6, 10, 15, 20, 30, 45, 70, 110]))];
}

const openingLength = 300;
/** So many sentences before and after are looked at for the rest of the paragraph. */
const reach = 5;

/** Words of the other sentences of the same paragraph, the nearest first. */
function paragraphWords({ document: { sentences }, tokens }: Seen, index: number): number[] {
  const paragraph = sentences[index]?.paragraph ?? -1;
  const words: number[] = [];
  for (const step of [-1, 1]) {
    for (let other = index + step; Math.abs(other - index) <= reach && sentences[other]?.paragraph === paragraph; other += step) words.push(...(tokens[other] ?? []));
  }
  return words;
}

function sentenceRow(seen: Seen, index: number): RowWriter {
  const row = new RowWriter();
  const tokens = seen.tokens[index] ?? [];
  const at = (other: number): readonly number[] => seen.tokens[other] ?? [];
  const sentence = seen.document.sentences[index];
  const headings = seen.headings[sentence?.paragraph ?? 0] ?? { own: noHeading, above: noHeading };
  const shown = sentence === undefined ? "" : seen.document.text.slice(sentence.start, sentence.end);
  const stems = seen.stems[index] ?? [];
  row.add(salts.word, tokens, 1.4);
  row.add(salts.pair, pairs(tokens, 1), 1.4);
  row.add(salts.skip, pairs(tokens, 2), 0.8);
  row.add(salts.triple, triples(tokens), 1);
  row.add(salts.stem, stems, 0.8);
  row.add(salts.stemPair, [...pairs(stems, 1), ...pairs(stems, 2), ...pairs(stems, 3)], 0.9);
  row.add(salts.flag, [0, ...flags.flatMap((flag, number) => (flag.test(shown) ? [number + 1] : []))], 0.7);
  row.add(salts.first, [mix(0, tokens[0] ?? 0), mix(1, mix(tokens[0] ?? 0, tokens[1] ?? 0)), mix(2, tokens.at(-1) ?? 0)], 0.4);
  row.end();
  row.add(salts.before, at(index - 1), 0.5);
  row.add(salts.before, pairs(at(index - 1), 1), 0.4);
  row.add(salts.after, at(index + 1), 0.5);
  row.add(salts.after, pairs(at(index + 1), 1), 0.4);
  row.add(salts.far, [...at(index - 2), ...at(index + 2)], 0.3);
  row.add(salts.paragraph, paragraphWords(seen, index), 0.4);
  row.end();
  row.add(salts.heading, headings.own.tokens, 0.7);
  row.add(salts.parent, headings.above.tokens, 0.6);
  row.add(salts.headingWhole, [hashText(headings.own.text), mix(7, hashText(headings.above.text))], 0.5);
  row.add(salts.headingChars, chars(headings.own.text === "" ? headings.above.text : headings.own.text), 0.5);
  row.end();
  row.add(salts.place, place(seen, index), 0.6);
  row.add(salts.opening, seen.opening, 0.3);
  row.end();
  row.add(salts.affiliate, (seen.affiliates[index] ?? []).flatMap((value, number) => (value === 0 ? [] : [mix(number, value)])), 1);
  const concepts = seen.concepts[index] ?? [];
  row.add(salts.concept, concepts, 0.5);
  row.add(salts.conceptPair, together(concepts), 0.8);
  row.add(salts.conceptsInOrder, [...pairs(concepts, 1), ...pairs(concepts, 2)], 0.8);
  row.end();
  return row;
}

/** What stands around a day or a name, and where in the document it stands. */
function spanRow(seen: Seen, candidate: Candidate): RowWriter {
  const row = new RowWriter();
  const { text, sentences } = seen.document;
  const own = sentences[candidate.sentence] ?? candidate;
  const shape = candidate.shape === "day" ? 100 : 200;
  const left = tokensOf(text.slice(Math.max(own.start, candidate.start - 160), candidate.start)).map(hashText);
  const right = tokensOf(text.slice(candidate.end, Math.min(own.end, candidate.end + 120))).map(hashText);
  const inside = tokensOf(text.slice(candidate.start, candidate.end)).map(hashText);
  const before = (seen.tokens[candidate.sentence - 1] ?? []).slice(-8);
  row.add(shape + salts.left, left.slice(-4), 1);
  row.add(shape + salts.leftPair, [...pairs(left.slice(-5), 1), ...triples(left.slice(-5)), mix(5, left.at(-1) ?? 0)], 1);
  row.add(shape + salts.right, [...right.slice(0, 4), ...pairs(right.slice(0, 4), 1), mix(5, right[0] ?? 0)], 1);
  row.add(shape + salts.inside, [...inside, mix(3, bucket(inside.length, [2, 3, 4, 5, 7])), mix(4, text.slice(candidate.start, candidate.end) === text.slice(candidate.start, candidate.end).toUpperCase() ? 1 : 0)], 0.8);
  row.add(shape + salts.flag, [0], 0.7);
  row.end();
  row.add(shape + salts.far, [...left, ...right], 0.6);
  row.add(shape + salts.before, [...before, mix(6, left.length === 0 ? 1 : 2)], 0.5);
  row.add(shape + salts.sentenceOfSpan, seen.tokens[candidate.sentence] ?? [], 0.6);
  row.end();
  // It has no heading of its own.
  row.end();
  row.add(shape + salts.placeOfSpan, [...place(seen, candidate.sentence), mix(9, bucket(candidate.start, [200, 600, 1500, 4000])), mix(10, bucket(candidate.start - own.start, [1, 20, 60, 200]))], 1);
  row.end();
  // What its sentence means says nothing of it alone.
  row.end();
  return row;
}

/** The features of each candidate, in their order. */
export function rowsOf(document: DocumentText, candidates: readonly Candidate[]): Row[] {
  const { text, sentences, paragraphs } = document;
  const words = sentences.map(({ start, end }) => tokensOf(text.slice(start, end)));
  const seen: Seen = {
    document, opening: tokensOf(text.slice(0, openingLength)).map(hashText), headings: headingsOf(text, paragraphs),
    tokens: words.map((each) => each.map(hashText)), stems: words.map(stemsOf), concepts: conceptsOf(words), affiliates: affiliateSigns(document),
  };
  return candidates.map((candidate) => (candidate.shape === "sentence" ? sentenceRow(seen, candidate.sentence) : spanRow(seen, candidate)));
}
