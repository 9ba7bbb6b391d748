import { isKind, problem, type Problem, sha256 } from "@cleartitle/norms";
import { applyChanges, type ChangeSet, type TitleGraph } from "@cleartitle/title";
import { compileDeal } from "../compile/compile.js";
import { type Agreement, agreementOf, amendmentsOf, ofAnother, readVersion, standingOn, termsOn } from "./agreement.js";
import { type ClauseHouse, readAmendment } from "./amendment.js";
import { unborn } from "./life.js";
import { daysOfNotice } from "./obligations.js";
import { asksWhether, sayQuestion } from "./renewal-notice.js";
import { endChanges, liveChanges } from "./live-changes.js";
import { type Hand, wrongInStep } from "./next-step.js";
import { type LifeStep, type RecordedStep, sideOf } from "./step.js";
import { overFrom } from "./term.js";

type Distribute<S> = S extends { readonly digest: string } ? Omit<S, "digest" | "amendment" | "from"> : S;
/** A step as somebody asks for it: with the text that it brings in place of its digest. */
export type AskedStep =
  | (Extract<LifeStep, { step: "draft" | "receive" }> extends infer S ? Distribute<S> & { readonly text: string } : never)
  | { readonly step: "amend"; readonly text: string }
  /** `digest`: of the text that was signed; left out: the newest one. */
  | (Omit<Extract<LifeStep, { step: "sign" }>, "digest"> & { readonly digest?: string })
  | Extract<LifeStep, { step: "send" | "withdraw" | "notice" | "settle" | "renew" | "end" }>;

/** What is recorded in one transaction: the step with its text, and what it makes of the title records; null: nothing. */
export interface PlannedStep {
  readonly agreement: string;
  /** After which step it comes; 0: it is the first one. */
  readonly after: number;
  readonly content: LifeStep;
  readonly text: string | null;
  readonly parties: readonly string[];
  readonly changes: ChangeSet | null;
}

export interface Planning {
  readonly house: ClauseHouse;
  /** The newest title records. */
  readonly graph: TitleGraph;
  /** Steps that are recorded of the agreement so far. */
  readonly steps: readonly RecordedStep[];
  readonly hand: Hand;
  /** This instant in UTC. */
  readonly at: string;
}

export interface Plan {
  readonly planned: PlannedStep | null;
  readonly problems: readonly Problem[];
  /** What whoever records it should know at once: that a notice came too late, and what is asked now. */
  readonly notes: readonly string[];
}

const refused = (...problems: readonly Problem[]): Plan => ({ planned: null, problems, notes: [] });

/** Plans the first step of an agreement: a text of ours, or one that came from the other side. */
export function planFirst(asked: Extract<AskedStep, { step: "draft" | "receive" }>, planning: Planning): Plan {
  const { file, problems } = readVersion(asked.text, "deal", planning.house);
  if (file === null) return refused(...problems);
  return planStep(file.deal.id, asked, planning);
}

/** Plans a step: held to the rules, its text read and compiled, and with the changes of the records that come of it. All problems come at once. */
export function planStep(id: string, asked: AskedStep, planning: Planning): Plan {
  const { steps, graph: { us }, house } = planning;
  const agreement = agreementOf(id, steps, us, house);
  if (agreement !== null && agreement.problems.length > 0) return refused(...agreement.problems);
  if (asked.step === "draft" || asked.step === "receive") return planVersion(id, asked, planning, agreement);
  if (agreement === null) return refused(problem("not-found", `there is no agreement \`${id}\``, { offending: id, hint: "add it first" }));
  if (asked.step === "amend") return planAmendment(asked.text, planning, agreement);
  const content: LifeStep = asked.step === "sign" ? { ...asked, digest: asked.digest ?? signedDigest(agreement, asked.amendment) } : asked;
  const problems = [...wrongInStep(agreement.life, content, planning.hand), ...(content.step === "renew" ? wrongInRenewal(agreement, content, planning.hand.today) : []), ...(content.step === "notice" ? wrongInNotice(agreement, content) : []), ...(content.step === "settle" ? wrongInSettlement(agreement, content) : [])];
  if (problems.length > 0) return refused(...problems);
  return withChanges({ content, text: null }, agreement, planning);
}

const signedDigest = ({ life }: Agreement, amendment: string | undefined): string => (amendment === undefined ? life.versions.at(-1) : life.amendments.find((each) => each.id === amendment))?.digest ?? sha256("");

function planVersion(id: string, { text, ...asked }: Extract<AskedStep, { step: "draft" | "receive" }>, planning: Planning, agreement: Agreement | null): Plan {
  const { file, problems } = readVersion(text, "deal", planning.house);
  if (file === null) return refused(...problems);
  const { deal } = file;
  const us = planning.graph.us;
  const ours = sideOf(deal, us);
  const faults = [
    ...ofAnother(id, deal),
    ...(ours === null ? [problem("dangling-reference", `\`${us}\`, for whom the records are kept, is no party to it`, { pointer: "/parties", offending: us, hint: `its parties are ${deal.parties.map((each) => `\`${each.id}\``).join(", ")}` })] : []),
    ...(agreement !== null && ours !== null && ours !== agreement.life.ours ? [problem("contradiction", `in this version \`${us}\` stands on the other side`, { pointer: "/parties", hint: "it is another agreement" })] : []),
    ...(deal.signed === undefined ? [] : [problem("not-allowed", "a text that goes back and forth says nothing of signatures", { pointer: "/signed", hint: "leave `signed` out, and record the signatures as steps" })]),
    ...(agreement !== null && agreement.life.versions.at(-1)?.digest === sha256(text) ? [problem("conflict", "it is the newest version, byte for byte", { hint: "there is nothing new to record" })] : []),
    ...compileDeal(file, planning.house).problems,
  ];
  const content: LifeStep = { ...asked, digest: sha256(text) };
  const life = agreement?.life ?? unborn(id, ours ?? "licensee");
  const all = [...faults, ...wrongInStep(life, content, planning.hand)];
  if (all.length > 0) return refused(...all);
  return { planned: { agreement: id, after: planning.steps.length, content, text, parties: deal.parties.map((each) => each.id), changes: null }, problems: [], notes: [] };
}

function planAmendment(text: string, planning: Planning, agreement: Agreement): Plan {
  const { life, deal } = agreement;
  const { amendment, problems } = readAmendment(text, { deal, others: amendmentsOf(life, "all"), file: "amendment", house: planning.house });
  if (amendment === null) return refused(...problems);
  const content: LifeStep = { step: "amend", digest: sha256(text), amendment: amendment.id, from: amendment.from };
  const faults = wrongInStep(life, content, planning.hand);
  return faults.length > 0 ? refused(...faults) : withChanges({ content, text }, agreement, planning);
}

/** Only what comes by itself is recorded as a renewal; anything else the parties sign as an amendment. */
function wrongInRenewal(agreement: Agreement, { until }: Extract<LifeStep, { step: "renew" }>, today: string): readonly Problem[] {
  const { term } = standingOn(agreement, today);
  const renewal = term?.renewal ?? null;
  if (renewal === null || renewal.until === null) return [problem("conflict", "it does not renew by itself", { hint: "what the parties sign for it is an amendment" })];
  if (renewal.stopped !== null) return [problem("conflict", `the ${renewal.stopped.side} said no on ${renewal.stopped.on}, ${renewal.stopped.who === null ? "in time" : `which counts for this term (${renewal.stopped.who})`}`, { hint: "it ends with its term" })];
  const asking = agreement.notices.filter((notice) => notice.renewals > 0 && asksWhether(notice));
  if (asking.length > 0) return asking.map((notice) => problem("conflict", sayQuestion(notice), { hint: `record first what counsel says of it, with \`settle\`, of step ${notice.step}` }));
  if (renewal.noticeBy !== null && today <= renewal.noticeBy) return [problem("conflict", `either side can say no until ${renewal.noticeBy}`, { hint: "record the renewal when that day is over" })];
  return until === renewal.until ? [] : [problem("bad-value", `by its own words it goes on until ${renewal.until}`, { pointer: "/until", offending: until })];
}

/** Nobody leaves by a clause that is not there. */
function wrongInNotice(agreement: Agreement, { of, on }: Extract<LifeStep, { step: "notice" }>): readonly Problem[] {
  const may = of !== "exit" || termsOn(agreement, on)?.compiled.instrument.norms.filter(isKind("terminate")).some(({ terminate }) => terminate.on === "convenience") === true;
  return may ? [] : [problem("conflict", "no clause lets a side leave on notice", { pointer: "/of", hint: "record the end, when the parties agreed on one" })];
}

/** Only of a notice that came too late, or was passed over, is anything asked. What was renewed since then is undone by no word on it. */
function wrongInSettlement({ notices, life }: Agreement, { notice, counts }: Extract<LifeStep, { step: "settle" }>): readonly Problem[] {
  const found = notices.find(({ step }) => step === notice);
  if (notices.length === 0) return [];
  if (found === undefined) return [problem("dangling-reference", `step ${notice} is no notice against a renewal`, { pointer: "/notice", offending: String(notice), hint: `there ${life.notices.length === 1 ? "is" : "are"} ${notices.map(({ step, on }) => `step ${step} of ${on}`).join(", ")}` })];
  if (found.term === null) return [problem("conflict", "it came after the last day of every term that is recorded", { pointer: "/notice", hint: "record the renewal first: then it is a notice in the term that began" })];
  if (found.late === 0 && found.renewals === 0) return [problem("conflict", "it came in time, and nothing is asked of it", { pointer: "/notice" })];
  if (counts && found.renewals > 1) return [problem("conflict", `${found.renewals} renewals are recorded since, and it cannot count for the first of them any more`, { pointer: "/counts", hint: "record the end, from the day on which it was over" })];
  return [];
}

/** What is to be known of a step that was just taken: that a notice does not stop the renewal that it is against, or that an end comes before the day that a notice set. */
export function notesOf(agreement: Agreement, step: number): readonly string[] {
  const { notices, life } = agreement;
  const content = life.steps.find(({ number }) => number === step)?.content;
  if (content?.step === "end") return notesOfEnd(agreement, content);
  const given = notices.find((each) => each.step === step);
  if (given === undefined || life.state !== "signed") return [];
  if (given.term === null) return ["the notice came after the last day of every term that is recorded, and stops nothing: where the agreement renewed, record the renewal, and the notice is one in the term that began"];
  return asksWhether(given) ? [sayQuestion(given)] : [];
}

const notesOfEnd = (agreement: Agreement, { on: from, side }: Extract<LifeStep, { step: "end" }>): readonly string[] =>
  agreement.life.notices.filter((notice) => notice.of === "exit" && notice.side === side).flatMap((notice) => daysOfNotice(agreement, notice).flatMap(({ on, cite }) =>
    (on === null || from > on ? [] : [`by the notice of ${notice.on} the last day is ${on} (${cite}), and this ends it before: the first day without rights would be ${overFrom(on)}`])));

/** The step with what becomes of the records by it: what was only a text stands in them from the moment at which both have signed, and ends there when its end is recorded. */
function withChanges({ content, text }: Pick<PlannedStep, "content" | "text">, agreement: Agreement, planning: Planning): Plan {
  const { steps, graph, hand: { by }, at, house } = planning;
  const { id } = agreement.life;
  const next: RecordedStep = { number: steps.length + 1, by, at, content, text };
  const after = agreementOf(id, [...steps, next], graph.us, house)!;
  if (after.problems.length > 0) return refused(...after.problems);
  const planned = { agreement: id, after: steps.length, content, text, parties: agreement.deal.parties.map((each) => each.id) };
  const notes = notesOf(after, next.number);
  if (content.step === "end") return { notes, planned: { ...planned, changes: endChanges(after, { ...content, evidence: content.evidence ?? null }, at) }, problems: [] };
  const isLive = after.life.signed !== null && (content.step === "sign" || content.step === "renew");
  if (!isLive) return { notes, planned: { ...planned, changes: null }, problems: [] };
  const { changes, problems } = liveChanges(graph, after);
  if (problems.length > 0) return refused(...problems);
  return { notes, planned: { ...planned, changes: changes.length === 0 || applyChanges(graph, changes) === graph ? null : changes }, problems: [] };
}
