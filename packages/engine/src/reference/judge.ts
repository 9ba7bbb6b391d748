import { exactly, layers, levelOrder, meetIntervals, type Interval, type Layer } from "@cleartitle/norms";
import { currentStatements } from "@cleartitle/title";
import type { Ban } from "../judgment/ban.js";
import type { Matter } from "../judgment/matter.js";
import type { Demand } from "../judgment/demand.js";
import type { Duty } from "../judgment/duty.js";
import type { LicenseReading } from "../judgment/license-reading.js";
import { optionName, type Option } from "../judgment/option.js";
import type { Reliance } from "../judgment/reliance.js";
import type { Uncovered } from "../judgment/uncovered.js";
import { bansOn, boundDutiesOn } from "./ban.js";
import { uncoveredOn } from "./coverage.js";
import { demandsOf } from "./demand.js";
import { needsOf, actionTerm } from "./covering.js";
import { dutiesOf } from "./duty.js";
import { notSaidOf } from "./grant.js";
import { indexOf } from "./graph-index.js";
import { lawNorms, raisedBy } from "./law.js";
import { readingsOf } from "./license-reading.js";
import { heldIn, partOf, wholeOf } from "./matter.js";
import { lawfulOptions, licensedOptions } from "./option.js";
import { assignedAway, madeBy } from "./owned.js";
import { groupOf } from "./quantities.js";
import { reliancesOn } from "./reliance.js";
import type { DemandJudgment, Reading } from "./demand-judgment.js";
import type { Act } from "../act.js";
import { sceneOn, type Env, type Scene } from "./scene.js";

/** One act in one territory, judged piece by piece. */
export interface ActJudgment {
  readonly act: Act;
  readonly territory: string;
  readonly demands: readonly DemandJudgment[];
  readonly bans: readonly Ban[];
  readonly uncovered: readonly Uncovered[];
  readonly lawDuties: readonly Duty[];
  /** Duties of instruments that bind the actor by acceptance, whatever is relied on. */
  readonly boundDuties: readonly Duty[];
  readonly reliances: readonly Reliance[];
  readonly layersAsked: ReadonlySet<Layer>;
}

/** The demands of an act with every option of each (steps 1 and 2). */
export const judgeDemands = (act: Act, territory: string, env: Env, history: Scene["history"]): DemandJudgment[] =>
  demandsOf(act, territory, env, history).flatMap((demand) => judgeDemand(demand, { env, act, territory, history }));

/** What of an act decides whether it was covered. */
export type DoneJudgment = Pick<ActJudgment, "demands" | "bans" | "lawDuties" | "boundDuties">;

/** The same of an act that was done: what went into the thing, and layers that no rule speaks of, are asked of what is planned. */
export function judgeDone(act: Act, territory: string, env: Env, history: Scene["history"]): DoneJudgment {
  const rest = { env, act, territory, history };
  return judgedOf(demandsOf(act, territory, env, history), rest);
}

function judgedOf(demands: readonly Demand[], rest: Rest): DoneJudgment {
  const judged = demands.flatMap((demand) => judgeDemand(demand, rest));
  return { demands: judged, bans: bansOn(rest, demands.filter((d) => d.layer === "copyright")), lawDuties: dutiesOfLaw(rest, demands), boundDuties: boundDutiesOn(rest, new Set(judged.map((j) => j.demand.asset))) };
}

/** Demands, options and bans of an act in one territory (steps 1 to 3). */
export function judgeAct(act: Act, territory: string, env: Env, history: Scene["history"]): ActJudgment {
  const rest = { env, act, territory, history };
  const demands = demandsOf(act, territory, env, history);
  const done = judgedOf(demands, rest);
  const { demands: judged, bans } = done;
  const reliances = reliancesOn(judged, rest);
  const uncovered = uncoveredOn(demands, rest);
  const asked = new Set<Layer>([...judged.map((j) => j.demand.layer), ...bans.map((b) => b.layer), ...uncovered.map((u) => u.layer), ...freeLayersRaised(demands, rest)]);
  return { act, territory, ...done, uncovered, reliances, layersAsked: new Set(layers.filter((l) => asked.has(l))) };
}

type Rest = Omit<Scene, "source" | "path" | "instrument">;

/** Layers in question in which only a prohibition counts. */
function freeLayersRaised(demands: readonly Demand[], rest: Rest): Layer[] {
  const copyright = demands.filter((d) => d.layer === "copyright");
  const raised = new Set(lawNorms(sceneOn(rest, rest.act.object, [], null), "raise").flatMap(({ norm }) => (norm.raise.as === "free" ? [norm.raise.layer] : [])));
  return [...raised].filter((layer) => copyright.some((d) => raisedBy(sceneOn(rest, d.asset, d.path, null), layer, d.action).truth !== "false"));
}

function judgeDemand(demand: Demand, rest: Rest): DemandJudgment[] {
  const scene: Scene = sceneOn(rest, demand.asset, demand.path, null);
  const power = actionTerm(rest.env, demand.action)?.power === true;
  if (needsOf(rest.env, demand.action, demand.layer) === null && !(power && demand.layer === "copyright")) return [];
  const raised = raisedBy(scene, demand.layer, demand.action);
  if (raised.truth === "false" || raised.as === "free") return [];
  // A middle that nobody recorded is nobody's but the maker's, unless the text under which it was made gives it to its licensor.
  if (rest.env.lines.virtual.has(demand.asset) && madeBy(scene, new Set()) && (demand.layer !== "copyright" || assignedAway(scene) === null)) return [];
  const law = lawfulOptions(demand, scene);
  const own = isOwnMake(demand, scene);
  const of = (matter: Matter): Reading[] => readingsOf(rest.env, demand.asset, matter, rest.act.date).map((recorded) => {
    const licensed = licensedOptions(demand, matter.scope, scene, recorded);
    const reading = licensed.length > 0 && licensed.every((o) => o.report.fails === notSaidOf) ? unspoken(recorded, matter) : recorded;
    return { reading: own ? ownReading(reading) : reading, options: [...law, ...licensed] };
  });
  const whole = of(wholeOf(rest.env, demand.asset));
  // Matter of which the same is recorded, under texts that draw no line between the two, is not told apart from the whole.
  const held = heldIn(rest.env, demand.asset, demand.layer).filter((matter) => isToldApart(rest, demand.asset, matter)).map((matter) => ({ part: matter.scope, readings: of(matter) }));
  const parts = partsOf(rest, demand.asset).map((matter) => ({ part: matter.part, readings: of(matter) }));
  return [{ part: null, readings: whole }, ...held, ...parts].map((each): DemandJudgment => ({ demand, raised, ...each }));
}

/** A license that speaks of other matter of the thing leaves this one as if nothing were recorded: unknown, and not refused. */
const unspoken = (reading: LicenseReading, matter: Matter): LicenseReading => ({ ...reading, kind: "unrecorded", says: `${reading.says}, which does not speak of its ${matter.scope ?? "matter"}` });

function isToldApart(rest: Rest, asset: string, matter: Matter): boolean {
  const [own, whole] = [matter, wholeOf(rest.env, asset)].map((m) => readingsOf(rest.env, asset, m, rest.act.date));
  if (own!.map((r) => r.says).join("\u0000") !== whole!.map((r) => r.says).join("\u0000")) return true;
  return own!.some((r) => r.options.some((o) => o.some((n) => n.instrument?.norms.some((norm) => norm.kind === "permit" && norm.permit.scope !== undefined) === true)));
}

/** Made by the actor's group, with no chain of title that could lead elsewhere. */
const isOwnMake = (demand: Demand, scene: Scene): boolean =>
  demand.layer === "copyright" && !indexOf(scene.env.world.graph).titleOf.has(demand.asset) && madeBy(scene, groupOf(scene.env, scene.act.actor, scene.act.date));

const ownReading = (reading: LicenseReading): LicenseReading => (reading.kind === "unrecorded" ? { ...reading, kind: "own", says: "made by the actor itself" } : reading);

/** Parts with a license of their own; what a part is silent of is under the license of the whole. */
export function partsOf(rest: Rest, asset: string): Matter[] {
  return (rest.env.lines.assets.get(asset)?.parts ?? []).flatMap((part) => {
    const found = currentStatements(rest.env.world.graph, {
      about: { kind: "asset", id: asset }, what: "license", part: part.id, scope: null, asOf: rest.act.date ?? rest.env.asOf, knownAt: rest.env.knownAt,
    });
    const own = [...(found.concluded === null ? [] : [found.concluded]), ...found.candidates].some((s) => s.part === part.id);
    return own ? [partOf(rest.env, asset, part)] : [];
  });
}

/** Duties of statutes: of the thing acted on, and of what is in it where the duty follows the matter (personal data in a product). */
function dutiesOfLaw(rest: Rest, demands: readonly Demand[]): Duty[] {
  const object: Demand[] = rest.act.actions.map((action) => ({ asset: rest.act.object, layer: "regulation", action, persists: "true", premises: [], path: [rest.act.object] }));
  return lawNorms(sceneOn(rest, rest.act.object, [rest.act.object], null), "oblige").flatMap(({ law, norm }) =>
    (norm.oblige.object === "source" ? surest(demands) : object).flatMap(({ asset, action, persists, path }) =>
      dutiesOf({ instrument: law, action, scene: sceneOn(rest, asset, path, law), rolesOf: () => [], persists, only: [norm.id] })));
}

/** One demand an asset and act: the one by which its matter is most surely there, in whatever layer. */
function surest(demands: readonly Demand[]): Demand[] {
  const found = new Map<string, Demand>();
  for (const demand of demands) {
    const key = `${demand.asset}\u0000${demand.action}`;
    const known = found.get(key);
    if (known === undefined || (known.persists === "unknown" && demand.persists === "true")) found.set(key, demand);
  }
  return [...found.values()];
}

/** How an option fares under a candidate outbound license; the caller says which of its constraints the candidate breaks. */
export type Compatible = (option: Option) => Interval;

const noOption: Interval = exactly("blocked");
const open: Interval = { best: "cleared", worst: "blocked" };

/** The judgment of a demand: options meet, readings that differ span an interval, what may not be asked at all may be cleared. */
export function demandInterval(judgment: DemandJudgment, compatible: Compatible): Interval {
  const each = judgment.readings.map(({ reading, options }) => {
    const intervals = options.map(compatible);
    // No license recorded is unknown, not absent; no rule known for the place is unknown, not refusal.
    if (reading.kind === "unrecorded" || !judgment.raised.covered) intervals.push(open);
    return intervals.length === 0 ? noOption : meetIntervals(intervals);
  });
  const spanned = span(each);
  const sure = judgment.demand.persists === "true" && judgment.raised.truth === "true";
  return sure ? spanned : { best: "cleared", worst: spanned.worst };
}

/** Least and greatest over readings of which one is true. */
export function span(intervals: readonly Interval[]): Interval {
  const best = intervals.map((i) => i.best).reduce((a, b) => (levelOrder(a, b) <= 0 ? a : b));
  const worst = intervals.map((i) => i.worst).reduce((a, b) => (levelOrder(a, b) >= 0 ? a : b));
  return { best, worst };
}

/** The option that answers a reading: best interval; settled before contested; fewer duties; id. null: none serves at all. */
export function takenOf(reading: Reading, compatible: Compatible): Option | null {
  const serving = reading.options.map((option) => ({ option, interval: compatible(option) })).filter(({ interval }) => interval.best !== "blocked");
  const ordered = serving.toSorted((a, b) =>
    levelOrder(a.interval.worst, b.interval.worst) || levelOrder(a.interval.best, b.interval.best) ||
    Number(isContested(a.option)) - Number(isContested(b.option)) || a.option.duties.length - b.option.duties.length ||
    (optionName(a.option) < optionName(b.option) ? -1 : 1));
  return ordered[0]?.option ?? null;
}

const isContested = (option: Option): boolean => option.law?.confidence === "contested";
