import { canonicalJson, joinIntervals, layers, sha256, statusOf, type Condition, type Interval, type Norm } from "@cleartitle/norms";
import { digestGraph, type Use } from "@cleartitle/title";
import type { Choice, DecideOptions, Decision, Exposure, Reason } from "../decision.js";
import { engineVersion } from "../engine-version.js";
import { buildProof } from "../proof.js";
import { waivesReason } from "../waiver.js";
import type { World } from "../world.js";
import { findingsOf } from "./findings.js";
import { optionName, takenOf } from "./judge.js";
import { obligationsOf } from "./obligations.js";
import { placesOf } from "./places.js";
import { questionsOf, remediesOf } from "./questions.js";
import { rangeOf } from "./range.js";
import { draftsOf } from "./drafts.js";
import { groupReasons } from "./reasons.js";
import type { Act } from "../act.js";
import { viewFrom, type Question, type View } from "./standpoint.js";
import { timelineOf, watchOf } from "./timeline.js";

const shownReasons = 50;
const endOfTime = "9999-12-31T23:59:59Z";

/**
 * Decides one named use of a world: the definition of right. Pure and total; the use must exist.
 * `asOf` defaults to the date of the use, `knownAt` to all that is recorded.
 */
export function decide(world: World, useName: string, options: DecideOptions = {}): Decision {
  const use = world.graph.uses.get(useName);
  if (use === undefined) throw new RangeError(`no use \`${useName}\``);
  const question = questionOf(world, use, options);
  const view = viewFrom(question, { assignment: new Map(), conservative: false });
  const members = new Map(question.classes.map((c) => [c.atom, c.members] as const));
  const drafts = new Map(view.territories.map((t) => [t.territory, draftsOf(t, view)] as const));
  const grouped = groupReasons(drafts, members);
  const exposure = exposureOf(view);
  const range = options.withoutRange === true ? null : rangeOf(question, view);
  const questions = questionsOf(view, grouped.reasons, exposure);
  const byTerritory = placesOfDecision(question, view, grouped.byTerritory);
  const proof = buildProof({
    decision: view.interval,
    territories: view.territories.map((t) => {
      const under = grouped.byTerritory.get(t.territory) ?? [];
      return { name: (members.get(t.territory) ?? []).join(" "), interval: joinIntervals(under.map((r) => r.tree.interval)), reasons: under };
    }),
  }, options.fullProof === true);
  return {
    $schema: "urn:cleartitle:schema:decision:1", version: 1, use: echo(use), watch: watchOf(question, view),
    decision: view.status, best: view.interval.best, worst: view.interval.worst, byTerritory, range,
    reasons: grouped.reasons.slice(0, options.fullProof === true ? undefined : shownReasons), reasonTotals: { shown: Math.min(grouped.reasons.length, options.fullProof === true ? Infinity : shownReasons), total: grouped.reasons.length },
    exposure, choices: choicesOf(question, view), obligations: obligationsOf(view), questions,
    remedies: remediesOf(view, grouped.reasons, byTerritory, range?.pivots ?? [], questions), findings: findingsOf(question, view, exposure),
    outboundLicenses: outboundOf(view), assumptions: assumptionsOf(view),
    notAsked: layers.filter((l) => !view.territories.some((t) => t.judgment.layersAsked.has(l)) && !grouped.reasons.some((r) => r.layer === l)),
    coverage: coverageOf(question, view), timeline: options.withoutRange === true ? [] : timelineOf(question, view, options.horizonMonths ?? 24),
    waivers: waiversOf(question, grouped.reasons),
    cut: false, proof, basis: basisOf(question),
  };
}

/** Waivers in force on the date of the answer, with what they cover. They change the gate, never the decision. */
function waiversOf(question: Question, reasons: readonly Reason[]): Decision["waivers"] {
  return question.world.graph.waivers
    .filter((w) => (w.use === null || w.use === question.use.name) && (w.from === null || w.from <= question.asOf) && question.asOf <= w.until)
    .map((w) => ({ id: w.id, reason: w.reason, until: w.until, covers: reasons.filter((r) => waivesReason(w, question.use.name, r)).map((r) => r.id) }));
}

function questionOf(world: World, use: Use, options: DecideOptions): Question {
  const asOf = options.asOf ?? use.on;
  const act: Act = {
    id: use.name, tense: "present", object: use.of, actions: use.actions, actor: use.actor, date: use.on, purposes: use.purpose, fields: use.field, recipients: use.recipients.map((r) => r.role),
    hosted: use.hosted, facts: use.facts, scale: use.scale, derivation: null, named: use.named,
  };
  return { world, use, act, asOf, knownAt: options.knownAt ?? endOfTime, profile: options.profile ?? world.graph.profile, classes: classesOf(world, use) };
}

/** Cuts the places asked to classes in which the same rules, groups and positions hold: atoms of equal outcome. */
function classesOf(world: World, use: Use): Question["classes"] {
  let kept = classes.get(world);
  if (kept === undefined) classes.set(world, (kept = new Map()));
  const key = JSON.stringify([use.in, use.recipients.map((r) => r.in), use.on]);
  let known = kept.get(key);
  if (known === undefined) kept.set(key, (known = cut(world, use)));
  return known;
}

const classes = new WeakMap<World, Map<string, Question["classes"]>>();

function cut(world: World, use: Use): Question["classes"] {
  const places = placesOf(world);
  const atoms = [...new Set([...use.in, ...use.recipients.flatMap((r) => r.in)].flatMap((p) => [...(places.atomsOf(p, use.on) ?? [])]))].toSorted();
  if (atoms.length === 0) return [{ atom: "", members: [] }];
  const names = new Set<string>([...namedPlaces(world), ...world.graph.positions.map((p) => p.territory).filter((t) => t !== "WORLD")]);
  return places.partition(atoms, names, use.on).map((members) => ({ atom: members[0]!, members }));
}

const named = new WeakMap<World["catalogue"], readonly string[]>();

/** Every place and group that a rule of law or a norm speaks of. */
function namedPlaces(world: World): readonly string[] {
  let known = named.get(world.catalogue);
  if (known === undefined) {
    const laws = [...world.catalogue.laws.values()];
    const norms = [...laws, ...world.catalogue.instruments.values()].flatMap((i) => i.norms as readonly Norm[]);
    known = [...new Set([...laws.map((l) => l.jurisdiction), ...norms.flatMap((n) => placesIn(n.if)), ...world.catalogue.taxonomies.persistence.flatMap((r) => placesIn(r.persists))])].toSorted();
    named.set(world.catalogue, known);
  }
  const bespoke = [...world.graph.instruments.values()].flatMap((i) => i.norms.flatMap((n) => placesIn(n.if)));
  return bespoke.length === 0 ? known : [...new Set([...known, ...bespoke])].toSorted();
}

function placesIn(condition: Condition | undefined): string[] {
  if (condition === undefined || typeof condition !== "object") return [];
  if ("all" in condition) return condition.all.flatMap(placesIn);
  if ("any" in condition) return condition.any.flatMap(placesIn);
  if ("none" in condition) return condition.none.flatMap(placesIn);
  if ("position" in condition) return Object.values(condition.options).flatMap(placesIn);
  return "place" in condition ? condition.place : [];
}

function echo(use: Use): Decision["use"] {
  const scale = Object.fromEntries(use.scale.map((q) => [q.quantity, q.atLeast === q.atMost ? String(q.atMost) : `${q.atLeast ?? ""}..${q.atMost ?? ""}`]));
  return { name: use.name, of: use.of, actions: use.actions, actor: use.actor, recipients: use.recipients, as: use.as, purpose: use.purpose, field: use.field, in: use.in, on: use.on, scale };
}

function placesOfDecision(question: Question, view: View, reasons: ReadonlyMap<string, readonly { readonly id: string }[]>): Decision["byTerritory"] {
  const groups = new Map<string, { territories: string[]; decision: Decision["decision"]; reasons: readonly string[] }>();
  question.classes.forEach(({ atom, members }, i) => {
    const decision = statusOf(view.territories[i]!.interval);
    const ids = [...new Set((reasons.get(atom) ?? []).map((r) => r.id))];
    const key = JSON.stringify([decision, ids]);
    const group = groups.get(key) ?? { territories: [], decision, reasons: ids };
    group.territories.push(...members);
    groups.set(key, group);
  });
  return [...groups.values()].map((g) => ({ ...g, territories: g.territories.toSorted() })).toSorted((a, b) => ((a.territories[0] ?? "") < (b.territories[0] ?? "") ? -1 : 1));
}

function exposureOf(view: View): Exposure[] {
  return view.past.findings
    .filter((f) => f.ours && !view.env.lines.virtual.has(f.asset))
    .map((f) => ({ act: f.act.id, action: f.action, who: f.act.actor, in: f.place, on: f.act.date, asset: f.asset, layer: f.layer, state: f.state, curedBy: f.curedBy, why: f.why, premises: f.premises }));
}

function choicesOf(question: Question, view: View): Choice[] {
  const groups = new Map<string, Choice & { territories: string[] }>();
  view.territories.forEach((t, i) => {
    for (const judgment of t.judgment.demands) {
      for (const reading of judgment.readings) {
        const taken = takenOf(reading, t.chosen.compatible);
        if (taken === null || reading.options.length < 2) continue;
        const alternatives = reading.options.filter((o) => o !== taken && t.chosen.compatible(o).best !== "blocked").map(optionName).toSorted();
        const choice = { asset: judgment.demand.asset, layer: judgment.demand.layer, taken: optionName(taken), alternatives, why: "best status; settled before contested; fewer duties; id" };
        const key = JSON.stringify(choice);
        const known = groups.get(key) ?? { ...choice, territories: [] };
        known.territories = [...new Set([...known.territories, ...question.classes[i]!.members])].toSorted();
        groups.set(key, known);
      }
    }
  });
  return [...groups.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, c]) => c);
}

function outboundOf(view: View): Decision["outboundLicenses"] {
  const all = view.territories.flatMap((t) => (t.chosen.outbound === null ? [] : [t.chosen.outbound]));
  const first = all[0];
  if (first === undefined) return null;
  const candidates = first.candidates.filter((c) => all.every((o) => o.candidates.includes(c)));
  const constraints = [...new Map(all.flatMap((o) => o.constraints).map((c) => [JSON.stringify(c), c] as const)).values()];
  return { candidates, custom: all.every((o) => o.custom), constraints, taken: first.taken };
}

function assumptionsOf(view: View): Decision["assumptions"] {
  const relied = new Map(view.territories.flatMap((t) => t.judgment.reliances.filter((r) => r.relies).map((r) => [r.asset, r] as const)));
  return [
    ...[...relied.keys()].toSorted().map((asset) => ({ position: "rely-on-publisher", presumption: null, asset, value: "relies", cite: null })),
    ...[...view.presumed].toSorted((a, b) => (a.law + a.fact < b.law + b.fact ? -1 : 1)).map((p) => ({ position: null, presumption: p.fact, asset: null, value: p.value, cite: p.cite })),
  ];
}

function coverageOf(question: Question, view: View): Decision["coverage"] {
  const found = view.territories.flatMap((t, i) => {
    const missing = new Set([...t.judgment.demands.filter((d) => !d.raised.covered).map((d) => d.demand.layer), ...t.judgment.uncovered.map((u) => u.layer)]);
    return layers.filter((l) => missing.has(l)).flatMap((layer) => question.classes[i]!.members.map((territory) => ({ territory, layer, why: "the catalogue has no rule for it" })));
  });
  return found.toSorted((a, b) => (a.territory < b.territory ? -1 : a.territory > b.territory ? 1 : layers.indexOf(a.layer) - layers.indexOf(b.layer)));
}

function basisOf(question: Question): Decision["basis"] {
  const { world, profile, asOf, knownAt } = question;
  const positions = world.graph.positions.length === 0 ? profile : `${profile} with ${sha256(canonicalJson(world.graph.positions))}`;
  return { catalogue: world.catalogue.digests.catalogue, taxonomies: world.catalogue.digests.taxonomies, groups: world.catalogue.digests.groups, graph: digestGraph(world.graph), positions, engine: engineVersion, asOf, knownAt };
}

/** The interval of a use alone, for callers that need no explanation. */
export function judgeUse(world: World, useName: string, options: DecideOptions = {}): Interval {
  const use = world.graph.uses.get(useName);
  if (use === undefined) throw new RangeError(`no use \`${useName}\``);
  return viewFrom(questionOf(world, use, options), { assignment: new Map(), conservative: false }).interval;
}
