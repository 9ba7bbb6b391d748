import type { Span } from "../text/text.js";

export interface Ranked<Of> {
  readonly of: Of;
  readonly confidence: number;
}

/** Of a kind no more are looked at: a document of nothing but one clause must not take for ever. */
const most = 300;

/** The candidates of a kind in one document by how likely they are, without those that lie across a likelier one. */
export function ranked<Of extends Span>(candidates: readonly Ranked<Of>[]): Ranked<Of>[] {
  const kept: Ranked<Of>[] = [];
  for (const { of, confidence } of candidates.toSorted((one, two) => two.confidence - one.confidence || one.of.start - two.of.start)) {
    if (kept.some((other) => other.of.start < of.end && of.start < other.of.end)) continue;
    if (kept.length === most) break;
    kept.push({ of, confidence });
  }
  return kept;
}
