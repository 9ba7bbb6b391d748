import { exactly, layers, statusOf, statusOrder, type Interval, type Layer } from "@cleartitle/norms";
import type { BasisKind, OptionReport, Premise, Reason } from "../decision.js";
import type { DemandJudgment } from "./demand-judgment.js";
import { demandInterval, takenOf } from "./judge.js";
import type { Option } from "./option.js";
import { dutyInterval } from "./duty.js";
import { originOf } from "./incorporated.js";
import { boundHow } from "./party.js";
import type { PastFinding } from "./past.js";
import type { View } from "./standpoint.js";
import { clashInterval, type TerritoryJudgment } from "./territory.js";

/** A reason before it is numbered and grouped. */
export type Draft = Omit<Reason, "id" | "territories" | "count"> & { readonly interval: Interval };

const blank = {
  part: null, version: null, act: null, bound: null, instrument: null, norm: null, licensor: null, objectRole: null, cite: null, quote: null, verified: null,
  facts: [], premises: [], options: [], path: [],
} as const;

/** Everything that bears on the answer in one territory, as reasons. */
export function draftsOf(territory: TerritoryJudgment, view: View): Draft[] {
  const { judgment } = territory;
  const party = judgment.act.actor;
  return [
    ...judgment.demands.map((d) => demandDraft(d, territory, view)),
    ...judgment.bans.map((ban): Draft => ({
      ...blank, interval: ban.interval, decision: statusOf(ban.interval), tense: "present", asset: ban.asset, version: versionOf(view, ban.asset), layer: ban.layer, action: ban.action, party,
      bound: ban.bound, ...originOf(ban.instrument.id, ban.norm), basisKind: "none", cite: ban.cite, quote: ban.quote, verified: ban.instrument.verified,
      outcome: ban.interval.best === "blocked" ? "prohibited" : "may be prohibited", premises: ban.premises, facts: factsIn(ban.premises), path: shown(view, ban.path),
    })),
    ...judgment.reliances.filter((r) => !r.relies).map((r): Draft => ({
      ...blank, interval: r.interval, decision: statusOf(r.interval), tense: "present", asset: r.asset, version: versionOf(view, r.asset), layer: "copyright", action: judgment.act.actions[0] ?? "use", party,
      basisKind: "none", outcome: "upstream not disclosed", path: shown(view, r.path),
      premises: [{ reads: "position rely-on-publisher", of: r.asset, is: r.option, needs: r.why, result: "unknown" }],
    })),
    ...territory.clashes.map((c): Draft => ({
      ...blank, interval: clashInterval(c), decision: statusOf(clashInterval(c)), tense: "present", asset: c.first.source, layer: "contract", action: c.first.trigger, party, instrument: c.first.instrument.id, norm: c.first.norm.id,
      basisKind: "none", cite: `${c.first.norm.cite}; ${c.second.instrument.id} ${c.second.norm.cite}`, quote: c.first.norm.quote ?? null, verified: c.first.instrument.verified, outcome: `duties clash: ${c.why}`, path: shown(view, [c.first.object, c.first.source]),
    })),
    ...territory.aftermath.map((a): Draft => ({
      ...blank, interval: a.interval, decision: statusOf(a.interval), tense: "past", asset: a.asset, layer: a.layer, action: judgment.act.actions[0] ?? "use", act: a.act, party, instrument: a.instrument, norm: a.norm,
      basisKind: "none", cite: a.cite, outcome: a.kind === "taint" ? "tainted by an earlier act" : "must be deleted", premises: a.premises, path: shown(view, a.path),
    })),
    ...[...judgment.boundDuties, ...judgment.lawDuties].filter((d) => d.state !== "met").map((d): Draft => ({
      ...blank, interval: dutyInterval(d), decision: statusOf(dutyInterval(d)), tense: "present", asset: d.object, layer: d.instrument.kind === "statute" ? "regulation" : "contract", action: d.trigger, party, ...originOf(d.instrument.id, d.norm.id),
      basisKind: "none", cite: d.norm.cite, quote: d.norm.quote ?? null, verified: d.instrument.verified, outcome: `a ${d.instrument.kind === "statute" ? "statutory" : "contractual"} duty ${d.state === "if" ? "may apply" : "applies"}`, premises: d.premises, facts: factsIn(d.premises), path: [d.object],
    })),
    ...view.past.findings.filter((f) => f.ours && (f.state === "open" || f.state === "unknown")).map((f) => pastDraft(f, view)),
  ];
}

function pastDraft(finding: PastFinding, view: View): Draft {
  return {
    ...blank, interval: exactly("conditional"), decision: "conditional", tense: "past", asset: finding.asset, version: versionOf(view, finding.asset), layer: finding.layer, action: finding.action, act: finding.act.id, party: finding.act.actor,
    basisKind: "none", outcome: `exposure ${finding.state}`, premises: finding.premises, facts: factsIn(finding.premises), path: [finding.asset],
  };
}

const versionOf = (view: View, asset: string): string | null => view.env.lines.assets.get(asset)?.version ?? null;
const shown = (view: View, path: readonly string[]): string[] => path.filter((n) => !view.env.lines.virtual.has(n));
const factsIn = (premises: readonly Premise[]): string[] => [...new Set(premises.map((p) => p.reads))].toSorted();

function demandDraft(judgment: DemandJudgment, territory: TerritoryJudgment, view: View): Draft {
  const { demand, part, readings, raised } = judgment;
  const { compatible } = territory.chosen;
  const interval = demandInterval(judgment, compatible);
  const taken = readings.map((r) => takenOf(r, compatible));
  const status = statusOf(interval);
  const serves = taken.find((o): o is Option => o !== null) ?? null;
  const basisKind: BasisKind = serves === null || status === "blocked" || status === "unresolved" ? "none" : serves.report.kind;
  const named = serves ?? readings[0]?.options.find((o) => o.report.kind === "granted") ?? null;
  const licensor = view.env.lines.assets.get(demand.asset)?.licensor ?? null;
  const instrument = basisKind === "none" ? (named?.report.kind === "granted" && readings.length === 1 ? named.report.instrument : null) : named?.report.instrument ?? null;
  const premises = distinct([...demand.premises, ...raised.premises, ...(named?.report.premises ?? [])]);
  return {
    ...blank, interval, decision: status, tense: "present", asset: demand.asset, part, version: versionOf(view, demand.asset), layer: demand.layer, action: demand.action, party: territory.judgment.act.actor,
    bound: named?.instruments[0] === undefined ? null : boundHow(view.env, territory.judgment.act.actor, named.instruments[0], territory.judgment.act.date),
    instrument, norm: basisKind === "none" ? null : named?.report.norm ?? null, licensor: named?.instruments[0]?.licensor ?? licensor, basisKind, objectRole: named?.role ?? null,
    cite: basisKind === "none" ? (instrument === null ? null : named?.report.cite ?? null) : named?.report.cite ?? null, quote: named?.report.quote ?? null, verified: named?.report.verified ?? null,
    outcome: outcomeOf(judgment, status, basisKind), facts: factsIn(premises), premises, options: status === "cleared" ? taken.flatMap((o) => (o === null ? [] : [o.report])) : optionsIn(judgment, compatible), path: shown(view, demand.path),
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

/** Every option considered, with how it fares under the outbound license that was chosen. */
function optionsIn(judgment: DemandJudgment, compatible: (o: Option) => Interval): OptionReport[] {
  const reports = judgment.readings.flatMap((r) => r.options.map((o): OptionReport => {
    const interval = compatible(o);
    const broken = interval.best === "blocked" && o.interval.best !== "blocked";
    return { ...o.report, interval, fails: broken ? "outbound license" : o.report.fails };
  }));
  return distinct(reports).toSorted(optionOrder);
}

const optionOrder = (a: OptionReport, b: OptionReport): number => compare(JSON.stringify([a.kind, a.instrument, a.norm, a]), JSON.stringify([b.kind, b.instrument, b.norm, b]));

const distinct = <T>(items: readonly T[]): T[] => [...new Map(items.map((i) => [JSON.stringify(i), i] as const)).values()];

const layerRank = new Map<Layer, number>(layers.map((l, i) => [l, i]));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Canonical order: status (worst first), layer, depth, asset, action, instrument, norm. */
const draftOrder = (a: Draft, b: Draft): number =>
  statusOrder(b.decision, a.decision) || layerRank.get(a.layer)! - layerRank.get(b.layer)! || a.path.length - b.path.length || compare(a.asset, b.asset) || compare(a.part ?? "", b.part ?? "") ||
  compare(a.action, b.action) || compare(a.instrument ?? "", b.instrument ?? "") || compare(a.norm ?? "", b.norm ?? "") || compare(a.act ?? "", b.act ?? "") || compare(a.outcome, b.outcome);

/** What makes two reasons one: everything but where. */
const groupKey = (d: Draft): string => JSON.stringify([d.decision, d.tense, d.asset, d.part, d.layer, d.action, d.act, d.instrument, d.norm, d.outcome, d.basisKind, d.bound]);

export interface Grouped {
  readonly reasons: Reason[];
  /** Class of places → ids of its reasons. */
  readonly byTerritory: ReadonlyMap<string, readonly string[]>;
  /** Interval of each reason, for the proof. */
  readonly intervals: ReadonlyMap<string, Interval>;
}

/** Groups the drafts of all territories and numbers them in canonical order, so that no traversal shows. */
export function groupReasons(drafts: ReadonlyMap<string, readonly Draft[]>, members: ReadonlyMap<string, readonly string[]>): Grouped {
  const groups = new Map<string, { draft: Draft; territories: Set<string>; atoms: Set<string> }>();
  for (const [atom, list] of drafts) {
    for (const draft of list) {
      const group = groups.get(groupKey(draft)) ?? { draft, territories: new Set<string>(), atoms: new Set<string>() };
      group.draft = better(draft, group.draft) ? united(draft, group.draft) : united(group.draft, draft);
      for (const member of members.get(atom) ?? [atom]) group.territories.add(member);
      group.atoms.add(atom);
      groups.set(groupKey(draft), group);
    }
  }
  const ordered = [...groups.values()].toSorted((a, b) => draftOrder(a.draft, b.draft) || compare([...a.territories].toSorted().join(), [...b.territories].toSorted().join()));
  const intervals = new Map<string, Interval>();
  const byTerritory = new Map<string, string[]>();
  const reasons = ordered.map(({ draft, territories, atoms }, index): Reason => {
    const id = `r${index + 1}`;
    const { interval, ...rest } = draft;
    intervals.set(id, interval);
    for (const atom of atoms) byTerritory.set(atom, [...(byTerritory.get(atom) ?? []), id]);
    return { id, ...rest, territories: [...territories].toSorted(), count: 1 };
  });
  return { reasons, byTerritory, intervals };
}

/** What was considered in any of the places of a group, so that no question is lost by grouping. */
function united(witness: Draft, other: Draft): Draft {
  const premises = distinct([...witness.premises, ...other.premises]);
  return { ...witness, premises, facts: factsIn(premises), options: distinct([...witness.options, ...other.options]).toSorted(optionOrder) };
}

/** The witness shown for a group: fewest edges, then least ids. */
const better = (a: Draft, b: Draft): boolean => a.path.length < b.path.length || (a.path.length === b.path.length && a.path.join("\u0000") < b.path.join("\u0000"));
