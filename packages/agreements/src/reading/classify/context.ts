import type { DocumentText } from "../text/text.js";
import { type Candidate, kindsOfShape } from "./candidate.js";
import { clauseKinds } from "./kind.js";
import { sumsLength } from "./model.js";

const kinds = clauseKinds.length;
/** What is seen of a candidate and a kind: so many numbers of what the first model says of it and around it, of what the plain one does, the sums of all kinds, and the kind. */
const own = 36;
const ofPlain = 10;
/** Sums of a candidate: of each kind altogether, by its own words, by what stands around, by headings, by its place, by what its words mean together. */
const stride = sumsLength(kinds);
const [words, around, headings, place, meaning] = [1, 2, 3, 4, 5];
/** How many numbers are seen of a candidate and a kind. */
export const contextLength = own + ofPlain + kinds + 1;
/** Where neither model has a sum above this nothing comes: it is not looked at again. */
const floor = -7;
const nothing = -8;

const scale = 4;
const scaled = (sum: number): number => Math.max(nothing, Math.min(6, sum)) / scale;
/** What both first models say together of what is seen, as the logarithm of its odds. */
export const startOf = (seen: Float32Array): number => (((seen[0] as number) + (seen[own] as number)) * scale) / 2;
/** The higher of what they say. */
export const strengthOf = (seen: Float32Array): number => Math.max(seen[0] as number, seen[own] as number) * scale;

/** What the first models say of a document. */
export interface FirstSums {
  /** Candidate by candidate, the sums that the first model writes. */
  readonly own: Float32Array;
  /** Sentence by sentence, those of the plain one, of each kind altogether. */
  readonly plain: Float32Array;
}
const odds = (sum: number): number => 1 / (1 + Math.exp(-sum));

interface Scene {
  readonly document: DocumentText;
  readonly candidates: readonly Candidate[];
  readonly sums: Float32Array;
  readonly plain: Float32Array;
  /** Of each sentence, the candidate that it is. */
  readonly whole: readonly number[];
}

/** What the candidates of a document are for one kind, taken together. */
interface Field {
  readonly kind: number;
  readonly members: readonly number[];
  /** The sums from the highest. */
  readonly sorted: Float64Array;
  /** How many are likely, and how many there are by their odds. */
  readonly strong: number;
  readonly mass: number;
  /** The same of the plain sums. */
  readonly plainSorted: Float64Array;
  readonly plainMass: number;
}

const massOf = (sums: readonly number[]): number => sums.reduce((mass, sum) => mass + odds(sum), 0);
const falling = (sums: readonly number[]): Float64Array => Float64Array.from(sums).toSorted().toReversed();

function fieldOf({ candidates, sums, plain }: Scene, kind: number): Field {
  const members = candidates.flatMap(({ shape }, index) => (kindsOfShape(shape).includes(kind) ? [index] : []));
  const all = members.map((index) => sums[index * stride + kind] as number);
  const allPlain = members.map((index) => plain[(candidates[index] as Candidate).sentence * kinds + kind] as number);
  return { kind, members, sorted: falling(all), strong: all.filter((sum) => sum > -1).length, mass: massOf(all), plainSorted: falling(allPlain), plainMass: massOf(allPlain) };
}

/** How many sums are higher. */
function rankOf(sorted: Float64Array, sum: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) > sum) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Writes to `out` what is seen around a candidate: what its neighbors, its paragraph and the whole document were found to be. */
function look(scene: Scene, field: Field, index: number, out: Float32Array): void {
  const { document, candidates, sums, whole } = scene;
  const { kind, sorted, strong, mass } = field;
  const { sentence, start, end, shape } = candidates[index] as Candidate;
  const paragraph = document.sentences[sentence]?.paragraph;
  const sum = sums[index * stride + kind] as number;
  const of = (candidate: number | undefined, group: number): number => (candidate === undefined ? nothing : (sums[candidate * stride + group * kinds + kind] as number));
  const at = (other: number, group = 0): number => of(whole[other], group);
  const isSame = (other: number): number => (document.sentences[other]?.paragraph === paragraph ? 1 : 0);
  const rank = rankOf(sorted, sum);
  const best = rank === 0 ? (sorted[1] ?? nothing) : (sorted[0] as number);
  let inParagraph = nothing;
  for (let other = sentence - 5; other <= sentence + 5; other += 1) if (other !== sentence && isSame(other) === 1) inParagraph = Math.max(inParagraph, at(other));
  let otherKind = nothing;
  for (let other = 0; other < kinds; other += 1) if (other !== kind) otherKind = Math.max(otherKind, sums[index * stride + other] as number);
  const before = scaled(at(sentence - 1));
  const after = scaled(at(sentence + 1));
  out.set([
    scaled(sum), odds(sum), before, after, scaled(Math.max(at(sentence - 2), at(sentence - 3))), scaled(Math.max(at(sentence + 2), at(sentence + 3))),
    isSame(sentence - 1), isSame(sentence + 1), isSame(sentence - 1) * before, isSame(sentence + 1) * after,
    scaled(best), scaled(sum - best), Math.log1p(rank) / 2, rank === 0 ? 1 : 0, Math.log1p(strong) / 2, Math.log1p(Math.max(0, mass - odds(sum))) / 2,
    sentence / whole.length, sentence < 5 ? 1 : 0, Math.log1p(end - start) / 6, shape === "sentence" ? 1 : 0,
    scaled(inParagraph), scaled(otherKind), scaled(sum - otherKind), scaled(sorted[2] ?? nothing), Math.log1p(whole.length) / 6, scaled(at(sentence)),
    scaled(of(index, words)), scaled(of(index, around)), scaled(of(index, headings)), scaled(of(index, place)), scaled(of(index, meaning)),
    scaled(at(sentence - 1, words)), scaled(at(sentence + 1, words)), scaled(at(sentence - 1, headings)), scaled(at(sentence + 1, headings)), scaled(at(sentence, words)),
  ]);
  lookAtPlain(scene, field, sentence, out);
  for (let other = 0; other < kinds; other += 1) out[own + ofPlain + other] = Math.max(0, (sums[index * stride + other] as number) + 6) / 6;
  out[contextLength - 1] = kind;
}

/** Writes to `out` what the plain model says of a sentence, of its neighbors and of the whole document. */
function lookAtPlain({ plain, whole }: Scene, { kind, plainSorted, plainMass }: Field, sentence: number, out: Float32Array): void {
  const at = (other: number): number => (other < 0 || other >= whole.length ? nothing : (plain[other * kinds + kind] as number));
  const sum = at(sentence);
  const rank = rankOf(plainSorted, sum);
  const best = rank === 0 ? (plainSorted[1] ?? nothing) : (plainSorted[0] as number);
  let otherKind = nothing;
  for (let other = 0; other < kinds; other += 1) if (other !== kind) otherKind = Math.max(otherKind, plain[sentence * kinds + other] as number);
  out.set([scaled(sum), odds(sum), scaled(at(sentence - 1)), scaled(at(sentence + 1)), scaled(best), scaled(sum - best), Math.log1p(rank) / 2, rank === 0 ? 1 : 0, Math.log1p(Math.max(0, plainMass - odds(sum))) / 2, scaled(sum - otherKind)], own);
}

/** Calls `emit` for each candidate and kind that is worth a look, with what is seen around it. The numbers are good until the next call. */
export function contextsOf(document: DocumentText, candidates: readonly Candidate[], { own: sums, plain }: FirstSums, emit: (candidate: number, kind: number, seen: Float32Array) => void): void {
  const whole: number[] = [];
  candidates.forEach(({ shape, sentence }, index) => {
    if (shape === "sentence") whole[sentence] = index;
  });
  const scene = { document, candidates, sums, plain, whole };
  const seen = new Float32Array(contextLength);
  for (let kind = 0; kind < kinds; kind += 1) {
    const field = fieldOf(scene, kind);
    for (const index of field.members) {
      if ((sums[index * stride + kind] as number) < floor && (plain[(candidates[index] as Candidate).sentence * kinds + kind] as number) < floor) continue;
      look(scene, field, index, seen);
      emit(index, kind, seen);
    }
  }
}
