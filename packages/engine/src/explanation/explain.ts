import { joinIntervals, layers, statusOf, type Status } from "@cleartitle/norms";
import type { Choice, DecideOptions, Decision, Exposure, Reason } from "../decision.js";
import { optionName, type Option } from "../judgment/option.js";
import type { Question } from "../judgment/question.js";
import { answeredAlike, type AnsweredDemand, type View, type WeighedOption } from "../judgment/view.js";
import { once } from "../once.js";
import { buildProof } from "../proof.js";
import { waivesReason } from "../waiver.js";
import { basisOf, echo } from "./basis.js";
import { draftsOf } from "./drafts.js";
import { findingsOf } from "./findings.js";
import { obligationsOf } from "./obligations.js";
import { questionsOf, remediesOf } from "./questions.js";
import { groupReasons } from "./reasons.js";
import { timelineOf, watchOf, type Dated } from "./timeline.js";

export const shownReasons = 50;

/** What was judged of a use: as things stand, over the positions in play, and on the dates ahead. */
export interface Judged {
  readonly view: View;
  readonly range: Decision["range"];
  readonly ahead: readonly Dated[];
  /** Status on each of the dates ahead. */
  readonly statuses: ReadonlyMap<string, Status>;
}

/** Tells a judgment as a decision: canonical, whoever judged. Reads values and the records of the world, and judges nothing. */
export function explain({ view, range, ahead, statuses }: Judged, options: Pick<DecideOptions, "fullProof" | "withoutProof">): Decision {
  const { question } = view;
  const members = new Map(question.classes.map((c) => [c.atom, c.members] as const));
  const grouped = groupReasons(new Map(view.places.map((p) => [p.territory, draftsOf(p, view)] as const)), members);
  const exposure = exposureOf(view);
  const byTerritory = placesOfDecision(view, grouped.byTerritory);
  const shown = options.fullProof === true ? grouped.reasons : grouped.reasons.slice(0, shownReasons);
  const proof = options.withoutProof === true ? null : buildProof({
    decision: view.interval,
    territories: view.places.map((p) => {
      const under = grouped.byTerritory.get(p.territory) ?? [];
      return { name: (members.get(p.territory) ?? []).join(" "), place: p.territory, interval: joinIntervals(under.map((r) => r.draft.interval)), reasons: under.map(({ id, draft }) => ({ id, of: draft, tree: draft.tree, twin: draft.twin })) };
    }),
  }, options.fullProof === true);
  // What a batch does not read is not told.
  const watch = once(() => watchOf(view));
  const choices = once(() => choicesOf(view));
  const questions = once(() => questionsOf(view, grouped.reasons, exposure));
  const remedies = once(() => remediesOf(view, grouped.reasons, byTerritory, range?.pivots ?? [], questions()));
  const timeline = once(() => timelineOf(view, ahead, statuses));
  return {
    $schema: "urn:cleartitle:schema:decision:1", version: 1, use: echo(question.use),
    get watch() {
      return watch();
    },
    decision: view.status, best: view.interval.best, worst: view.interval.worst, byTerritory, range, reasons: shown, reasonTotals: { shown: shown.length, total: grouped.reasons.length },
    exposure,
    get choices() {
      return choices();
    },
    obligations: obligationsOf(view),
    get questions() {
      return questions();
    },
    get remedies() {
      return remedies();
    },
    findings: findingsOf(view, exposure),
    outboundLicenses: outboundOf(view), assumptions: assumptionsOf(view),
    notAsked: layers.filter((l) => !view.places.some((p) => p.layersAsked.has(l)) && !grouped.reasons.some((r) => r.layer === l)),
    coverage: coverageOf(view),
    get timeline() {
      return timeline();
    },
    waivers: waiversOf(question, grouped.reasons), cut: view.past.cut !== null, proof, basis: basisOf(question),
  };
}

/** Waivers in force on the date of the answer, with what they cover. They change the gate, never the decision. */
function waiversOf(question: Question, reasons: readonly Reason[]): Decision["waivers"] {
  return question.world.graph.waivers
    .filter((w) => (w.use === null || w.use === question.use.name) && (w.from === null || w.from <= question.asOf) && question.asOf <= w.until)
    .map((w) => ({ id: w.id, reason: w.reason, until: w.until, covers: reasons.filter((r) => waivesReason(w, question.use.name, r)).map((r) => r.id) }));
}

function placesOfDecision(view: View, reasons: ReadonlyMap<string, readonly { readonly id: string }[]>): Decision["byTerritory"] {
  const groups = new Map<string, { territories: string[]; decision: Decision["decision"]; reasons: readonly string[] }>();
  view.question.classes.forEach(({ atom, members }, i) => {
    const decision = statusOf(view.places[i]!.interval);
    const ids = [...new Set((reasons.get(atom) ?? []).map((r) => r.id))];
    const key = JSON.stringify([decision, ids]);
    const group = groups.get(key) ?? { territories: [], decision, reasons: ids };
    group.territories.push(...members);
    groups.set(key, group);
  });
  return [...groups.values()].map((g) => ({ ...g, territories: g.territories.toSorted() })).toSorted((a, b) => ((a.territories[0] ?? "") < (b.territories[0] ?? "") ? -1 : 1));
}

/** In the order of the acts in time, those without a date first; of one act by layer, asset and action. */
function exposureOf(view: View): Exposure[] {
  return view.past.findings
    .filter((f) => f.ours && !view.virtual.has(f.asset))
    .map((f) => ({ act: f.act.id, action: f.action, who: f.act.actor, in: f.place, on: f.act.date, asset: f.asset, layer: f.layer, state: f.state, curedBy: f.curedBy, why: f.why, premises: f.premises }))
    .toSorted((a, b) => compare(a.on ?? "", b.on ?? "") || compare(a.act, b.act) || layers.indexOf(a.layer) - layers.indexOf(b.layer) || compare(a.asset, b.asset) || compare(a.action, b.action) || compare(a.in ?? "", b.in ?? ""));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const contested = (option: Option): boolean => option.law?.confidence === "contested";

/** What decided between the option taken and those that would have served as well: status, settled law, fewer duties, and last the name. */
function whyTaken(taken: Option, options: readonly WeighedOption[]): string {
  const own = options.find((o) => o.option === taken)!.interval;
  const rivals = options.filter((o) => o.option !== taken && o.interval.best !== "blocked");
  if (rivals.length === 0) return "no other serves";
  const equal = rivals.filter(({ interval }) => interval.worst === own.worst && interval.best === own.best);
  if (equal.length === 0) return "better status";
  const asSettled = equal.filter(({ option }) => contested(option) === contested(taken));
  if (asSettled.length === 0) return "settled, where the others are contested";
  return asSettled.some(({ option }) => option.duties.length === taken.duties.length) ? "first by name" : "fewer duties";
}

interface Chosen {
  readonly key: string;
  readonly choice: Omit<Choice, "territories">;
}

const choices = new WeakMap<AnsweredDemand, readonly Chosen[]>();

/** What was taken of the options of a demand, where there were several; found once, as the demand was answered. */
function choicesIn(answered: AnsweredDemand): readonly Chosen[] {
  let known = choices.get(answered);
  if (known === undefined) {
    const { asset, layer } = answered.demand;
    choices.set(answered, (known = answered.readings.flatMap(({ options, taken }): Chosen[] => {
      if (taken === null || options.length < 2) return [];
      const alternatives = options.filter((o) => o.option !== taken && o.interval.best !== "blocked").map((o) => optionName(o.option)).toSorted();
      const choice = { asset, layer, taken: optionName(taken), alternatives, why: whyTaken(taken, options) };
      return [{ key: JSON.stringify(choice), choice }];
    })));
  }
  return known;
}

function choicesOf(view: View): Choice[] {
  const groups = new Map<string, { readonly choice: Chosen["choice"]; readonly territories: Set<string> }>();
  view.places.forEach((place, i) => {
    for (const answered of place.demands) {
      for (const { key, choice } of choicesIn(answered)) {
        let group = groups.get(key);
        if (group === undefined) groups.set(key, (group = { choice, territories: new Set() }));
        for (const member of view.question.classes[i]!.members) group.territories.add(member);
      }
    }
  });
  return [...groups.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { choice, territories }]) => ({ ...choice, territories: [...territories].toSorted() }));
}

function outboundOf(view: View): Decision["outboundLicenses"] {
  const all = view.places.flatMap((p) => p.outbound ?? []);
  const first = all[0];
  if (first === undefined) return null;
  const candidates = first.candidates.filter((c) => all.every((o) => o.candidates.includes(c)));
  const constraints = [...new Map(all.flatMap((o) => o.constraints).map((c) => [JSON.stringify(c), c] as const)).values()];
  return { candidates, custom: all.every((o) => o.custom), constraints, taken: first.taken };
}

function assumptionsOf(view: View): Decision["assumptions"] {
  const relied = new Map(view.places.flatMap((p) => p.reliances.filter((r) => r.relies).map((r) => [r.asset, r] as const)));
  return [
    ...[...relied.keys()].toSorted().map((asset) => ({ position: "rely-on-publisher", presumption: null, asset, value: "relies", cite: null })),
    ...[...view.presumed].toSorted((a, b) => (a.law + a.fact < b.law + b.fact ? -1 : 1)).map((p) => ({ position: null, presumption: p.fact, asset: null, value: p.value, cite: p.cite })),
  ];
}

function coverageOf({ question, places }: View): Decision["coverage"] {
  const found = places.flatMap((p, i) => {
    const missing = new Set([...p.demands.filter((d) => !answeredAlike(d).raised.covered).map((d) => d.demand.layer), ...p.uncovered.map((u) => u.layer)]);
    return layers.filter((l) => missing.has(l)).flatMap((layer) => question.classes[i]!.members.map((territory) => ({ territory, layer, why: "the catalogue has no rule for it" })));
  });
  return found.toSorted((a, b) => (a.territory < b.territory ? -1 : a.territory > b.territory ? 1 : layers.indexOf(a.layer) - layers.indexOf(b.layer)));
}
