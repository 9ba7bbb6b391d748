import { z } from "@hono/zod-openapi";
import { FactValue, Instrument as InstrumentWritten, type Instrument as InstrumentRecord, Layer, Norm as NormWritten, Scope } from "@cleartitle/norms";
import { shapeOf, told } from "../described.js";
import { eventKinds, type Acceptance as AcceptanceRecord, type AdoptedPosition, type Asset as AssetRecord, type Derivation as DerivationRecord, type Observation as ObservationRecord, type Party as PartyRecord, type RivalClaim, type Statement as StatementRecord, type TitleRecord as TitleOfAsset, type Use as UseRecord, type Waiver as WaiverRecord } from "@cleartitle/title";

const text = z.string();
const maybe = text.nullable();
const words = z.array(text).readonly();
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** Schemas of title records as they are read, each held to the type that it describes. */
const Period = z.strictObject({ from: maybe, to: maybe }).openapi("Period", { description: "Calendar dates, both ends inclusive; null: open." });
const Source = z.strictObject({ system: text, locator: maybe, sha256: maybe, retrieved: maybe }).openapi("Source");
const QuantityRecord = z.strictObject({ quantity: text, atLeast: z.number().nullable(), atMost: z.number().nullable(), unit: maybe, during: Period }).openapi("QuantityRecord");
const FactRecord = z.strictObject({ fact: text, value: FactValue, during: Period }).openapi("FactRecord");
const Acquisition = z.strictObject({ id: text.optional(), who: text, in: maybe, on: maybe, how: maybe, purpose: words, field: words, facts: list(FactRecord) }).openapi("Acquisition");

export const Party = z
  .strictObject({ id: text, kind: maybe, domicile: maybe, headquarters: maybe, controlledBy: list(z.strictObject({ party: text, during: Period })), quantities: list(QuantityRecord), facts: list(FactRecord) })
  .openapi("Party") satisfies z.ZodType<PartyRecord>;

export const Asset = z
  .strictObject({
    id: text, kind: text, version: maybe, digest: maybe, licensor: maybe, source: maybe, modality: words, upstream: z.enum(["complete", "partial", "undisclosed"]).nullable(), published: maybe, acquired: list(Acquisition),
    parts: list(z.strictObject({ id: text, scope: Scope.nullable() })), placeholder: z.boolean(),
  })
  .openapi("Asset") satisfies z.ZodType<AssetRecord>;

export const Derivation = z
  .strictObject({
    id: text, from: words, to: maybe, by: text, who: text, during: Period, in: words, purpose: words, field: words, facts: list(FactRecord), acts: list(z.strictObject({ act: text, of: text, until: maybe })),
  })
  .openapi("Derivation") satisfies z.ZodType<DerivationRecord>;

export const Statement = z
  .strictObject({
    id: text, about: z.strictObject({ kind: z.enum(["asset", "derivation", "party", "instrument", "acquisition"]), id: text }), what: text, raw: maybe, value: FactValue.nullable(), scope: Scope.nullable(), part: maybe,
    rung: z.enum(["declared", "detected", "concluded"]), by: maybe, source: Source.nullable(), valid: Period, recordedAt: text, supersedes: maybe,
  })
  .openapi("Statement") satisfies z.ZodType<StatementRecord>;

export const Title = z
  .strictObject({ asset: text, layer: Layer, to: text, from: maybe, how: z.enum(["creation", "employment", "commission", "assignment", "order"]), on: maybe, in: words, share: z.number(), evidence: maybe })
  .openapi("TitleRecord") satisfies z.ZodType<TitleOfAsset>;

export const Claim = z.strictObject({ asset: text, by: text, layer: Layer, says: text, settled: z.boolean() }).openapi("Claim") satisfies z.ZodType<RivalClaim>;

export const Acceptance = z.strictObject({ instrument: text, party: text, on: maybe, version: maybe, evidence: maybe }).openapi("Acceptance") satisfies z.ZodType<AcceptanceRecord>;

export const LifeEvent = z
  .strictObject({
    id: text, kind: z.enum(eventKinds), of: text, party: maybe, part: maybe, on: text, recordedAt: text, evidence: maybe, duty: maybe, quantity: maybe, to: text.optional(),
    suit: z.strictObject({ claims: list(Layer).nullable(), against: maybe, defensive: z.boolean().nullable() }).optional(),
  })
  .openapi("LifeEvent");

export const Observation = z
  .strictObject({ id: text, of: text, at: text, mechanism: text, value: z.enum(["reserved", "open", "absent"]), form: text, sha256: maybe })
  .openapi("Observation") satisfies z.ZodType<ObservationRecord>;

export const Use = z
  .strictObject({
    name: text, of: text, actions: words, actor: text, recipients: list(z.strictObject({ role: text, in: words, actions: words })), as: maybe, named: maybe, purpose: words, field: words, in: words, hosted: words, on: text, scale: list(QuantityRecord),
    facts: list(FactRecord),
  })
  .openapi("Use") satisfies z.ZodType<UseRecord>;

export const Position = z.strictObject({ position: text, territory: text, option: text, by: maybe, on: maybe }).openapi("AdoptedPosition") satisfies z.ZodType<AdoptedPosition>;

export const Waiver = z.strictObject({ id: text, use: maybe, asset: maybe, kind: text, reason: text, by: text, from: maybe, until: text }).openapi("Waiver") satisfies z.ZodType<WaiverRecord>;

/** Written in the norm language, whose own schema `cleartitle schema` gives. */
const { $defs: parts, ...written } = shapeOf(NormWritten) as { readonly $defs: object; readonly properties: object; readonly required: readonly string[] };

/** A norm as it is written, with exactly one of the kinds as a key. */
export const WrittenNorm = told<object>("WrittenNorm", { ...written, $defs: parts });

/** As it is held, with the name of its kind. */
const held = { ...written, properties: { kind: { type: "string", description: "The key under which its own fields stand." }, ...written.properties }, required: ["kind", ...written.required] };
const ofInstrument = shapeOf(InstrumentWritten, "output") as { readonly properties: object };

export const Instrument = told<InstrumentRecord>("Instrument", {
  ...ofInstrument, $defs: parts, properties: { ...ofInstrument.properties, norms: { type: "array", items: held } }, description: "A text in the norm language: a license, an agreement, terms, a consent, a reservation, a policy.",
});
