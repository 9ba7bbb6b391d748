import type { DocumentText } from "../text/text.js";
import { type Candidate, kindsOfShape } from "./candidate.js";
import { clauseKinds } from "./kind.js";
import { sumsLength } from "./model.js";

const kinds = clauseKinds.length;
/** What is seen of a candidate and a kind beside the sums of the other kinds. */
const own = 35;
/** Sums of a candidate: of each kind altogether, by its own words, by what stands around, by headings, by its place. */
const stride = sumsLength(kinds);
const [words, around, headings, place] = [1, 2, 3, 4];
/** How many numbers are seen of a candidate and a kind. */
export const contextLength = own + kinds;
/** Of a sum below this nothing comes: it is not looked at again. */
const floor = -7;
const nothing = -8;

const scaled = (sum: number): number => Math.max(nothing, Math.min(6, sum)) / 4;
const odds = (sum: number): number => 1 / (1 + Math.exp(-sum));

interface Scene {
  readonly document: DocumentText;
  readonly candidates: readonly Candidate[];
  /** Candidate by candidate, the sums that the first model writes. */
  readonly sums: Float32Array;
  /** Of each sentence, the candidate that it is. */
  readonly whole: readonly number[];
}

/** What the candidates of a document are for one kind, taken together. */
interface Field {
  readonly kind: number;
  readonly members: readonly number[];
  /** The sums from the highest. */
  readonly sorted: readonly number[];
  /** How many are likely, and how many there are by their odds. */
  readonly strong: number;
  readonly mass: number;
}

function fieldOf({ candidates, sums }: Scene, kind: number): Field {
  const members = candidates.flatMap(({ shape }, index) => (kindsOfShape(shape).includes(kind) ? [index] : []));
  const all = members.map((index) => sums[index * stride + kind] as number);
  return { kind, members, sorted: all.toSorted((one, two) => two - one), strong: all.filter((sum) => sum > -1).length, mass: all.reduce((mass, sum) => mass + odds(sum), 0) };
}

/** How many sums are higher. */
function rankOf(sorted: readonly number[], sum: number): number {
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
    scaled(of(index, words)), scaled(of(index, around)), scaled(of(index, headings)), scaled(of(index, place)),
    scaled(at(sentence - 1, words)), scaled(at(sentence + 1, words)), scaled(at(sentence - 1, headings)), scaled(at(sentence + 1, headings)), scaled(at(sentence, words)),
  ]);
  for (let other = 0; other < kinds; other += 1) out[own + other] = Math.max(0, (sums[index * stride + other] as number) + 6) / 6;
}

/** Calls `emit` for each candidate and kind that is worth a look, with what is seen around it. The numbers are good until the next call. */
export function contextsOf(document: DocumentText, candidates: readonly Candidate[], sums: Float32Array, emit: (candidate: number, kind: number, seen: Float32Array) => void): void {
  const whole: number[] = [];
  candidates.forEach(({ shape, sentence }, index) => {
    if (shape === "sentence") whole[sentence] = index;
  });
  const scene = { document, candidates, sums, whole };
  const seen = new Float32Array(contextLength);
  for (let kind = 0; kind < kinds; kind += 1) {
    const field = fieldOf(scene, kind);
    for (const index of field.members) {
      if ((sums[index * stride + kind] as number) < floor) continue;
      look(scene, field, index, seen);
      emit(index, kind, seen);
    }
  }
}
