import { z } from "zod";
import { Norm } from "./norm.js";
import { ReachCell, Role } from "./role.js";
import { IsoDate, Source, Verified } from "./standing.js";

export const InstrumentKind = z.enum(["license", "agreement", "terms", "consent", "reservation", "policy", "statute"]);
export type InstrumentKind = z.infer<typeof InstrumentKind>;

const common = {
  id: z.string().min(1).max(200),
  title: z.string().min(1),
  version: z.string().optional(),
  source: z.array(Source).min(1),
  verified: Verified,
  reviewed: IsoDate,
  reviewBy: IsoDate.optional(),
  inForce: z.strictObject({ from: IsoDate.optional(), to: IsoDate.optional() }).optional(),
  norms: z.array(Norm),
  note: z.string().optional(),
};

/** role → derivation kind → role. A cell left out is `silent` (see SEMANTICS of roles for what silence then means). */
export const Reach = z.partialRecord(Role, z.record(z.string(), ReachCell));
export type Reach = z.infer<typeof Reach>;

const uniqueIds = (value: { norms: readonly { id: string }[] }) => new Set(value.norms.map((n) => n.id)).size === value.norms.length;
const uniqueMessage = { message: "norm ids are unique within an instrument", path: ["norms"] };

/** A license, agreement, terms of service, consent, reservation or policy: norms over assets, between parties, for a term. */
export const Instrument = z
  .strictObject({
    ...common,
    kind: InstrumentKind.exclude(["statute"]),
    spdx: z.string().optional(),
    names: z.array(z.string()).optional(),
    /** Party that grants; absent: whoever licenses the asset. */
    licensor: z.string().optional(),
    licensee: z.string().optional(),
    supersedes: z.string().optional(),
    compatible: z.array(z.string()).optional(),
    /** Law that the text names for itself, and where it is to be argued: told, and no part of a decision. `silent`: it names none. Absent: not read. */
    governingLaw: z.union([
      z.literal("silent"),
      z.array(z.strictObject({ law: z.string().min(1), for: z.string().min(1).optional(), forum: z.string().min(1).optional(), cite: z.string().min(1).optional(), verified: Verified.optional() })).min(1),
    ]).optional(),
    /** What those who approve licenses say of the text; absent: it is none that they look at. */
    approval: z.strictObject({ osi: z.enum(["approved", "not-approved", "withdrawn", "submitted", "not-listed"]), osaid: z.enum(["compatible", "plausible", "incompatible"]).optional() }).optional(),
    /** What a permit list does not name: kept back by the text (`reserved`) or not spoken of (`silent`). */
    rest: z.enum(["reserved", "silent"]),
    /** Whether the text speaks of machine learning at all. */
    speaksOf: z.strictObject({ training: z.boolean(), outputs: z.boolean(), weights: z.boolean() }),
    /** Restriction sets that recipients of a release under this instrument are put under. */
    imposes: z.array(z.string()).optional(),
    /** A release under this instrument carries no restriction beyond notices. */
    term: z.strictObject({ from: IsoDate.optional(), to: IsoDate.optional() }).optional(),
    termsVersion: z.enum(["as-accepted", "as-of-act", "as-changed"]).optional(),
    bindsBy: z.array(z.enum(["acceptance", "reliance", "affiliate", "employer", "flow-down", "signature"])).min(1),
    reach: Reach,
    /** Constructs of the text that norms cannot say; what they could touch (actions, or all) is unknown. */
    unsupported: z.array(z.strictObject({ what: z.string(), actions: z.array(z.string()).optional(), cite: z.string() })).optional(),
    parameters: z.record(z.string(), z.string()).optional(),
    /** Points that whoever relies on the text should know, each with the norms, properties or incorporated texts that carry it, or with why nothing does. */
    points: z
      .array(z.strictObject({ about: z.string().min(10), by: z.array(z.string().min(1)).min(1).optional(), why: z.string().min(20).optional() }).refine((p) => (p.by === undefined) !== (p.why === undefined), { message: "a point has either `by` or `why`" }))
      .min(1)
      .optional(),
    /** Terms of the text (of `taxonomies/terms-vocabulary`) that only this note carries, each with why norms do not say it. */
    noted: z.record(z.string(), z.string().min(20, "a note says why norms do not carry the term")).optional(),
  })
  .refine(uniqueIds, uniqueMessage);
export type Instrument = z.infer<typeof Instrument>;

/** A rule of law: a statute, a judgment, a regulator's act; `jurisdiction` is a place or a group. */
export const Law = z
  .strictObject({
    ...common,
    kind: z.literal("statute"),
    jurisdiction: z.string().min(1),
    authority: z.array(z.string()).min(1),
    authorityKind: z.enum(["statute", "judgment", "guidance", "proposal", "treaty"]),
    /** `unsettled`, `pending`, guidance, proposals and what is not in force are watched, never permits. */
    confidence: z.enum(["settled", "contested", "unsettled", "pending"]),
    confirmFirst: z.boolean().optional(),
    /** Single points of it that nobody read up. */
    fromMemory: z.string().min(1).optional(),
    position: z.string().optional(),
    watch: z.array(z.strictObject({ what: z.string(), on: IsoDate.optional() })).optional(),
  })
  .refine(uniqueIds, uniqueMessage);
export type Law = z.infer<typeof Law>;
