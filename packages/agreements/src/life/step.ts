import { CalendarDate } from "@cleartitle/norms";
import { z } from "zod";
import type { Deal } from "../deal/deal.js";

const sides = ["licensor", "licensee"] as const;
export const Side = z.enum(sides);
export type Side = z.infer<typeof Side>;

const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, "a digest is `sha256:` and 64 digits");
const Words = z.string().trim().min(1).max(2_000);
const Name = z.string().min(1).max(100);

/** How an agreement ends before its term: one side ends it, or takes back what it gave. */
const Ending = z.enum(["termination", "withdrawal"]);

/** One thing that was done with an agreement. Days are said by who records it; a text is named by the digest of its bytes. */
export const LifeStep = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("draft"), digest: Digest, note: Words.optional() }),
  z.strictObject({ step: z.literal("receive"), digest: Digest, on: CalendarDate, evidence: Words.optional() }),
  z.strictObject({ step: z.literal("send"), on: CalendarDate, evidence: Words.optional() }),
  z.strictObject({ step: z.literal("sign"), digest: Digest, amendment: Name.optional(), side: Side, on: CalendarDate, evidence: Words }),
  z.strictObject({ step: z.literal("withdraw"), on: CalendarDate, side: Side, why: Words }),
  z.strictObject({ step: z.literal("amend"), digest: Digest, amendment: Name, from: CalendarDate }),
  /** `of`: what it is a notice of; left out: that it shall not be renewed. */
  z.strictObject({ step: z.literal("notice"), on: CalendarDate, side: Side, of: z.enum(["renewal", "breach", "exit"]).optional(), evidence: Words.optional() }),
  /** Whether a notice against a renewal that came too late for one term counts for the next; `notice`: the number of its step, `who`: who says so. */
  z.strictObject({ step: z.literal("settle"), on: CalendarDate, notice: z.int().positive(), counts: z.boolean(), who: Words, why: Words.optional(), evidence: Words.optional() }),
  z.strictObject({ step: z.literal("renew"), on: CalendarDate, until: CalendarDate }),
  z.strictObject({ step: z.literal("end"), on: CalendarDate, how: Ending, side: Side, why: Words, evidence: Words.optional() }),
]);
export type LifeStep = z.infer<typeof LifeStep>;
export type StepName = LifeStep["step"];

/** A step as it is kept: in order from 1, with who recorded it and when, and the text that came with it. */
export interface RecordedStep {
  readonly number: number;
  readonly by: string;
  /** An instant in UTC. */
  readonly at: string;
  readonly content: LifeStep;
  /** The deal file or the amendment; null: the step brought none. */
  readonly text: string | null;
}

export const otherSide = (side: Side): Side => (side === "licensor" ? "licensee" : "licensor");

/** On which side of a deal a party stands; who signs beside the licensee stands with it. null: on neither. */
export function sideOf(deal: Deal, party: string): Side | null {
  const role = deal.parties.find((each) => each.id === party)?.role;
  return role === undefined ? null : role === "licensor" ? "licensor" : "licensee";
}
