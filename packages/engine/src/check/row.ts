import type { Decision, Finding, Reason } from "../decision.js";
import type { Status } from "@cleartitle/norms";
import type { Drift } from "./drift.js";
import type { Unknown } from "./unknown.js";

/** What stands behind a row's decision, shortened to what a report and the gate need. */
export interface RowReason {
  readonly id: string;
  readonly decision: Status;
  readonly asset: string;
  readonly layer: string;
  readonly action: string;
  readonly instrument: string | null;
  readonly outcome: string;
  readonly cite: string | null;
  /** In words; empty beyond the reasons that the report tells. */
  readonly says: string;
}

/** What became of a row at the gate: it stops, it was waived, it was there before, or it lies below. */
export type Gate = "stops" | "waived" | "known" | "passes";

/** One question with its answer. */
export interface Row {
  readonly file: string;
  readonly use: string;
  readonly asset: string;
  /** The file has no uses of its own: the question was made up for the asset. */
  readonly synthetic: boolean;
  readonly decision: Status;
  readonly reasons: readonly RowReason[];
  /** Groups of reasons beyond those that the decision shows. */
  readonly hiddenReasons: number;
  readonly obligations: number;
  readonly openExposures: number;
  readonly findings: readonly Finding[];
  /** Sources that do not allow the license that the asset declares. */
  readonly drift: readonly Drift[];
  /** What keeps an unresolved answer open. */
  readonly unknowns: readonly Unknown[];
}

export interface JudgedRow extends Row {
  readonly gate: Gate;
  /** What is left of the decision after waivers; this is what meets the gate. */
  readonly left: Status;
  readonly waivers: readonly string[];
}

/** How a report puts reasons into words, and how many of each row it tells. */
export interface Telling {
  readonly say: (reason: Reason) => string;
  readonly most: number;
}

/**
 * Whether a reason keeps the answer from being cleared by itself. Of an earlier act the exposures tell what is a condition; where a rule or a text lets it reach the present, because what came of it is
 * tainted or has to be deleted, it is a reason like any other.
 */
export const countsAgainst = ({ tense, decision }: Pick<Reason, "tense" | "decision">): boolean => decision !== "cleared" && (tense === "present" || decision !== "conditional");

/** Words for reasons come from the caller, since only it has loaded the renderer; so does what is read off the records beside the answer. */
export function rowOf(file: string, synthetic: boolean, decision: Decision, { say, most }: Telling, beside: Pick<Row, "drift" | "unknowns"> = { drift: [], unknowns: [] }): Row {
  return {
    file,
    use: decision.use.name,
    asset: decision.use.of,
    synthetic,
    decision: decision.decision,
    reasons: decision.reasons
      .filter(countsAgainst)
      .map((r, i) => ({ id: r.id, decision: r.decision, asset: r.asset, layer: r.layer, action: r.action, instrument: r.instrument, outcome: r.outcome, cite: r.cite, says: i < most ? say(r) : "" })),
    hiddenReasons: decision.reasonTotals.total - decision.reasonTotals.shown,
    obligations: decision.obligations.length,
    openExposures: decision.exposure.filter((exposure) => exposure.state === "open" || exposure.state === "unknown").length,
    findings: decision.findings,
    ...beside,
  };
}
