import { z } from "zod";
import { Anchor, Condition } from "./condition.js";
import { Layer, Scope } from "./layer.js";
import { IsoDate, Source } from "./standing.js";

const Names = z.array(z.string().min(1));

/** A term with its broader terms. `is-a` is transitive; a term is-a itself. */
export const Term = z.strictObject({ id: z.string().min(1), title: z.string().min(1), isA: Names.optional(), odrl: z.string().optional(), distinct: z.boolean().optional() });
export type Term = z.infer<typeof Term>;

/** `isA` and `needs` are two relations: training is no kind of reproduction, it needs one. */
export const Action = Term.extend({
  /** Per reserved layer: the actions that law asks for when this one is done. */
  needs: z.partialRecord(Layer, Names).optional(),
  /** Layers that the act itself puts in question, whatever is recorded: who practices an invention asks for the patent. */
  raises: z.array(Layer).min(1).optional(),
  /** The act hands the asset, or access to it, to others. */
  releasing: z.boolean().optional(),
  /** The act is a power (to license, sublicense, assign, enforce, warrant): only ownership or a grant of the power serves. */
  power: z.boolean().optional(),
  /** What is left of acts that happen once: `keep` lasts until a recorded deletion. */
  lasting: z.boolean().optional(),
});
export type Action = z.infer<typeof Action>;

/** A layer, and what holds of it in a place where no rule says so. */
export const LayerTerm = z.strictObject({
  id: Layer,
  title: z.string().min(1),
  /** Asked of every act on a thing, whether or not a rule or a claim raises it. */
  always: z.boolean().optional(),
  /** Whether what nobody permits and no rule speaks of is kept for a holder, or free. */
  unsaid: z.enum(["reserved", "free"]),
});
export type LayerTerm = z.infer<typeof LayerTerm>;

/** One derivation kind: which acts it implies on a source of each kind, and how acts on the result map to acts on the source. */
export const DerivationKind = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  prov: z.string().optional(),
  /** Kind of source (or `any`) → acts implied on it when the derivation happens. */
  implies: z.record(z.string(), Names),
  /** Act on the result → act on the source; `same` for identity; `none` where nothing is asked of the source. Complete: a missing cell is a load error. */
  downstream: z.record(z.string(), z.string()),
  /** This kind is drawn out as a chain of others (`distil` = `generate`, `train`). */
  composedOf: Names.optional(),
  /** The part of the result for a text that does not say it: as before (`same`), or `product`. Without it the text is silent of the result. */
  unsaid: z.enum(["same", "product"]).optional(),
  /** It is the training or the generation that constraints date by. A kind of generation gives what texts call outputs. */
  anchors: z.array(Anchor.extract(["training", "generation"])).min(1).optional(),
  /** Facts of the result that show what a person contributed: for a thing made this way nothing of the kind is presumed. */
  contribution: Names.optional(),
});
export type DerivationKind = z.infer<typeof DerivationKind>;

/** Does the source's protected matter persist in the result? First matching row wins; `any` matches all. */
export const PersistenceRow = z.strictObject({
  layer: z.union([z.array(Layer).min(1), z.literal("any")]),
  source: z.union([Names, z.literal("any")]),
  derivation: z.union([Names, z.literal("any")]),
  persists: Condition,
  cite: z.string().optional(),
});
export type PersistenceRow = z.infer<typeof PersistenceRow>;

export const Membership = z.strictObject({ place: z.string(), from: IsoDate.optional(), to: IsoDate.optional() });
/** A named group of places with dated members. */
export const PlaceGroup = z.strictObject({ id: z.string(), title: z.string(), members: z.array(z.union([z.string(), Membership])).min(1), source: z.array(Source).optional() });
export type PlaceGroup = z.infer<typeof PlaceGroup>;

export const FactDefinition = z.strictObject({
  id: z.string().min(1),
  type: z.enum(["boolean", "enum", "date", "number", "text", "places"]),
  values: Names.optional(),
  ask: z.string().min(1),
  /** `undertaking`: what we will do (unknown → conditional); `circumstance`: what is or was (unknown → unresolved). */
  control: z.enum(["undertaking", "circumstance"]),
  of: z.enum(["asset", "act", "actor", "use"]),
  /** What counts as an answer and where it is found, for who is asked. */
  help: z.string().min(1).optional(),
  layer: Layer.optional(),
});
export type FactDefinition = z.infer<typeof FactDefinition>;

export const DutyKind = z.strictObject({ id: z.string().min(1), title: z.string().min(1), odrl: z.string().optional(), clashesWith: Names.optional(), /** A recorded payment is evidence that it was done. */ paid: z.boolean().optional() });
export type DutyKind = z.infer<typeof DutyKind>;

export const AssetKind = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  /** What of it a license speaks of that says nothing narrower. */
  scope: Scope,
  /** Other matter in it with rights of its own, by layer: the contents of a data set. A grant of the whole answers for it only where the text speaks of it. */
  holds: z.partialRecord(Layer, z.array(Scope).min(1)).optional(),
  /** Kinds of asset that make it a product besides, where they are included in it. */
  productWith: Names.optional(),
});
export type AssetKind = z.infer<typeof AssetKind>;

export const QuantityKind = z.strictObject({ id: z.string().min(1), title: z.string().min(1), unit: z.string(), per: z.string().optional() });
export type QuantityKind = z.infer<typeof QuantityKind>;

/** Everything that norms name, as loaded from `catalogue/taxonomies/`. */
export interface Taxonomies {
  readonly layers: ReadonlyMap<Layer, LayerTerm>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly purposes: ReadonlyMap<string, Term>;
  readonly fields: ReadonlyMap<string, Term>;
  readonly recipients: ReadonlyMap<string, Term>;
  readonly partyKinds: ReadonlyMap<string, Term>;
  readonly assetKinds: ReadonlyMap<string, AssetKind>;
  readonly derivationKinds: ReadonlyMap<string, DerivationKind>;
  readonly persistence: readonly PersistenceRow[];
  readonly places: ReadonlyMap<string, Term>;
  readonly groups: ReadonlyMap<string, PlaceGroup>;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly duties: ReadonlyMap<string, DutyKind>;
  readonly quantities: ReadonlyMap<string, QuantityKind>;
  readonly restrictions: ReadonlyMap<string, Term>;
}
