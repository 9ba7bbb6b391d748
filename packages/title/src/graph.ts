import type { Condition, FactValue, Instrument, Layer, Profile, Scope } from "@cleartitle/norms";

/** A period of calendar dates, both ends inclusive; a missing end is open. A point in time has from = to. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** Who says so: `declared` by a source, `detected` by a tool, `concluded` by a person or a written rule. */
export type Rung = "declared" | "detected" | "concluded";

export interface Source {
  readonly system: string;
  readonly locator: string | null;
  readonly sha256: string | null;
  readonly retrieved: string | null;
}

/** One recorded claim. Never overwritten: a later one by `supersedes` corrects it; a different one conflicts. */
export interface Statement {
  readonly id: string;
  /** An `acquisition` is named as it is judged: `ASSET#ID`, or `ASSET#acquired1` where it is the only one and has no id. */
  readonly about: { readonly kind: "asset" | "derivation" | "party" | "instrument" | "acquisition"; readonly id: string };
  /** `license`, `fact:<id>`, `upstream`, `licensor`, …; of a party also `quantity:<id>`, with bounds like `1000..5000` for a value. */
  readonly what: string;
  readonly raw: string | null;
  readonly value: FactValue | null;
  readonly scope: Scope | null;
  readonly part: string | null;
  readonly rung: Rung;
  readonly by: string | null;
  readonly source: Source | null;
  /** When it was true of the world. */
  readonly valid: Period;
  /** When we learned it. */
  readonly recordedAt: string;
  readonly supersedes: string | null;
}

/** A bounded quantity of a party or use, e.g. at most 5,000,000 monthly active users during a period. */
export interface QuantityRecord {
  readonly quantity: string;
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly unit: string | null;
  readonly during: Period;
}

export interface FactRecord {
  readonly fact: string;
  readonly value: FactValue;
  readonly during: Period;
}

export interface Party {
  readonly id: string;
  readonly kind: string | null;
  readonly domicile: string | null;
  readonly headquarters: string | null;
  readonly controlledBy: readonly { readonly party: string; readonly during: Period }[];
  readonly quantities: readonly QuantityRecord[];
  readonly facts: readonly FactRecord[];
}

/** A license as recorded: an SPDX expression, or a list with no operator (decided both ways). Empty: nothing recorded, which is unknown. */
export interface LicenseClaim {
  readonly statement: string;
  readonly expressions: readonly string[];
  readonly scope: Scope | null;
  readonly part: string | null;
  readonly valid: Period;
}

export interface Acquisition {
  /** Tells the copy from others of the asset, so that statements can speak of it. */
  readonly id?: string | undefined;
  readonly who: string;
  readonly in: string | null;
  readonly on: string | null;
  readonly how: string | null;
  readonly purpose: readonly string[];
  readonly field: readonly string[];
  readonly facts: readonly FactRecord[];
}

export interface AssetPart {
  readonly id: string;
  readonly scope: Scope | null;
}

export type Upstream = "complete" | "partial" | "undisclosed";

export interface Asset {
  readonly id: string;
  readonly kind: string;
  readonly version: string | null;
  readonly digest: string | null;
  readonly licensor: string | null;
  readonly source: string | null;
  readonly modality: readonly string[];
  /** null: not stated; the engine takes `undisclosed` for what others made. */
  readonly upstream: Upstream | null;
  readonly published: string | null;
  readonly acquired: readonly Acquisition[];
  readonly parts: readonly AssetPart[];
  /** Named by others but not described by anyone: a placeholder. */
  readonly placeholder: boolean;
}

export interface ActRecord {
  readonly act: string;
  readonly of: string;
  readonly until: string | null;
}

export interface Derivation {
  readonly id: string;
  readonly from: readonly string[];
  /** null for acts without a result (crawl to nowhere, evaluate). */
  readonly to: string | null;
  readonly by: string;
  readonly who: string;
  readonly during: Period;
  /** Places: one of them, where several are given. */
  readonly in: readonly string[];
  readonly purpose: readonly string[];
  readonly field: readonly string[];
  readonly facts: readonly FactRecord[];
  readonly acts: readonly ActRecord[];
}

export interface TitleRecord {
  readonly asset: string;
  readonly layer: Layer;
  readonly to: string;
  readonly from: string | null;
  readonly how: "creation" | "employment" | "commission" | "assignment" | "order";
  readonly on: string | null;
  readonly in: readonly string[];
  /** Share of the right, 0 < share ≤ 1. */
  readonly share: number;
  readonly evidence: string | null;
}

export interface RivalClaim {
  readonly asset: string;
  readonly by: string;
  readonly layer: Layer;
  readonly says: string;
  readonly settled: boolean;
}

export interface Acceptance {
  readonly instrument: string;
  readonly party: string;
  readonly on: string | null;
  readonly version: string | null;
  readonly evidence: string | null;
}

export type EventKind =
  | "amended" | "crossed" | "breach-alleged" | "breach-concluded" | "noticed" | "cured" | "terminated" | "reinstated" | "withdrawn" | "converted"
  | "released" | "erasure-requested" | "deleted" | "fulfilled" | "litigation" | "gone-public" | "paid";

/** What a suit is about, as far as it is recorded. */
export interface Suit {
  /** Rights that it is brought on. */
  readonly claims: readonly Layer[] | null;
  readonly against: string | null;
  /** Brought in answer to another's suit. */
  readonly defensive: boolean | null;
}

export interface LifeEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly of: string;
  readonly party: string | null;
  readonly part: string | null;
  readonly on: string;
  readonly recordedAt: string;
  readonly evidence: string | null;
  readonly duty: string | null;
  readonly quantity: string | null;
  /** Of what was kept or paid: to whom, where that is recorded; else it is for all to whom it was owed. */
  readonly to?: string;
  /** Of a `litigation`, where anything of it is recorded. */
  readonly suit?: Suit;
}

/** What a rights holder was seen to signal at an instant. Holds until the next equal one; unknown before the first and between unequal ones. */
export interface Observation {
  readonly id: string;
  readonly of: string;
  readonly at: string;
  readonly mechanism: string;
  readonly value: "reserved" | "open" | "absent";
  readonly form: string;
  readonly sha256: string | null;
}

export interface Use {
  readonly name: string;
  readonly of: string;
  readonly actions: readonly string[];
  readonly actor: string;
  readonly recipients: readonly { readonly role: string; readonly in: readonly string[]; readonly actions: readonly string[] }[];
  /** Declared outbound license. */
  readonly as: string | null;
  /** Declared public name of what is released, for naming duties. */
  readonly named: string | null;
  readonly purpose: readonly string[];
  readonly field: readonly string[];
  readonly in: readonly string[];
  readonly hosted: readonly string[];
  readonly on: string;
  readonly scale: readonly QuantityRecord[];
  readonly facts: readonly FactRecord[];
}

export interface AdoptedPosition {
  readonly position: string;
  /** Place or group; `WORLD` for all. Most specific wins. */
  readonly territory: string;
  readonly option: string;
  readonly by: string | null;
  readonly on: string | null;
}

export interface Waiver {
  readonly id: string;
  readonly use: string | null;
  readonly asset: string | null;
  readonly kind: string;
  readonly reason: string;
  readonly by: string;
  readonly from: string | null;
  readonly until: string;
}

/** Something wrong or worth a look that intake or the reader saw. */
export interface GraphFinding {
  readonly kind: string;
  readonly asset: string | null;
  readonly detail: string;
  readonly settle: string;
}

/** A finding that is made anew each time: `same` is what tells it from others, where its words name places that move. */
export interface FoundFinding extends GraphFinding {
  readonly same?: string;
}

/** The title graph: evidence only. Maps keep the order of ids, so that the same content gives the same bytes. */
export interface TitleGraph {
  readonly us: string;
  readonly profile: Profile;
  readonly parties: ReadonlyMap<string, Party>;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly derivations: ReadonlyMap<string, Derivation>;
  readonly statements: readonly Statement[];
  readonly title: readonly TitleRecord[];
  readonly claims: readonly RivalClaim[];
  readonly acceptances: readonly Acceptance[];
  readonly events: readonly LifeEvent[];
  readonly observations: readonly Observation[];
  readonly positions: readonly AdoptedPosition[];
  /** Bespoke instruments: agreements, consents, terms that only this workspace has. */
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** Which assets a bespoke instrument covers: asset id → instrument ids. A license statement may name it too. */
  readonly covers: readonly { readonly instrument: string; readonly asset: string }[];
  readonly uses: ReadonlyMap<string, Use>;
  readonly waivers: readonly Waiver[];
  readonly findings: readonly GraphFinding[];
}

/** A condition of a policy over uses is a norm like any other; kept here so that readers need no second import. */
export type { Condition };
