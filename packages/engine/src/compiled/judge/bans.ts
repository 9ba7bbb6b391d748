import { exactly, or, type Instrument, type Interval, type Layer, type Truth } from "@cleartitle/norms";
import type { Premise } from "../../decision.js";
import type { Ban } from "../../judgment/ban.js";
import type { Duty } from "../../judgment/duty.js";
import type { RolePlayed } from "../role-profile.js";
import type { Bond } from "../state/bonds.js";
import type { DemandOnWay } from "./demand-on-way.js";
import { dutiesOf } from "./duties.js";
import type { LawNorm } from "./law-book.js";
import { bansIn } from "./own-bans.js";
import { Roles } from "./roles.js";
import { spotAt, type Place, type Spot } from "./spot.js";
import { standingAt } from "./standing.js";
import type { Quietly } from "./twins.js";
import type { Ascent } from "./upstream.js";
import { asProhibition, openInterval } from "./told-interval.js";

/** A text attached to something upstream (or a policy) by which the actor is bound, whatever it would rather rely on. */
interface Bound {
  readonly ascent: Pick<Ascent, "actions">;
  readonly spot: Spot;
  readonly text: Instrument;
  readonly bond: Bond;
  readonly partsOf: (asset: string) => readonly RolePlayed[];
}

const clear = exactly("cleared");

/** Texts attached upstream that bind the actor. */
export function boundBy(place: Place, upstream: readonly Ascent[], roles: Roles): Bound[] {
  const { state, graph } = place.core;
  return upstream.flatMap((ascent): Bound[] => {
    const spot = spotAt(place, graph.nodes[ascent.node]!, ascent.path);
    return state.licenses.textsOf(ascent.node, place.at).flatMap((each) => boundTo(standingAt(spot, each), spot, ascent, roles));
  });
}

function boundTo(text: Instrument, spot: Spot, ascent: Bound["ascent"], roles: Roles): Bound[] {
  if (!spot.core.of.texts.of(text).binds) return [];
  const bond = spot.core.state.bonds.inAct(spot.act.actor, spot.act.handedBy, text, spot.at);
  return bond === null ? [] : [{ ascent, spot, text, bond, partsOf: partsFor(spot, text, roles) }];
}

/** Parts are looked up when a norm asks for them. */
function partsFor(spot: Spot, text: Instrument, roles: Roles): Bound["partsOf"] {
  return (asset) => Roles.of(roles.from(spot.node, text.reach, spot.atom), spot.core.graph.numberOf.get(asset) ?? -1);
}

/** Our own policies speak of every use of ours. */
function policies(place: Place, roles: Roles): Bound[] {
  const { object, actions } = place.act;
  const spot = spotAt(place, object, [object]);
  return [...place.core.world.graph.instruments.values()].filter((text) => text.kind === "policy").flatMap((each) => {
    const text = standingAt(spot, each);
    const bond = place.core.state.bonds.of(place.act.actor, text, place.at);
    return bond === null ? [] : [{ ascent: { actions }, spot, text, bond, partsOf: partsFor(spot, text, roles) }];
  });
}

/** Prohibitions of our policies and of statutes. */
export const bansBeside = (place: Place, demands: readonly DemandOnWay[], roles: Roles, isQuiet: Quietly): Ban[] => [...contractBans(policies(place, roles)), ...ofStatutes(place, demands, isQuiet)];

/** Prohibitions of texts that whoever acts is bound by. */
export const contractBans = (bound: readonly Bound[]): Ban[] => bound.flatMap(ofText);

function ofText({ ascent, spot, text, bond, partsOf }: Bound): Ban[] {
  const actions = [...new Set([...spot.act.actions, ...ascent.actions])];
  // Also of a text that forbids nothing, what its parts turn on has been asked for.
  const played = partsOf(spot.act.object);
  const said = actions.flatMap((action) =>
    // Whether matter persists is for the demand to say; a ban on what the text is silent of is not inferred.
    bansIn(text, action, spot, played, "false").map(({ interval, norm, premises }): Ban => {
      const lifted = liftOf(spot, text, action);
      const left: Interval = lifted === "true" ? clear : lifted === "unknown" ? { best: "cleared", worst: interval.worst } : interval;
      return { asset: spot.source, layer: norm.prohibit.layers?.[0] ?? "contract", action, instrument: text, norm: norm.id, cite: norm.cite, quote: norm.quote ?? null, bound: bond, interval: left, premises, path: spot.path };
    }),
  ).filter((ban) => ban.interval.worst !== "cleared");
  return bond === "reliance" ? said : [...said, ...unsaid(text, actions, spot, bond)];
}

/** A construct of a binding text that norms cannot say may be a prohibition of what it touches; who merely relies has it in the option it takes. */
function unsaid(text: Instrument, actions: readonly string[], spot: Spot, bond: Bond): Ban[] {
  const indexed = spot.core.of.texts.of(text);
  return (text.unsupported ?? []).flatMap(({ what, cite, actions: touched }, i): Ban[] => {
    const action = actions.find((each) => touched === undefined || indexed.isAny(each, touched));
    if (action === undefined) return [];
    const premise: Premise = { reads: `text of ${text.id}`, of: cite, is: null, needs: what, result: "unknown" };
    return [{ asset: spot.source, layer: "contract", action, instrument: text, norm: `unsupported-${i + 1}`, cite, quote: null, bound: bond, interval: openInterval, premises: [premise], path: spot.path }];
  });
}

/** A rule of law by which contrary terms do not bind for the action. */
function liftOf(spot: Spot, text: Instrument, action: string): Truth {
  const { texts, telling, laws } = spot.core.of;
  return or(laws.in(spot.atom, spot.at).norms("override").flatMap(({ law, norm }): Truth[] => {
    const kinds: readonly string[] = norm.override.instruments;
    return kinds.includes(text.kind) && texts.of(law).isAny(action, norm.override.actions) ? [telling.tell(norm.if, { ...spot, text: law }, "permit").truth] : [];
  }));
}

function ofStatutes(place: Place, demands: readonly DemandOnWay[], isQuiet: Quietly): Ban[] {
  const quiet = isQuiet(place, ({ action }) => `statutes ${action}`, (demand) => ofStatute(place, demand).length === 0);
  return demands.filter((demand) => demand.layer === "copyright" && !quiet(demand)).flatMap((demand) => ofStatute(place, demand));
}

function ofStatute(place: Place, demand: DemandOnWay): Ban[] {
  const { telling, laws } = place.core.of;
  return laws.in(place.atom, place.at).prohibits(demand.action).flatMap(({ law, norm }): Ban[] => {
    const told = telling.tell(norm.if, spotAt(place, demand.asset, demand.path, law), "prohibit");
    if (told.truth === "false") return [];
    const forbidden = asProhibition(told);
    const interval: Interval = demand.persists === "true" ? forbidden : { best: "cleared", worst: forbidden.worst };
    const layer: Layer = norm.prohibit.layers?.[0] ?? "regulation";
    return [{ asset: demand.asset, layer, action: demand.action, instrument: law, norm: norm.id, cite: norm.cite, quote: norm.quote ?? null, bound: "statute", interval, premises: told.premises, path: demand.path }];
  });
}

/** Duties that bind whatever option is chosen; `asked` are the assets of which something is demanded. */
export function boundDuties(bound: readonly Bound[], asked: ReadonlySet<string>): Duty[] {
  return bound.flatMap(({ spot, text, bond, partsOf }) => {
    // Who merely relies is under the duties of the option it takes, where one is asked for; what was relied on earlier binds beyond that.
    if (bond === "reliance" && asked.has(spot.source)) return [];
    return spot.act.actions.flatMap((action) => dutiesOf({ text, action, spot, partsOf, persists: "false", only: null }));
  });
}

const inNoPart = (): readonly RolePlayed[] => [];

/** Duties that rules of the place put on the act itself, and on what is in the thing where the duty follows the matter (personal data in a product). */
export function dutiesOfLaw(place: Place, demands: readonly DemandOnWay[], isQuiet: Quietly): Duty[] {
  const { object, actions } = place.act;
  const itself = actions.map((action): Subject => ({ asset: object, action, persists: "true", path: [object] }));
  const book = place.core.of.laws.in(place.atom, place.at);
  const rules = book.norms("oblige");
  const of = (rule: Rule, { asset, action, persists, path }: Subject): Duty[] => {
    const { law, norm } = rule;
    // Most rules speak of other acts.
    return book.obliges(action).includes(rule) ? dutiesOf({ text: law, action, spot: spotAt(place, asset, path, law), partsOf: inNoPart, persists, only: [norm.id] }) : [];
  };
  const following = rules.filter(({ norm }) => norm.oblige.object === "source");
  const quiet = isQuiet(place, ({ action, persists }) => `duties ${action} ${persists}`, (each) => following.every((rule) => of(rule, each).length === 0));
  const subjects = following.length === 0 ? [] : surest(demands).filter((each) => !quiet(each));
  return rules.flatMap((rule) => (rule.norm.oblige.object === "source" ? subjects : itself).flatMap((each) => of(rule, each)));
}

type Rule = LawNorm<"oblige">;

type Subject = Pick<DemandOnWay, "asset" | "action" | "persists" | "path">;

/** One demand for each asset and act: the one by which its matter is most surely there, in whatever layer. */
function surest(demands: readonly DemandOnWay[]): DemandOnWay[] {
  const found = new Map<string, DemandOnWay>();
  for (const demand of demands) {
    const key = `${demand.asset}\u0000${demand.action}`;
    if (!found.has(key) || (demand.persists === "true" && found.get(key)!.persists !== "true")) found.set(key, demand);
  }
  return [...found.values()];
}
