import { canGrant, exactly, joinIntervals, type Interval, type Law, type Scope } from "@cleartitle/norms";
import type { OptionReport, Premise } from "../decision.js";
import type { Demand } from "../judgment/demand.js";
import type { LicenseReading, Named } from "../judgment/license-reading.js";
import type { Option } from "../judgment/option.js";
import { judgeCondition } from "./condition.js";
import { receives } from "./contribution.js";
import { isAction } from "./covering.js";
import { dutiesOf } from "./duty.js";
import { dutiesOfNorm, grantOf, notParty, notSaidOf, type Grant, type GrantQuestion } from "./grant.js";
import { lawNorms } from "./law.js";
import { ownBans } from "./own-ban.js";
import { ownershipOf } from "./owned.js";
import { standing } from "./prevailing.js";
import { rolesFrom, type Played } from "./roles.js";
import type { Scene } from "./scene.js";

/** The options that law and ownership give, whatever the license record says. */
export function lawfulOptions(demand: Demand, scene: Scene): Option[] {
  return [...owned(demand, scene), ...unprotected(demand, scene), ...excepted(demand, scene)];
}

/** The options of one reading of the license record. */
export function licensedOptions(demand: Demand, scope: Scope | null, scene: Scene, reading: LicenseReading): Option[] {
  return reading.options.map((names) => granted(demand, scope, scene, names));
}

const lawOption = (report: OptionReport, law: Law | null, findings: Option["findings"] = []): Option => ({
  report, interval: report.interval, instruments: [], law, role: null, duties: [], constraints: [], undertaken: [], findings,
});

function owned(demand: Demand, scene: Scene): Option[] {
  const own = ownershipOf(scene, demand.layer, demand.action);
  if (own === null) return [];
  const fails = own.interval.worst === "blocked" ? "title" : null;
  const report: OptionReport = { kind: "owned", instrument: null, norm: null, fails, interval: own.interval, cite: own.says, quote: null, verified: null, premises: own.premises };
  return [lawOption(report, null, own.findings)];
}

/** Judged as a permission of law: what is open or unknown may serve, and no more. */
function lawInterval(truth: string, kept: string): Interval {
  if (truth === "true") return exactly("cleared");
  if (truth === "false") return exactly("blocked");
  return kept === "true" ? exactly("conditional") : { best: "cleared", worst: "blocked" };
}

function unprotected(demand: Demand, scene: Scene): Option[] {
  // What nobody owns may be used by all and licensed by none.
  if (scene.env.world.catalogue.taxonomies.actions.get(demand.action)?.power === true) return [];
  return lawNorms(scene, "unprotect").flatMap(({ law, norm }) => {
    if (norm.unprotect.layer !== demand.layer) return [];
    if (norm.unprotect.actions !== undefined && !isAction(scene.env, demand.action, norm.unprotect.actions)) return [];
    return [fromLaw("unprotected", law, norm, scene)];
  });
}

function excepted(demand: Demand, scene: Scene): Option[] {
  return lawNorms(scene, "permit").flatMap(({ law, norm }) => {
    // An exception covers the acts it names and no other: hosting is not mining, though both make copies.
    if (!(norm.permit.layers ?? ["copyright"]).includes(demand.layer) || !isAction(scene.env, demand.action, norm.permit.actions)) return [];
    return [fromLaw("excepted", law, norm, scene)];
  });
}

function fromLaw(kind: "unprotected" | "excepted", law: Law, norm: { id: string; cite: string; quote?: string | undefined; if?: unknown; verified?: Law["verified"] | undefined }, scene: Scene): Option {
  const judged = judgeCondition(norm.if as Parameters<typeof judgeCondition>[0], { ...scene, instrument: law }, "permit");
  const verified = norm.verified ?? law.verified;
  const dated = scene.act.date !== null || law.inForce === undefined;
  const trusted = canGrant(verified) && dated;
  const read = lawInterval(judged.truth, judged.kept);
  const interval: Interval = trusted || read.best === "blocked" ? read : { best: read.best, worst: "blocked" };
  const failing = judged.premises.find((p) => p.result !== "true");
  const fails = interval.worst !== "blocked" ? null : failing !== undefined ? failing.reads : !dated ? "the act has no recorded date" : trusted ? "condition" : `verified only as \`${verified}\``;
  const undertaken = judged.truth === "unknown" && judged.kept === "true" ? judged.premises.filter((p) => p.result === "unknown") : [];
  const report: OptionReport = { kind, instrument: law.id, norm: norm.id, fails, interval, cite: norm.cite, quote: norm.quote ?? null, verified, premises: judged.premises };
  return { ...lawOption(report, law), undertaken };
}

function granted(demand: Demand, scope: Scope | null, scene: Scene, names: readonly Named[]): Option {
  const all = names.map((name) => ({ name: name.name, option: grantedBy(demand, scope, scene, name) }));
  // Of several texts that all apply, those that speak of the matter answer for it.
  const speaking = all.filter(({ option }) => option.report.fails !== notSaidOf);
  const answering = speaking.length === 0 ? all : speaking;
  const parts = answering.map(({ option }) => option);
  const interval = joinIntervals(parts.map((p) => p.interval));
  const telling = parts.reduce((a, b) => (a.report.fails === null && b.report.fails !== null ? b : a));
  return {
    report: { ...telling.report, instrument: answering.length === 1 ? telling.report.instrument : answering.map(({ name }) => name).join(" AND "), interval },
    interval, law: null, role: telling.role,
    instruments: parts.flatMap((p) => p.instruments), duties: parts.flatMap((p) => p.duties), constraints: parts.flatMap((p) => p.constraints),
    undertaken: parts.flatMap((p) => p.undertaken), findings: parts.flatMap((p) => p.findings),
  };
}

function grantedBy(demand: Demand, scope: Scope | null, scene: Scene, name: Named): Option {
  const instrument = name.instrument === null ? null : standing(scene, name.instrument);
  const unknown: Interval = { best: "cleared", worst: "blocked" };
  if (instrument === null) {
    const premise: Premise = { reads: "license", of: demand.asset, is: name.name, needs: "terms that the catalogue knows", result: "unknown" };
    const report: OptionReport = { kind: "granted", instrument: name.name, norm: null, fails: "terms unknown", interval: unknown, cite: null, quote: null, verified: "unverified", premises: [premise] };
    return { ...lawOption(report, null), findings: [{ kind: "unknown-license", detail: `the catalogue has no terms of \`${name.name}\`` }] };
  }
  const played = rolesFrom({ asset: demand.asset, object: scene.act.object }, instrument, scene.territory, scene.env);
  const rolesOf = (node: string): readonly Played[] => played.get(node) ?? [{ role: "silent", inner: "materials" }];
  const object = scene.path[0] ?? demand.asset;
  const question = { instrument, action: demand.action, layer: demand.layer, scope, scene, played: rolesOf(object), persists: demand.persists };
  const grant = grantTo(question);
  // What a platform's terms forbid and ask, they forbid and ask of others.
  const own = receives(scene, instrument);
  const bans = own ? [] : ownBans(demand, scene, instrument, rolesOf(object));
  const duties = own ? [] : dutiesOf({ instrument, action: demand.action, scene, rolesOf, persists: demand.persists, only: dutiesOfNorm(grant) });
  const consent = duties.find((d) => d.norm.oblige.control === "consent" && d.state === "open");
  const interval = joinIntervals([grant.interval, ...bans.map((b) => b.interval), ...duties.map((d) => d.interval)]);
  const ban = bans.find((b) => b.interval.worst === "blocked");
  const fails = grant.fails ?? (ban === undefined ? null : `prohibited (${ban.cite})`) ?? (consent === undefined ? null : "needs consent");
  const report: OptionReport = {
    kind: "granted", instrument: instrument.id, norm: ban?.norm ?? grant.norm?.id ?? null, fails, interval,
    cite: ban?.cite ?? grant.norm?.cite ?? null, quote: ban?.quote ?? grant.norm?.quote ?? null,
    verified: grant.norm?.verified ?? instrument.verified, premises: [...grant.premises, ...bans.flatMap((b) => b.premises)],
  };
  const constraints = duties.flatMap((d) => (d.norm.oblige.outbound === undefined ? [] : [{ instrument, norm: d.norm.id, cite: d.norm.cite, outbound: d.norm.oblige.outbound }]));
  return { report, interval, instruments: [instrument], law: null, role: rolesOf(object)[0]?.role ?? null, duties, constraints, undertaken: [...grant.undertaken, ...bans.flatMap((b) => b.undertaken)], findings: grant.findings ?? [] };
}

/** A grant to the actor itself, or to who hands the thing on and may sublicense. */
function grantTo(question: GrantQuestion): Grant {
  const grant = grantOf(question);
  const { handedBy } = question.scene.act;
  if (handedBy === undefined || grant.fails !== notParty) return grant;
  const scene: Scene = { ...question.scene, act: { ...question.scene.act, actor: handedBy } };
  const [held, power] = [grantOf({ ...question, scene }), grantOf({ ...question, scene, action: "sublicense" })];
  const interval = joinIntervals([held.interval, power.interval]);
  return { ...held, interval, fails: held.fails ?? (power.fails === null ? null : `no power to sublicense: ${power.fails}`), premises: [...held.premises, ...power.premises] };
}
