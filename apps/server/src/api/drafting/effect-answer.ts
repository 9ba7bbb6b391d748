import { z } from "@hono/zod-openapi";
import { FieldValue, stances } from "@cleartitle/agreements";
import { Basis } from "../decision/basis.js";
import { Status } from "../status.js";

const text = z.string();
const maybe = text.nullable();
const texts = z.array(text);

const Taken = z.strictObject({ version: z.enum([...stances, "own"]).nullable().openapi({ description: "null: the deal is silent on it." }), with: z.record(text, FieldValue) });
const Sentence = z.strictObject({ topic: text, cite: text, before: maybe, after: maybe }).openapi("SentenceChange");
const Alone = z.strictObject({ use: text, territories: texts, before: Status, after: Status, holds: z.boolean().openapi({ description: "It stays so beside the other changes." }) });
const Clause = z
  .strictObject({
    id: text, number: z.int().nullable(), title: text, change: z.enum(["added", "removed", "version", "values", "words"]), before: Taken, after: Taken, sentences: z.array(Sentence),
    alone: z.array(Alone).nullable().openapi({ description: "What it would change if nothing else were changed; null: it cannot be asked alone, and `why` says why." }), why: maybe,
  })
  .openapi("ClauseEffect");
const Reason = z.strictObject({ decision: Status, tense: z.enum(["present", "past"]), asset: text, layer: text, action: text, outcome: text, instrument: maybe, cite: maybe, quote: maybe }).openapi("EffectReason");
const Because = z.strictObject({ alone: texts, together: texts, sentences: z.array(Sentence) }).openapi("EffectCause", { description: "Parts of the deal that do it alone, or where none does a smallest group that does it together." });
const Place = z.strictObject({ territories: texts, before: Status, after: Status, stood: z.array(Reason), stands: z.array(Reason), because: Because });
const ObligationChange = z.strictObject({ change: z.enum(["gone", "new", "changed"]), do: text, object: text, cite: text, differs: z.array(z.strictObject({ what: text, before: maybe, after: maybe })) });
const ExposureChange = z.strictObject({ act: text, action: text, asset: text, layer: text, before: maybe, after: maybe, why: text });
const UseChange = z.strictObject({ use: text, of: text, before: Status, after: Status, change: text, places: z.array(Place), obligations: z.array(ObligationChange), exposure: z.array(ExposureChange) }).openapi("UseChange");
const TermChange = z.strictObject({ change: z.enum(["gone", "new", "changed"]), topic: text, cite: text, what: text, before: maybe, after: maybe }).openapi("TermChange");
const terms = z.array(TermChange);

/** What it comes to that a deal is agreed otherwise. */
export const EffectAnswer = z
  .strictObject({
    $schema: text, version: z.literal(1), deal: text, asIfSigned: z.strictObject({ before: z.boolean(), after: z.boolean() }), clauses: z.array(Clause), uses: z.array(UseChange), explained: texts, same: z.int(), untouched: z.int(),
    terms: z.strictObject({ duties: terms, dates: terms, bans: terms, grants: terms, unread: terms }), notInTitle: texts, worsened: Status.nullable(),
    cut: z.strictObject({ uses: texts, clauses: texts, causes: texts }).nullable().openapi({ description: "What was not asked; null: all was." }), basis: z.strictObject({ before: Basis.nullable(), after: Basis.nullable() }),
  })
  .openapi("DealEffect");
