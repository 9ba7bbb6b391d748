import { meetIntervals, statusOf, type Interval } from "@cleartitle/norms";
import type { BasisKind, OptionReport } from "../decision.js";
import { optionTree, type ProofTree } from "../proof.js";
import type { DemandJudgment } from "./demand-judgment.js";
import { blank, factsIn, shown, versionOf, type Draft } from "./draft.js";
import { originOf } from "./incorporated.js";
import { demandInterval, takenOf, type Compatible } from "./judge.js";
import type { Option } from "./option.js";
import { boundHow } from "./party.js";
import type { View } from "./standpoint.js";
import type { TerritoryJudgment } from "./territory.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A demand as a reason: what answers it, or every option that was considered and why it fails. */
export function demandDraft(judgment: DemandJudgment, territory: TerritoryJudgment, view: View): Draft {
  const { demand, part, readings, raised } = judgment;
  const { compatible } = territory.chosen;
  const interval = demandInterval(judgment, compatible);
  const taken = readings.map((r) => takenOf(r, compatible));
  const status = statusOf(interval);
  const serves = taken.find((o): o is Option => o !== null) ?? null;
  const basisKind: BasisKind = serves === null || status === "blocked" || status === "unresolved" ? "none" : serves.report.kind;
  const named = serves ?? readings[0]?.options.find((o) => o.report.kind === "granted") ?? null;
  const licensor = view.env.lines.assets.get(demand.asset)?.licensor ?? null;
  const instrument = basisKind === "none" && (named?.report.kind !== "granted" || readings.length > 1) ? null : sourceOf(named);
  const premises = distinct([...demand.premises, ...raised.premises, ...(named?.report.premises ?? [])]);
  return {
    ...blank, interval, decision: status, tense: "present", asset: demand.asset, part, version: versionOf(view, demand.asset), layer: demand.layer, action: demand.action, party: judgment.party ?? territory.judgment.act.actor,
    bound: named?.instruments[0] === undefined ? null : boundHow(view.env, judgment.party ?? territory.judgment.act.actor, named.instruments[0], territory.judgment.act.date),
    instrument, norm: basisKind === "none" ? null : named?.report.norm ?? null, licensor: named?.instruments[0]?.licensor ?? licensor, basisKind, objectRole: named?.role ?? null,
    cite: basisKind === "none" ? (instrument === null ? null : named?.report.cite ?? null) : named?.report.cite ?? null, quote: named?.report.quote ?? null, verified: named?.report.verified ?? null,
    outcome: outcomeOf(judgment, status, basisKind), facts: factsIn(premises), premises, options: status === "cleared" ? taken.flatMap((o) => (o === null ? [] : [o.report])) : optionsIn(judgment, compatible), path: shown(view, demand.path),
    tree: demandTree(judgment, territory, interval),
  };
}

function outcomeOf(judgment: DemandJudgment, status: string, basis: BasisKind): string {
  if (basis !== "none") return basis;
  const kinds = new Set(judgment.readings.map((r) => r.reading.kind));
  if (status === "blocked") return kinds.has("none") ? "no basis (no license)" : "no basis";
  if (kinds.has("unrecorded")) return "no license recorded";
  if (!judgment.raised.covered) return "no rule known for the place";
  if (judgment.demand.persists === "unknown") return "whether its matter is there is unknown";
  if (judgment.readings.length > 1) return "licenses recorded differ";
  return "a basis may exist";
}

/** The instrument that a reason names: of one that incorporates others, the document whose words decide. */
function sourceOf(option: Option | null): string | null {
  const { instrument, norm } = option?.report ?? {};
  return instrument === undefined || instrument === null ? null : originOf(instrument, norm ?? "").instrument;
}

const underOutbound = (option: Option, compatible: Compatible): OptionReport => {
  const interval = compatible(option);
  const broken = interval.best === "blocked" && option.interval.best !== "blocked";
  return { ...option.report, interval, fails: broken ? "outbound license" : option.report.fails };
};

const openLeaf = (says: string): ProofTree => ({ kind: "leaf", interval: { best: "cleared", worst: "blocked" }, rule: "given", about: null, children: [], says, cite: null });

/** The proof of a demand: each way to read the record meets its closed list of options; readings that differ span; what may not be asked may be cleared. */
function demandTree(judgment: DemandJudgment, territory: TerritoryJudgment, interval: Interval): ProofTree {
  const { demand, part, raised } = judgment;
  const { compatible } = territory.chosen;
  const readings = judgment.readings.map(({ reading, options }): ProofTree => {
    const children = options.map((o) => optionTree(underOutbound(o, compatible)));
    if (reading.kind === "unrecorded") children.push(openLeaf("no license is recorded, which is unknown and not absent"));
    if (!raised.covered) children.push(openLeaf("the catalogue has no rule for the layer in this place"));
    return { kind: "reading", interval: meetIntervals(children.map((c) => c.interval)), rule: "meet", about: null, children, says: reading.says, cite: null };
  });
  const sure = demand.persists === "true" && raised.truth === "true";
  const about = { asset: demand.asset, part, layer: demand.layer, action: demand.action, territory: territory.territory, date: territory.judgment.act.date };
  return { kind: "demand", interval, rule: sure ? "span" : "may", about, children: readings, says: `${demand.action} on ${demand.asset} (${demand.layer})`, cite: null };
}

/** Every option considered, with how it fares under the outbound license that was chosen. */
function optionsIn(judgment: DemandJudgment, compatible: Compatible): OptionReport[] {
  return distinctOptions(judgment.readings.flatMap((r) => r.options.map((o) => underOutbound(o, compatible))));
}

/** Text of a report or premise: these are compared with each other again and again, place by place, and never change. */
const texts = new WeakMap<object, string>();
function textOf(item: object): string {
  let text = texts.get(item);
  if (text === undefined) texts.set(item, (text = JSON.stringify(item)));
  return text;
}

const byTextOf = <T extends object>(items: readonly T[]): Map<string, T> => new Map(items.map((i) => [textOf(i), i] as const));

export const distinct = <T extends object>(items: readonly T[]): T[] => [...byTextOf(items).values()];

/** Distinct options in order of kind, instrument, norm, then all that they say. */
export function distinctOptions(options: readonly OptionReport[]): OptionReport[] {
  const keyed = [...byTextOf(options)].map(([text, option]) => ({ key: `${JSON.stringify([option.kind, option.instrument, option.norm])}${text}`, option }));
  return keyed.toSorted((a, b) => compare(a.key, b.key)).map(({ option }) => option);
}

/** One report an option, though it was considered in several places: what it rests on there stands together. */
export function mergedOptions(options: readonly OptionReport[]): OptionReport[] {
  const merged = new Map<string, OptionReport>();
  for (const option of options) {
    const key = JSON.stringify({ ...option, premises: [] });
    const known = merged.get(key);
    merged.set(key, known === undefined ? option : { ...known, premises: distinct([...known.premises, ...option.premises]) });
  }
  return [...merged.values()];
}
