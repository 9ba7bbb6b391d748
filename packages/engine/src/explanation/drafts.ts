import { exactly, statusOf } from "@cleartitle/norms";
import { originOf } from "../judgment/origin.js";
import type { PastFinding } from "../judgment/past-finding.js";
import type { PlaceView, View } from "../judgment/view.js";
import type { ProofTree } from "../proof.js";
import { demandDraft } from "./demand-draft.js";
import { blank, factsIn, shown, standing, versionOf, type Draft, type Plain } from "./draft.js";

/** Everything that bears on the answer in one class of places, as reasons. */
export function draftsOf(place: PlaceView, view: View): Draft[] {
  const { actor: party, actions: [first = "use"] } = view.question.act;
  const plain: readonly (readonly [ProofTree["kind"], Plain[]])[] = [
    ["ban", place.bans.map((ban): Plain => ({
      ...blank, interval: ban.interval, decision: statusOf(ban.interval), tense: "present", asset: ban.asset, version: versionOf(view, ban.asset), layer: ban.layer, action: ban.action, party: ban.party ?? party,
      bound: ban.bound, ...originOf(ban.instrument.id, ban.norm), basisKind: "none", cite: ban.cite, quote: ban.quote, verified: ban.instrument.verified,
      outcome: ban.interval.best === "blocked" ? "prohibited" : "may be prohibited", premises: ban.premises, facts: factsIn(ban.premises), path: shown(view, ban.path),
    }))],
    ["demand", place.uncovered.map((u): Plain => ({
      ...blank, interval: u.interval, decision: statusOf(u.interval), tense: "present", asset: u.asset, version: versionOf(view, u.asset), layer: u.layer, action: u.action, party, basisKind: "none",
      outcome: "no rule known for the place", premises: u.premises, facts: factsIn(u.premises), path: shown(view, u.path),
    }))],
    ["demand", place.reliances.filter((r) => !r.relies).map((r): Plain => ({
      ...blank, interval: r.interval, decision: statusOf(r.interval), tense: "present", asset: r.asset, version: versionOf(view, r.asset), layer: "copyright", action: first, party,
      basisKind: "none", outcome: "upstream not disclosed", path: shown(view, r.path),
      premises: [{ reads: "position rely-on-publisher", of: r.asset, is: r.option, needs: r.why, result: "unknown" }],
    }))],
    ["obligation", place.clashes.map((c): Plain => ({
      ...blank, interval: c.interval, decision: statusOf(c.interval), tense: "present", asset: c.first.source, layer: "contract", action: c.first.trigger, party, instrument: c.first.instrument.id, norm: c.first.norm.id,
      basisKind: "none", cite: `${c.first.norm.cite}; ${c.second.instrument.id} ${c.second.norm.cite}`, quote: c.first.norm.quote ?? null, verified: c.first.instrument.verified, outcome: `duties clash: ${c.why}`, path: shown(view, [c.first.object, c.first.source]),
    }))],
    ["exposure", place.aftermath.map((a): Plain => ({
      ...blank, interval: a.interval, decision: statusOf(a.interval), tense: "past", asset: a.asset, layer: a.layer, action: first, act: a.act, party, instrument: a.instrument, norm: a.norm,
      basisKind: "none", cite: a.cite, outcome: a.kind === "taint" ? "tainted by an earlier act" : "must be deleted", premises: a.premises, path: shown(view, a.path),
    }))],
    ["obligation", [...place.boundDuties, ...place.lawDuties].filter((d) => d.state !== "met").map((d): Plain => ({
      ...blank, interval: d.interval, decision: statusOf(d.interval), tense: "present", asset: d.object, layer: d.instrument.kind === "statute" ? "regulation" : "contract", action: d.trigger, party: d.debtor, ...originOf(d.instrument.id, d.norm.id),
      basisKind: "none", cite: d.norm.cite, quote: d.norm.quote ?? null, verified: d.instrument.verified, outcome: `a ${d.instrument.kind === "statute" ? "statutory" : "contractual"} duty ${d.state === "if" ? "may apply" : "applies"}`, premises: d.premises, facts: factsIn(d.premises), path: [d.object],
    }))],
    ["obligation", view.past.duties.filter((d) => d.state === "overdue").map((d): Plain => ({
      ...blank, interval: exactly("conditional"), decision: "conditional", tense: "past", asset: d.object, version: versionOf(view, d.object), layer: "contract", action: d.trigger, party: d.debtor, ...originOf(d.instrument.id, d.norm.id),
      basisKind: "none", cite: d.norm.cite, quote: d.norm.quote ?? null, verified: d.instrument.verified, outcome: "a duty is overdue", premises: d.premises, facts: factsIn(d.premises), path: [d.object],
    }))],
    ["exposure", view.past.findings.filter((f) => f.ours && (f.state === "open" || f.state === "unknown")).map((f) => pastDraft(f, view))],
  ];
  return [...place.demands.map((d) => demandDraft(d, place, view)), ...plain.flatMap(([kind, list]) => list.map((draft) => standing(kind, draft)))];
}

function pastDraft(finding: PastFinding, view: View): Plain {
  return {
    ...blank, interval: finding.interval, decision: "conditional", tense: "past", asset: finding.asset, version: versionOf(view, finding.asset), layer: finding.layer, action: finding.action, act: finding.act.id, party: finding.act.actor,
    basisKind: "none", outcome: `exposure ${finding.state}`, premises: finding.premises, facts: factsIn(finding.premises), path: [finding.asset],
  };
}
