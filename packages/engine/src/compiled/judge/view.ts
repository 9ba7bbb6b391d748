import { joinIntervals, statusOf } from "@cleartitle/norms";
import type { LicenseReading } from "../../judgment/license-reading.js";
import type { Question } from "../../judgment/question.js";
import type { AnsweredDemand, PlaceView, Presumed, View } from "../../judgment/view.js";
import { asItIs, intervalOf, takenOf, type Weigh } from "./choice.js";
import { alike, type DemandJudged } from "./demand-judged.js";
import { DemandOnWay } from "./demand-on-way.js";
import { numberOfInterval } from "./interval-number.js";
import type { CompiledGraph } from "../graph.js";
import type { Inquiry, PlaceJudged } from "./inquiry.js";
import type { Core } from "./spot.js";
import { Retold } from "./retold.js";
import { positionsIn } from "./standpoint.js";
import type { Names } from "./twins.js";

/** The question judged as things stand, in values for whoever tells it. `under`: how options fare in each class of places, where that is not chosen here. */
export function viewIn(inquiry: Inquiry, question: Question, under: readonly Weigh[] | null = null): View {
  const { core, act: { places: asked } } = inquiry;
  const { value: { past, judged }, points, notes } = inquiry.standpoint.turning.watch(() => ({ past: inquiry.past(), judged: asked.map((_, i) => (under === null ? inquiry.place(i) : inquiry.placeUnder(i, under[i]!))) }));
  // What demands rest on is told from the standpoint of now.
  for (const { judged: { demands } } of judged) for (const { demand } of demands) if (demand instanceof DemandOnWay) demand.tell();
  const places = judged.map((each, i) => placeView(each, i, inquiry));
  const interval = joinIntervals(places.map((p) => p.interval));
  const reached = new Set([question.use.of, ...places.flatMap((p) => p.demands.map((d) => d.demand.asset)), ...past.findings.map((f) => f.asset)]);
  const records = new Map<string, readonly LicenseReading[]>();
  for (const asset of reached) {
    const node = core.graph.numberOf.get(asset);
    if (node !== undefined) records.set(asset, core.state.licenses.of(node, core.state.licenses.whole(node), asked[0]!.at));
  }
  return { question, places, past, interval, status: statusOf(interval), presumed: [...notes] as Presumed[], consulted: positionsIn(points), virtual: middlesIn(core.graph), circles: circlesAmong(reached, core), records };
}

const middles = new WeakMap<CompiledGraph, ReadonlySet<string>>();

/** Middles of composed derivations, which nobody recorded. */
function middlesIn(graph: CompiledGraph): ReadonlySet<string> {
  let found = middles.get(graph);
  if (found === undefined) middles.set(graph, (found = new Set(graph.nodes.filter((_, node) => graph.virtual[node] === 1))));
  return found;
}

/** Things that came from each other, without the middles that nobody recorded. */
function circlesAmong(assets: ReadonlySet<string>, { graph: { nodes, numberOf, virtual }, state: { makers: { circles } } }: Core): (readonly string[])[] {
  const found = new Map([...assets].flatMap((asset) => {
    const node = numberOf.get(asset);
    const circle = node === undefined ? null : circles.around(node);
    return circle === null ? [] : [[circles.of(node!), circle] as const];
  }));
  return [...found.values()].map((circle) => circle.filter((node) => virtual[node] === 0).map((node) => nodes[node]!).toSorted());
}

function placeView({ judged, chosen, relied, duties, clashes, aftermath, interval }: PlaceJudged, i: number, inquiry: Inquiry): PlaceView {
  const place = inquiry.act.places[i]!;
  const { bans, uncovered, reliances, lawDuties, boundDuties, layersAsked } = judged;
  return {
    territory: place.atom, demands: judged.demands.map((d) => answered(d, chosen.weigh, inquiry)), bans, uncovered, reliances, lawDuties, boundDuties, layersAsked,
    relied, duties, clashes, aftermath, outbound: chosen.outbound, drift: chosen.drift, laws: inquiry.core.of.laws.in(place.atom, place.at).laws, interval,
  };
}

const answers = new WeakMap<DemandJudged, Map<string, AnsweredDemand>>();

/** Under outbound licenses by which its options come to the same, a demand is answered by the same. */
function answered(judged: DemandJudged, weigh: Weigh, inquiry: Inquiry): AnsweredDemand {
  const of = alike(judged);
  const name = weigh === asItIs ? "" : of.readings.map(({ options }) => options.map((option) => numberOfInterval(weigh(option))).join(" ")).join();
  const answer = answerOf(of, name, () => answerTo(of, weigh, inquiry));
  return judged instanceof Retold ? answerOf(judged, name, () => new RetoldAnswer(answer, judged)) : answer;
}

function answerOf(judged: DemandJudged, name: string, make: () => AnsweredDemand): AnsweredDemand {
  let known = answers.get(judged);
  if (known === undefined) answers.set(judged, (known = new Map()));
  let answer = known.get(name);
  if (answer === undefined) known.set(name, (answer = make()));
  return answer;
}

function answerTo(judged: DemandJudged, weigh: Weigh, { core, act }: Inquiry): AnsweredDemand {
  const { demand, part, raised, party } = judged;
  const readings = judged.readings.map(({ reading: { kind, says }, options }) => ({ kind, says, options: options.map((option) => ({ option, interval: weigh(option) })), taken: takenOf(options, weigh) }));
  const told = readings.find((r) => r.taken !== null)?.taken ?? readings[0]?.options.find(({ option }) => option.report.kind === "granted")?.option ?? null;
  const text = told?.instruments[0];
  return { demand, part, raised, party, interval: intervalOf(judged, weigh), readings, told, bound: text === undefined ? null : core.state.bonds.of(party, text, act.places[0]!.at) };
}

/** An answer told of a twin. */
class RetoldAnswer implements AnsweredDemand {
  readonly demand: AnsweredDemand["demand"];
  readonly part: string | null;
  readonly party: string;
  readonly interval: AnsweredDemand["interval"];
  readonly bound: string | null;
  readonly names: Names;
  readonly #judged: Retold;

  constructor(readonly like: AnsweredDemand, judged: Retold) {
    this.#judged = judged;
    this.names = judged.names;
    this.demand = judged.demand;
    this.part = like.part;
    this.party = like.party;
    this.interval = like.interval;
    this.bound = like.bound;
  }

  get raised(): AnsweredDemand["raised"] {
    return this.#judged.raised;
  }

  get readings(): AnsweredDemand["readings"] {
    return this.like.readings.map(({ kind, says, options, taken }, i) => {
      const own = this.#judged.readings[i]!.options;
      return { kind, says, options: options.map(({ interval }, j) => ({ option: own[j]!, interval })), taken: taken === null ? null : own[options.findIndex(({ option }) => option === taken)]! };
    });
  }

  get told(): AnsweredDemand["told"] {
    for (const [i, { options }] of this.like.readings.entries()) {
      const at = options.findIndex(({ option }) => option === this.like.told);
      if (at >= 0) return this.#judged.readings[i]!.options[at]!;
    }
    return null;
  }
}
