import type { AgreementReading } from "../agreement-reading.js";
import type { FoundClause } from "../found-clause.js";
import type { ReadingOfDocument, Review, StatedValue } from "./reading-file.js";

type ReadClause = ReadingOfDocument["kinds"][number]["clauses"][number];
/** A clause that was found, by the program or by a person. */
type FieldClause = Omit<ReadClause, "confidence"> & {
  /** null: a person found it. */
  readonly confidence: number | null;
};

/** A field of a reading: a clause that was found, with what it states. */
interface ReadField {
  readonly id: string;
  readonly kind: string;
  readonly clause: FieldClause;
}

/** A field that a person accepted, set right or added. */
export interface AcceptedField extends ReadField {
  readonly values: readonly StatedValue[];
  readonly review: Review;
}

export const kindOf = (field: string): string => field.slice(0, field.lastIndexOf("."));

/** Clauses that persons added, in the order of their numbers. */
const addedFields = (reviews: readonly Review[]): ReadField[] => reviews.flatMap(({ field, clause }) => (clause === undefined ? [] : [{ id: field, kind: kindOf(field), clause: { ...clause, confidence: null } }]));

/** What can be reviewed of a document: what the program found, and what persons added. */
export function fieldsOf(document: Pick<ReadingOfDocument, "kinds" | "ai" | "reviews">): ReadField[] {
  return [...[...document.kinds, ...document.ai].flatMap(({ kind, clauses }) => clauses.map((clause, index) => ({ id: `${kind}.${index + 1}`, kind, clause }))), ...addedFields(document.reviews ?? [])];
}

/** The last word on each field holds. */
const lastWords = (reviews: readonly Review[]): ReadonlyMap<string, Review> => new Map(reviews.map((review) => [review.field, review]));

/** What persons accepted of a document. */
export function acceptedFields(document: ReadingOfDocument): AcceptedField[] {
  const last = lastWords(document.reviews ?? []);
  return fieldsOf(document).flatMap((field) => {
    const review = last.get(field.id);
    return review === undefined || review.verdict === "rejected" ? [] : [{ ...field, values: review.values ?? field.clause.values, review }];
  });
}

/** The clauses of a kind as persons left them. */
export interface ReviewedKind extends Omit<AgreementReading["kinds"][number], "clauses"> {
  readonly clauses: readonly (Omit<FoundClause, "confidence"> & Pick<FieldClause, "confidence">)[];
}

/** What persons left of the clauses that were read: none that was rejected, those that were added, and one that was corrected states what they said, wherever in it that stands. */
export function reviewedKinds(kinds: AgreementReading["kinds"], reviews: readonly Review[]): readonly ReviewedKind[] {
  const last = lastWords(reviews);
  const added = addedFields(reviews);
  return kinds.map((each) => ({
    ...each,
    clauses: [...each.clauses.map((clause, index) => ({ id: `${each.kind}.${index + 1}`, clause })), ...added.filter(({ kind }) => kind === each.kind)].flatMap(({ id, clause }) => {
      const review = last.get(id);
      if (review?.verdict === "rejected") return [];
      const { start, end, page, quote } = clause;
      return [review?.values === undefined ? clause : { ...clause, values: review.values.map((value) => ({ ...value, start, end, page, quote })) }];
    }),
  }));
}
