import { z } from "zod";
import { Head, Move } from "../session/record.js";

const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, "a digest is `sha256:` and 64 digits");
const place = z.number().int().min(1);

/** One thing that was done with a negotiation. What it is worth to whom stands in the text of a file alone, and in no content. */
export const KeptStep = z.discriminatedUnion("step", [
  /** Brought the negotiation file. `agreement`: in whose text its clauses are put; null: it is about no deal. */
  z.strictObject({ step: z.literal("file"), digest: Digest, agreement: z.string().nullable() }),
  /** Begins a session of a version of the file, on the records as they were at a change set. Brought the text of the deal as it was. */
  z.strictObject({ step: z.literal("begin"), session: place, version: place, changeSet: z.number().int().min(0), deal: Digest.nullable(), head: Head }),
  z.strictObject({ step: z.literal("move"), session: place, move: Move }),
]);
export type KeptStep = z.infer<typeof KeptStep>;

/** A step as it is kept: in order from 1, with who recorded it and when, and the text that came with it. */
export interface RecordedStep {
  readonly number: number;
  readonly by: string;
  /** An instant in UTC. */
  readonly at: string;
  readonly content: KeptStep;
  /** The negotiation file or the deal file; null: the step brought none. */
  readonly text: string | null;
}
