import { type Interval, joinIntervals, layers, levelOrder, listsBy } from "@cleartitle/norms";
import { isBy } from "@cleartitle/title";
import type { Act } from "../../act.js";
import type { ExposureState, Premise } from "../../decision.js";
import type { Duty } from "../../judgment/duty.js";
import type { PastCut } from "../../judgment/past-cut.js";
import type { PastFinding } from "../../judgment/past-finding.js";
import { momentOf } from "../state/moment.js";
import type { ActCase, ActDone } from "./act-case.js";
import { asItIs, intervalOf, takenIn } from "./choice.js";
import type { DemandJudged } from "./demand-judged.js";
import type { Core } from "./spot.js";
import { actsBehind, countWithin, type PastAct } from "./past-acts.js";
import { stateKey, type Standpoint } from "./standpoint.js";
import { Kept, type Point } from "./turning.js";

/** What earlier acts came to. */
export interface Past {
  readonly findings: readonly PastFinding[];
  readonly duties: readonly Duty[];
  readonly states: ReadonlyMap<string, ExposureState>;
  /** null: all were judged. */
  readonly cut: PastCut | null;
  /** Pasts of one name are one to the present. */
  readonly name: string;
}

interface Settled {
  readonly found: readonly PastFinding[];
  readonly triggered: readonly Duty[];
}

/** A past act with where it is judged, and what it came to by what that turned on. */
interface Recorded {
  readonly past: PastAct;
  readonly ours: boolean;
  readonly judged: ActCase;
  readonly placed: boolean;
  readonly kept: Kept<Settled>;
}

/** What was done before a day, as the present is judged by it. */
export interface EarlierActs {
  /** How many claims they are judged against, which tells how much is held of them. */
  readonly claims: number;
  /** The past by which the present is judged. */
  known: Past | null;
  /** What all of the past came to, as a point on which the present turns. */
  readonly point: Point;
  readonly judge: () => Past;
}

/** What a past act is judged with. */
interface Ground {
  readonly core: Core;
  readonly standpoint: Standpoint;
  readonly asOf: string;
  readonly knownAt: string;
  readonly caseOf: (act: Act, atoms: readonly string[]) => ActCase;
}

/** Whose past is asked, and how much of it may be judged. */
export interface PastAsked {
  readonly object: string;
  readonly day: string;
  readonly actor: string;
  /** Most claims that the acts are judged against. */
  readonly budget: number;
}

/** How bad it is what an act came to. */
export const severity: Readonly<Record<ExposureState, number>> = { covered: 0, released: 1, cured: 1, unknown: 2, open: 3 };

/** The acts behind what is asked about, found once and judged in time order: each is judged anew only where what it turned on is another. */
export class PastActs implements EarlierActs {
  readonly #ground: Ground;
  readonly #acts: readonly Recorded[];
  readonly #left: readonly PastAct[];
  readonly #kept = new Kept<Past>();
  readonly claims: number;
  known: Past | null = null;
  readonly point: Point = { answer: () => this.known?.name };

  constructor(ground: Ground, { object, day, actor, budget }: PastAsked) {
    const { core } = ground;
    this.#ground = ground;
    const group = core.state.groups.of(actor, day);
    const acts = actsBehind(object, day, core);
    const { judged, claims } = countWithin(acts, budget, core);
    this.claims = claims;
    this.#left = acts.slice(judged);
    this.#acts = acts.slice(0, judged).map((past): Recorded => {
      const atoms = placesOf(past, ground);
      return { past, ours: group.has(past.act.actor), placed: atoms.length > 0, judged: ground.caseOf(past.act, atoms.length > 0 ? atoms : [""]), kept: new Kept() };
    });
  }

  judge(): Past {
    const { standpoint } = this.#ground;
    // What earlier acts came to is made here, and turns on nothing else.
    return standpoint.turning.once(this.#kept, () => this.#judgeAll(), standpoint.isState);
  }

  #judgeAll(): Past {
    const { standpoint } = this.#ground;
    const before = standpoint.states;
    const states = new Map<string, ExposureState>();
    standpoint.states = states;
    const [findings, duties]: [PastFinding[], Duty[]] = [[], []];
    for (const each of this.#acts) {
      const { found, triggered } = standpoint.turning.once(each.kept, () => this.#settle(each));
      findings.push(...found);
      if (each.ours) duties.push(...triggered);
      for (const { layer, state } of found) {
        for (const asset of each.past.results) {
          const key = stateKey(asset, layer);
          if (severity[state] > (states.has(key) ? severity[states.get(key)!] : -1)) states.set(key, state);
        }
      }
    }
    for (const { results } of this.#left) for (const asset of results) for (const layer of layers) if (states.get(stateKey(asset, layer)) !== "open") states.set(stateKey(asset, layer), "unknown");
    standpoint.states = before;
    const name = JSON.stringify([findings.map((f) => [f.act.id, f.asset, f.layer, f.state]), duties.map((d) => [d.instrument.id, d.norm.id, d.state])]);
    return { findings, duties, states, name, cut: this.#left.length === 0 ? null : { judged: this.#acts.length, left: this.#left.length } };
  }

  #settle({ past, ours, judged: act, placed }: Recorded): Settled {
    // Where nobody recorded where an act was done, no contract is asked either.
    const judgments = act.places.map((_, i): ActDone => (placed ? act.done(i) : { demands: act.demandsIn(i), bans: [], lawDuties: [], boundDuties: [] }));
    const settling: Settling = { act: past.act, places: placed ? past.in : [], ours, judgments, ground: this.#ground };
    const byPlace = judgments.map((j) => listsBy(j.demands, ({ demand }) => [stateKey(demand.asset, demand.layer)]));
    const asked = new Set(byPlace.flatMap((each) => [...each.keys()]));
    const found = [...asked].map((key) => ofDemands(byPlace.map((each) => each.get(key) ?? noDemands), settling));
    if (!placed) return { found, triggered: [] };
    const [first] = judgments as [ActDone];
    const relied = first.demands.flatMap((d) => takenIn(d, asItIs).flatMap((option) => option.duties));
    return { found: [...found, ...ofBans(settling)], triggered: [...relied, ...first.boundDuties, ...first.lawDuties] };
  }
}

/** One place of each class in which the same rules hold. */
function placesOf({ act, in: places }: PastAct, { core, asOf }: Ground): string[] {
  const index = core.of.places;
  const atoms = new Set(places.flatMap((place) => [...(index.atomsOf(place, momentOf(act.date, asOf).day) ?? [])]));
  return index.partition(atoms, core.of.jurisdictions, asOf).map((members) => members[0]!);
}

interface Settling {
  readonly act: Act;
  readonly places: readonly string[];
  readonly ours: boolean;
  readonly judgments: readonly ActDone[];
  readonly ground: Ground;
}

/** In one of the places it was done, and it is not known in which. */
function spanned(intervals: readonly Interval[]): Interval {
  return intervals.reduce((a, b) => ({ best: levelOrder(b.best, a.best) < 0 ? b.best : a.best, worst: levelOrder(b.worst, a.worst) > 0 ? b.worst : a.worst }));
}

const noDemands: readonly DemandJudged[] = [];

/** What an act came to against one thing in one layer. `mine`: its demands there, in each of the places in which the act may have been done; one place has some. */
function ofDemands(mine: readonly (readonly DemandJudged[])[], settling: Settling): PastFinding {
  const { asset, layer } = mine.flat()[0]!.demand;
  const interval = spanned(mine.map((demands) => joinIntervals(demands.map((d) => intervalOf(d, asItIs)))));
  const all = mine.flat();
  const worst = all.find((d) => intervalOf(d, asItIs).worst === "blocked") ?? all[0]!;
  // Of an unknown act only options that may still serve raise a question.
  const asked = worst.readings.flatMap((r) => r.options.filter((o) => interval.best === "blocked" || o.interval.best !== "blocked").flatMap((o) => o.report.premises)).filter((p) => p.result !== "true");
  const state = mended(stateOf(interval), asset, settling);
  return finding(settling, { asset, layer, action: worst.demand.action, ...state, why: whyOf(state.state, worst, asked, settling), premises: [...new Map(asked.map((p) => [JSON.stringify(p), p])).values()] });
}

function ofBans(settling: Settling): PastFinding[] {
  const { judgments } = settling;
  const bans = new Map(judgments.flatMap((j) => j.bans.map((b) => [`${b.asset}\u0000${b.instrument.id}\u0000${b.norm}`, b] as const)));
  return [...bans.values()].map((ban) => {
    const interval = spanned(judgments.map((j) => joinIntervals(j.bans.filter((b) => b.norm === ban.norm && b.instrument.id === ban.instrument.id && b.asset === ban.asset).map((b) => b.interval))));
    const { asset, layer, action, premises } = ban;
    return finding(settling, { asset, layer, action, ...mended(stateOf(interval), asset, settling), why: `${ban.instrument.id} ${ban.cite}`, premises });
  });
}

const finding = ({ act, places, ours }: Settling, rest: Omit<PastFinding, "act" | "place" | "ours" | "interval">): PastFinding => {
  // An open act of ours is there to be settled; an unknown one may turn out to be covered.
  const interval: Interval = { best: rest.state === "open" ? "conditional" : "cleared", worst: rest.state === "open" || rest.state === "unknown" ? "conditional" : "cleared" };
  const { asset, layer, action, state, curedBy, why, premises } = rest;
  return { act, place: places.join(" or ") || null, asset, layer, action, state, curedBy, why, premises, ours, interval };
};

const stateOf = ({ best, worst }: Interval): ExposureState => (best === "blocked" ? "open" : worst === "blocked" ? "unknown" : "covered");

/** A cure or a release that is recorded, or a release clause that reaches back to the act. */
function mended(state: ExposureState, asset: string, { act, ground: { core, asOf, knownAt } }: Settling): { state: ExposureState; curedBy: string | null } {
  if (state === "covered") return { state, curedBy: null };
  const { graph } = core.world;
  const event = graph.events.find(({ kind, of, on, recordedAt }) =>
    (kind === "cured" || kind === "released") && (of === act.id || of === asset) && on <= asOf && isBy(recordedAt, knownAt) && (act.date ?? on) <= on);
  if (event !== undefined) return { state: event.kind === "cured" ? "cured" : "released", curedBy: event.id };
  const node = core.graph.numberOf.get(asset);
  if (node === undefined || act.date === null) return { state, curedBy: null };
  const { date } = act;
  const claimants = core.state.licensors.of(node, momentOf(act.date, asOf));
  for (const text of core.state.licenses.covering(node)) {
    if (graph.instruments.get(text.id) !== text || (text.term?.from ?? "") > asOf) continue;
    const indexed = core.of.texts.of(text);
    const norm = text.norms.find((n) => n.kind === "release" && (n.release.from ?? date) <= date && date <= (n.release.to ?? date) && act.actions.some((a) => indexed.isAny(a, n.release.actions)));
    const entitled = claimants.every((party) => (text.licensor ?? party) === party);
    if (norm !== undefined && entitled && core.state.bonds.of(act.actor, text, momentOf(asOf, asOf)) !== null) return { state: "released", curedBy: `${text.id} ${norm.cite}` };
  }
  return { state, curedBy: null };
}

function whyOf(state: ExposureState, worst: DemandJudged, premises: readonly Premise[], { ground: { core } }: Settling): string {
  if (state === "covered") return "a basis is recorded";
  if (state === "cured" || state === "released") return `${state} later`;
  const lacking = premises.filter((p) => p.result === "unknown");
  const isFact = (p: Premise): boolean => core.of.taxonomies.facts.has(p.reads);
  const [fact, other] = [lacking.find(isFact), lacking[0]];
  if (state === "unknown" && other !== undefined) return fact === undefined ? `unknown: ${other.reads}` : `not recorded: ${fact.reads}`;
  const failing = worst.readings.flatMap((r) => r.options.map(({ report }) => `${report.instrument ?? report.kind}: ${report.fails ?? "serves"}`));
  return failing.length === 0 ? "no basis is recorded" : `no option serves (${[...new Set(failing)].toSorted().join("; ")})`;
}
