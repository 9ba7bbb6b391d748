import { exactly, joinIntervals, levelOrder, type Instrument, type Interval, type Level } from "@cleartitle/norms";
import type { OutboundLicenses } from "../../decision.js";
import type { World } from "../../world.js";
import { optionName, type Constraint, type Option } from "../../judgment/option.js";
import { numberOf } from "./identity.js";
import { Latest } from "./latest.js";
import type { Core } from "./spot.js";
import { alike, type DemandJudged } from "./demand-judged.js";

/** How each option fares under the outbound license that is weighed. */
export type Weigh = (option: Option) => Interval;

/** The best joint choice in one place: what every option comes to, and the license under which the result goes out. */
export interface Chosen {
  readonly weigh: Weigh;
  readonly outbound: OutboundLicenses | null;
  /** Constraints that a declared license breaks. */
  readonly drift: readonly Constraint[];
}

/** Where no outbound license is weighed. */
export const asItIs: Weigh = (option) => option.interval;
const worse = (a: Interval, b: Interval): number => levelOrder(a.worst, b.worst) || levelOrder(a.best, b.best);

/** A license under which the result might go out; null: custom terms. */
interface Candidate {
  readonly id: string;
  readonly text: Instrument | null;
}

interface Tried {
  readonly candidates: readonly Candidate[];
  readonly weigh: Weigh;
  readonly interval: Interval;
}

export function chooseIn(demands: readonly DemandJudged[], releasing: boolean, declared: string | null, core: Core): Chosen {
  const constraints = constraintsOn(demands);
  if (!releasing || constraints.length === 0) {
    return { weigh: asItIs, drift: [], outbound: releasing && declared !== null ? { candidates: [declared], custom: false, constraints: [], taken: declared } : null };
  }
  const distinct = distinctOf(constraints);
  const tried = candidatesBy(distinct, declared, core).map(({ candidates, broken }): Tried => {
    const weigh = weighing(broken);
    return { candidates, weigh, interval: joinIntervals(demands.map((d) => intervalOf(d, weigh))) };
  });
  const best = tried.reduce((a, b) => (worse(b.interval, a.interval) < 0 ? b : a));
  const equal = tried.filter((t) => worse(t.interval, best.interval) === 0 && t.interval.best !== "blocked").flatMap((t) => t.candidates);
  const relied = demands.flatMap((d) => takenIn(alike(d), best.weigh));
  const binding = distinctOf(relied.flatMap((o) => o.constraints).filter((c) => c.outbound.extent !== "part"));
  const outbound: OutboundLicenses = {
    candidates: equal.flatMap((c) => (c.text === null ? [] : [c.id])).toSorted(), custom: equal.some((c) => c.text === null), constraints: binding.flatMap(saying),
    taken: declared ?? (equal.length === 0 ? null : best.candidates[0]!.id),
  };
  const drift = declared === null || best.interval.best !== "blocked" ? [] : distinct.filter((c) => !admits(best.candidates[0]!.text, c));
  return { weigh: best.weigh, outbound, drift };
}

/** Terms of the options of some demands that bear on the license of all of the result. */
const constraintsOn = (demands: readonly DemandJudged[]): Constraint[] => demands.flatMap((d) => alike(d).readings.flatMap((r) => r.options.flatMap((o) => o.constraints))).filter((c) => c.outbound.extent !== "part");

/** What some of the demands on a result leave of the licenses under which it may go out. */
export interface Leaving {
  readonly constraints: readonly Constraint[];
  /** What the demands come to where some of the constraints are broken, by the names of those. */
  readonly intervals: ReadonlyMap<string, Interval>;
}

/** Names of constraints that a license breaks, in their order. */
const brokenName = (broken: Iterable<string>): string => [...broken].join("\u0001");

/** What demands on a result leave whose license is not declared. */
export function leavingOf(demands: readonly DemandJudged[], releasing: boolean, core: Core): Leaving {
  const constraints = releasing ? distinctOf(constraintsOn(demands)) : [];
  const intervals = candidatesBy(constraints, null, core).map(({ broken }) => [brokenName(broken), joinIntervals(demands.map((d) => intervalOf(d, weighing(broken))))] as const);
  return { constraints, intervals: new Map(intervals) };
}

/** Constraints that the license breaks which is chosen for parts of a result together: the one that would be for all of their demands. */
export function brokenAmong(parts: readonly Leaving[], core: Core): ReadonlySet<string> {
  const kindsOfAll = candidatesBy(distinctOf(parts.flatMap((part) => part.constraints)), null, core);
  const tried = kindsOfAll.map(({ broken }) => ({ broken, interval: joinIntervals(parts.map((part) => part.intervals.get(brokenName(brokenIn(part, broken)))!)) }));
  return tried.reduce((a, b) => (worse(b.interval, a.interval) < 0 ? b : a)).broken;
}

/** Those of some broken constraints that a part has. */
export const brokenIn = ({ constraints }: Leaving, broken: ReadonlySet<string>): string[] => constraints.map(keyOf).filter((key) => broken.has(key));

const keyOf = (c: { readonly instrument: { readonly id: string }; readonly norm: string }): string => `${c.instrument.id}\u0000${c.norm}`;

/** One constraint for each norm of a text, in order. */
function distinctOf(constraints: readonly Constraint[]): Constraint[] {
  const byKey = new Map(constraints.map((c) => [keyOf(c), c] as const));
  return [...byKey.keys()].toSorted().map((key) => byKey.get(key)!);
}

/** Licenses that fare alike beside some constraints. */
interface Kind {
  readonly candidates: Candidate[];
  readonly broken: ReadonlySet<string>;
}

/** Kinds of candidates kept for the catalogue and graph that they are of. */
const kinds = new WeakMap<World["catalogue"], WeakMap<World["graph"], Latest<readonly Kind[]>>>();
const most = 1024;

/** Candidates that break the same constraints fare alike: each kind of them is tried once, in the order of its first. Which there are is found once for the same constraints. */
function candidatesBy(constraints: readonly Constraint[], declared: string | null, core: Core): readonly Kind[] {
  const { catalogue, graph } = core.world;
  let ofCatalogue = kinds.get(catalogue);
  if (ofCatalogue === undefined) kinds.set(catalogue, (ofCatalogue = new WeakMap()));
  let latest = ofCatalogue.get(graph);
  if (latest === undefined) ofCatalogue.set(graph, (latest = new Latest(most)));
  const name = JSON.stringify([declared, constraints.map((c) => [numberOf(c.instrument), c.norm, numberOf(c.outbound)])]);
  return latest.of(name, () => kindsBy(constraints, declared, core));
}

function kindsBy(constraints: readonly Constraint[], declared: string | null, core: Core): readonly Kind[] {
  const { catalogue, graph } = core.world;
  const all: Candidate[] = declared === null ? [{ id: "custom terms", text: null }, ...core.of.licenses.map((text) => ({ id: text.id, text }))]
    : [{ id: declared, text: catalogue.instruments.get(declared) ?? graph.instruments.get(declared) ?? null }];
  const byBroken = new Map<string, Kind>();
  for (const candidate of all) {
    const broken = constraints.filter((c) => !admits(candidate.text, c)).map(keyOf);
    const key = broken.join("\u0001");
    const kind = byBroken.get(key);
    if (kind === undefined) byBroken.set(key, { candidates: [candidate], broken: new Set(broken) });
    else kind.candidates.push(candidate);
  }
  return [...byBroken.values()];
}

/** Does a release under a license (null: custom terms) keep a constraint? Custom terms can be written to impose or permit anything, but are never one of a closed list. */
export function admits(out: Instrument | null, { outbound: { target, mustImpose, mustPermit, noFurtherRestrictions }, instrument }: Constraint): boolean {
  const same = out?.id === instrument.id;
  if (target !== undefined) return out !== null && (same || target.includes(out.id));
  if (out === null) return noFurtherRestrictions !== true;
  const imposed = out.imposes ?? [];
  if (!same && mustImpose?.some((restriction) => !imposed.includes(restriction)) === true) return false;
  if (!same && noFurtherRestrictions === true && imposed.some((restriction) => instrument.imposes?.includes(restriction) !== true)) return false;
  return mustPermit?.every((action) => out.norms.some((norm) => norm.kind === "permit" && norm.permit.actions.includes(action))) !== false;
}

/** An option whose constraint is broken does not serve; where the constraint only may bind, that is unknown. */
export function weighing(broken: ReadonlySet<string>): Weigh {
  if (broken.size === 0) return asItIs;
  return (option) => {
    if (option.constraints.length === 0) return option.interval;
    const mine = option.constraints.filter((c) => c.outbound.extent !== "part" && broken.has(keyOf(c)));
    if (mine.length === 0) return option.interval;
    const sure = option.duties.some((duty) => duty.state !== "if" && mine.some((c) => c.norm === duty.norm.id && c.instrument.id === duty.instrument.id));
    return sure ? exactly("blocked") : { best: option.interval.best, worst: "blocked" };
  };
}

const better = (a: Level, b: Level): Level => (levelOrder(a, b) <= 0 ? a : b);

/** Options meet; readings of which one is true span; what may not be asked at all may be cleared. */
export function intervalOf(judged: DemandJudged, weigh: Weigh): Interval {
  if (weigh !== asItIs) return joined(alike(judged), weigh);
  const of = alike(judged);
  let interval = plainly.get(of);
  if (interval === undefined) plainly.set(of, (interval = joined(of, weigh)));
  return interval;
}

const plainly = new WeakMap<DemandJudged, Interval>();

function joined({ demand, raised, readings }: DemandJudged, weigh: Weigh): Interval {
  let [best, worst]: [Level, Level] = ["blocked", "cleared"];
  for (const { reading, options } of readings) {
    let [nearest, farthest]: [Level, Level] = ["blocked", "blocked"];
    for (const option of options) {
      const interval = weigh(option);
      nearest = better(nearest, interval.best);
      farthest = better(farthest, interval.worst);
    }
    // No license recorded is unknown, not absent; no rule known for the place is unknown, not refusal.
    if (reading.kind === "unrecorded" || !raised.covered) nearest = "cleared";
    best = better(best, nearest);
    worst = better(worst, farthest) === worst ? farthest : worst;
  }
  return demand.persists === "true" && raised.truth === "true" ? { best, worst } : { best: "cleared", worst };
}

/** The options that answer the readings of a demand. */
export const takenIn = (judged: DemandJudged, weigh: Weigh): Option[] => alike(judged).readings.flatMap(({ options }, i) => {
  const taken = takenOf(options, weigh);
  if (taken === null) return [];
  // What names nothing need not be told again.
  return judged.like === undefined || (taken.duties.length === 0 && taken.undertaken.length === 0) ? [taken] : [judged.readings[i]!.options[options.indexOf(taken)]!];
});

/** The option that answers a reading: best interval; settled before contested; fewer duties; name. null: none serves at all. */
export function takenOf(options: readonly Option[], weigh: Weigh): Option | null {
  let taken: { readonly option: Option; readonly interval: Interval } | null = null;
  for (const option of options) {
    const interval = weigh(option);
    if (interval.best === "blocked") continue;
    if (taken === null || before({ option, interval }, taken)) taken = { option, interval };
  }
  return taken?.option ?? null;
}

type Weighed = { readonly option: Option; readonly interval: Interval };
const contested = ({ law }: Option): number => Number(law?.confidence === "contested");

function before(a: Weighed, b: Weighed): boolean {
  const order = worse(a.interval, b.interval) || contested(a.option) - contested(b.option) || a.option.duties.length - b.option.duties.length;
  return order === 0 ? optionName(a.option) < optionName(b.option) : order < 0;
}

function saying({ outbound: { target, mustImpose, mustPermit, noFurtherRestrictions }, instrument, cite }: Constraint): OutboundLicenses["constraints"][number][] {
  const all: [string, string | undefined][] = [
    ["target", target === undefined ? undefined : [...new Set([instrument.id, ...target])].toSorted().join(" or ")],
    ["must-impose", mustImpose?.join(", ")],
    ["must-not-impose", noFurtherRestrictions === true ? "further restrictions" : undefined],
    ["must-permit", mustPermit?.join(", ")],
  ];
  return all.flatMap(([kind, what]) => (what === undefined ? [] : [{ kind, what, from: instrument.id, cite }]));
}
