import { nameHint, problem, type Problem } from "@cleartitle/norms";
import { aiKinds } from "../ai/ai-kind.js";
import { clauseKinds } from "../classify/kind.js";
import { clauseAt } from "../found-clause.js";
import type { DocumentText } from "../text/text.js";
import { fieldsOf } from "./field.js";
import { type Marked, markedSpan } from "./marked-span.js";
import type { AddedClause, Reading, ReadingOfDocument, Review, StatedValue } from "./reading-file.js";
import { statedValue } from "./stated-value.js";

interface Said {
  readonly by: string;
  readonly on: string;
  readonly why: string | null;
  /** Of a correction, what the clause states. What is added may say it; left out, it is read from the words. */
  readonly values: readonly string[];
}

/** What a person says of fields of a document. */
export interface SaidOfFields extends Said {
  readonly verdict: Exclude<Review["verdict"], "added">;
  readonly fields: readonly string[];
}

/** A clause that the program missed, as a person marks it. */
export interface SaidOfClause extends Said {
  readonly kind: string;
  readonly marked: Marked;
}

const base = ({ by, on, why }: Said): Pick<Review, "by" | "on" | "why"> => ({ by, on, ...(why === null ? {} : { why }) });

function statedOf(kind: string, values: readonly string[], file: string): { readonly values: StatedValue[] } | { readonly problem: Problem } {
  const read = values.map((said) => statedValue(kind, said));
  const wrong = read.findIndex((each) => "hint" in each);
  const hint = read[wrong];
  if (hint !== undefined && "hint" in hint) return { problem: problem("bad-value", `\`${values[wrong]}\` is no value of \`${kind}\``, { file, offending: values[wrong] ?? null, hint: hint.hint }) };
  return { values: read.flatMap((each) => ("value" in each ? [each.value] : [])) };
}

function reviewOf(document: ReadingOfDocument, id: string, said: SaidOfFields): Review | Problem {
  const fields = fieldsOf(document);
  const field = fields.find((each) => each.id === id);
  const { file } = document;
  if (field === undefined) return problem("not-found", `the reading has no field \`${id}\``, { file, offending: id, hint: fields.length === 0 ? "nothing was found in this document" : `it has ${fields.slice(0, 12).map((each) => each.id).join(", ")}${fields.length > 12 ? " and others" : ""}` });
  const review = { field: id, verdict: said.verdict, ...base(said) };
  if (said.verdict !== "corrected") return review;
  const stated = statedOf(field.kind, said.values, file);
  return "problem" in stated ? stated.problem : { ...review, values: stated.values, was: field.clause.values };
}

/** What a person says of fields, as it is kept; all or nothing. */
export function reviewsOf(document: ReadingOfDocument, said: SaidOfFields): { readonly reviews: readonly Review[] | null; readonly problems: readonly Problem[] } {
  const reviews = said.fields.map((id) => reviewOf(document, id, said));
  const problems = reviews.filter((each): each is Problem => "code" in each);
  return problems.length > 0 ? { reviews: null, problems } : { reviews: reviews.filter((each): each is Review => !("code" in each)), problems };
}

/** Fields of one kind are numbered up to here. */
const mostOfKind = 999;

/** A clause that a person marks in the text of a document, as it is kept. */
export function addedReview(document: ReadingOfDocument, text: DocumentText, said: SaidOfClause): { readonly review: Review } | { readonly problem: Problem } {
  const { file } = document;
  const { kind } = said;
  const kinds: readonly string[] = [...clauseKinds, ...aiKinds];
  if (!kinds.includes(kind)) return { problem: problem("unknown-name", `there is no kind of clause \`${kind}\``, { file, offending: kind, hint: nameHint(kind, kinds) ?? `kinds are ${kinds.join(", ")}` }) };
  const found = markedSpan(text, said.marked, file);
  if ("problem" in found) return found;
  const { start, end } = found.span;
  const own = fieldsOf(document).filter((each) => each.kind === kind);
  const same = own.find(({ clause }) => clause.start === start && clause.end === end);
  if (same !== undefined) return { problem: problem("conflict", `that is \`${same.id}\` already`, { file, offending: same.id, hint: "accept it, or correct it" }) };
  if (own.length >= mostOfKind) return { problem: problem("too-large", `the document has ${own.length} clauses of this kind already`, { file }) };
  const stated = statedOf(kind, said.values, file);
  if ("problem" in stated) return stated;
  const read = clauseAt(text, clauseKinds.find((each) => each === kind) ?? null, found.span);
  const values = said.values.length === 0 ? read.values : stated.values.map((value) => ({ ...value, start, end, page: read.page, quote: read.quote }));
  return { review: { field: `${kind}.${own.length + 1}`, verdict: "added", ...base(said), clause: { ...read, values: values as AddedClause["values"] } } };
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

/** The reading with reviews of one of its documents added at the end of what was said before. */
export const withReviews = (reading: Reading, document: ReadingOfDocument, reviews: readonly Review[]): Reading => ({ ...reading, documents: reading.documents.map((each) => (each === document ? { ...each, reviews: [...(each.reviews ?? []), ...reviews] } : each)) });
