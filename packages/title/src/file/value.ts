import { CalendarDate, FactValue, PeriodText as NormPeriodText } from "@cleartitle/norms";
import { z } from "zod";
import { isDateOrInstant } from "../instant.js";

/** The smallest pieces of a title file, shared by its records. */

export const Id = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^\S([^\n\r]*\S)?$/, "an id is one line that neither begins nor ends with a space")
  .describe("A name that is unique among records of its kind.");

export const Word = z.string().min(1).max(2000);
export const Text = z.string().min(1);

export const DateText = CalendarDate.describe("A calendar date, \"YYYY-MM-DD\", in quotes.");

export const InstantText = z
  .string()
  .refine(isDateOrInstant, { error: "write a date \"YYYY-MM-DD\" or an instant \"YYYY-MM-DDThh:mm:ssZ\"", params: { code: "impossible-date" } })
  .describe("A calendar date or an instant in UTC, in quotes.");

export const PeriodText = NormPeriodText.describe("A date, or a period \"YYYY-MM-DD/YYYY-MM-DD\" with both days in it; `..` for an open end.");

export const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);

export const Words = oneOrMany(Word);
export const Places = oneOrMany(Word).describe("ISO 3166-1 code, 3166-2 where the law divides, or a group such as EU; one or a list.");

/** A quantity known within bounds, during a period. */
export const BoundedQuantity = z
  .strictObject({
    atLeast: z.number().optional().describe("The lower bound, inclusive."),
    atMost: z.number().optional().describe("The upper bound, inclusive."),
    unit: Word.optional(),
    during: PeriodText.optional(),
  })
  .refine((q) => q.atLeast !== undefined || q.atMost !== undefined, { error: "a quantity has `atLeast`, `atMost` or both", params: { code: "missing-key" } })
  .refine((q) => (q.atLeast ?? -Infinity) <= (q.atMost ?? Infinity), { error: "`atLeast` is greater than `atMost`", params: { code: "contradiction" } })
  .describe("A bounded quantity: `atLeast`, `atMost`, or both.");
export type BoundedQuantity = z.infer<typeof BoundedQuantity>;

/** A value that held during a period. */
export const DatedFact = z.strictObject({ value: FactValue, during: PeriodText.optional() }).describe("A fact that held during a period.");
export type DatedFact = z.infer<typeof DatedFact>;

export const PlainFacts = z
  .record(Word, z.union([FactValue, DatedFact, z.array(DatedFact).min(1)]))
  .describe("Fact → value, or a value with the period in which it held, or a list of these.");
export type PlainFacts = z.infer<typeof PlainFacts>;

export const PartyFacts = z
  .record(Word, z.union([FactValue, BoundedQuantity, DatedFact, z.array(z.union([BoundedQuantity, DatedFact])).min(1)]))
  .describe("Fact → value; quantity → bounds with the period in which they held; or a list of these.");
export type PartyFacts = z.infer<typeof PartyFacts>;

export const Scale = z
  .record(Word, z.union([z.number(), BoundedQuantity, z.array(BoundedQuantity).min(1)]))
  .describe("Quantity → planned amount: a number means exactly so much.");
export type Scale = z.infer<typeof Scale>;

export const SourceText = z
  .strictObject({
    system: Word.describe("What said it: a hub, a file format, a tool, a person's note."),
    locator: z.string().nullable().optional(),
    sha256: z.string().nullable().optional(),
    retrieved: InstantText.nullable().optional(),
  })
  .describe("Where a statement comes from.");
