import { declaredDrift, driftFindings, licenseReader, namesOf, type Decision, type Exposure, type Finding, type Obligation, type Reason, type Remedy, sayReason, shownReasons, wordingOf, type World } from "@cleartitle/engine";
import { statusOrder, type Status } from "@cleartitle/norms";
import type { GraphFinding } from "@cleartitle/title";

/** A reason as lists and comparisons need it: what it is about, and one sentence. */
export interface AnswerReason extends Pick<Reason, "id" | "decision" | "tense" | "asset" | "layer" | "action" | "act" | "instrument" | "norm" | "outcome" | "cite" | "territories"> {
  readonly says: string;
}

/** What an answer says of one thing: the worst that it is a reason for, and the roles in which it is met. */
export interface AnswerAsset {
  readonly decision: Status;
  readonly roles: readonly string[];
  readonly layers: readonly string[];
}

/** A decision in what stays in memory of every use: without options, premises, quotes and proof. */
export interface Answer {
  readonly use: string;
  readonly of: string;
  /** The day that was asked of. */
  readonly on: string;
  readonly decision: Status;
  readonly byTerritory: Decision["byTerritory"];
  /** Those of the first groups that are not cleared. */
  readonly reasons: readonly AnswerReason[];
  /** Groups of reasons beyond the first. */
  readonly hiddenReasons: number;
  /** Groups that keep it from being clear, also those beyond the first. */
  readonly open: { readonly blocked: number; readonly unresolved: number };
  readonly obligations: readonly Obligation[];
  readonly exposure: readonly Pick<Exposure, "act" | "action" | "asset" | "layer" | "on" | "state">[];
  readonly findings: readonly Finding[];
  /** The license that is declared of it, where something in it does not allow that. */
  readonly drift: readonly GraphFinding[];
  readonly remedies: readonly Remedy[];
  readonly assets: ReadonlyMap<string, AnswerAsset>;
}

/** A decision in brief. Of one that tells all its reasons, things and counts are those of all; the same first ones are told of any. */
export function answerOf(decision: Decision, world: World): Answer {
  const wording = wordingOf(decision, { names: namesOf(world) });
  const first = decision.reasons.slice(0, shownReasons);
  const { asOf } = decision.basis;
  const drift = declaredDrift(decision, world, licenseReader(world.graph, world.catalogue, asOf), asOf);
  const count = (status: Status): number => decision.reasons.filter((each) => each.decision === status).length;
  return {
    use: decision.use.name, of: decision.use.of, on: decision.use.on, decision: decision.decision, byTerritory: decision.byTerritory.map(({ territories, decision: status, reasons }) => ({ territories, decision: status, reasons })),
    reasons: first.filter((reason) => reason.decision !== "cleared").map((reason) => {
      const { id, decision: status, tense, asset, layer, action, act, instrument, norm, outcome, cite, territories } = reason;
      return { id, decision: status, tense, asset, layer, action, act, instrument, norm, outcome, cite, territories, says: sayReason(reason, wording).says };
    }),
    hiddenReasons: decision.reasonTotals.total - first.length, open: { blocked: count("blocked"), unresolved: count("unresolved") }, obligations: decision.obligations, findings: decision.findings, drift: driftFindings({ asset: decision.use.of, drift, findings: decision.findings }), remedies: decision.remedies, assets: assetsIn(decision),
    exposure: decision.exposure.map(({ act, action, asset, layer, on, state }) => ({ act, action, asset, layer, on, state })),
  };
}

/** Everything that an answer has a reason about. */
function assetsIn(decision: Decision): ReadonlyMap<string, AnswerAsset> {
  const assets = new Map<string, { decision: Status; roles: Set<string>; layers: Set<string> }>();
  for (const { asset, decision: status, objectRole, layer } of decision.reasons) {
    const known = assets.get(asset) ?? { decision: "cleared", roles: new Set(), layers: new Set() };
    assets.set(asset, known);
    if (statusOrder(status, known.decision) > 0) known.decision = status;
    if (objectRole !== null) known.roles.add(objectRole);
    known.layers.add(layer);
  }
  return new Map([...assets].map(([id, { decision: worst, roles, layers }]) => [id, { decision: worst, roles: [...roles].toSorted(), layers: [...layers].toSorted() }]));
}
