import { statusOrder, type Status } from "@cleartitle/norms";
import type { Decision, Reason } from "../decision.js";
import { sayDuty } from "./duty.js";
import { runsTold, sayIds } from "./follow-up.js";
import { sayCount, sayList, sayPlaces } from "./list.js";
import { type ActWords, type Names, plainWords, sayCite, sayInstrument, type Wording } from "./names.js";
import { dutyKey, isDuty, type ReasonWords, sayLayer, sayReason } from "./reason.js";

/** Every place of a decision, acts with their own place and date, duties in words: what its parts are said with. */
export function wordingOf(decision: Decision, given: { readonly groups?: Wording["groups"]; readonly names?: Names; readonly full?: boolean } = {}): Wording {
  const acts = new Map<string, ActWords>();
  for (const { act, action, asset, who, in: place, on } of decision.exposure) {
    const known = acts.get(act);
    acts.set(act, { actions: [...new Set([...(known?.actions ?? []), action])], asset: known?.asset ?? asset, who, in: place, on });
  }
  const groups = given.groups ?? given.names?.taxonomies?.groups;
  const bare: Wording = {
    on: decision.use.on, use: decision.use.name, all: decision.byTerritory.flatMap((row) => row.territories), acts, full: given.full === true,
    ...(groups === undefined ? {} : { groups }), ...(given.names === undefined ? {} : { names: given.names }),
  };
  const duties = new Map<string, string>();
  for (const duty of decision.obligations) {
    const key = dutyKey(duty.instrument, duty.norm);
    const said = sayDuty(duty, bare);
    const known = duties.get(key);
    duties.set(key, known === undefined || known === said ? said : `${known}; ${said}`);
  }
  return { ...bare, duties };
}

/** One numbered line of reasons: a reason, or the duties of one instrument told as one. */
export interface ReasonEntry {
  readonly reasons: readonly [Reason, ...Reason[]];
  readonly words: ReasonWords;
}

function foldDuties(reasons: readonly [Reason, ...Reason[]], wording: Wording): ReasonWords {
  const [first] = reasons;
  const by = first.instrument === null ? "the law" : sayInstrument(first.instrument, wording);
  const asked = [...new Set(reasons.map((reason) => wording.duties?.get(dutyKey(reason.instrument, reason.norm)) ?? plainWords(reason.norm ?? reason.outcome)))];
  const actions = [...new Set(reasons.map((reason) => plainWords(reason.action)))];
  const assets = [...new Set(reasons.map((reason) => reason.asset))];
  return {
    ...sayReason(first, wording),
    title: `${sayList(actions)} ${sayList(assets)} (${sayLayer(first.layer)})`,
    says: `${by} asks ${sayCount(asked.length, "thing")}, see Obligations: ${asked.join("; ")}.`,
    where: `in ${sayPlaces([...new Set(reasons.flatMap((reason) => reason.territories))], wording)}`,
    path: "", because: [], quote: null, cite: null,
  };
}

/** The same answer in several places by another rule in each: the rules are listed by place. */
function foldRules(reasons: readonly [Reason, ...Reason[]], wording: Wording): ReasonWords {
  const first = sayReason(reasons[0], wording);
  const rules = reasons.map((reason) => `${sayPlaces(reason.territories, wording)}: ${sayCite(reason.instrument, reason.cite, wording) ?? "law"}`);
  return { ...first, where: `in ${sayPlaces([...new Set(reasons.flatMap((reason) => reason.territories))], wording)}`, because: [...first.because.slice(0, 1), ...rules], options: [], folded: null, quote: null, cite: null };
}

/** Past acts are told among the exposures, with what they turn on: here only that they hold the answer down. */
function foldPast(reasons: readonly [Reason, ...Reason[]], wording: Wording): ReasonWords {
  const [first] = reasons;
  const open = reasons.filter((reason) => reason.outcome === "exposure open").length;
  const unknown = reasons.length - open;
  const parts = [...(open === 0 ? [] : [`${open} had no basis`]), ...(unknown === 0 ? [] : [`whether ${unknown} had ${open === 0 ? "a basis" : "one"} is not known`])];
  return {
    ...sayReason(first, wording),
    title: "past acts",
    says: `${sayList(parts)}, see Exposure; until that is settled or accepted, the answer is no better than ${first.decision}.`,
    where: `counts in ${sayPlaces([...new Set(reasons.flatMap((reason) => reason.territories))], wording)}`,
    path: "", because: [], options: [], folded: null, quote: null, cite: null,
  };
}

const isRule = (reason: Reason): boolean => reason.tense === "present" && reason.decision === "cleared" && (reason.basisKind === "unprotected" || reason.basisKind === "excepted");

function foldKey(reason: Reason, wording: Wording): string {
  if (wording.full === true) return reason.id;
  if (isDuty(reason)) return JSON.stringify([reason.instrument, reason.decision, reason.outcome, reason.party]);
  if (isRule(reason)) return JSON.stringify([reason.asset, reason.layer, reason.action, reason.basisKind, reason.part, reason.path]);
  return reason.tense === "past" && reason.outcome.startsWith("exposure ") ? JSON.stringify(["past", reason.decision]) : reason.id;
}

function sayEntry(reasons: readonly [Reason, ...Reason[]], wording: Wording): ReasonWords {
  if (wording.full !== true && reasons[0].tense === "past" && reasons[0].outcome.startsWith("exposure ")) return foldPast(reasons, wording);
  if (reasons.length === 1) return sayReason(reasons[0], wording);
  return isRule(reasons[0]) ? foldRules(reasons, wording) : foldDuties(reasons, wording);
}

/** Reasons in their order, with the duties of one instrument drawn together where the first of them stands. */
export function reasonEntries(decision: Decision, wording: Wording): ReasonEntry[] {
  const groups = new Map<string, [Reason, ...Reason[]]>();
  for (const reason of decision.reasons) {
    const key = foldKey(reason, wording);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [reason]);
    else known.push(reason);
  }
  return [...groups.values()].map((reasons) => ({ reasons, words: sayEntry(reasons, wording) }));
}

/** What a short text tells of one reason, line by line: where, options, facts, source. */
export interface ReasonLines {
  readonly where: string;
  readonly because: readonly string[];
  /** Facts that were left out. */
  readonly left: number;
  readonly source: string | null;
  readonly weak: string | null;
}

/** How much of a reason is told beside the answer: what is not cleared by more, what only holds by less. */
export function reasonLines(entry: ReasonEntry, decision: Decision, wording: Wording): ReasonLines {
  const { words, reasons } = entry;
  const most = wording.full === true || (reasons.length > 1 && isRule(reasons[0])) ? Number.POSITIVE_INFINITY : words.status !== "cleared" ? 3 : decision.decision === "cleared" ? 2 : 0;
  const kept = words.because.length <= most + 1 && most > 0 ? words.because.length : most;
  const cited = words.cite !== null && (words.says.includes(words.cite) || words.cite === sayCite(null, "own contribution to a recorded derivation"));
  const weak = words.verified === null || words.verified === "primary" || words.verified === "secondary" ? null : `text verified only as ${words.verified}`;
  return {
    where: `${words.where}${words.path === "" ? "" : `, by way of ${words.path}`}`,
    because: words.because.slice(0, kept),
    left: isDuty(reasons[0]) && reasons.length > 1 ? 0 : words.because.length - kept,
    source: cited && weak === null ? null : words.cite,
    weak,
  };
}

export interface TerritoryLine {
  readonly status: Status;
  readonly where: string;
  /** Reasons as bad as the answer there. */
  readonly because: readonly string[];
  readonly also: readonly string[];
}

/** The worst territory first, with the reasons that decide there before the others. */
export function territoryLines(decision: Decision, wording: Wording): TerritoryLine[] {
  const byId = new Map(decision.reasons.map((reason) => [reason.id, reason.decision]));
  return decision.byTerritory.toSorted((a, b) => statusOrder(b.decision, a.decision)).map((row) => {
    const because = row.reasons.filter((id) => byId.get(id) === row.decision);
    return { status: row.decision, where: sayPlaces(row.territories, wording), because, also: row.reasons.filter((id) => !because.includes(id)) };
  });
}

export const sayTerritory = (line: TerritoryLine, wording: Wording): string => {
  const because = line.because.length === 0 ? "" : ` — ${sayIds(line.because, runsTold(wording))}`;
  const also = line.also.length === 0 ? "" : `${because === "" ? " — " : "; also "}${sayIds(line.also, runsTold(wording))}`;
  return `${line.where}${because}${also}`;
};
