import type { Layer, Status } from "@cleartitle/norms";
import type { OptionReport, Reason } from "../decision.js";
import { sayList, sayPlaces } from "./list.js";
import { plainWords, sayCite, sayInstrument, type Wording } from "./names.js";
import { type OptionWords, sayFailure, sayFolded, sayOptions } from "./option.js";
import { isPlain, sayPremises } from "./premise.js";
import { contractDuty, statuteDuty } from "../explanation/outcome.js";

const layerWords: Readonly<Record<Layer, string>> = {
  copyright: "copyright", moral: "moral rights", related: "related rights", "personal-data": "personal data", contract: "contract", secret: "trade secrets",
  patent: "patents", personality: "personality rights", mark: "marks", access: "access", regulation: "regulation",
};

export const sayLayer = (layer: Layer): string => layerWords[layer];

/** A reason in words, in parts, so that a terminal and a page can each lay them out. */
export interface ReasonWords {
  readonly id: string;
  readonly status: Status;
  /** The right in question: `host notes (copyright)`. */
  readonly title: string;
  /** One sentence: what answers the right, forbids the act, or that nothing does. */
  readonly says: string;
  /** Places with their preposition; for a past act where and when it was done as well. */
  readonly where: string;
  /** From what is used to what the right is in; empty for the thing itself. */
  readonly path: string;
  /** What it rests on, what carries the outcome first. */
  readonly because: readonly string[];
  /** Those that a short text tells come first; the others are `folded`. */
  readonly options: readonly OptionWords[];
  /** The folded options as one line; null where there are none. */
  readonly folded: string | null;
  readonly quote: string | null;
  readonly cite: string | null;
  readonly verified: string | null;
}

const dutyOutcomes = new Set([contractDuty, statuteDuty].map((each) => `${each} applies`));

/** A reason that only says that a duty applies: several of one instrument are told as one, and in full among the obligations. */
export const isDuty = (reason: Reason): boolean => reason.tense === "present" && dutyOutcomes.has(reason.outcome);

export const dutyKey = (instrument: string | null, norm: string | null): string => `${instrument ?? ""}\u0000${norm ?? ""}`;

const thingOf = ({ asset }: Reason, { called }: Wording): string => called?.thing(asset) ?? asset;

const right = (reason: Reason, wording: Wording): string => `${reason.layer === "copyright" ? "the copyright" : sayLayer(reason.layer)} in ${thingOf(reason, wording)}`;

function sayOwned(reason: Reason, wording: Wording): string {
  if (reason.decision === "unresolved") return `whether ${reason.party} holds ${right(reason, wording)} is not sure.`;
  const premises = [...reason.premises, ...reason.options.flatMap((option) => option.premises)];
  const made = premises.some((premise) => premise.reads === "maker of the recorded derivation" && premise.result === "true");
  if (made) return `${thingOf(reason, wording)} was made by ${reason.party}: what it added is its own; what is in it is asked of its sources.`;
  return `${reason.party} holds ${right(reason, wording)}.`;
}

function sayUnprotected(reason: Reason, wording: Wording): string {
  const thing = thingOf(reason, wording);
  if (reason.layer === "copyright") return `nothing to clear: as recorded, copyright does not protect ${thing}.`;
  return reason.layer === "related" ? `nothing to clear: as recorded, related rights do not protect ${thing}.` : `nothing to clear: as recorded, ${thing} raises no ${sayLayer(reason.layer)}.`;
}

function sayBasis(reason: Reason, wording: Wording): string {
  const by = reason.instrument === null ? "the law" : sayInstrument(reason.instrument, wording);
  const conditions = reason.decision === "conditional" ? ", on conditions" : "";
  const sure = reason.decision !== "unresolved";
  if (reason.basisKind === "owned") return sayOwned(reason, wording);
  if (reason.basisKind === "unprotected") return sayUnprotected(reason, wording);
  if (reason.basisKind === "granted") return `${by} ${sure ? "grants" : "may grant"} it${conditions}.`;
  if (reason.basisKind === "excepted") return `the law ${sure ? "allows" : "may allow"} it as an exception${conditions}.`;
  return sayNoBasis(reason, by, wording);
}

function sayNoBasis(reason: Reason, by: string, wording: Wording): string {
  const { outcome, options, party } = reason;
  if (isDuty(reason)) return `${sayCite(reason.instrument, reason.cite, wording) ?? by} asks: ${wording.duties?.get(dutyKey(reason.instrument, reason.norm)) ?? "a duty applies, see Obligations"}.`;
  if (outcome === "exposure open") return "this past act had no basis.";
  if (outcome === "exposure unknown") return "whether this past act had a basis is not known.";
  if (outcome === "prohibited") return `${sayCite(reason.instrument, reason.cite, wording) ?? by} forbids it to ${party}.`;
  if (outcome === "may be prohibited") return `${sayCite(reason.instrument, reason.cite, wording) ?? by} may forbid it to ${party}.`;
  if (outcome.startsWith("no basis") || (options.length > 0 && reason.decision === "blocked")) return `nothing gives the right${sayTried(options, outcome, wording)}.`;
  if (outcome === "a basis may exist") return `whether anything gives the right is not known${sayTried(options, outcome, wording)}.`;
  return options.length > 0 ? `whether anything gives the right is not known: ${plainWords(outcome)}.` : `${reason.instrument === null ? right(reason, wording) : by}: ${plainWords(outcome)}.`;
}

/** The license that might have given it and why it does not: what counsel asks first. */
function sayTried(options: readonly OptionReport[], outcome: string, wording: Wording): string {
  const grants = options.filter((option) => option.kind === "granted" && option.instrument !== null && option.interval.best === "blocked");
  const said = new Set(grants.map((option) => `${sayInstrument(option.instrument!, wording)} does not${option.fails === null ? "" : ` (${sayFailure(option.fails, wording)})`}`));
  if (said.size > 0) return `: ${sayList([...said])}`;
  return outcome.includes("(no license)") ? ": no license covers it, and no exception" : "";
}

const roles: Readonly<Record<string, string>> = {
  derivative: "is a derivative of it", modification: "is a modified version of it", product: "is a product that contains it", extracted: "was trained on what came out of it", output: "is an output of it", "output-set": "is a set of its outputs", free: "is free of its terms",
};

function sayRole(reason: Reason): string[] {
  const { objectRole, path } = reason;
  const said = objectRole === null ? undefined : roles[objectRole];
  return said === undefined || path[0] === undefined || path[0] === reason.asset ? [] : [`${path[0]} ${said}`];
}

function sayWhere(reason: Reason, wording: Wording): string {
  const places = sayPlaces(reason.territories, wording);
  if (reason.tense === "present") return `in ${places}`;
  const act = reason.act === null ? undefined : wording.acts?.get(reason.act);
  if (act === undefined) return `counts in ${places}`;
  return `done by ${act.who}${act.in === null ? "" : ` in ${act.in}`}${act.on === null ? "" : ` on ${act.on}`}; counts in ${places}`;
}

/** How the party came to be bound; that whoever relies on a license is bound by it is not worth a line. */
const binding: Readonly<Record<string, string>> = { acceptance: "accepted it", signature: "signed it", affiliate: "is bound through an affiliate", employer: "is bound through its employer", "flow-down": "is bound by a flow-down clause" };

/** Facts that carry a reason are those behind what is relied on, unless its options tell them. */
function premisesOf(reason: Reason): Reason["premises"] {
  const told = new Set(reason.options.flatMap((option) => (option.interval.worst === "blocked" ? option.premises : option.premises.filter((p) => p.result !== "true"))).map((premise) => JSON.stringify(premise)));
  return reason.premises.filter((premise) => !told.has(JSON.stringify(premise)));
}

/** The right in question: what is done to which thing, and in which layer. */
function titleOf(reason: Reason, wording: Wording): string {
  const part = reason.part === null ? "" : `, part ${reason.part}`;
  const version = reason.version === null ? "" : `, version ${wording.called?.version(reason.asset, reason.version) ?? reason.version}`;
  const past = reason.tense === "past" ? `, past act${reason.act === null ? "" : ` ${reason.act}`}` : "";
  const more = reason.count > 1 ? `, ${reason.count} alike` : "";
  return `${plainWords(reason.action)} ${thingOf(reason, wording)} (${sayLayer(reason.layer)}${part}${version}${past}${more})`;
}

const citeOf = (reason: Reason, wording: Wording): string | null => (reason.options.length > 0 && reason.basisKind === "none" ? null : sayCite(reason.instrument, reason.cite, wording));

/** A reason as a line of a report: the right in question, what answers it or that nothing does, and where that is written. */
export function sayReasonShortly(reason: Reason, wording: Wording): string {
  const [says, cite] = [sayBasis(reason, wording), citeOf(reason, wording)];
  return `${titleOf(reason, wording)}: ${says}${cite === null || says.includes(cite) ? "" : ` (${cite})`}`;
}

/**
 * A reason in words. `verified` other than `primary` and `secondary` is said, because such a text grants nothing.
 */
export function sayReason(reason: Reason, wording: Wording = {}): ReasonWords {
  const within = { ...wording, past: reason.tense === "past" };
  const bound = reason.bound === null ? undefined : binding[reason.bound];
  const relied = reason.basisKind === "none" ? null : (option: OptionReport) => option.kind === reason.basisKind && option.instrument === reason.instrument && option.interval.best !== "blocked" && option.cite === reason.cite;
  const options = sayOptions(reason.options, relied, within);
  return {
    id: reason.id,
    status: reason.decision,
    title: titleOf(reason, wording),
    says: sayBasis(reason, wording),
    where: sayWhere(reason, wording),
    path: reason.path.length < 2 ? "" : reason.path.join(" ← "),
    because: [...(bound === undefined ? [] : [`${reason.party} ${bound}`]), ...sayRole(reason), ...sayPremises(premisesOf(reason).filter((premise) => wording.full === true || !isPlain(premise)), within)],
    options,
    folded: sayFolded(reason.options, options),
    quote: reason.options.some((option) => option.quote === reason.quote) && options.some((option) => !option.folded && option.quote === reason.quote) ? null : reason.quote,
    cite: citeOf(reason, wording),
    verified: reason.verified,
  };
}
