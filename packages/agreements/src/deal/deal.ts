import { CalendarDate, Layer, Scope } from "@cleartitle/norms";
import { z } from "zod";
import { FieldValue } from "../clause/field.js";
import { Stance, Version } from "../clause/topic.js";

const Id = z.string().regex(/^[a-zA-Z0-9][\w.-]*$/, "an id is letters, digits, `.`, `_`, `-`").max(100);
const Text = z.string().min(1).max(500);

export const isDealId = (id: string): boolean => Id.safeParse(id).success;

export const partyRoles = ["licensor", "licensee", "affiliate", "contractor", "trustee", "guarantor"] as const;

const Party = z.strictObject({ id: Id, role: z.enum(partyRoles), name: Text.optional() });

/** A thing that is licensed, layer by layer: what is not named is not licensed. */
const DealAsset = z.strictObject({ id: Id, kind: Text, layers: z.array(Layer).min(1), scope: z.array(Scope).min(1).optional() });
export type DealAsset = z.infer<typeof DealAsset>;

/** A clause in words of the parties. What of it nobody wrote as norms is unknown to the engine. */
export const OwnClause = Version.omit({ why: true, risk: true });
export type OwnClause = z.infer<typeof OwnClause>;

export const Taken = z
  .strictObject({ version: Stance.optional(), with: z.record(z.string(), FieldValue).optional(), own: OwnClause.optional() })
  .refine((taken) => (taken.version === undefined) !== (taken.own === undefined), { message: "a topic is taken in a `version` of the house, or in an `own` text" })
  .refine((taken) => taken.own === undefined || taken.with === undefined, { message: "an `own` text has no fields `with` values; write them in the text" });
export type Taken = z.infer<typeof Taken>;

/** Words of the parties that belong to no topic; `replaces`: they stand in place of a part of the document. The engine knows of none of them what it forbids. */
const Further = z.strictObject({
  id: Id,
  title: z.string().min(1).max(200),
  replaces: z.string().regex(/^(?:cover|(?:opening|definition|schedule)\.[a-z0-9-]+)$/, "a part is `cover`, `opening.N`, `definition.ID` or `schedule.ID`").optional(),
  text: z.array(z.string().min(1).max(1500)).min(1).max(200),
});
export type Further = z.infer<typeof Further>;

/** A deal: who licenses what to whom, and which clause on each topic. */
export const Deal = z.strictObject({
  $schema: z.string().optional(),
  id: Id,
  title: z.string().min(1).max(200),
  /** The day of this state of the deal. */
  written: CalendarDate,
  /** The kind of agreement that it was made of; its headings are those of the document. */
  template: Id.optional(),
  parties: z.array(Party).min(2).max(200),
  assets: z.array(DealAsset).min(1).max(1000),
  /** A deal that was not signed grants nothing. */
  signed: z.strictObject({ on: CalendarDate, evidence: Text }).optional(),
  topics: z.record(z.string(), Taken),
  further: z.array(Further).min(1).max(200).optional(),
});
export type Deal = z.infer<typeof Deal>;

export const partyOf = (deal: Deal, role: "licensor" | "licensee"): Deal["parties"][number] => deal.parties.find((party) => party.role === role)!;
