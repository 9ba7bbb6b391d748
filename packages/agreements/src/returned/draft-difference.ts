import { pairedLines } from "../redline/likeness.js";

/** Something in which a document that came back differs from the deal that it carries. */
export interface DraftDifference {
  /** `value`: another value of a field; `edited`, `added`, `removed`: words; `filled-in`: a place for a signature; `open`: a change that nobody accepted; `untold`: what is in no text, or not read. */
  readonly kind: "value" | "edited" | "added" | "removed" | "filled-in" | "open" | "untold";
  /** Topic, or part of the document. */
  readonly where: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly note: string;
}

/** Line by line: those that are there as they were left out, the others beside those that they are like, or that stand in their place. */
export function lineDifferences(where: string, before: readonly string[], after: readonly string[], note: string): DraftDifference[] {
  const left = [...after];
  const gone = before.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return pairedLines(gone, left).map(({ before: old, after: now }): DraftDifference => ({ kind: old === null ? "added" : now === null ? "removed" : "edited", where, before: old, after: now, note }));
}
