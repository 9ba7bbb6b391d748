import type { Problem } from "@cleartitle/norms";
import { z } from "zod";
import { AddedClause, SaidReview } from "../review/reading-file.js";

const text = z.string();
const Digest = text.regex(/^sha256:[0-9a-f]{64}$/);
const document = { name: text.min(1).max(500), document: Digest };

/** What is recorded of the reading of a document. Files are named by the digest under which they are kept. */
export const ReadingStep = z.discriminatedUnion("step", [
  z.strictObject({
    step: z.literal("read"), ...document, /** The reading, as `read --out` writes it. */ reading: Digest, /** The text of which its offsets are. */ text: Digest,
    format: text, pages: z.int().min(0).nullable(), characters: z.int().min(0), fields: z.int().min(0), title: text.nullable(), parties: z.array(text),
    /** Of a document that was read anew: which fields of the reading before are which of this one, and which are asked again. */
    anew: z.strictObject({ carried: z.array(z.strictObject({ field: text, to: text, clause: AddedClause.optional() })), again: z.array(z.strictObject({ field: text, quote: text })) }).optional(),
  }),
  z.strictObject({ step: z.literal("refused"), ...document, problems: z.array(z.custom<Problem>()).min(1) }),
  /** What a language model said of the reading, as a file beside it: nobody checked it, and it changes nothing. */
  z.strictObject({ step: z.literal("opinion"), model: text.min(1).max(1_000), /** The reading that it is of. */ reading: Digest, opinion: Digest }),
  z.strictObject({ step: z.literal("reviewed"), reviews: z.array(SaidReview).min(1) }),
]);
export type ReadingStep = z.infer<typeof ReadingStep>;
