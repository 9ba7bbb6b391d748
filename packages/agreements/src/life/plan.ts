import { isKind, problem, type Problem, sha256 } from "@cleartitle/norms";
import { applyChanges, type ChangeSet, type TitleGraph } from "@cleartitle/title";
import { compileDeal } from "../compile/compile.js";
import { type Agreement, agreementOf, amendmentsOf, ofAnother, readVersion, standingOn, termsOn } from "./agreement.js";
import { type ClauseHouse, readAmendment } from "./amendment.js";
import { unborn } from "./life.js";
import { endChanges, liveChanges } from "./live-changes.js";
import { type Hand, wrongInStep } from "./next-step.js";
import { type LifeStep, type RecordedStep, sideOf } from "./step.js";

type Distribute<S> = S extends { readonly digest: string } ? Omit<S, "digest" | "amendment" | "from"> : S;
/** A step as somebody asks for it: with the text that it brings in place of its digest. */
export type AskedStep =
  | (Extract<LifeStep, { step: "draft" | "receive" }> extends infer S ? Distribute<S> & { readonly text: string } : never)
  | { readonly step: "amend"; readonly text: string }
  /** `digest`: of the text that was signed; left out: the newest one. */
  | (Omit<Extract<LifeStep, { step: "sign" }>, "digest"> & { readonly digest?: string })
  | Extract<LifeStep, { step: "send" | "withdraw" | "notice" | "renew" | "end" }>;

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
}

const refused = (...problems: readonly Problem[]): Plan => ({ planned: null, problems });

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
  const problems = [...wrongInStep(agreement.life, content, planning.hand), ...(content.step === "renew" ? wrongInRenewal(agreement, content, planning.hand.today) : []), ...(content.step === "notice" ? wrongInNotice(agreement, content) : [])];
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
  return { planned: { agreement: id, after: planning.steps.length, content, text, parties: deal.parties.map((each) => each.id), changes: null }, problems: [] };
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
  if (renewal.stopped !== null) return [problem("conflict", `the ${renewal.stopped.side} said no on ${renewal.stopped.on}, in time`, { hint: "it ends with its term" })];
  if (renewal.noticeBy !== null && today <= renewal.noticeBy) return [problem("conflict", `either side can say no until ${renewal.noticeBy}`, { hint: "record the renewal when that day is over" })];
  return until === renewal.until ? [] : [problem("bad-value", `by its own words it goes on until ${renewal.until}`, { pointer: "/until", offending: until })];
}

/** Nobody leaves by a clause that is not there. */
function wrongInNotice(agreement: Agreement, { of, on }: Extract<LifeStep, { step: "notice" }>): readonly Problem[] {
  const may = of !== "exit" || termsOn(agreement, on)?.compiled.instrument.norms.filter(isKind("terminate")).some(({ terminate }) => terminate.on === "convenience") === true;
  return may ? [] : [problem("conflict", "no clause lets a side leave on notice", { pointer: "/of", hint: "record the end, when the parties agreed on one" })];
}

/** The step with what becomes of the records by it: what was only a text stands in them from the moment at which both have signed, and ends there when its end is recorded. */
function withChanges({ content, text }: Pick<PlannedStep, "content" | "text">, agreement: Agreement, planning: Planning): Plan {
  const { steps, graph, hand: { by }, at, house } = planning;
  const { id } = agreement.life;
  const next: RecordedStep = { number: steps.length + 1, by, at, content, text };
  const after = agreementOf(id, [...steps, next], graph.us, house)!;
  if (after.problems.length > 0) return refused(...after.problems);
  const planned = { agreement: id, after: steps.length, content, text, parties: agreement.deal.parties.map((each) => each.id) };
  if (content.step === "end") return { planned: { ...planned, changes: endChanges(after, { ...content, evidence: content.evidence ?? null }, at) }, problems: [] };
  const isLive = after.life.signed !== null && (content.step === "sign" || content.step === "renew");
  if (!isLive) return { planned: { ...planned, changes: null }, problems: [] };
  const { changes, problems } = liveChanges(graph, after);
  if (problems.length > 0) return refused(...problems);
  return { planned: { ...planned, changes: changes.length === 0 || applyChanges(graph, changes) === graph ? null : changes }, problems: [] };
}
