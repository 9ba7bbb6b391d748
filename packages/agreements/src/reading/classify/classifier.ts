import type { DocumentText } from "../text/text.js";
import type { Candidate } from "./candidate.js";
import { contextsOf, type FirstSums, startOf } from "./context.js";
import type { Row } from "./feature.js";
import { clauseKinds } from "./kind.js";
import { type ClauseModel, sumsLength, sumsOf } from "./model.js";
import { plainRows } from "./plain-feature.js";
import { type SecondModel, secondSum } from "./second.js";

/** Two first opinions by words, and a second by what was found around a candidate. */
export interface Classifier {
  readonly first: ClauseModel;
  /** Of whole sentences, by plain words. */
  readonly plain: ClauseModel;
  readonly second: SecondModel;
  /** Of clauses on AI, by their words alone. */
  readonly ai: ClauseModel;
  /** Names these weights: the beginning of the SHA-256 of their files. */
  readonly digest: string;
}

/** Row by row so many of the sums of a model. */
function sumsOfRows(model: ClauseModel, rows: readonly Row[], length: number): Float32Array {
  const sums = new Float32Array(rows.length * length);
  const out = new Float64Array(sumsLength(clauseKinds.length));
  rows.forEach((row, index) => {
    sumsOf(model, row, out);
    sums.set(out.subarray(0, length), index * length);
  });
  return sums;
}

/** Calls `emit` with how likely each candidate is of each kind; what is not worth a look is left out. */
export function confidences(document: DocumentText, candidates: readonly Candidate[], rows: readonly Row[], { first, plain, second }: Classifier, emit: (candidate: number, kind: number, confidence: number) => void): void {
  const sums: FirstSums = { own: sumsOfRows(first, rows, sumsLength(clauseKinds.length)), plain: sumsOfRows(plain, plainRows(document), clauseKinds.length) };
  contextsOf(document, candidates, sums, (candidate, kind, seen) => emit(candidate, kind, 1 / (1 + Math.exp(-secondSum(second, seen, startOf(seen))))));
}
