import type { Interval, Layer, Role, Status, Truth } from "@cleartitle/norms";

/** One test that a judgment rests on: what was read, what it is, what was needed. */
export interface Premise {
  readonly reads: string;
  readonly of: string | null;
  readonly is: string | null;
  readonly needs: string;
  readonly result: Truth;
}

export type BasisKind = "owned" | "unprotected" | "granted" | "excepted" | "none";

/** An option that was considered for a demand, with what became of it. */
export interface OptionReport {
  readonly kind: Exclude<BasisKind, "none">;
  readonly instrument: string | null;
  readonly norm: string | null;
  /** null: it serves (perhaps conditionally); else what fails: `purpose`, `territory`, `action`, `verified`, `expired`, … */
  readonly fails: string | null;
  readonly interval: Interval;
  readonly cite: string | null;
  readonly quote: string | null;
  readonly verified: string | null;
  readonly premises: readonly Premise[];
}

export interface Reason {
  readonly id: string;
  readonly decision: Status;
  readonly tense: "present" | "past";
  readonly asset: string;
  readonly part: string | null;
  readonly version: string | null;
  readonly layer: Layer;
  readonly action: string;
  /** Past acts: the derivation or acquisition. */
  readonly act: string | null;
  readonly party: string;
  /** How the party is bound by the instrument, if it is. */
  readonly bound: string | null;
  readonly instrument: string | null;
  readonly norm: string | null;
  readonly licensor: string | null;
  readonly basisKind: BasisKind;
  readonly objectRole: Role | "silent" | null;
  readonly cite: string | null;
  readonly quote: string | null;
  readonly verified: string | null;
  readonly outcome: string;
  readonly facts: readonly string[];
  readonly premises: readonly Premise[];
  readonly options: readonly OptionReport[];
  readonly territories: readonly string[];
  readonly path: readonly string[];
  readonly count: number;
}

export type ExposureState = "covered" | "cured" | "released" | "open" | "unknown";

export interface Exposure {
  readonly act: string;
  readonly action: string;
  readonly who: string;
  readonly in: string | null;
  readonly on: string | null;
  readonly asset: string;
  readonly layer: Layer;
  readonly state: ExposureState;
  readonly curedBy: string | null;
  readonly why: string;
  readonly premises: readonly Premise[];
}

export interface Obligation {
  readonly do: string;
  readonly text: string | null;
  readonly debtor: string;
  /** To whom it is owed; null: nobody is recorded, or it is one of law that names nobody. What is owed to several is an obligation to each. */
  readonly creditor: string | null;
  readonly object: string;
  readonly trigger: string;
  readonly due: string;
  readonly reading: string;
  readonly state: "open" | "met" | "overdue" | "if";
  readonly evidence: readonly string[];
  /** The unknown on which it hangs, in words; null: triggered. */
  readonly if: string | null;
  readonly instrument: string;
  readonly norm: string;
  readonly cite: string;
}

export interface Question {
  readonly fact: string;
  readonly of: string;
  readonly control: "undertaking" | "circumstance";
  readonly ask: string;
  /** Ids of the unresolved reasons that hang on it. */
  readonly settles: readonly string[];
}

export interface Remedy {
  readonly kind: "obtain" | "amend" | "replace" | "drop" | "restrict" | "evidence" | "adopt" | "wait";
  readonly what: string;
  readonly asset: string | null;
  readonly improves: string | null;
  readonly because: readonly string[];
}

export interface Finding {
  readonly kind: string;
  readonly asset: string | null;
  readonly detail: string;
  readonly settle: string;
}

export interface Choice {
  readonly asset: string;
  readonly layer: Layer;
  readonly territories: readonly string[];
  readonly taken: string;
  readonly alternatives: readonly string[];
  readonly why: string;
}

export interface TimelineEntry {
  readonly on: string;
  readonly what: string;
  /** The decision from this date on, where it changes; null: a date in play that changes nothing by itself. */
  readonly decision: Status | null;
  readonly cite: string | null;
}

export interface OutboundLicenses {
  /** Catalogue licenses under which the release may go out; empty: custom terms. */
  readonly candidates: readonly string[];
  readonly custom: boolean;
  readonly constraints: readonly { readonly kind: string; readonly what: string; readonly from: string; readonly cite: string }[];
  readonly taken: string | null;
}

/** A demand as a proof names it. */
export interface DemandEcho {
  readonly asset: string;
  readonly part: string | null;
  readonly layer: Layer;
  readonly action: string;
  readonly territory: string;
  readonly date: string | null;
}

export interface ProofNode {
  readonly id: string;
  readonly kind: "decision" | "territories" | "demand" | "reading" | "option" | "ban" | "obligation" | "exposure" | "leaf";
  readonly interval: Interval;
  /**
   * How the interval follows from those of the children. `join`: all must hold; `meet`: one suffices; `span`: one of them is so, and it is not known which;
   * `may`: the same, and it may not be asked at all; `given`: from outside the proof.
   */
  readonly rule: "join" | "meet" | "span" | "may" | "given";
  /** For a demand: what is asked, so that the list of its options can be checked to be closed. */
  readonly about: DemandEcho | null;
  readonly children: readonly string[];
  readonly says: string;
  readonly cite: string | null;
}

export interface Proof {
  readonly nodes: number;
  readonly digest: string;
  /** Present when asked for in full. */
  readonly dag?: readonly ProofNode[];
}

export interface DecisionBasis {
  readonly catalogue: string;
  readonly taxonomies: string;
  readonly groups: string;
  readonly graph: string;
  /** Profile name, or the digest of the positions adopted on top of it. */
  readonly positions: string;
  readonly engine: string;
  readonly asOf: string;
  readonly knownAt: string;
}

export interface UseEcho {
  readonly name: string;
  readonly of: string;
  readonly actions: readonly string[];
  readonly actor: string;
  readonly recipients: readonly unknown[];
  readonly as: string | null;
  readonly purpose: readonly string[];
  readonly field: readonly string[];
  readonly in: readonly string[];
  readonly on: string;
  readonly scale: Readonly<Record<string, string>>;
}

/** One decision. Every key is always there; one with nothing to say is null or empty. */
export interface Decision {
  readonly $schema: "urn:cleartitle:schema:decision:1";
  readonly version: 1;
  readonly use: UseEcho;
  readonly watch: readonly { readonly on: string | null; readonly what: string; readonly law: string | null }[];
  readonly decision: Status;
  readonly best: Interval["best"];
  readonly worst: Interval["worst"];
  readonly byTerritory: readonly { readonly territories: readonly string[]; readonly decision: Status; readonly reasons: readonly string[] }[];
  readonly range: { readonly conservative: Status; readonly permissive: Status; readonly exact: boolean; readonly pivots: readonly (readonly string[])[] } | null;
  readonly reasons: readonly Reason[];
  /** Groups beyond the first 50. */
  readonly reasonTotals: { readonly shown: number; readonly total: number };
  readonly exposure: readonly Exposure[];
  readonly choices: readonly Choice[];
  readonly obligations: readonly Obligation[];
  readonly questions: readonly Question[];
  readonly remedies: readonly Remedy[];
  readonly findings: readonly Finding[];
  readonly outboundLicenses: OutboundLicenses | null;
  readonly assumptions: readonly { readonly position: string | null; readonly presumption: string | null; readonly asset: string | null; readonly value: string; readonly cite: string | null }[];
  readonly notAsked: readonly Layer[];
  readonly coverage: readonly { readonly territory: string; readonly layer: Layer; readonly why: string }[];
  readonly timeline: readonly TimelineEntry[];
  readonly waivers: readonly { readonly id: string; readonly reason: string; readonly until: string; readonly covers: readonly string[] }[];
  /** The evaluation would have gone beyond its budget: what was not judged counts as unknown, so that the answer is neither cleared nor conditional. */
  readonly cut: boolean;
  /** null: left out, as it was asked. */
  readonly proof: Proof | null;
  readonly basis: DecisionBasis;
}

/** What is asked besides the use itself. */
export interface DecideOptions {
  /** Date of the answer (default: the date of the use). */
  readonly asOf?: string;
  /** Only statements and events recorded by then count (default: all). RFC 3339. */
  readonly knownAt?: string;
  readonly profile?: "cautious" | "strict" | "permissive";
  /** Leave out range and pivots (in a batch). */
  readonly withoutRange?: boolean;
  /** Leave out the proof (in a batch that shows none). */
  readonly withoutProof?: boolean;
  /** Include the proof's nodes. */
  readonly fullProof?: boolean;
  /** Most claims that earlier acts are judged against; beyond, the answer is cut. */
  readonly claimBudget?: number;
  /** Months after asOf to look ahead; default 24. */
  readonly horizonMonths?: number;
}
