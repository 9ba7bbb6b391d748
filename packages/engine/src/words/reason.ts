import type { Layer, Status } from "@cleartitle/norms";
import type { OptionReport, Premise, Reason } from "../decision.js";
import { sayPlaces, type PlaceOptions } from "./list.js";

const layerWords: Readonly<Record<Layer, string>> = {
  copyright: "copyright", moral: "moral rights", related: "related rights", "personal-data": "personal data", contract: "contract", secret: "trade secrets",
  patent: "patents", personality: "personality rights", mark: "marks", access: "access and circumvention", regulation: "regulation",
};

export const sayLayer = (layer: Layer): string => layerWords[layer];

/** A kebab-case name of a code, said as words. */
export const plainWords = (name: string): string => name.replaceAll(/[-_]/g, " ");

const isPosition = (premise: Premise): boolean => premise.reads.startsWith("position ") && premise.needs === "as the position says";

/** One test and how it came out: `use.purpose is commercial, needs non-commercial`. */
export function sayPremise(premise: Premise): string {
  if (isPosition(premise)) return `${premise.reads} is taken as ${premise.is ?? "open"}${premise.of === null ? "" : ` in ${premise.of}`}`;
  const what = premise.of === null ? premise.reads : `${premise.reads} of ${premise.of}`;
  const is = premise.is === null ? "is not recorded" : `is ${premise.is}`;
  return `${what} ${is}, needs ${premise.needs}${premise.result === "true" ? " (holds)" : ""}`;
}

const alike = (premise: Premise): string => (isPosition(premise) ? sayPremise({ ...premise, of: null }) : sayPremise(premise));

/** Tests in words, each once; a position that is taken alike in several places is told once with all of them. */
export function sayPremises(premises: readonly Premise[]): string[] {
  const places = new Map<string, string[]>();
  for (const premise of premises) places.set(alike(premise), [...(places.get(alike(premise)) ?? []), ...(isPosition(premise) && premise.of !== null ? [premise.of] : [])]);
  return [...places].map(([text, where]) => (where.length === 0 ? text : `${text} in ${sayPlaces([...new Set(where)])}`));
}

/** What is said of one option that was considered for a right. */
export interface OptionWords {
  readonly text: string;
  readonly fails: boolean;
  /** Whether it serves is not known. */
  readonly open: boolean;
  readonly quote: string | null;
  readonly cite: string | null;
  readonly instrument: string | null;
}

const optionKinds: Readonly<Record<OptionReport["kind"], string>> = {
  owned: "ownership", unprotected: "no protection", granted: "grant", excepted: "exception",
};

function sayOption(option: OptionReport): OptionWords {
  const name = `${optionKinds[option.kind]}${option.instrument === null ? "" : ` under ${option.instrument}`}`;
  const { best, worst } = option.interval;
  const on = option.fails === null ? "" : `: ${option.fails}`;
  const judged = best === "blocked" ? `fails${on}` : worst === "blocked" ? `may serve; it turns on what is not known${on}` : worst === "conditional" ? "serves, on conditions" : "serves";
  const telling = worst === "blocked" ? sayPremises(option.premises.filter((premise) => premise.result !== "true")) : [];
  const because = telling.length === 0 ? "" : ` — ${telling.join("; ")}`;
  return { text: `${name} ${judged}${because}`, fails: best === "blocked", open: best !== "blocked" && worst === "blocked", quote: option.quote, cite: option.cite, instrument: option.instrument };
}

/** One option found in several places is one, with the tests of all of them. */
function mergeOptions(options: readonly OptionReport[]): OptionReport[] {
  const merged = new Map<string, OptionReport>();
  for (const option of options) {
    const { premises, ...rest } = option;
    const key = JSON.stringify(rest);
    merged.set(key, { ...option, premises: [...(merged.get(key)?.premises ?? []), ...premises] });
  }
  return [...merged.values()];
}

/** A reason in words, in parts, so that a terminal and a page can each lay them out. */
export interface ReasonWords {
  readonly id: string;
  readonly status: Status;
  /** The right in question: `host notes (copyright)`. */
  readonly title: string;
  /** One sentence: what answers the right, forbids the act, or that nothing does. */
  readonly says: string;
  readonly where: string;
  /** From what is used to what the right is in; empty for the thing itself. */
  readonly path: string;
  readonly because: readonly string[];
  readonly options: readonly OptionWords[];
  readonly quote: string | null;
  readonly cite: string | null;
  readonly verified: string | null;
}

function sayBasis(reason: Reason): string {
  const by = reason.instrument ?? "the law";
  const right = `the ${sayLayer(reason.layer)} in ${reason.asset}`;
  if (reason.basisKind === "owned") return `${reason.party} holds ${right}${reason.decision === "unresolved" ? ", as far as is known" : ""}.`;
  if (reason.basisKind === "unprotected") return `There is no right to clear here: ${right} is not protected${reason.instrument === null ? "" : ` (${by})`}.`;
  if (reason.basisKind === "granted") return `${by} ${reason.decision === "unresolved" ? "may grant" : "grants"} it${reason.decision === "conditional" ? ", on conditions" : ""}.`;
  if (reason.basisKind === "excepted") return `${by} ${reason.decision === "unresolved" ? "may allow" : "allows"} it as an exception${reason.decision === "conditional" ? ", on conditions" : ""}.`;
  return sayNoBasis(reason, by, right);
}

function sayNoBasis(reason: Reason, by: string, right: string): string {
  const outcome = plainWords(reason.outcome);
  if (reason.options.length > 0) {
    if (reason.decision === "blocked") return `Nothing answers ${right}: no option serves${outcome.includes("(") ? ` ${outcome.slice(outcome.indexOf("("))}` : ""}.`;
    return `It is not known whether anything answers ${right}: ${outcome}.`;
  }
  if (outcome === "exposure open") return "This past act had no basis.";
  if (outcome === "exposure unknown") return "Whether this past act had a basis is not known.";
  if (outcome === "prohibited") return `${by} forbids it to ${reason.party}.`;
  if (outcome === "may be prohibited") return `${by} may forbid it to ${reason.party}.`;
  const about = reason.instrument === null ? `${right[0]?.toUpperCase() ?? ""}${right.slice(1)}` : by;
  return `${about}: ${outcome}.`;
}

/**
 * A reason in words. `verified` other than `primary` and `secondary` is said, because such a text grants nothing.
 */
export function sayReason(reason: Reason, places: PlaceOptions = {}): ReasonWords {
  const part = reason.part === null ? "" : `, part ${reason.part}`;
  const version = reason.version === null ? "" : `, version ${reason.version}`;
  const past = reason.tense === "past" ? `, past act${reason.act === null ? "" : ` ${reason.act}`}` : "";
  const more = reason.count > 1 ? `, ${reason.count} alike` : "";
  const bound = reason.bound === null ? [] : [`${reason.party} is bound by ${plainWords(reason.bound)}`];
  const role = reason.objectRole === null || reason.objectRole === "materials" ? [] : [`what is acted on is its ${plainWords(reason.objectRole)}`];
  const told = new Set(reason.options.flatMap((option) => option.premises.map((premise) => JSON.stringify(premise))));
  return {
    id: reason.id,
    status: reason.decision,
    title: `${reason.action} ${reason.asset} (${sayLayer(reason.layer)}${part}${version}${past}${more})`,
    says: sayBasis(reason),
    where: sayPlaces(reason.territories, places),
    path: reason.path.length < 2 ? "" : reason.path.join(" ← "),
    because: [...bound, ...role, ...sayPremises(reason.premises.filter((premise) => !told.has(JSON.stringify(premise))))],
    options: mergeOptions(reason.options).map(sayOption),
    quote: reason.options.some((option) => option.quote === reason.quote) ? null : reason.quote,
    cite: sayCite(reason.instrument, reason.cite),
    verified: reason.verified,
  };
}

/** `CC-BY-NC-4.0 s.1(i)`; the instrument is said once. */
export function sayCite(instrument: string | null, cite: string | null): string | null {
  if (cite === null) return instrument;
  return instrument === null || cite.startsWith(instrument) ? cite : `${instrument} ${cite}`;
}
