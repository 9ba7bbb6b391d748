import { z } from "@hono/zod-openapi";
import { count, maybe, text } from "../agreement/schema.js";
import { orNull } from "../drafting/clause-schema.js";
import { ProblemEntry } from "../problem.js";

export const readingNumber = z.coerce.number().int().min(1).max(2_147_483_647);
const State = z.enum(["read", "refused", "redacted"]).openapi("ReadingState");
const Verdict = z.enum(["accepted", "corrected", "rejected", "added"]);

/** A document that was read, in a list. */
export const ReadingRow = z
  .strictObject({
    number: count, name: text, document: maybe.openapi({ description: "Digest under which the document is kept as evidence; null: it was redacted." }),
    state: State.openapi({ description: "`refused`: it could not be read, and `problems` say why." }), format: maybe, pages: count.nullable(), characters: count.nullable(), title: maybe, parties: z.array(text).openapi({ description: "As the program read them." }),
    fields: count.openapi({ description: "Clauses that the program found." }), said: z.strictObject({ accepted: count, corrected: count, rejected: count, added: count, open: count }).openapi({ description: "Fields by the last word on each; `open`: nobody said anything yet." }),
    agreement: maybe.openapi({ description: "The agreement that was begun with it." }), problems: z.array(ProblemEntry), by: text, at: text, steps: count,
  })
  .openapi("Reading");

const place = { start: count, end: count, page: count.nullable(), quote: text };
const Clause = z.strictObject({ ...place, number: maybe, heading: maybe, confidence: z.number().nullable().openapi({ description: "0 to 1; null: a person found it." }) }).openapi("ReadClause");
const Value = z.strictObject({ says: text.openapi({ description: "As `correct` takes it: `US-NY`, `2026-12-01`, `P90D`, `USD 100000`." }), quote: maybe.openapi({ description: "The words that state it; null: a person said it." }), start: count.nullable(), end: count.nullable() });
const Said = z.strictObject({ verdict: Verdict, by: text, at: text, why: maybe, values: z.array(text) }).openapi("ReadingReview");
const Field = Clause.extend({ id: text, state: z.enum(["open", ...Verdict.options]), values: z.array(Value), reviews: z.array(Said).openapi({ description: "All that was said of it, the last one holds." }) }).openapi("ReadField");
const Kind = z
  .strictObject({
    kind: text, isAi: z.boolean(), topic: maybe.openapi({ description: "Topic of the house on which it speaks." }), writtenLike: maybe.openapi({ description: "How a value of it is written by hand; null: of this kind none is typed." }), fields: z.array(Field).openapi({ description: "Empty: not found, which is no word that the document is silent." }),
    nearest: orNull(Clause).openapi({ description: "Of a kind that was not found, the best that was not likely enough." }),
  })
  .openapi("ReadKind");

const Opinion = z
  .strictObject({
    model: text, by: text.openapi({ description: "Who asked it." }), at: text, notes: z.array(text), kinds: z.array(z.strictObject({ kind: text, clauses: z.array(z.strictObject({ ...place, number: maybe, heading: maybe, field: maybe.openapi({ description: "The field of the reading that it is; null: the program did not tell it." }) })) })),
  })
  .openapi("ReadingOpinion", { description: "What a language model said: nobody checked it, but every quote stands in the document." });

export const ReadingDetail = ReadingRow.extend({
  opinion: orNull(Opinion), mayAsk: maybe.openapi({ description: "The language model that may be asked; null: whoever runs the server named none." }),
  notes: z.array(text), weights: maybe.openapi({ description: "Which weights read it." }), isOfOtherWeights: z.boolean().openapi({ description: "This program has other weights: it might find other clauses." }), kinds: z.array(Kind),
  askedAgain: z.array(z.strictObject({ field: text.openapi({ description: "As it was called in the reading before." }), quote: text, verdict: Verdict, by: text, at: text })).openapi({ description: "What persons said of an earlier reading, and has no place in this one: to be looked at anew." }),
  blocks: z.array(z.strictObject({ start: count, end: count, page: count.nullable(), paragraphs: count })).openapi({ description: "The text in parts, each asked for by its number, from 0." }),
}).openapi("ReadingDetail");

export const TextBlock = z
  .strictObject({ number: count, paragraphs: z.array(z.strictObject({ index: count, start: count, end: count, page: count.nullable(), number: maybe, heading: z.strictObject({ start: count, end: count }).nullable(), text })) })
  .openapi("ReadingText", { description: "Offsets count the characters (UTF-16) of the one text of the document." });
