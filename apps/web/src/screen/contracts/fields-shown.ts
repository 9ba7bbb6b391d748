import { sure } from "./confidence.js";
import type { ReadField, ReadKind } from "./use-readings.js";

/** A field with the kind that it is of. */
export interface ShownField {
  readonly kind: ReadKind;
  readonly field: ReadField;
}

/** Fields of what the address asks for: of a kind, in a state; in the order in which they stand in the text. */
export const fieldsShown = (kinds: readonly ReadKind[], kind: string | undefined, state: string | undefined): readonly ShownField[] =>
  kinds.filter((each) => kind === undefined || each.kind === kind).flatMap((each) => each.fields.map((field) => ({ kind: each, field }))).filter(({ field }) => state === undefined || field.state === state).toSorted((a, b) => a.field.start - b.field.start || a.field.end - b.field.end);

/** Those that nobody said anything of yet, and of which the program was at least so sure, in percent, as it is told. */
export const atLeast = (shown: readonly ShownField[], percent: number): readonly ShownField[] =>
  shown.filter(({ field }) => field.state === "open" && field.confidence !== null && sure(field.confidence) >= percent);

interface Piece {
  readonly start: number;
  readonly end: number;
  /** Fields in which the piece stands; none: it is in none. */
  readonly of: readonly ShownField[];
}

/** A paragraph cut where clauses begin and end. */
export function piecesOf({ start, end }: { readonly start: number; readonly end: number }, shown: readonly ShownField[]): readonly Piece[] {
  const own = shown.filter(({ field }) => field.start < end && field.end > start);
  const cuts = [...new Set([start, end, ...own.flatMap(({ field }) => [Math.max(start, field.start), Math.min(end, field.end)])])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => ({ start: from, end: cuts[index + 1]!, of: own.filter(({ field }) => field.start <= from && field.end > from) }));
}
