import { canGrant, exactly, joinIntervals, restsOnPosition, type Instrument, type Interval, type Layer, type Norm, type Scope, type Truth } from "@cleartitle/norms";
import type { Premise } from "../decision.js";
import { contributionOf } from "../judgment/contribution.js";
import { beyond, mostHands, mostTexts } from "../judgment/hand-on.js";
import type { Ownership } from "../judgment/ownership.js";
import { derivationOnPath } from "./anchor.js";
import { judgeCondition, type Judged } from "./condition.js";
import { receives } from "./contribution.js";
import { actionTerm, isAction, needsOf, normInForce, speaksOfRoles } from "./covering.js";
import { instrumentsAt, isUnder } from "./license-reading.js";
import { entitlementOf } from "./entitlement.js";
import { publisherOf } from "./licensor.js";
import { lifeOf, survivors } from "./life.js";
import { covers, isSaidOf } from "./matter.js";
import { boundHow } from "./party.js";
import { dutiesOf } from "./duty.js";
import { ownBans } from "./own-ban.js";
import { standing } from "./prevailing.js";
import { groupOf } from "./quantities.js";
import { rolesFrom, type Played } from "./roles.js";
import type { Scene } from "./scene.js";
import { factsOfDerivation } from "./told.js";
import { versionFor } from "./version.js";

/** What an instrument's permits give one action in one layer. */
export interface Grant {
  readonly interval: Interval;
  readonly norm: Norm | null;
  readonly fails: string | null;
  readonly premises: readonly Premise[];
  /** Facts that we undertake by relying on it. */
  readonly undertaken: readonly Premise[];
  /** What is wrong with the title of its licensor. */
  readonly findings?: Ownership["findings"];
}

/** Why a grant that names its licensee serves nobody else. */
export const notParty = "not a party to it";

/** Why a text about other matter of a thing (its database, its metadata) is no word on this one, neither yes nor no. */
export const notSaidOf = "the text does not speak of this matter";

const unsure: Interval = { best: "cleared", worst: "blocked" };
const refused = (fails: string, premises: readonly Premise[] = [], norm: Norm | null = null): Grant => ({ interval: exactly("blocked"), norm, fails, premises, undertaken: [] });

/** Judged as a permission: true serves, unknown may, an undertaking serves on condition. */
function asPermission(judged: Judged): Interval {
  if (judged.truth === "true") return exactly("cleared");
  if (judged.truth === "false") return exactly("blocked");
  return judged.kept === "true" ? exactly("conditional") : { best: "cleared", worst: "blocked" };
}

export interface GrantQuestion {
  readonly instrument: Instrument;
  readonly action: string;
  readonly layer: Layer;
  /** Of what matter of the source it is asked. */
  readonly scope: Scope | null;
  readonly scene: Scene;
  readonly played: readonly Played[];
  readonly persists: Truth;
  /** Texts by which the right was handed on from there. */
  readonly through?: readonly string[];
}

/** What the permits of one instrument give. Who may rely on it and whether it is in force is judged first. */
export function grantOf(question: GrantQuestion): Grant {
  const { instrument, scene } = question;
  if (receives(scene, instrument)) return contributed(question);
  if (!isSaidOf(instrument, question.scope, question.played)) return refused(notSaidOf);
  const party = scene.act.actor;
  if (instrument.kind !== "license" && boundHow(scene.env, party, instrument, scene.act.date) === null) return refused(notParty);
  const { truth, fails, premises, findings } = entitlementOf(scene, instrument, question.layer);
  if (truth === "true") return saidBy(question);
  const said = saidBy(question);
  // What a text does not give needs nobody who has it.
  if (said.interval.best === "blocked") return truth === "false" ? refused(fails!) : said;
  const from = held(question, instrument.licensor ?? publisherOf(scene));
  if (from !== null) return through(from, said);
  if (truth === "false") return refused(fails!);
  return { ...said, interval: joinIntervals([said.interval, unsure]), fails: said.fails ?? fails, premises: [...premises, ...said.premises], findings };
}

/** What who published a thing on a platform gave the platform by its terms. */
function contributed(question: GrantQuestion): Grant {
  const { scene, instrument } = question;
  const by = publisherOf(scene);
  if (by === null) return { ...refused("nobody recorded who published it"), interval: unsure };
  const text = versionFor(scene.env, instrument, by, scene.act.date);
  if (boundHow(scene.env, by, text, scene.act.date) === null) return refused("who published it is not bound by these terms");
  return grantOf({ ...question, instrument: contributionOf(text, by), scene: { ...scene, act: { ...scene.act, actor: by } } });
}

/** Rights that a licensor has by a text of another on the thing, with the power to hand them on; null: from nobody. */
function held(question: GrantQuestion, licensor: string | null): Grant | null {
  const { scene } = question;
  if (licensor === null) return null;
  const from: Scene = { ...scene, act: { ...scene.act, actor: licensor } };
  const texts = instrumentsAt(scene.env, scene.source, scene.act.date).flatMap((recorded): { recorded: Instrument; text: Instrument | null }[] => {
    if (receives(from, recorded)) return [{ recorded, text: null }];
    const text = question.through?.includes(recorded.id) === true ? null : fromAnotherTo(from, recorded);
    return text === null ? [] : [{ recorded, text }];
  });
  const isFar = texts.filter(({ text }) => text !== null).length > mostTexts || (question.through ?? []).length >= mostHands;
  const serving = texts.flatMap(({ recorded: instrument, text }): Grant[] => {
    const has = (action: string): Grant => {
      if (text === null) return contributed({ ...question, action, instrument, scene: from });
      return isFar ? { ...refused(beyond.long), interval: unsure } : licensedTo({ ...question, action, scene: from, instrument: text, through: [...(question.through ?? []), instrument.id] });
    };
    const right = has(question.action);
    if (right.interval.best === "blocked") return [];
    const power = has("sublicense");
    const [surely, recorded] = isUnder(scene.env, scene.source, instrument.id, scene.act.date) ? [[], null] : [[unsure], beyond.unsurely];
    const interval = joinIntervals([right.interval, power.interval, ...surely]);
    return interval.best === "blocked" ? [] : [{ ...right, interval, fails: right.fails ?? power.fails ?? recorded, premises: [...right.premises, ...power.premises] }];
  });
  return serving.length === 0 ? null : serving.reduce(better);
}

/** A text as it stands for a licensor that is bound by it, and that is another's; null: it is none. */
function fromAnotherTo(scene: Scene, recorded: Instrument): Instrument | null {
  const { env, act } = scene;
  const text = standing(scene, recorded);
  const grantor = text.licensor ?? publisherOf(scene);
  if (grantor !== null && groupOf(env, act.actor, act.date).has(grantor)) return null;
  return text.kind === "license" || boundHow(env, act.actor, text, act.date) !== null ? text : null;
}

/** What a licensor has under a text of another, by its permits, bans and consents. Whether it keeps what it promised for it nobody recorded. */
function licensedTo(question: GrantQuestion): Grant {
  const { action, persists, scene, instrument } = question;
  const roles = rolesFrom({ asset: scene.source, object: scene.act.object }, instrument, scene.territory, scene.env);
  const rolesOf = (node: string): readonly Played[] => roles.get(node) ?? [{ role: "silent", inner: "materials" }];
  const played = rolesOf(scene.path[0] ?? scene.source);
  const grant = grantOf({ ...question, played });
  const bans = ownBans({ action, persists }, scene, instrument, played);
  const consents = dutiesOf({ instrument, action, scene, rolesOf, persists, only: dutiesOfNorm(grant) }).filter((d) => d.norm.oblige.control === "consent");
  const interval = joinIntervals([grant, ...bans, ...consents].map((each) => each.interval));
  const ban = bans.find((b) => b.interval.worst === "blocked");
  const fails = grant.fails ?? (ban === undefined ? null : `prohibited (${ban.cite})`) ?? (consents.some((d) => d.interval.worst === "blocked") ? "needs consent" : null);
  const premises = [...grant.premises, ...bans.flatMap((b) => b.premises)];
  return interval.worst === "conditional" ? { ...grant, interval: unsure, fails: beyond.promised, premises } : { ...grant, interval, fails, premises };
}

export const dutiesOfNorm = (grant: Grant): readonly string[] | null => (grant.norm?.kind === "permit" ? (grant.norm.permit.duties ?? null) : null);

/** What a licensor gives that has the right from another. */
function through(from: Grant, given: Grant): Grant {
  return { ...given, interval: joinIntervals([from.interval, given.interval]), fails: given.fails ?? from.fails, premises: [...from.premises, ...given.premises] };
}

/** What the text says of the act, by a licensor that has it to give. */
function saidBy(question: GrantQuestion): Grant {
  const { instrument, scene, action } = question;
  const grant = grantAction(question, action, [action]);
  if (grant.fails !== null && grant.interval.best === "blocked") return unreadTexts.has(instrument.verified) ? unread(grant, instrument) : grant;
  const vagueness = (instrument.unsupported ?? []).filter((u) => u.actions === undefined || u.actions.some((a) => isAction(scene.env, action, [a])));
  if (vagueness.length > 0) {
    const premises = vagueness.map((u): Premise => ({ reads: `text of ${instrument.id}`, of: u.cite, is: null, needs: u.what, result: "unknown" }));
    return { ...grant, interval: { best: grant.interval.best, worst: "blocked" }, fails: "a construct that norms cannot say", premises: [...grant.premises, ...premises] };
  }
  if (!canGrant(grant.norm?.verified ?? instrument.verified)) {
    const premise: Premise = { reads: `verification of ${instrument.id}`, of: null, is: instrument.verified, needs: "primary or secondary", result: "unknown" };
    return { ...grant, interval: { best: grant.interval.best, worst: "blocked" }, fails: `verified only as \`${instrument.verified}\``, premises: [...grant.premises, premise] };
  }
  return grant;
}

/** A text that nobody read may give what our record of it lacks. */
const unreadTexts: ReadonlySet<Instrument["verified"]> = new Set<Instrument["verified"]>(["memory", "unverified"]);

function unread(grant: Grant, instrument: Instrument): Grant {
  const premise: Premise = { reads: `verification of ${instrument.id}`, of: null, is: instrument.verified, needs: "primary or secondary", result: "unknown" };
  return { ...grant, interval: { best: "cleared", worst: "blocked" }, fails: `verified only as \`${instrument.verified}\``, premises: [...grant.premises, premise] };
}

/** Best of the permits that name the action for such a thing; else what a general grant of all that the action needs gives. */
function grantAction(question: GrantQuestion, action: string, asked: readonly string[]): Grant {
  const { instrument, layer, scene } = question;
  const permits = instrument.norms.filter((n) => n.kind === "permit" && (n.permit.layers ?? ["copyright"]).includes(layer) && isAction(scene.env, action, n.permit.actions) && covers(n.permit.scope, question.scope, question.played));
  // A permit that names the act for a thing in this role is the text's last word on it; one for other roles says nothing here.
  const speaking = permits.filter((p) => speaksOfRoles(instrument, p, question.played, question.persists) !== "false");
  if (speaking.length > 0) return speaking.map((p) => judgePermit(question, p, asked)).reduce(better);
  return [...permits.map((p) => judgePermit(question, p, asked)), grantNeeds(question, action, asked)].reduce(better);
}

/** A general grant covers what the action needs. */
function grantNeeds(question: GrantQuestion, action: string, asked: readonly string[]): Grant {
  const { instrument, layer, scene } = question;
  const needs = actionTerm(scene.env, action)?.power === true ? null : needsOf(scene.env, action, layer);
  if (needs === null || needs.includes(action)) return refused(instrument.rest === "reserved" ? "reserved by the text" : "the text does not name it");
  const parts = needs.map((need) => grantAction(question, need, [...asked, need]));
  const interval = joinIntervals(parts.map((p) => p.interval));
  const worst = parts.reduce((a, b) => (order(b.interval) > order(a.interval) ? b : a));
  return { interval, norm: worst.norm, fails: worst.fails, premises: parts.flatMap((p) => p.premises), undertaken: parts.flatMap((p) => p.undertaken) };
}

const levels = { cleared: 0, conditional: 1, blocked: 2 } as const;
const order = (i: Interval): number => levels[i.worst] * 3 + levels[i.best];
const better = (a: Grant, b: Grant): Grant => (order(b.interval) < order(a.interval) ? b : a);

function judgePermit(question: GrantQuestion, norm: Norm, asked: readonly string[]): Grant {
  if (norm.kind !== "permit") return refused("no permit");
  const { instrument, persists, played } = question;
  if (norm.permit.offer === true) return refused("an offer, no right", [], norm);
  if (norm.permit.promise === true && (!restsOnPosition(norm.if) || asked.some((a) => actionTerm(question.scene.env, a)?.power === true))) return refused("a promise, no right", [], norm);
  const scene = vestingScene(question.scene, norm);
  if (!normInForce(norm, scene.act.date)) return refused("this norm is not in force on the date", [], norm);
  const alive = judgeLife(question, norm, scene);
  if (alive.interval.best === "blocked") return alive;
  const role = speaksOfRoles(instrument, norm, played, persists);
  if (role === "false") return refused(`role ${played.map((p) => p.role).join(", ")}`, [], norm);
  const judged = judgeCondition(norm.if, { ...scene, instrument }, "permit");
  const taken = exceptions(question, norm, asked, scene);
  const interval = joinIntervals([asPermission(judged), alive.interval, ...taken.map((t) => t.interval)]);
  const failing = judged.truth !== "true" ? whatFails(judged) : taken.find((t) => t.interval.worst === "blocked")?.fails ?? alive.fails;
  const undertaken = judged.truth === "unknown" && judged.kept === "true" ? judged.premises.filter((p) => p.result === "unknown") : [];
  return { interval, norm, fails: failing ?? null, premises: [...alive.premises, ...judged.premises, ...taken.flatMap((t) => t.premises)], undertaken };
}

/** A permit that vests is judged once, at the act at which it vests, with the facts of that act. */
function vestingScene(scene: Scene, norm: Norm): Scene {
  if (norm.kind !== "permit" || norm.permit.vests === undefined) return scene;
  const derivation = norm.permit.vests === "generation" || norm.permit.vests === "training" ? derivationOnPath(scene, norm.permit.vests) : null;
  if (derivation === null) return scene;
  return { ...scene, act: { ...scene.act, date: derivation.during.from, derivation, facts: factsOfDerivation(scene.env, derivation) } };
}

function judgeLife(question: GrantQuestion, norm: Norm, scene: Scene): Grant {
  const { instrument } = question;
  const life = lifeOf(scene.env, instrument, scene.act.actor, scene.act.date, question.layer, publisherOf(scene));
  const serves: Grant = { interval: exactly("cleared"), norm, fails: null, premises: [], undertaken: [] };
  if (life.state === "in-force" || (norm.kind === "permit" && norm.permit.irrevocable === true)) return serves;
  const premise: Premise = { reads: `life of ${instrument.id}`, of: scene.act.actor, is: life.why, needs: "in force", result: "false" };
  if (life.state === "not-yet") return refused(life.why, [premise], norm);
  if (life.state === "unsure") return { ...serves, interval: { best: "cleared", worst: "blocked" }, fails: life.why, premises: [{ ...premise, result: "unknown" }] };
  const after = survivors(instrument, norm, life.by).map((s) => judgeCondition(s.if, { ...scene, instrument }, "permit"));
  if (after.some((j) => j.truth === "true")) return { ...serves, premises: after.flatMap((j) => j.premises) };
  if (after.some((j) => j.truth === "unknown")) return { ...serves, interval: { best: "cleared", worst: "blocked" }, fails: life.why, premises: [premise, ...after.flatMap((j) => j.premises)] };
  return refused(life.why, [premise], norm);
}

/** Un-grants that take this permit back, for any of the actions asked on the way. */
function exceptions(question: GrantQuestion, permit: Norm, asked: readonly string[], scene: Scene): Grant[] {
  const { instrument, played, persists } = question;
  return instrument.norms.flatMap((norm): Grant[] => {
    if (norm.kind !== "except" || !norm.except.from.includes(permit.id) || !normInForce(norm, scene.act.date)) return [];
    const named = norm.except.actions;
    if (named !== undefined && !asked.some((a) => isAction(scene.env, a, named))) return [];
    if (norm.on !== undefined && speaksOfRoles(instrument, norm, played, persists) === "false") return [];
    const judged = judgeCondition(norm.if, { ...scene, instrument }, "prohibit");
    if (judged.truth === "false") return [];
    const interval: Interval = judged.truth === "true" ? exactly("blocked") : judged.kept === "false" ? exactly("conditional") : { best: "cleared", worst: "blocked" };
    return [{ interval, norm, fails: `taken back (${norm.cite})`, premises: judged.premises, undertaken: [] }];
  });
}

/** The first test that does not hold, by what it reads. */
function whatFails(judged: Judged): string {
  const first = judged.premises.find((p) => p.result !== "true" && p.result === judged.truth) ?? judged.premises.find((p) => p.result !== "true");
  return first === undefined ? "condition" : first.reads.replace(/^use\./, "");
}
