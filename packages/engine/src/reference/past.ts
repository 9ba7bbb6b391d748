import { exactly, joinIntervals, layers, type Interval, type Layer } from "@cleartitle/norms";
import { acquisitionName, isBy, isToldApart, type Acquisition, type Derivation, type FactRecord } from "@cleartitle/title";
import type { ExposureState, Premise } from "../decision.js";
import type { Duty } from "../judgment/duty.js";
import type { PastCut } from "../judgment/past-cut.js";
import type { PastFinding } from "../judgment/past-finding.js";
import type { Question } from "../judgment/question.js";
import { isAction } from "./covering.js";
import { demandInterval, judgeDemands, judgeDone, span, takenOf, type DoneJudgment } from "./judge.js";
import { indexOf } from "./graph-index.js";
import { licensorsOn } from "./licensor.js";
import { boundThrough } from "./lines.js";
import { boundHow } from "./party.js";
import { actsIn, type PastAct } from "./past-act.js";
import { placesOf } from "./places.js";
import { groupOf } from "./quantities.js";
import { Replay } from "./replay.js";
import type { Act } from "../act.js";
import type { Env, Scene } from "./scene.js";
import { factsOfAcquisition } from "./told.js";

export interface Past {
  readonly findings: readonly PastFinding[];
  readonly duties: readonly Duty[];
  readonly history: Scene["history"];
  /** null: all were judged. */
  readonly cut: PastCut | null;
}

/** What one earlier act came to, and the duties that it left. */
export interface Done {
  readonly found: readonly PastFinding[];
  readonly triggered: readonly Duty[];
}

/** Acts upstream of an asset, each judged by the norms, state and facts of its own time and place, in time order (step 6). `known`: what was judged of them for this question before. */
export function pastOf({ act: { object, actor, date }, asOf, claimBudget }: Question, env: Env, known: Replay<Done> = new Replay()): Past {
  const at = date ?? asOf;
  const states = new Map<string, ExposureState>();
  const history: Scene["history"] = (asset, layer) => states.get(`${asset}\u0000${layer}`) ?? null;
  const findings: PastFinding[] = [];
  const duties: Duty[] = [];
  const group = groupOf(env, actor, at);
  const acts = actsUpstream(object, at, env);
  const judged = countWithin(acts, claimBudget, env);
  for (const [index, { act, places, results }] of acts.slice(0, judged).entries()) {
    const { found, triggered } = known.of(String(index), { env, history }, (watched) => judgePast(act, places, watched.env, watched.history, group.has(act.actor)));
    findings.push(...found);
    if (group.has(act.actor)) duties.push(...triggered);
    for (const { layer, state } of found) for (const asset of results) raise(states, `${asset}\u0000${layer}`, state);
  }
  const left = acts.slice(judged);
  for (const { results } of left) for (const asset of results) for (const layer of layers) raise(states, `${asset}\u0000${layer}`, "unknown");
  return { findings, duties, history, cut: left.length === 0 ? null : { judged, left: left.length } };
}

/** How many of the acts, in their order, meet no more claims than the budget allows: each those of all that its object came from by its day. */
function countWithin(acts: readonly PastAct[], budget: number, env: Env): number {
  let claims = 0;
  const first = acts.findIndex(({ act }) => (claims += upstreamOf(act.object, act.date, env).assets.size) > budget);
  return first < 0 ? acts.length : first;
}

const severity: Record<ExposureState, number> = { covered: 0, released: 1, cured: 1, unknown: 2, open: 3 };
function raise(states: Map<string, ExposureState>, key: string, state: ExposureState): void {
  const known = states.get(key);
  if (known === undefined || severity[state] > severity[known]) states.set(key, state);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Recorded acts on everything that is in the asset, in order of date, then id. Acts of others count for what came of them. */
function actsUpstream(object: string, at: string, env: Env): PastAct[] {
  const { derivations, assets } = upstreamOf(object, at, env);
  const ending = indexOf(env.world.graph).endingAt;
  for (const derivation of [...assets].flatMap((asset) => ending.get(asset) ?? [])) {
    if (derivation.during.from === null || derivation.during.from <= at) derivations.set(derivation.id, derivation);
  }
  const acts = [...[...derivations.values()].flatMap((d) => actsIn(d, at, env)), ...[...assets].flatMap((a) => ofAcquisition(a, env))];
  return acts
    .filter(({ act }) => act.date === null || act.date <= at)
    .toSorted((a, b) => compare(a.act.date ?? "", b.act.date ?? "") || compare(a.act.id, b.act.id) || compare(a.act.object, b.act.object));
}

/** Everything that a thing came from by a day (null: by any), and the derivations by which it did. */
function upstreamOf(object: string, at: string | null, env: Env): { derivations: Map<string, Derivation>; assets: ReadonlySet<string> } {
  const derivations = new Map<string, Derivation>();
  const assets = new Set<string>([object]);
  const bounds = new Map<string, string | null>();
  const queue: { node: string; bound: string | null }[] = [{ node: object, bound: at }];
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
    const seen = bounds.get(item.node);
    if (seen !== undefined && (seen === null || (item.bound !== null && item.bound <= seen))) continue;
    bounds.set(item.node, item.bound);
    for (const edge of env.lines.into.get(item.node) ?? []) {
      const bound = boundThrough(edge, item.bound);
      if (bound === undefined) continue;
      derivations.set(edge.derivation.id, edge.derivation);
      assets.add(edge.source);
      queue.push({ node: edge.source, bound });
    }
  }
  return { derivations, assets };
}

function ofAcquisition(asset: string, env: Env): PastAct[] {
  const acquired = env.lines.assets.get(asset)?.acquired ?? [];
  // Of which of several copies without ids something is told, nobody can say.
  const factsOf = (id: string, a: Acquisition): readonly FactRecord[] => (isToldApart(a, acquired.length) ? factsOfAcquisition(env, id, a) : a.facts);
  return acquired.map((a, index): PastAct => ({
    act: { id: acquisitionName(asset, a, index), tense: "past", object: asset, actions: ["acquire"], actor: a.who, date: a.on, purposes: a.purpose, fields: a.field, recipients: [], hosted: [], facts: factsOf(acquisitionName(asset, a, index), a), scale: [], derivation: null, named: null },
    places: a.in === null ? [] : [a.in], results: [asset],
  }));
}

function judgePast(act: Act, places: readonly string[], env: Env, history: Scene["history"], ours: boolean): Done {
  const atoms = [...new Set(places.flatMap((p) => [...(placesOf(env.world).atomsOf(p, act.date ?? env.asOf) ?? [])]))].toSorted();
  if (atoms.length === 0) return { found: placeless(act, env, history, ours), triggered: [] };
  const judgments = classesOf(atoms, env).map((atom) => judgeDone(act, atom, env, history));
  const keys = new Map(judgments.flatMap((j) => j.demands.map((d) => [`${d.demand.asset}\u0000${d.demand.layer}`, d.demand] as const)));
  const found = [...keys.values()].map((demand) => settle(act, places, env, ours, demand.asset, demand.layer, judgments));
  const [first] = judgments;
  const triggered = first === undefined ? [] : [...first.demands.flatMap((d) => d.readings.flatMap((r) => takenOf(r, (o) => o.interval)?.duties ?? [])), ...first.boundDuties, ...first.lawDuties];
  return { found: [...found, ...contractFindings(act, places, env, ours, judgments)], triggered };
}

/** Where nobody recorded where an act was done, no law can be read: its state is unknown unless a license needs no place. */
function placeless(act: Act, env: Env, history: Scene["history"], ours: boolean): PastFinding[] {
  const demands = judgeDemands(act, "", env, history);
  const keys = new Map(demands.map((d) => [`${d.demand.asset}\u0000${d.demand.layer}`, d.demand] as const));
  return [...keys.values()].map((demand) => settle(act, [], env, ours, demand.asset, demand.layer, [{ demands }]));
}

/** One place of each class in which the same rules hold; the others would be judged alike. */
function classesOf(atoms: readonly string[], env: Env): string[] {
  const jurisdictions = [...env.world.catalogue.laws.values()].map((l) => l.jurisdiction);
  return placesOf(env.world).partition(atoms, jurisdictions, env.asOf).map((c) => c[0]!);
}

function settle(act: Act, places: readonly string[], env: Env, ours: boolean, asset: string, layer: Layer, judgments: readonly Pick<DoneJudgment, "demands">[]): PastFinding {
  const perPlace = judgments.map((j) => {
    const mine = j.demands.filter((d) => d.demand.asset === asset && d.demand.layer === layer);
    return { mine, interval: joinIntervals(mine.map((d) => demandInterval(d, (o) => o.interval))) };
  });
  const interval = span(perPlace.map((p) => p.interval));
  const mine = perPlace.flatMap((p) => p.mine);
  const worst = mine.find((d) => demandInterval(d, (o) => o.interval).worst === "blocked") ?? mine[0]!;
  // Of an unknown act only options that may still serve raise a question.
  const premises = worst.readings.flatMap((r) => r.options.filter((o) => interval.best === "blocked" || o.interval.best !== "blocked").flatMap((o) => o.report.premises)).filter((p) => p.result !== "true");
  const state = mended(stateOf(interval), act, asset, env);
  return { act, place: places.join(" or ") || null, asset, layer, action: worst.demand.action, ...state, why: whyOf(state.state, worst, premises, env), premises: distinct(premises), ours, interval: bearing(state.state) };
}

/** An open act of ours is there to be settled; an unknown one may turn out to be covered. */
function bearing(state: ExposureState): Interval {
  if (state === "open") return exactly("conditional");
  return state === "unknown" ? { best: "cleared", worst: "conditional" } : exactly("cleared");
}

const stateOf = (interval: Interval): ExposureState => (interval.best === "blocked" ? "open" : interval.worst === "blocked" ? "unknown" : "covered");

/** A cure or a release that is recorded, or a release clause that reaches back to the act. */
function mended(state: ExposureState, act: Act, asset: string, env: Env): { state: ExposureState; curedBy: string | null } {
  if (state === "covered") return { state, curedBy: null };
  const { graph } = env.world;
  const event = graph.events.find((e) => (e.kind === "cured" || e.kind === "released") && (e.of === act.id || e.of === asset) && e.on <= env.asOf && isBy(e.recordedAt, env.knownAt) && (act.date === null || e.on >= act.date));
  if (event !== undefined) return { state: event.kind === "cured" ? "cured" : "released", curedBy: event.id };
  for (const id of indexOf(graph).coveredBy.get(asset) ?? []) {
    const instrument = graph.instruments.get(id);
    const norm = instrument?.norms.find((n) => n.kind === "release" && act.actions.some((a) => isAction(env, a, n.release.actions)) && act.date !== null && (n.release.from ?? act.date) <= act.date && act.date <= (n.release.to ?? act.date));
    const claimants = licensorsOn(env, asset, act.date);
    const entitled = instrument !== undefined && claimants.every((each) => (instrument.licensor ?? each) === each) && boundHow(env, act.actor, instrument, env.asOf) !== null;
    if (entitled && norm !== undefined && (instrument.term?.from ?? "") <= env.asOf) return { state: "released", curedBy: `${id} ${norm.cite}` };
  }
  return { state, curedBy: null };
}

function whyOf(state: ExposureState, worst: DoneJudgment["demands"][number], premises: readonly Premise[], env: Env): string {
  if (state === "covered") return "a basis is recorded";
  if (state === "cured" || state === "released") return `${state} later`;
  const lacking = premises.filter((p) => p.result === "unknown");
  const unknown = lacking.find((p) => env.world.catalogue.taxonomies.facts.has(p.reads)) ?? lacking[0];
  if (state === "unknown" && unknown !== undefined) return env.world.catalogue.taxonomies.facts.has(unknown.reads) ? `not recorded: ${unknown.reads}` : `unknown: ${unknown.reads}`;
  const failing = worst.readings.flatMap((r) => r.options).map((o) => `${o.report.instrument ?? o.report.kind}: ${o.report.fails ?? "serves"}`);
  return failing.length === 0 ? "no basis is recorded" : `no option serves (${[...new Set(failing)].toSorted().join("; ")})`;
}

const distinct = (premises: readonly Premise[]): Premise[] => [...new Map(premises.map((p) => [JSON.stringify(p), p])).values()];

function contractFindings(act: Act, places: readonly string[], env: Env, ours: boolean, judgments: readonly DoneJudgment[]): PastFinding[] {
  const bans = new Map(judgments.flatMap((j) => j.bans.map((b) => [`${b.asset}\u0000${b.instrument.id}\u0000${b.norm}`, b] as const)));
  return [...bans.values()].map((ban) => {
    const all = judgments.map((j) => joinIntervals(j.bans.filter((b) => b.norm === ban.norm && b.instrument.id === ban.instrument.id && b.asset === ban.asset).map((b) => b.interval)));
    const state = mended(stateOf(span(all)), act, ban.asset, env);
    return { act, place: places.join(" or ") || null, asset: ban.asset, layer: ban.layer, action: ban.action, ...state, why: `${ban.instrument.id} ${ban.cite}`, premises: ban.premises, ours, interval: bearing(state.state) };
  });
}
