import type { DocumentText } from "../text/text.js";
import type { Candidate } from "./candidate.js";
import { contextsOf } from "./context.js";
import type { Row } from "./feature.js";
import { clauseKinds } from "./kind.js";
import { type ClauseModel, sumsLength, sumsOf } from "./model.js";
import { newPass, type SecondModel, secondSum } from "./second.js";

/** A first opinion on each candidate by its words, and a second by what was found around it. */
export interface Classifier {
  readonly first: ClauseModel;
  readonly second: SecondModel;
  /** Of clauses on AI, by their words alone. */
  readonly ai: ClauseModel;
  /** Names these weights: the beginning of the SHA-256 of their files. */
  readonly digest: string;
}

/** Calls `emit` with how likely each candidate is of each kind; what is not worth a look is left out. */
export function confidences(document: DocumentText, candidates: readonly Candidate[], rows: readonly Row[], { first, second }: Classifier, emit: (candidate: number, kind: number, confidence: number) => void): void {
  const length = sumsLength(clauseKinds.length);
  const sums = new Float32Array(candidates.length * length);
  const out = new Float64Array(length);
  rows.forEach((row, index) => {
    sumsOf(first, row, out);
    sums.set(out, index * length);
  });
  const pass = newPass();
  contextsOf(document, candidates, sums, (candidate, kind, seen) => emit(candidate, kind, 1 / (1 + Math.exp(-secondSum(second, seen, kind, pass)))));
}
