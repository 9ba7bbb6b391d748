import { canonicalJson } from "@cleartitle/norms";
import { fieldsOf } from "../review/field.js";
import type { AddedClause, ReadingOfDocument, Review } from "../review/reading-file.js";
import { pageOf } from "../text/quote.js";
import { placesOfQuote } from "../text/places-of-quote.js";
import type { DocumentText } from "../text/text.js";

/** What persons said of one field of an earlier reading, as it stands in a newer one. */
export interface CarriedField {
  readonly field: string;
  readonly to: string;
  /** Where the program does not find it any more, or reads it otherwise: the clause stays, as one that a person found. */
  readonly clause?: AddedClause;
}

/** What persons said of a field that has to be said anew. */
export interface FieldAskedAgain {
  readonly field: string;
  /** Words that it had. */
  readonly quote: string;
}

export interface CarriedOver {
  readonly carried: readonly CarriedField[];
  readonly again: readonly FieldAskedAgain[];
}

type Field = ReturnType<typeof fieldsOf>[number];
type Text = Pick<DocumentText, "text" | "pages">;

const words = (quote: string): string => quote.replaceAll(/\s+/g, " ").trim();
const longestTold = 300;

/** What a clause states, wherever in it. */
const stated = ({ clause: { values } }: Field): string => canonicalJson(values.map(({ start: _start, end: _end, page: _page, quote: _quote, ...value }) => value));

/** The field of the same words, at the same place where there are several; null: there is none, or nobody knows which. */
function sameWords(field: Field, among: readonly Field[]): Field | null {
  const alike = among.filter(({ kind, clause }) => kind === field.kind && words(clause.quote) === words(field.clause.quote));
  return alike.find(({ clause }) => clause.start === field.clause.start) ?? (alike.length === 1 ? alike[0]! : null);
}

/** The clause where its words stand in a text; null: nowhere, or at several other places. */
function placedIn({ text, pages }: Text, { kind: _kind, clause: { confidence: _confidence, ...clause } }: Field): AddedClause | null {
  const { start, end, quote } = clause;
  if (text.slice(start, end) === quote) return clause;
  const [place, ...others] = placesOfQuote(text, quote);
  if (place === undefined || others.length > 0) return null;
  const by = place.start - start;
  const whole = { ...place, page: pageOf(pages, place.start), quote: text.slice(place.start, place.end) };
  // Blanks may be others: then where in it a value stands is not known. Nor is it of a day that stands outside of the clause.
  const values = clause.values.map((value) => ({ ...value, ...(whole.quote === quote && value.start >= start && value.end <= end ? { start: value.start + by, end: value.end + by, page: pageOf(pages, value.start + by) } : whole) }));
  return { ...clause, ...whole, values };
}

/**
 * What persons said of a reading, on a newer one of the same document. It is carried over where the same words stand in the newer one as a clause of the same kind that states the same; a value that a person set right
 * holds whatever is read. What a person confirmed and the program does not find any more stays as a clause that a person found. The rest is asked again; that something is no clause of a kind is left out where nothing says that it is one.
 */
export function carriedOver(before: ReadingOfDocument, after: Pick<ReadingOfDocument, "kinds" | "ai">, text: Text): CarriedOver {
  const last = new Map<string, Review["verdict"]>((before.reviews ?? []).map(({ field, verdict }) => [field, verdict]));
  const found = fieldsOf(after);
  const numbers = new Map<string, number>();
  for (const { kind } of found) numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
  const said = fieldsOf(before).filter(({ id }) => last.has(id));
  const taken = new Set<string>();
  const [carried, again]: [CarriedField[], FieldAskedAgain[]] = [[], []];
  for (const field of said) {
    const verdict = last.get(field.id)!;
    const same = sameWords(field, found.filter(({ id }) => !taken.has(id)));
    if (same !== null && (verdict === "corrected" || verdict === "rejected" || stated(same) === stated(field))) {
      taken.add(same.id);
      carried.push({ field: field.id, to: same.id });
      continue;
    }
    if (verdict === "rejected") continue;
    // Another value of the same words is what has to be looked at; one that a person found is theirs.
    const clause = same !== null && verdict !== "added" ? null : placedIn(text, field);
    if (clause === null) {
      again.push({ field: field.id, quote: words(field.clause.quote).slice(0, longestTold) });
      continue;
    }
    const number = (numbers.get(field.kind) ?? 0) + 1;
    numbers.set(field.kind, number);
    carried.push({ field: field.id, to: `${field.kind}.${number}`, clause });
  }
  return { carried, again };
}

/** Reviews of the earlier reading as reviews of the newer one. Who said each, and when, stays. */
export function reviewsCarried<R extends Review>(reviews: readonly R[], carried: readonly CarriedField[]): readonly R[] {
  return carried.flatMap(({ field, to, clause }) => reviews.filter((review) => review.field === field).map((review, index): R => {
    const { clause: own, ...said } = review;
    if (clause !== undefined && index === 0) return { ...said, field: to, verdict: "added", clause } as R;
    return { ...said, field: to, verdict: own === undefined ? review.verdict : "accepted" } as R;
  }));
}
