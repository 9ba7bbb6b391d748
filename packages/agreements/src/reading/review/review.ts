import { problem, type Problem } from "@cleartitle/norms";
import type { AgreementReading, FoundClause } from "../agreement-reading.js";
import type { Reading, ReadingOfDocument, Review, StatedValue } from "./reading-file.js";
import { statedValue } from "./stated-value.js";

type ReadClause = ReadingOfDocument["kinds"][number]["clauses"][number];

/** A field of a reading: a clause that was found, with what it states. */
interface ReadField {
  readonly id: string;
  readonly kind: string;
  readonly clause: ReadClause;
}

/** A field that a person accepted, or set right. */
export interface AcceptedField extends ReadField {
  readonly values: readonly StatedValue[];
  readonly review: Review;
}

function fieldsOf(document: ReadingOfDocument): ReadField[] {
  return [...document.kinds, ...document.ai].flatMap(({ kind, clauses }) => clauses.map((clause, index) => ({ id: `${kind}.${index + 1}`, kind, clause })));
}

/** What persons accepted of a document: the last word on each field holds. */
export function acceptedFields(document: ReadingOfDocument): AcceptedField[] {
  const last = new Map((document.reviews ?? []).map((review) => [review.field, review]));
  return fieldsOf(document).flatMap((field) => {
    const review = last.get(field.id);
    return review === undefined || review.verdict === "rejected" ? [] : [{ ...field, values: review.values ?? field.clause.values, review }];
  });
}

/** What persons left of the clauses that were read: none that was rejected, and one that was corrected states what they said, wherever in it that stands. */
export function reviewedKinds(kinds: AgreementReading["kinds"], reviews: readonly Review[]): AgreementReading["kinds"] {
  const last = new Map(reviews.map((review) => [review.field, review]));
  return kinds.map((each) => ({
    ...each,
    clauses: each.clauses.flatMap((clause, index): FoundClause[] => {
      const review = last.get(`${each.kind}.${index + 1}`);
      if (review?.verdict === "rejected") return [];
      const { start, end, page, quote } = clause;
      return [review?.values === undefined ? clause : { ...clause, values: review.values.map((value) => ({ ...value, start, end, page, quote })) }];
    }),
  }));
}

/** What a person says of fields of a document. */
export interface SaidOfFields {
  readonly verdict: Review["verdict"];
  readonly fields: readonly string[];
  readonly by: string;
  readonly on: string;
  readonly why: string | null;
  /** Of a correction, what the clause states. */
  readonly values: readonly string[];
}

function reviewOf(document: ReadingOfDocument, id: string, { verdict, by, on, why, values }: SaidOfFields): Review | Problem {
  const fields = fieldsOf(document);
  const field = fields.find((each) => each.id === id);
  const at = { file: document.file };
  if (field === undefined) return problem("not-found", `the reading has no field \`${id}\``, { ...at, hint: fields.length === 0 ? "nothing was found in this document" : `it has ${fields.slice(0, 12).map((each) => each.id).join(", ")}${fields.length > 12 ? " and others" : ""}` });
  const base = { field: id, verdict, by, on, ...(why === null ? {} : { why }) };
  if (verdict !== "corrected") return base;
  const read = values.map((said) => statedValue(field.kind, said));
  const wrong = read.findIndex((each) => "hint" in each);
  const hint = read[wrong];
  if (hint !== undefined && "hint" in hint) return problem("bad-value", `\`${values[wrong]}\` is no value of \`${field.kind}\``, { ...at, hint: hint.hint });
  return { ...base, values: read.flatMap((each) => ("value" in each ? [each.value] : [])), was: field.clause.values };
}

/** The document of a reading that is meant: the one that is named, or the only one. */
export function documentIn(reading: Reading, named: string | null, file: string): { readonly document: ReadingOfDocument } | { readonly problem: Problem } {
  const found = named === null ? reading.documents : reading.documents.filter((each) => each.file === named);
  const [document] = found;
  if (document !== undefined && found.length === 1) return { document };
  const names = reading.documents.slice(0, 8).map((each) => each.file).join(", ");
  if (named !== null) return { problem: problem("not-found", `the reading has no document \`${named}\``, { file, hint: names === "" ? "it has none" : `it has ${names}` }) };
  return { problem: problem("usage", `the reading has ${reading.documents.length} documents`, { file, hint: names === "" ? "read a document first" : `name one with \`--document\`: ${names}` }) };
}

/** The reading with what a person said added at the end of what was said before; all or nothing. */
export function withReviews(reading: Reading, document: ReadingOfDocument, said: SaidOfFields): { readonly reading: Reading | null; readonly problems: readonly Problem[] } {
  const reviews = said.fields.map((id) => reviewOf(document, id, said));
  const problems = reviews.filter((each): each is Problem => "code" in each);
  if (problems.length > 0) return { reading: null, problems };
  const added = reviews.filter((each): each is Review => !("code" in each));
  return { reading: { ...reading, documents: reading.documents.map((each) => (each === document ? { ...each, reviews: [...(each.reviews ?? []), ...added] } : each)) }, problems: [] };
}
