import { check, IsoDate, Layer, normKinds, type NormKind, type Problem, Role, Source, type YamlDocument } from "@cleartitle/norms";
import { z } from "zod";

const Names = z.array(z.string().min(1)).min(1);
const kinds = Object.keys(normKinds) as [NormKind, ...NormKind[]];

/** What in a record carries a term: every key given must hold of one norm, or of the record. */
export const Carrier = z
  .strictObject({
    norm: z.array(z.enum(kinds)).min(1).optional(),
    /** Kinds of duty. */
    duty: Names.optional(),
    /** The norm names one of these acts. */
    actions: Names.optional(),
    /** The norm names none of these acts. */
    lacks: Names.optional(),
    on: z.array(Role).min(1).optional(),
    layers: z.array(Layer).min(1).optional(),
    /** Tests that its condition holds, by their key. */
    reads: z.array(z.enum(["purpose", "field", "recipient", "actor", "place", "quantity", "fact", "date", "kind", "derivation"])).min(1).optional(),
    facts: Names.optional(),
    quantities: Names.optional(),
    purposes: Names.optional(),
    fields: Names.optional(),
    recipients: Names.optional(),
    ends: Names.optional(),
    cure: z.literal(true).optional(),
    reaches: z.literal(true).optional(),
    reinstates: z.literal(true).optional(),
    assigns: Names.optional(),
    to: z.array(z.enum(["licensee", "licensor"])).min(1).optional(),
    outbound: Names.optional(),
    offer: z.literal(true).optional(),
    promise: z.literal(true).optional(),
    /** Of the record: restriction sets that it puts recipients under, or `any`. */
    imposes: z.union([Names, z.literal("any")]).optional(),
    /** Of the record: a cell of `reach` gives this role. */
    reach: Role.optional(),
    /** Of the record: no permit gives any of these layers. */
    withholds: z.array(Layer).min(1).optional(),
    /** Of the record: a property that it has, and the values that count. */
    record: z.enum(["bindsBy", "termsVersion", "compatible", "parameters", "supersedes", "governingLaw"]).optional(),
    is: Names.optional(),
  })
  .refine((carrier) => Object.keys(carrier).length > 0, { message: "a carrier says at least one thing" });
export type Carrier = z.infer<typeof Carrier>;

/** One thing that texts speak of. */
export const TermEntry = z.strictObject({ id: z.string().min(1), group: z.string().min(1), title: z.string().min(1), by: z.array(Carrier) });
export type TermEntry = z.infer<typeof TermEntry>;

/** A right that a text may give: the acts, on which parts, in which layer. */
export const RightEntry = z.strictObject({ id: z.string().min(1), title: z.string().min(1), actions: Names, on: z.array(Role).min(1).optional(), layers: z.array(Layer).min(1).optional(), purpose: z.string().optional() });
export type RightEntry = z.infer<typeof RightEntry>;

/** A way that a thing may travel: derivations one after the other, or an act with the thing itself. */
export const TravelEntry = z.strictObject({ id: z.string().min(1), title: z.string().min(1), by: z.array(z.string().min(1)), acts: Names });
export type TravelEntry = z.infer<typeof TravelEntry>;

const VocabularyFile = z.strictObject({ source: z.array(Source).min(1), reviewed: IsoDate, terms: z.array(TermEntry), rights: z.array(RightEntry), travel: z.array(TravelEntry) });

/** The closed vocabulary of what texts speak of. */
export interface Vocabulary {
  readonly terms: readonly TermEntry[];
  readonly rights: readonly RightEntry[];
  readonly travel: readonly TravelEntry[];
}

export function readVocabulary(document: YamlDocument | undefined, problems: Problem[]): Vocabulary {
  if (document === undefined) return { terms: [], rights: [], travel: [] };
  const { value, problems: faults } = check(VocabularyFile, document);
  problems.push(...faults);
  return value === null ? { terms: [], rights: [], travel: [] } : { terms: value.terms, rights: value.rights, travel: value.travel };
}
