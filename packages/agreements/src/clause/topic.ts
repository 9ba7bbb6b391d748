import { CalendarDate, Role } from "@cleartitle/norms";
import { z } from "zod";
import { Field, FieldValue } from "./field.js";

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, "an id is small letters, digits and `-`").max(60);
const Says = z.string().min(3).max(1500);
/** Which sentence of the clause carries it, counted from 1. */
const At = z.number().int().min(1).max(12);

/** The sides from which the house writes each topic. */
export const stances = ["licensor", "neutral", "licensee"] as const;
export const Stance = z.enum(stances);
export type Stance = z.infer<typeof Stance>;

/** A norm with `{{parameters}}` in it. Which norm it is, is checked when it is filled in. */
const NormTemplate = z.looseObject({ id: Id, at: At });

/** A duty that no act of a use sets off: told as a duty of the deal, and no part of a decision. */
export const DutyTemplate = z.strictObject({
  at: At,
  who: z.enum(["licensor", "licensee", "both"]),
  /** Kind of duty, from the taxonomy. */
  do: z.string().min(1),
  text: Says,
  /** What sets it off. */
  trigger: Says,
  /** Time from the trigger. */
  within: z.string().optional(),
  /** It comes back this often. */
  every: z.string().optional(),
  /** Of the end of the deal: its time `counts` from there, or it `follows` once its trigger comes after the end. */
  end: z.enum(["counts", "follows"]).optional(),
  /** Parts of what is licensed, and of what came of it, on which it falls; absent: on the deal as a whole. */
  on: z.array(Role).min(1).optional(),
});
export type DutyTemplate = z.infer<typeof DutyTemplate>;

/** A day that the clause sets: a day, or one so long before or after the start or end of the deal. `sets` makes it that start or end. */
export const DateTemplate = z.strictObject({
  id: Id,
  at: At,
  what: Says,
  on: z.string().min(1),
  after: z.string().optional(),
  before: z.string().optional(),
  sets: z.enum(["start", "end"]).optional(),
});
export type DateTemplate = z.infer<typeof DateTemplate>;

/** What norms cannot say, and why. With `touches` the acts that it could forbid are unknown to the engine; `all`: any act. */
const Note = z.strictObject({
  at: At,
  why: z.string().min(20, "a note says why norms do not carry the sentence"),
  touches: z.union([z.literal("all"), z.array(z.string()).min(1)]).optional(),
});

export const Version = z.strictObject({
  /** Sentences of the clause; each is carried by a norm, a limit, a duty, a date or a note. */
  text: z.array(Says).min(1).max(12),
  /** What this version comes to, for the rules of consistency. */
  says: z.array(Id).optional(),
  /** What a permit list does not name; of the clause on permitted acts only. */
  rest: z.enum(["reserved", "silent"]).optional(),
  /** Who is bound beside who signs, and may act under the deal; of the clause on sublicenses and affiliates only. */
  bindsBy: z.array(z.enum(["affiliate"])).min(1).optional(),
  norms: z.array(NormTemplate).optional(),
  /** Conditions that every permit of the deal is under. */
  limits: z.array(z.strictObject({ at: At, if: z.unknown() })).optional(),
  duties: z.array(DutyTemplate).optional(),
  dates: z.array(DateTemplate).optional(),
  notes: z.array(Note).optional(),
  /** Why one asks for it, in terms of business. */
  why: Says,
  /** What may go wrong with it, and for whom. */
  risk: Says,
});
export type Version = z.infer<typeof Version>;

const Step = z.strictObject({ to: z.union([Stance, z.literal("walk-away")]), with: z.record(Id, FieldValue).optional(), says: Says });

/** One topic of a deal: its fields, and the clause in three versions. */
export const Topic = z.strictObject({
  id: Id,
  number: z.number().int().min(1).max(99),
  title: z.string().min(3),
  asks: Says,
  fields: z.record(Id, Field),
  versions: z.strictObject({ licensor: Version, neutral: Version, licensee: Version }),
  /** What each side may fall back to, in order, from its own version. */
  fallback: z.strictObject({ licensor: z.array(Step).min(1), licensee: z.array(Step).min(1) }),
  /** Topics that must be read together with this one. */
  interplay: z.array(Id).min(1),
  /** Codes of the sources in which the topic was found. */
  sources: z.array(z.string().regex(/^[A-Za-z0-9-]+$/)).min(1),
  standing: z.literal("synthesis; review by counsel"),
  reviewed: CalendarDate,
});
export type Topic = z.infer<typeof Topic>;
