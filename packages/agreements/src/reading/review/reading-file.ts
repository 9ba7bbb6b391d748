import { CalendarDate, problem, type Problem } from "@cleartitle/norms";
import { z } from "zod";
import { aiKinds } from "../ai/ai-kind.js";
import { clauseKinds } from "../classify/kind.js";

const place = { start: z.number().int().min(0), end: z.number().int().min(0) };
const Quote = z.strictObject({ ...place, page: z.number().int().min(1).nullable(), quote: z.string().max(200_000) });
const Amount = z.string().regex(/^\d{1,24}(?:\.\d{1,12})?$/, "an amount is digits");
const Currency = z.string().regex(/^[A-Z]{3}$/, "a currency is three capitals");
const Period = z.string().regex(/^P(?:\d{1,5}[YMWD]){1,4}$/, "a period is like `P90D`");

/** What a clause states, without the place where it stands. */
const stated = [
  z.strictObject({ type: z.literal("day"), on: z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/, "a day is like `2026-12-01`") }),
  z.strictObject({ type: z.literal("period"), period: Period }),
  z.strictObject({ type: z.literal("renewal"), period: Period, successive: z.boolean(), automatic: z.boolean() }),
  z.strictObject({ type: z.literal("law"), places: z.array(z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, "a place is like `US-NY`")).min(1).max(50) }),
  z.strictObject({ type: z.literal("money"), currency: Currency, amount: Amount }),
  z.strictObject({ type: z.literal("cap"), of: z.literal("sum"), sum: z.strictObject({ currency: Currency, amount: Amount, ...place }) }),
  z.strictObject({ type: z.literal("cap"), of: z.literal("paid"), period: Period.nullable(), times: z.number().nullable() }),
  z.strictObject({ type: z.literal("party"), name: z.string().min(1).max(1000), alias: z.string().max(1000).nullable() }),
] as const;
export const StatedValue = z.union(stated);
export type StatedValue = z.infer<typeof StatedValue>;

type Placed<Shapes extends readonly z.ZodObject[]> = { readonly [Index in keyof Shapes]: z.ZodObject<Shapes[Index]["shape"] & typeof Quote.shape, z.core.$strict> };
const FoundValue = z.union(stated.map((each) => each.extend(Quote.shape)) as unknown as Placed<typeof stated>);
export const AddedClause = Quote.extend({ number: z.string().max(1000).nullable(), heading: z.string().max(20_000).nullable(), values: z.array(FoundValue).max(1000) });
/** A clause that a person found in the document, with what that person says it states, else what is read from its words. */
export type AddedClause = z.infer<typeof AddedClause>;
const Clause = AddedClause.extend({ confidence: z.number().min(0).max(1) });

/** What a language model said; nobody has checked it. */
const Opinion = z.strictObject({
  model: z.string().min(1).max(1000),
  on: CalendarDate,
  kinds: z.array(z.strictObject({ kind: z.enum(clauseKinds), clauses: z.array(AddedClause.extend({ field: z.string().max(100).nullable() })).max(1000) })).max(clauseKinds.length),
  notes: z.array(z.string().max(4000)).max(1000),
});

/** What a person said of a field; kept for ever, and the last one on a field holds. */
const ReviewShape = z.strictObject({
  /** Kind and number of the clause in the reading: `governing-law.1`. A clause that was added has the next number of its kind. */
  field: z.string().regex(/^[a-z-]+\.[1-9]\d{0,2}$/, "a field is kind and number, like `governing-law.1`"),
  verdict: z.enum(["accepted", "corrected", "rejected", "added"]),
  by: z.string().min(1).max(200),
  on: CalendarDate,
  why: z.string().min(1).max(2000).optional(),
  /** Of a correction: what the clause states, and what was read. */
  values: z.array(StatedValue).max(100).optional(),
  was: z.array(z.unknown()).max(1000).optional(),
  /** Of what was added: where it stands. */
  clause: AddedClause.optional(),
});
const saysWhere = ({ verdict, clause }: { readonly verdict: string; readonly clause?: unknown }): boolean => (verdict === "added") === (clause !== undefined);
const where = "what is added, and nothing else, says where it stands";
export const Review = ReviewShape.refine(saysWhere, where);
export type Review = z.infer<typeof Review>;
/** The same where who said it, and when, is recorded beside it. */
export const SaidReview = ReviewShape.omit({ by: true, on: true }).refine(saysWhere, where);

const Document = z.strictObject({
  file: z.string().min(1).max(4000),
  digest: z.string().max(100),
  format: z.string().max(100),
  characters: z.number().int().min(0),
  pages: z.number().int().min(0).nullable(),
  notes: z.array(z.string().max(4000)).max(1000),
  kinds: z.array(z.strictObject({ kind: z.enum(clauseKinds), clauses: z.array(Clause).max(1000), nearest: Clause.nullable() })).max(clauseKinds.length),
  ai: z.array(z.strictObject({ kind: z.enum(aiKinds), clauses: z.array(Clause).max(1000) })).max(aiKinds.length),
  model: Opinion.optional(),
  reviews: z.array(Review).max(10_000).optional(),
});
export type ReadingOfDocument = z.infer<typeof Document>;

export const readingSchemaId = "urn:cleartitle:schema:reading:1";

const Reading = z.strictObject({
  $schema: z.literal(readingSchemaId),
  version: z.literal(1),
  /** Which weights read it. */
  basis: z.strictObject({ weights: z.string().max(100) }),
  documents: z.array(Document).max(20_000),
  problems: z.array(z.unknown()).max(20_000),
});
export type Reading = z.infer<typeof Reading>;

/** The JSON Schema of a reading: `schema/reading.schema.json`. */
export const readingSchema = (): object => z.toJSONSchema(Reading, { io: "input", reused: "ref" });

/** The text of a reading, as it is kept and taken. */
export const readingText = (documents: readonly object[], weights: string, problems: readonly unknown[]): string =>
  `${JSON.stringify({ $schema: readingSchemaId, version: 1, basis: { weights }, documents, problems }, null, 2)}\n`;

/** A reading that `cleartitle read` wrote, and persons may have said something of. What it quotes is taken on its word. */
export function readReading(text: string, file: string): { readonly reading: Reading | null; readonly problems: readonly Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reading: null, problems: [problem("format-syntax", "the file is not JSON", { file, hint: "write it anew with `cleartitle read FILE --out reading.json`" })] };
  }
  return readingIn(value, file);
}

/** The same of a value that was read as JSON. */
export function readingIn(value: unknown, file: string): { readonly reading: Reading | null; readonly problems: readonly Problem[] } {
  const read = Reading.safeParse(value);
  if (read.success) return { reading: read.data, problems: [] };
  return { reading: null, problems: read.error.issues.slice(0, 20).map((issue) => problem("bad-value", `it is no reading: ${issue.message}`, { file, pointer: issue.path.map((step) => `/${String(step)}`).join(""), hint: "write it anew with `cleartitle read FILE --out reading.json`" })) };
}
