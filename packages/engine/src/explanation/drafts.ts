import { exactly, statusOf } from "@cleartitle/norms";
import type { Aftermath } from "../judgment/aftermath.js";
import type { Ban } from "../judgment/ban.js";
import type { Clash } from "../judgment/clash.js";
import type { Duty } from "../judgment/duty.js";
import { originOf } from "../judgment/origin.js";
import type { PastFinding } from "../judgment/past-finding.js";
import type { Reliance } from "../judgment/reliance.js";
import type { Uncovered } from "../judgment/uncovered.js";
import type { PlaceView, View } from "../judgment/view.js";
import { demandDraft } from "./demand-draft.js";
import { clashing, contractDuty, statuteDuty } from "./outcome.js";
import { factsIn, shown, standing, toldOnce, versionOf, type Draft } from "./draft.js";

/** Everything that bears on the answer in one class of places, as reasons. */
export function draftsOf(place: PlaceView, view: View): Draft[] {
  return [
    ...place.demands.map((each) => demandDraft(each, view, place)), ...place.bans.map((each) => banDraft(each, view)), ...place.uncovered.map((each) => uncoveredDraft(each, view)),
    ...place.reliances.filter((each) => !each.relies).map((each) => relianceDraft(each, view)), ...place.clashes.map((each) => clashDraft(each, view)), ...place.aftermath.map((each) => aftermathDraft(each, view)),
    ...[...place.boundDuties, ...place.lawDuties].filter((duty) => duty.state !== "met").map((duty) => dutyDraft(duty, view)),
    ...view.past.duties.filter((duty) => duty.state === "overdue").map((duty) => overdueDraft(duty, view)),
    ...(view.past.cut === null ? [] : [cutDraft(view)]),
    ...view.past.findings.filter((each) => each.ours && (each.state === "open" || each.state === "unknown")).map((each) => pastDraft(each, view)),
  ];
}

const firstOf = ({ question: { act: { actions: [first = "use"] } } }: View): string => first;

const banDraft = toldOnce((ban: Ban, view) => standing("ban", {
  interval: ban.interval, decision: statusOf(ban.interval), tense: "present", asset: ban.asset, version: versionOf(view, ban.asset), layer: ban.layer, action: ban.action, party: ban.party ?? view.question.act.actor,
  bound: ban.bound, ...originOf(ban.instrument.id, ban.norm), basisKind: "none", cite: ban.cite, quote: ban.quote, verified: ban.instrument.verified,
  outcome: ban.interval.best === "blocked" ? "prohibited" : "may be prohibited", premises: ban.premises, facts: factsIn(ban.premises), path: shown(view, ban.path),
}));

const uncoveredDraft = toldOnce((u: Uncovered, view) => standing("demand", {
  interval: u.interval, decision: statusOf(u.interval), tense: "present", asset: u.asset, version: versionOf(view, u.asset), layer: u.layer, action: u.action, party: view.question.act.actor, basisKind: "none",
  outcome: "no rule known for the place", premises: u.premises, facts: factsIn(u.premises), path: shown(view, u.path),
}));

const relianceDraft = toldOnce((r: Reliance, view) => standing("demand", {
  interval: r.interval, decision: statusOf(r.interval), tense: "present", asset: r.asset, version: versionOf(view, r.asset), layer: "copyright", action: firstOf(view), party: view.question.act.actor,
  basisKind: "none", outcome: "upstream not disclosed", path: shown(view, r.path),
  premises: [{ reads: "position rely-on-publisher", of: r.asset, is: r.option, needs: r.why, result: "unknown" }],
}));

const clashDraft = toldOnce((c: Clash, view) => standing("obligation", {
  interval: c.interval, decision: statusOf(c.interval), tense: "present", asset: c.first.source, layer: "contract", action: c.first.trigger, party: view.question.act.actor, instrument: c.first.instrument.id, norm: c.first.norm.id,
  basisKind: "none", cite: `${c.first.norm.cite}; ${c.second.instrument.id} ${c.second.norm.cite}`, quote: c.first.norm.quote ?? null, verified: c.first.instrument.verified, outcome: `${clashing}: ${c.why}`, path: shown(view, [c.first.object, c.first.source]),
}));

const aftermathDraft = toldOnce((a: Aftermath, view) => standing("exposure", {
  interval: a.interval, decision: statusOf(a.interval), tense: "past", asset: a.asset, layer: a.layer, action: firstOf(view), act: a.act, party: view.question.act.actor, instrument: a.instrument, norm: a.norm,
  basisKind: "none", cite: a.cite, outcome: a.kind === "taint" ? "tainted by an earlier act" : "must be deleted", premises: a.premises, path: shown(view, a.path),
}));

const dutyDraft = toldOnce((d: Duty) => standing("obligation", {
  interval: d.interval, decision: statusOf(d.interval), tense: "present", asset: d.object, layer: d.instrument.kind === "statute" ? "regulation" : "contract", action: d.trigger, party: d.debtor, ...originOf(d.instrument.id, d.norm.id),
  basisKind: "none", cite: d.norm.cite, quote: d.norm.quote ?? null, verified: d.instrument.verified, outcome: `${d.instrument.kind === "statute" ? statuteDuty : contractDuty} ${d.state === "if" ? "may apply" : "applies"}`,
  premises: d.premises, facts: factsIn(d.premises), path: [d.object],
}));

const overdueDraft = toldOnce((d: Duty, view) => standing("obligation", {
  interval: exactly("conditional"), decision: "conditional", tense: "past", asset: d.object, version: versionOf(view, d.object), layer: "contract", action: d.trigger, party: d.debtor, ...originOf(d.instrument.id, d.norm.id),
  basisKind: "none", cite: d.norm.cite, quote: d.norm.quote ?? null, verified: d.instrument.verified, outcome: "a duty is overdue", premises: d.premises, facts: factsIn(d.premises), path: [d.object],
}));

const cutDraft = (view: View): Draft => standing("exposure", {
  interval: { best: "cleared", worst: "blocked" }, decision: "unresolved", tense: "past", asset: view.question.use.of, version: versionOf(view, view.question.use.of), layer: "copyright", action: firstOf(view),
  party: view.question.act.actor, basisKind: "none", outcome: "earlier acts were not judged", path: [view.question.use.of],
});

const pastDraft = toldOnce((finding: PastFinding, view) => standing("exposure", {
  interval: finding.interval, decision: "conditional", tense: "past", asset: finding.asset, version: versionOf(view, finding.asset), layer: finding.layer, action: finding.action, act: finding.act.id, party: finding.act.actor,
  basisKind: "none", outcome: `exposure ${finding.state}`, premises: finding.premises, facts: factsIn(finding.premises), path: [finding.asset],
}));
