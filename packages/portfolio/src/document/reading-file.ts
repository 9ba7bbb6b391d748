import { type AgreementReading, clauseKinds, Review, type ReviewedKind, reviewedKinds } from "@cleartitle/agreements";
import { check, type Problem } from "@cleartitle/norms";
import { z } from "zod";

const Quote = z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(0), page: z.number().int().min(1).nullable(), quote: z.string().max(200_000) });
const Sum = z.strictObject({ currency: z.string().regex(/^[A-Z]{3}$/), amount: z.string().regex(/^\d{1,24}(?:\.\d{1,12})?$/), start: z.number().int(), end: z.number().int() });
const Period = z.string().regex(/^P(?:\d{1,5}[YMWD]){1,4}$/);

const Value = z.union([
  Quote.extend({ type: z.literal("day"), on: z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/) }),
  Quote.extend({ type: z.literal("period"), period: Period }),
  Quote.extend({ type: z.literal("renewal"), period: Period, successive: z.boolean(), automatic: z.boolean() }),
  Quote.extend({ type: z.literal("law"), places: z.array(z.string().max(20)).max(50) }),
  Quote.extend({ type: z.literal("money"), currency: Sum.shape.currency, amount: Sum.shape.amount }),
  Quote.extend({ type: z.literal("cap"), of: z.literal("sum"), sum: Sum }),
  Quote.extend({ type: z.literal("cap"), of: z.literal("paid"), period: Period.nullable(), times: z.number().nullable() }),
  Quote.extend({ type: z.literal("party"), name: z.string().min(1).max(1000), alias: z.string().max(1000).nullable() }),
]);

const Clause = Quote.extend({ confidence: z.number().min(0).max(1), number: z.string().max(1000).nullable(), heading: z.string().max(20_000).nullable(), values: z.array(Value).max(1000) });

const ReadingFile = z.object({
  $schema: z.literal("urn:cleartitle:schema:reading:1"),
  documents: z.array(z.object({
    file: z.string().min(1).max(4000), digest: z.string().max(100).optional(), format: z.string().max(100), characters: z.number().int().min(0), pages: z.number().int().min(0).nullable(), notes: z.array(z.string().max(4000)).max(1000),
    kinds: z.array(z.object({ kind: z.enum(clauseKinds), clauses: z.array(Clause).max(1000), nearest: Clause.nullable() })).max(clauseKinds.length),
    reviews: z.array(Review).max(10_000).optional(),
  })).max(20_000),
});

export const readingSchema = "urn:cleartitle:schema:reading:1";

export type KeptReading = Omit<AgreementReading, "ai" | "kinds"> & { readonly digest?: string | undefined; readonly kinds: readonly ReviewedKind[] };

/** Readings that `cleartitle read --format json` wrote, checked for their form: what they quote is taken on the word of the file, and what persons said of them holds. */
export function readReadings(value: unknown, file: string): { readonly readings: readonly KeptReading[]; readonly problems: readonly Problem[] } {
  const nowhere = { line: 1, column: 1 };
  const { value: read, problems } = check(ReadingFile, { file, value, locate: () => nowhere, locateKey: () => nowhere });
  if (read !== null) return { readings: read.documents.map(({ reviews = [], ...document }) => ({ ...document, kinds: reviewedKinds(document.kinds, reviews) })), problems: [] };
  // It is one line, or thousands that nobody wrote: the pointer says where.
  return { readings: [], problems: problems.slice(0, 3).map((each) => ({ ...each, line: null, column: null, message: `it is no reading: ${each.message}${each.pointer === null || each.pointer === "" ? "" : ` (${each.pointer})`}`, hint: "write it anew with `cleartitle read --format json`" })) };
}
