import { problem, type Problem, type Taxonomies } from "@cleartitle/norms";
import { readTitleValue, type TitleFile } from "@cleartitle/title";
import type { ClauseLibrary } from "../clause/library.js";
import { unsettlesSurvival } from "../clause/rule.js";
import { fill, fillText } from "../clause/template.js";
import type { DutyTemplate, Stance } from "../clause/topic.js";
import { type Deal, partyOf } from "../deal/deal.js";
import type { DealFile } from "../deal/read-deal.js";
import { boundDaysOf, boundsOf, type DateDraft, type DealDate, datesOf } from "./deal-dates.js";
import { citeOf, type CompiledNorm, normsOf, type NotCompiled, type Taking } from "./deal-norms.js";
import { outlasting } from "./survival.js";
import { sayingOf, valuesOf } from "./wording.js";

type FileInstrument = NonNullable<TitleFile["instruments"]>[number];
type FileAcceptance = NonNullable<TitleFile["acceptances"]>[number];

/** A clause as the document says it. */
interface DealClause {
  readonly topic: string;
  readonly number: number;
  readonly title: string;
  readonly version: Stance | "own";
  readonly text: readonly string[];
}

export interface DealDuty extends Omit<DutyTemplate, "at"> {
  readonly topic: string;
  readonly cite: string;
}

/** A deal as the engine takes it, and all of it that the engine does not. */
export interface Compiled {
  readonly instrument: FileInstrument;
  /** By which those who sign beside the licensee are bound. */
  readonly acceptances: readonly FileAcceptance[];
  readonly clauses: readonly DealClause[];
  readonly duties: readonly DealDuty[];
  readonly dates: readonly DealDate[];
  readonly notCompiled: readonly NotCompiled[];
  /** Words that the clauses say of themselves, for the rules of consistency. */
  readonly says: ReadonlySet<string>;
}

export interface CompileOptions {
  readonly library: ClauseLibrary;
  readonly taxonomies: Taxonomies;
  /** As if it were signed as it stands: what a draft would do. */
  readonly asSigned?: boolean;
  /** Last day after the renewals that were recorded; absent: the last day that the clauses say. */
  readonly until?: string;
}

function takingsOf(deal: Deal, { library, taxonomies }: CompileOptions, bounds: ReadonlyMap<string, string | null>): Taking[] {
  return [...library.topics.values()].flatMap((topic): Taking[] => {
    const taken = deal.topics[topic.id];
    if (taken === undefined) return [];
    const clause = taken.own ?? topic.versions[taken.version!];
    const values = valuesOf(deal, topic, taken, bounds);
    const say = sayingOf(deal, topic, taxonomies);
    return [{ topic, clause, values, say, text: clause.text.map((sentence) => fillText(sentence, values, say)) }];
  });
}

/** Takings in which the days of each clause have a name. */
const withDates = (takings: readonly Taking[], dates: readonly DealDate[]): Taking[] =>
  takings.map((taking) => ({ ...taking, values: new Map([...taking.values, ...dates.flatMap((date) => (date.topic === taking.topic.id ? [[`date.${date.id}`, date.on] as const] : []))]) }));

const dateDrafts = (takings: readonly Taking[]): DateDraft[] =>
  takings.flatMap(({ topic, clause, values, say }) => (clause.dates ?? []).map((template) => ({ topic: topic.id, number: topic.number, template, values, say })));

const dutiesOf = (takings: readonly Taking[]): DealDuty[] =>
  takings.flatMap(({ topic, clause, values, say }) => (clause.duties ?? []).map(({ at, ...duty }) => ({ ...(fill(duty, values, say) as Omit<DutyTemplate, "at">), topic: topic.id, cite: citeOf(topic, at) })));

const notesOf = (takings: readonly Taking[]): NotCompiled[] =>
  takings.flatMap(({ topic, clause, text, values, say }) => (clause.notes ?? []).map(({ at, why, touches }) => ({
    topic: topic.id, cite: citeOf(topic, at), text: text[at - 1]!, why, touches: touches === undefined ? null : (fill(touches, values, say) as readonly string[] | "all"),
  })));

/** What words outside of every topic are called among topics. */
export const further = { id: "further", title: "Words outside of every topic" } as const;

/** Words outside of every topic: nobody wrote them as norms, so that they could forbid anything. */
const furtherNotes = (deal: Deal): NotCompiled[] =>
  (deal.further ?? []).flatMap(({ id, title, text }) => text.map((sentence, index) => ({ topic: further.id, cite: `further.${id}.${index + 1}`, text: sentence, why: `words of the parties under \`${title}\` that nobody wrote as norms`, touches: "all" as const })));

const actionsOf = (norm: CompiledNorm["norm"]): readonly string[] => (norm as unknown as Readonly<Record<string, { readonly actions?: readonly string[] }>>)[norm.kind]?.actions ?? [];

function instrumentOf(deal: Deal, { library, asSigned }: CompileOptions, parts: { readonly takings: readonly Taking[]; readonly norms: readonly CompiledNorm[]; readonly notCompiled: readonly NotCompiled[]; readonly start: string | null; readonly end: string | null }): FileInstrument {
  const { frame } = library;
  const norms = parts.norms.map((each) => each.norm);
  const roles = new Set(norms.flatMap((norm) => norm.on ?? ["materials"]));
  // Where no clause says when it begins, it begins when it is signed: what was done before is not covered by it.
  const term = { from: parts.start ?? deal.signed?.on ?? deal.written, ...(parts.end === null ? {} : { to: parts.end }) };
  const unsupported = parts.notCompiled.flatMap(({ text, touches, cite }) => (touches === null ? [] : [{ what: text, cite, ...(touches === "all" ? {} : { actions: [...touches] }) }]));
  return {
    id: deal.id, kind: frame.kind, title: deal.title, version: deal.written,
    source: [{ what: deal.title, where: deal.signed?.evidence ?? "deal file", ...(deal.signed === undefined ? {} : { retrieved: deal.signed.on }) }],
    // What nobody signed is a proposal: it is read as one that nobody vouches for, and grants nothing.
    verified: deal.signed !== undefined || asSigned === true ? "primary" : "unverified",
    reviewed: deal.signed?.on ?? deal.written,
    licensor: partyOf(deal, "licensor").id, licensee: partyOf(deal, "licensee").id,
    rest: parts.takings.find((taking) => taking.clause.rest !== undefined)?.clause.rest ?? frame.rest,
    speaksOf: { training: norms.some((norm) => actionsOf(norm).includes("train-on")), outputs: roles.has("output") || roles.has("output-set"), weights: roles.has("derivative") || deal.assets.some((asset) => asset.kind === "model") },
    term,
    bindsBy: [...frame.bindsBy, ...new Set(parts.takings.flatMap((taking) => taking.clause.bindsBy ?? []))], reach: frame.reach, covers: deal.assets.map((asset) => asset.id),
    ...(unsupported.length === 0 ? {} : { unsupported }),
    norms,
  };
}

/** `kind` names the key in memory only. */
const asWritten = (instrument: FileInstrument): object => ({ ...instrument, norms: instrument.norms.map(({ kind: _kind, ...norm }) => norm) });

/** The title file that a compiled deal is checked in: what leaves here is what the engine's own reader takes. */
export const titleOfDeal = (deal: Deal, compiled: Pick<Compiled, "instrument" | "acceptances">): object => ({
  us: partyOf(deal, "licensee").id,
  parties: deal.parties.map((party) => ({ id: party.id })),
  assets: deal.assets.map((asset) => ({ id: asset.id, kind: asset.kind, licensor: partyOf(deal, "licensor").id })),
  instruments: [asWritten(compiled.instrument)],
  ...(compiled.acceptances.length === 0 ? {} : { acceptances: compiled.acceptances }),
});

const placeOf = ({ document }: DealFile, topic: string): Pick<Problem, "file" | "line" | "column" | "pointer"> => ({ file: document.file, ...document.locate(["topics", topic]), pointer: `/topics/${topic}` });

function faultsOf(file: DealFile, compiled: Compiled, norms: readonly CompiledNorm[], taxonomies: Taxonomies): Problem[] {
  const { deal, document } = file;
  const { problems } = readTitleValue(titleOfDeal(deal, compiled), { file: document.file, taxonomies });
  return problems.map((fault) => {
    const index = /^\/instruments\/0\/norms\/(\d+)/.exec(fault.pointer ?? "")?.[1];
    return { ...fault, ...(index === undefined ? { ...document.locate([]), pointer: "" } : placeOf(file, norms[Number(index)]!.topic)) };
  });
}

const boundWords = { start: "begins", end: "ends" } as const;

/** A deal has one first and one last day. On which day that is may be unknown, and then so is whether anything is permitted; two different ones are a contradiction. */
function boundFaults(file: DealFile, takings: readonly Taking[]): { readonly problems: readonly Problem[]; readonly open: readonly NotCompiled[] } {
  const set = boundDaysOf(dateDrafts(takings));
  const textOf = ({ topic, at }: (typeof set)[number]): string => takings.find((taking) => taking.topic.id === topic)!.text[at - 1]!;
  return {
    problems: set.flatMap((day) => {
      const first = set.find((each) => each.sets === day.sets)!;
      return first.on === day.on ? [] : [problem("contradiction", `the deal ${boundWords[day.sets]} on ${first.on ?? "a day that is open"} (${first.cite}) and on ${day.on ?? "a day that is open"} (${day.cite})`, { ...placeOf(file, day.topic), hint: "say it in one clause" })];
    }),
    open: set.filter((day) => day.on === null).map((day) => ({ topic: day.topic, cite: day.cite, text: textOf(day), why: `the deal ${boundWords[day.sets]} on a day that nobody has said yet`, touches: "all" })),
  };
}

/** Turns a deal into what the engine decides with. What norms, duties and dates do not carry is listed. */
export function compileDeal(file: DealFile, options: CompileOptions): { readonly compiled: Compiled | null; readonly problems: readonly Problem[] } {
  const { deal } = file;
  const drafts = dateDrafts(takingsOf(deal, options, new Map()));
  const set = boundsOf(drafts);
  const bounds = options.until === undefined ? set : { ...set, end: options.until };
  const bounded = takingsOf(deal, options, new Map([["start", bounds.start], ["end", bounds.end]]));
  const dates = datesOf(dateDrafts(bounded), bounds);
  const takings = withDates(bounded, dates);
  const { norms: said, blank, faults } = normsOf(takings, deal);
  const bound = boundFaults(file, bounded);
  const says = new Set(takings.flatMap(({ clause }) => clause.says ?? []));
  const broken = [...faults.map(({ code, topic, message }) => problem(code, message, placeOf(file, topic))), ...bound.problems];
  if (broken.length > 0) return { compiled: null, problems: broken };
  const norms = outlasting(said, { reach: options.library.frame.reach, end: bounds.end, unsettled: unsettlesSurvival(options.library.rules, says) });
  const notCompiled = [...notesOf(takings), ...blank, ...bound.open, ...furtherNotes(deal)];
  const signed = deal.signed;
  const compiled: Compiled = {
    instrument: instrumentOf(deal, options, { takings, norms, notCompiled, ...bounds }),
    acceptances: signed === undefined ? [] : deal.parties.filter((party) => party.role === "affiliate").map((party) => ({ instrument: deal.id, party: party.id, on: signed.on, evidence: signed.evidence })),
    clauses: takings.map(({ topic, text }) => ({ topic: topic.id, number: topic.number, title: topic.title, version: deal.topics[topic.id]!.version ?? "own", text })),
    duties: dutiesOf(takings), dates, notCompiled, says,
  };
  const problems = faultsOf(file, compiled, norms, options.taxonomies);
  return problems.length > 0 ? { compiled: null, problems } : { compiled, problems: [] };
}
