import { canGrant, exactly, joinIntervals, restsOnPosition, type Instrument, type Interval, type Layer, type Norm, type NormOf, type Scope, type Truth } from "@cleartitle/norms";
import type { Premise } from "../../decision.js";
import { contributionOf } from "../../judgment/contribution.js";
import { beyond, mostHands, mostTexts } from "../../judgment/hand-on.js";
import type { Ownership } from "../../judgment/ownership.js";
import type { RolePlayed } from "../role-profile.js";
import { survivalsOf } from "../state/lives.js";
import { momentOf } from "../state/moment.js";
import { makingOn } from "./anchor.js";
import { dutiesOf } from "./duties.js";
import { lackOf } from "./entitlement.js";
import { speaksOn } from "./law-book.js";
import { bansIn } from "./own-bans.js";
import { Roles } from "./roles.js";
import { publisherAt, type Spot, type Told } from "./spot.js";
import { standingAt } from "./standing.js";
import { isOfScope, type IndexedText } from "./text-book.js";
import { asPermission, asProhibition, openInterval, promisedIn } from "./told-interval.js";

/** What a text's permits give one act in one layer. */
export interface Given {
  readonly interval: Interval;
  readonly norm: Norm | null;
  readonly fails: string | null;
  readonly premises: readonly Premise[];
  /** Facts that are promised by relying on it. */
  readonly undertaken: readonly Premise[];
  /** What is wrong with the title of its licensor. */
  readonly findings?: Ownership["findings"];
}

export interface GrantAsked {
  readonly text: Instrument;
  readonly action: string;
  readonly layer: Layer;
  /** Of what matter of the source it is asked. */
  readonly scope: Scope | null;
  readonly spot: Spot;
  readonly played: readonly RolePlayed[];
  readonly persists: Truth;
  readonly roles: Roles;
  /** Texts by which the right was handed on from there. */
  readonly through?: readonly string[];
}

/** Why a grant that names its licensee serves nobody else. */
export const strangers = "not a party to it";

/** Why a text about other matter of a thing is no word on this one, neither yes nor no. */
export const unsaid = "the text does not speak of this matter";

const [cleared, blocked] = [exactly("cleared"), exactly("blocked")];
const nothing: readonly Premise[] = [];
const refused = (fails: string, premises: readonly Premise[] = nothing, norm: Norm | null = null): Given => ({ interval: blocked, norm, fails, premises, undertaken: nothing });

/** What the permits of one text give. Who may rely on it and whether its licensor had it to give is judged first. */
export function givenBy(asked: GrantAsked): Given {
  const { text, layer, spot } = asked;
  const { core, act, at } = spot;
  if (isTakenIn(spot, text)) return contributedTo(asked);
  if (!core.of.texts.of(text).speaksOf(asked.scope, asked.played)) return refused(unsaid);
  if (text.kind !== "license" && core.state.bonds.of(act.actor, text, at) === null) return refused(strangers);
  const lack = lackOf(spot, text, layer);
  if (lack === null) return saidOf(asked);
  const said = saidOf(asked);
  // What a text does not give needs nobody who has it.
  if (said.interval.best === "blocked") return lack.isSure ? refused(lack.why) : said;
  const licensor = text.licensor ?? publisherAt(spot);
  const from = licensor === null ? null : heldBy(asked, licensor);
  if (from === null && lack.isSure) return refused(lack.why);
  if (from !== null) return { ...said, interval: joinIntervals([from.interval, said.interval]), fails: said.fails ?? from.fails, premises: [...from.premises, ...said.premises] };
  return { ...said, interval: { ...said.interval, worst: "blocked" }, fails: said.fails ?? lack.why, premises: [...lack.premises, ...said.premises], findings: lack.findings };
}

/** Whether who acts offers the text, and somebody else published the thing under it. */
export function isTakenIn(spot: Spot, text: Instrument): boolean {
  const { core: { state }, act, at } = spot;
  if (!state.bonds.isPlatform(act.actor, text, at)) return false;
  const publisher = publisherAt(spot);
  return publisher === null || !state.groups.of(act.actor, at.date).has(publisher);
}

/** What who published the thing gave who offers the text. */
function contributedTo(asked: GrantAsked): Given {
  const { text, spot } = asked;
  const publisher = publisherAt(spot);
  if (publisher === null) return { ...refused("nobody recorded who published it"), interval: openInterval };
  const { state } = spot.core;
  const version = state.lines.versionFor(text, publisher, spot.at.date);
  if (state.bonds.of(publisher, version, spot.at) === null) return refused("who published it is not bound by these terms");
  return givenBy({ ...asked, text: contributionOf(version, publisher), spot: { ...spot, act: { ...spot.act, actor: publisher } } });
}

/** What a licensor has by a text of another on the thing and may hand on; null: nothing. */
function heldBy(asked: GrantAsked, licensor: string): Given | null {
  const spot: Spot = { ...asked.spot, act: { ...asked.spot.act, actor: licensor } };
  let best: Given | null = null;
  const { licenses } = spot.core.state;
  const through = asked.through ?? [];
  const recorded = licenses.textsOf(spot.node, spot.at);
  const fromOthers = new Map(recorded.flatMap((text) => {
    const standing = isTakenIn(spot, text) || through.includes(text.id) ? null : fromAnother(spot, text);
    return standing === null ? [] : [[text, standing] as const];
  }));
  const isFar = fromOthers.size > mostTexts || through.length >= mostHands;
  for (const text of recorded) {
    const other = fromOthers.get(text);
    if (other === undefined && !isTakenIn(spot, text)) continue;
    const has = (action: string): Given => {
      if (other === undefined) return contributedTo({ ...asked, text, spot, action });
      return isFar ? { ...refused(beyond.long), interval: openInterval } : licensedTo({ ...asked, text: other, spot, action, through: [...through, text.id] });
    };
    const right = has(asked.action);
    if (right.interval.best === "blocked") continue;
    const power = has("sublicense");
    if (power.interval.best === "blocked") continue;
    const surely = licenses.isUnder(spot.node, text.id, spot.at);
    const interval = joinIntervals([right.interval, power.interval, ...(surely ? [] : [openInterval])]);
    if (interval.best === "blocked" || (best !== null && weight(best.interval) <= weight(interval))) continue;
    best = { ...right, interval, fails: right.fails ?? power.fails ?? (surely ? null : beyond.unsurely), premises: [...right.premises, ...power.premises] };
  }
  return best;
}

/** A text as it stands for who acts at a spot and is bound by it, and that is another's; null: it is none. */
function fromAnother(spot: Spot, recorded: Instrument): Instrument | null {
  const { core: { state }, act, at } = spot;
  const text = standingAt(spot, recorded);
  const grantor = text.licensor ?? publisherAt(spot);
  if (grantor !== null && state.groups.of(act.actor, at.date).has(grantor)) return null;
  return text.kind === "license" || state.bonds.of(act.actor, text, at) !== null ? text : null;
}

/** What who acts at a spot, a licensor, has under a text of another: by its permits, and by its own bans and consents. */
function licensedTo(asked: GrantAsked): Given {
  const { text, action, spot, persists, roles } = asked;
  const { core, node, source, atom, path } = spot;
  const parts = roles.from(node, text.reach, atom);
  const partsOf = (asset: string): readonly RolePlayed[] => Roles.of(parts, core.graph.numberOf.get(asset) ?? -1);
  const played = partsOf(path[0] ?? source);
  const given = givenBy({ ...asked, played });
  const bans = bansIn(text, action, spot, played, persists);
  const consents = dutiesOf({ text, action, spot, partsOf, persists, only: dutiesGivenWith(given) }).filter(({ norm }) => norm.oblige.control === "consent");
  const interval = joinIntervals([given, ...bans, ...consents].map((each) => each.interval));
  const premises = [...given.premises, ...bans.flatMap((ban) => ban.premises)];
  // What a licensor promised for what it has is for it to keep.
  if (interval.worst === "conditional") return { ...given, interval: openInterval, fails: beyond.promised, premises };
  const ban = bans.find((each) => each.interval.worst === "blocked")?.norm;
  const wants = consents.some((duty) => duty.interval.worst === "blocked") ? "needs consent" : null;
  return { ...given, interval, fails: given.fails ?? (ban === undefined ? wants : `prohibited (${ban.cite})`), premises };
}

/** The duties that the permit relied on brings; null: all of the text. */
export const dutiesGivenWith = ({ norm }: Given): readonly string[] | null => (norm?.kind === "permit" ? (norm.permit.duties ?? null) : null);

/** What the text says of the act, by a licensor that has it to give. */
function saidOf(asked: GrantAsked): Given {
  const { text, action, spot: { core } } = asked;
  const given = new Giving(asked, core.of.texts.of(text)).action(action, [action]);
  const unverified = (): Premise => ({ reads: `verification of ${text.id}`, of: null, is: text.verified, needs: "primary or secondary", result: "unknown" });
  if (given.fails !== null && given.interval.best === "blocked") {
    // A text that nobody read may give what our record of it lacks.
    if (text.verified !== "memory" && text.verified !== "unverified") return given;
    return { ...given, interval: openInterval, fails: `verified only as \`${text.verified}\``, premises: [...given.premises, unverified()] };
  }
  const vague = (text.unsupported ?? []).filter(({ actions }) => actions === undefined || core.of.texts.of(text).isAny(action, actions));
  if (vague.length > 0) {
    const premises = vague.map(({ cite, what }): Premise => ({ reads: `text of ${text.id}`, of: cite, is: null, needs: what, result: "unknown" }));
    return { ...given, interval: { ...given.interval, worst: "blocked" }, fails: "a construct that norms cannot say", premises: [...given.premises, ...premises] };
  }
  if (canGrant(given.norm?.verified ?? text.verified)) return given;
  return { ...given, interval: { ...given.interval, worst: "blocked" }, fails: `verified only as \`${text.verified}\``, premises: [...given.premises, unverified()] };
}

const levels = { cleared: 0, conditional: 1, blocked: 2 } as const;
const weight = ({ best, worst }: Interval): number => levels[worst] * 3 + levels[best];

function bestOf(all: readonly Given[]): Given {
  let best = all[0]!;
  for (const each of all) if (weight(each.interval) < weight(best.interval)) best = each;
  return best;
}

/** One text asked for one act. */
class Giving {
  readonly #asked: GrantAsked;
  readonly #indexed: IndexedText;

  constructor(asked: GrantAsked, indexed: IndexedText) {
    this.#asked = asked;
    this.#indexed = indexed;
  }

  /** A permit that names the act for a thing in this part is the text's last word; else a general grant of all that the act needs may serve. */
  action(action: string, chain: readonly string[]): Given {
    const { layer, scope, played } = this.#asked;
    const permits = this.#indexed.permits(action, layer).filter((norm) => isOfScope(norm.permit.scope, scope, played));
    const speaking = permits.filter((norm) => this.#covers(norm));
    if (speaking.length > 0) return bestOf(speaking.map((norm) => this.#permit(norm, chain)));
    return bestOf([...permits.map((norm) => this.#permit(norm, chain)), this.#needs(action, chain)]);
  }

  #needs(action: string, chain: readonly string[]): Given {
    const { text, layer, spot } = this.#asked;
    const term = spot.core.of.taxonomies.actions.get(action);
    const needs = term?.power === true ? null : (term?.needs?.[layer] ?? null);
    if (needs === null || needs.includes(action)) return refused(text.rest === "reserved" ? "reserved by the text" : "the text does not name it");
    const parts = needs.map((need) => this.action(need, [...chain, need]));
    const worst = parts.reduce((a, b) => (weight(b.interval) > weight(a.interval) ? b : a));
    return { ...worst, interval: joinIntervals(parts.map((p) => p.interval)), premises: parts.flatMap((p) => p.premises), undertaken: parts.flatMap((p) => p.undertaken) };
  }

  #covers(norm: Norm & NormOf<"permit">): boolean {
    return this.#asked.played.every((played) => this.#indexed.covers(norm, "permit", played));
  }

  #permit(norm: Norm & NormOf<"permit">, chain: readonly string[]): Given {
    if (norm.permit.offer === true) return refused("an offer, no right", nothing, norm);
    if (norm.permit.promise === true && (!restsOnPosition(norm.if) || this.#isPower(chain))) return refused("a promise, no right", nothing, norm);
    const spot = this.#vesting(norm);
    if (!speaksOn(norm, spot.at.date)) return refused("this norm is not in force on the date", nothing, norm);
    const alive = this.#alive(norm, spot);
    if (alive.interval.best === "blocked") return alive;
    if (!this.#covers(norm)) return refused(`role ${this.#asked.played.map((p) => p.role).join(", ")}`, nothing, norm);
    const told = this.#tell(norm, spot, "permit");
    const taken = this.#exceptions(norm, spot, chain);
    const fails = told.truth !== "true" ? whatFails(told) : (taken.find((t) => t.interval.worst === "blocked")?.fails ?? alive.fails);
    return {
      interval: joinIntervals([asPermission(told), alive.interval, ...taken.map((t) => t.interval)]), norm, fails,
      premises: [...alive.premises, ...told.premises, ...taken.flatMap((t) => t.premises)], undertaken: promisedIn(told, "true"),
    };
  }

  #isPower(chain: readonly string[]): boolean {
    const { actions } = this.#asked.spot.core.of.taxonomies;
    return chain.some((action) => actions.get(action)?.power === true);
  }

  #tell(norm: Norm, spot: Spot, reading: "permit" | "prohibit"): Told {
    return spot.core.of.telling.tell(norm.if, { ...spot, text: this.#asked.text }, reading);
  }

  /** A permit that vests is judged once, at the act at which it vests, with the facts of that act. */
  #vesting({ permit: { vests } }: NormOf<"permit">): Spot {
    const { spot } = this.#asked;
    const making = vests === "generation" || vests === "training" ? makingOn(spot, vests) : null;
    if (making === null) return spot;
    const date = making.during.from;
    return { ...spot, at: momentOf(date, spot.asOf), act: { ...spot.act, date, derivation: making, facts: spot.core.state.told.ofDerivation(making) } };
  }

  #alive(norm: Norm & NormOf<"permit">, spot: Spot): Given {
    const { text } = this.#asked;
    const life = spot.core.state.lives.of(text, spot.act.actor, spot.at.date, this.#asked.layer, publisherAt(spot));
    const serves: Given = { interval: cleared, norm, fails: null, premises: nothing, undertaken: nothing };
    if (life.state === "in-force" || norm.permit.irrevocable === true) return serves;
    const premise: Premise = { reads: `life of ${text.id}`, of: spot.act.actor, is: life.why, needs: "in force", result: "false" };
    if (life.state === "not-yet") return refused(life.why, [premise], norm);
    if (life.state === "unsure") return { ...serves, interval: openInterval, fails: life.why, premises: [{ ...premise, result: "unknown" }] };
    const outlasting = survivalsOf(text, norm.id, life.by).map((clause) => spot.core.of.telling.tell(clause.if, { ...spot, text }, "permit"));
    const grounds = outlasting.flatMap((told) => told.premises);
    if (outlasting.some((told) => told.truth === "true")) return { ...serves, premises: grounds };
    if (outlasting.some((told) => told.truth === "unknown")) return { ...serves, interval: openInterval, fails: life.why, premises: [premise, ...grounds] };
    return refused(life.why, [premise], norm);
  }

  /** Un-grants that take the permit back, for any of the acts asked on the way. */
  #exceptions(permit: Norm, spot: Spot, chain: readonly string[]): Given[] {
    const { played } = this.#asked;
    return this.#indexed.exceptionsFrom(permit.id).flatMap((norm): Given[] => {
      const { actions } = norm.except;
      if (!speaksOn(norm, spot.at.date) || (actions !== undefined && !chain.some((action) => this.#indexed.isAny(action, actions)))) return [];
      if (norm.on !== undefined && !played.some((each) => this.#indexed.covers(norm, "except", each))) return [];
      const told = this.#tell(norm, spot, "prohibit");
      return told.truth === "false" ? [] : [{ interval: asProhibition(told), norm, fails: `taken back (${norm.cite})`, premises: told.premises, undertaken: nothing }];
    });
  }
}

/** The first test that does not hold, by what it reads. */
function whatFails({ truth, premises }: Told): string {
  const open = premises.filter((p) => p.result !== "true");
  const first = open.find((p) => p.result === truth) ?? open[0];
  return first === undefined ? "condition" : first.reads.replace(/^use\./, "");
}
