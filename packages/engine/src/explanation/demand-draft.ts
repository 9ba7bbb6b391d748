import { meetIntervals, statusOf } from "@cleartitle/norms";
import type { BasisKind, OptionReport, Premise } from "../decision.js";
import type { Option } from "../judgment/option.js";
import { originOf } from "../judgment/origin.js";
import { answeredAlike, type AnsweredDemand, type PlaceView, type View, type WeighedOption } from "../judgment/view.js";
import { optionTree, type ProofTree, type ProofTwin } from "../proof-tree.js";
import { factsIn, licensorIn, shown, toldOnce, versionOf, type Draft } from "./draft.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Answers = Omit<Draft, "asset" | "version" | "licensor" | "path" | "depth" | "facts" | "premises" | "options" | "tree" | "twin">;

/** A demand as a reason. By what way it came, what it rests on and what was considered is put together when it is read: most reasons are counted and not shown. */
class DemandDraft implements Draft {
  readonly part: Draft["part"];
  readonly act: Draft["act"];
  readonly bound: Draft["bound"];
  readonly instrument: Draft["instrument"];
  readonly norm: Draft["norm"];
  readonly objectRole: Draft["objectRole"];
  readonly cite: Draft["cite"];
  readonly quote: Draft["quote"];
  readonly verified: Draft["verified"];
  readonly interval: Draft["interval"];
  readonly decision: Draft["decision"];
  readonly tense: Draft["tense"];
  readonly layer: Draft["layer"];
  readonly action: Draft["action"];
  readonly party: Draft["party"];
  readonly basisKind: Draft["basisKind"];
  readonly outcome: Draft["outcome"];
  readonly asset: string;
  readonly version: Draft["version"];
  readonly licensor: Draft["licensor"];
  readonly tree: () => ProofTree;
  readonly twin: () => ProofTwin | null;
  readonly #answered: AnsweredDemand;
  readonly #view: View;
  #path: readonly string[] | null = null;
  #premises: Premise[] | null = null;
  #options: OptionReport[] | null = null;

  constructor(answered: AnsweredDemand, answers: Answers, view: View, place: PlaceView) {
    const { asset } = answered.demand;
    ({
      part: this.part, act: this.act, bound: this.bound, instrument: this.instrument, norm: this.norm, objectRole: this.objectRole, cite: this.cite, quote: this.quote, verified: this.verified,
      interval: this.interval, decision: this.decision, tense: this.tense, layer: this.layer, action: this.action, party: this.party, basisKind: this.basisKind, outcome: this.outcome,
    } = answers);
    this.asset = asset;
    this.version = versionOf(view, asset);
    this.licensor = answeredAlike(answered).told?.instruments[0]?.licensor ?? licensorIn(view, asset);
    this.tree = () => ({ children: readingTrees(answered), ...rootOf(answered, place, view) });
    this.twin = () => twinOf(answered, place, view);
    this.#answered = answered;
    this.#view = view;
  }

  get path(): readonly string[] {
    return (this.#path ??= shown(this.#view, this.#answered.demand.path));
  }

  get depth(): number {
    return (this.#view.virtual.size === 0 ? this.#answered.demand.length : undefined) ?? this.path.length;
  }

  get premises(): Premise[] {
    const { demand, raised, told, readings } = this.#answered;
    const lacking = (): Premise[] => (this.decision === "cleared" ? [] : readings.filter((r) => r.kind === "unrecorded").map((r) => unrecorded(demand.asset, r.says)));
    return (this.#premises ??= distinct([...demand.premises, ...raised.premises, ...(told?.report.premises ?? []), ...lacking()]));
  }

  get facts(): string[] {
    return factsIn(this.premises);
  }

  get options(): OptionReport[] {
    return (this.#options ??= this.decision === "cleared" ? this.#answered.readings.flatMap((r) => r.taken?.report ?? []) : optionsIn(this.#answered));
  }
}

/** A demand as a reason: what answers it, or every option that was considered and why it fails. Answered in one place of one world, it is told once. */
export const demandDraft = toldOnce((answered: AnsweredDemand, view: View, place: PlaceView): Draft =>
  new DemandDraft(answered, answered.like === undefined ? answersOf(answered) : demandDraft(answered.like, view, place), view, place));

function answersOf(answered: AnsweredDemand): Answers {
  const { demand, part, readings, interval, party, told } = answered;
  const status = statusOf(interval);
  const serves = readings.some((r) => r.taken !== null);
  const basisKind: BasisKind = !serves || status === "blocked" || status === "unresolved" ? "none" : told!.report.kind;
  const instrument = basisKind === "none" && (told?.report.kind !== "granted" || readings.length > 1) ? null : sourceOf(told);
  return {
    part, act: null, bound: answered.bound, instrument, norm: basisKind === "none" ? null : told?.report.norm ?? null, objectRole: told?.role ?? null,
    cite: basisKind === "none" ? (instrument === null ? null : told?.report.cite ?? null) : told?.report.cite ?? null, quote: told?.report.quote ?? null, verified: told?.report.verified ?? null,
    interval, decision: status, tense: "present", layer: demand.layer, action: demand.action, party, basisKind, outcome: outcomeOf(answered, status, basisKind),
  };
}

/** What is asked where nobody recorded a license: which one holds, or that there is none. */
const unrecorded = (asset: string, says: string): Premise => ({ reads: "license", of: asset, is: says, needs: "a license, or the conclusion that there is none", result: "unknown" });

function outcomeOf(answered: AnsweredDemand, status: string, basis: BasisKind): string {
  if (basis !== "none") return basis;
  const kinds = new Set(answered.readings.map((r) => r.kind));
  if (status === "blocked") return kinds.has("none") ? "no basis (no license)" : "no basis";
  if (kinds.has("unrecorded")) return "no license recorded";
  if (!answered.raised.covered) return "no rule known for the place";
  if (answered.demand.persists === "unknown") return "whether its matter is there is unknown";
  if (answered.readings.length > 1) return "licenses recorded differ";
  return "a basis may exist";
}

/** The instrument that a reason names: of one that incorporates others, the document whose words decide. */
function sourceOf(option: Option | null): string | null {
  const { instrument, norm } = option?.report ?? {};
  return instrument === undefined || instrument === null ? null : originOf(instrument, norm ?? "").instrument;
}

function underOutbound({ option, interval }: WeighedOption): OptionReport {
  const { report } = option;
  if (interval.best === report.interval.best && interval.worst === report.interval.worst) return report;
  const broken = interval.best === "blocked" && option.interval.best !== "blocked";
  return { ...report, interval, fails: broken ? "outbound license" : report.fails };
}

const openLeaf = (says: string): ProofTree => ({ kind: "leaf", interval: { best: "cleared", worst: "blocked" }, rule: "given", about: null, children: [], says, cite: null });

/** Each way to read the record meets its closed list of options. */
function readingTrees({ readings, raised }: AnsweredDemand): ProofTree[] {
  return readings.map(({ kind, says, options }): ProofTree => {
    const children = options.map((o) => optionTree(underOutbound(o)));
    if (kind === "unrecorded") children.push(openLeaf("no license is recorded, which is unknown and not absent"));
    if (!raised.covered) children.push(openLeaf("the catalogue has no rule for the layer in this place"));
    return { kind: "reading", interval: meetIntervals(children.map((c) => c.interval)), rule: "meet", about: null, children, says, cite: null };
  });
}

/** The proof of a demand: readings that differ span; what may not be asked may be cleared. */
function rootOf(answered: AnsweredDemand, place: PlaceView, view: View): Omit<ProofTree, "children"> {
  const { demand, part, interval } = answered;
  const sure = demand.persists === "true" && answeredAlike(answered).raised.truth === "true";
  const about = { asset: demand.asset, part, layer: demand.layer, action: demand.action, territory: place.territory, date: view.question.act.date };
  return { kind: "demand", interval, rule: sure ? "span" : "may", about, says: `${demand.action} on ${demand.asset} (${demand.layer})`, cite: null };
}

function twinOf(answered: AnsweredDemand, place: PlaceView, view: View): ProofTwin | null {
  const { like, names } = answered;
  return like === undefined || names === undefined ? null : { root: rootOf(answered, place, view), like, below: () => readingTrees(like), names };
}

/** Every option considered, with how it fares under the outbound license that was chosen. */
const optionsIn = (answered: AnsweredDemand): OptionReport[] => distinctOptions(answered.readings.flatMap((r) => r.options.map(underOutbound)));

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

const bareTexts = new WeakMap<OptionReport, string>();

/** An option but for what it rests on. */
function bareText(option: OptionReport): string {
  let text = bareTexts.get(option);
  if (text === undefined) bareTexts.set(option, (text = JSON.stringify({ ...option, premises: [] })));
  return text;
}

/** One report an option, though it was considered in several places: what it rests on there stands together. */
export function mergedOptions(options: readonly OptionReport[]): OptionReport[] {
  const alike = new Map<string, OptionReport[]>();
  for (const option of options) {
    const key = bareText(option);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [option]);
    else known.push(option);
  }
  return [...alike.values()].map((all) => (all.length === 1 ? all[0]! : { ...all[0]!, premises: distinct(all.flatMap((option) => option.premises)) }));
}
