import type { Decision, Reason, World } from "@cleartitle/engine";
import { addDuration, isKind } from "@cleartitle/norms";
import type { DealDuty } from "../compile/compile.js";
import { partyOf } from "../deal/deal.js";
import { type Agreement, termsOn } from "./agreement.js";
import { textIdOf } from "./live-changes.js";
import type { HandledAsset } from "./runbook-questions.js";
import { type Ending, keeping } from "./runbook-world.js";

/** What is to be done with one thing when the agreement is over, or may be. */
export interface RunbookStep {
  /** `stop` what is no longer permitted; `delete`; `certify`; `do` another duty of the end; `keep` what may be kept; `find-out` what is not known. */
  readonly kind: "stop" | "delete" | "certify" | "do" | "keep" | "find-out";
  /** null: it falls on the agreement as a whole. */
  readonly asset: string | null;
  /** Parts that the thing plays for the agreement; empty: the thing's record tells none. */
  readonly roles: readonly string[];
  readonly what: string;
  /** Who has to do it, or certifies: a party. */
  readonly who: string;
  /** Last day, also of what may be kept; null: no day is known, and `when` tells what it waits for. */
  readonly by: string | null;
  readonly when: string | null;
  /** The duty, the ban or the permit by which it is so. */
  readonly instrument: string | null;
  readonly cite: string | null;
  readonly quote: string | null;
  /** Acts that are meant. */
  readonly acts: readonly string[];
  /** What would settle it, or what could be done instead. */
  readonly settle: readonly string[];
}

/** What is answered of an act on a thing on the last day, and on the day after. */
export interface Answer {
  readonly before: Decision;
  readonly after: Decision;
  /** Of what goes on after the end: the last day on which it does, and the answer of the day after that; null: no clause says one. */
  readonly turn: { readonly last: string; readonly answer: Decision } | null;
}

const isDeletion = (duty: string): boolean => duty === "delete" || duty === "delete-derivatives";

/** Puts down what is to be done, thing by thing, from the answers to what may be done with each. */
export class RunbookWriter {
  readonly steps: RunbookStep[] = [];
  readonly #texts: ReadonlySet<string>;
  readonly #duties: readonly DealDuty[];
  readonly #licensee: string;
  /** Duties to delete that fall on something that is recorded. */
  readonly #fallen = new Set<DealDuty>();

  constructor(
    private readonly agreement: Agreement,
    private readonly ending: Ending,
    private readonly lastDay: string,
    private readonly actions: World["catalogue"]["taxonomies"]["actions"],
  ) {
    this.#texts = new Set(agreement.segments.map((segment) => textIdOf(agreement.deal, segment)));
    this.#duties = termsOn(agreement, lastDay)!.compiled.duties.filter(({ end }) => end !== undefined);
    this.#licensee = partyOf(agreement.deal, "licensee").id;
  }

  /** What the answers to the acts on one thing, asked for the day after, make of it. */
  asset({ asset, acts }: HandledAsset, roles: readonly string[], answers: ReadonlyMap<string, Answer>): void {
    const stopped = acts.filter((act) => act !== keeping && isLost(answers.get(act)));
    // Of a thing that plays no part in it nothing is asked by the agreement.
    if (roles.length === 0 && stopped.length === 0) return;
    if (stopped.length > 0) this.#stop(asset, roles, stopped, answers);
    const open = acts.filter((act) => answers.get(act)?.after.decision === "unresolved");
    const given = acts.filter((act) => act !== keeping && isGiven(answers.get(act)?.after));
    const kept = answers.get(keeping)!.after;
    // What may be run or offered may lie there for it, whether a permit names the keeping or not; what forbids the keeping still does.
    const goesOn = isGiven(kept) ? kept : given.length > 0 && !isBarred(kept) ? answers.get(given[0]!)!.after : null;
    const duties = this.#duties.filter(({ on, do: kind }) => on?.some((role) => roles.includes(role)) === true && isDeletion(kind));
    if (duties.length > 0) this.#delete(asset, roles, duties, goesOn);
    // What may perhaps go on is not to be deleted before that is found out.
    else if (kept.decision === "blocked" && goesOn === null && open.every((act) => act === keeping)) {
      // Where nothing was permitted before either, it is not this end by which it has to go.
      if (stopped.length > 0 || isLost(answers.get(keeping))) this.#deleteByBan(asset, roles, kept);
      else this.#findOut(asset, roles, acts, answers, given.length === 0 ? "nothing was permitted before the end either: see the answer of today" : `to keep it was forbidden before the end too, and these may go on: ${this.#said(given)}`);
    }
    // Whoever owns a thing may still have promised to delete it: then only a clause of the agreement lets it stay.
    const permit = goesOn === null ? null : this.#reasonOf(goesOn);
    if (goesOn !== null && (duties.length === 0 || (permit !== null && this.#own(permit)))) this.#keep(asset, roles, given, answers);
    if (open.length > 0) this.#findOut(asset, roles, open, answers);
  }

  /** Duties of the end that fall on no thing of their own, and those to delete that fall on none that is recorded. */
  whole(): void {
    for (const duty of this.#duties) {
      if (this.#fallen.has(duty)) continue;
      const step = this.#dutyStep(duty, isDeletion(duty.do) ? "delete" : duty.do === "certify-deletion" ? "certify" : "do", null, []);
      this.steps.push(isDeletion(duty.do) && duty.on !== undefined ? { ...step, settle: ["nothing that is recorded plays such a part: look for copies that the records do not have"] } : step);
    }
  }

  /** Acts as one says them. */
  #said(acts: readonly string[]): string {
    return acts.map((act) => this.actions.get(act)?.title ?? act).join("; ");
  }

  #own(reason: Reason): boolean {
    return reason.instrument !== null && this.#texts.has(reason.instrument);
  }

  #stop(asset: string, roles: readonly string[], acts: readonly string[], answers: ReadonlyMap<string, Answer>): void {
    const decision = answers.get(acts[0]!)!.after;
    const why = this.#reasonOf(decision);
    this.steps.push({
      kind: "stop", asset, roles, acts, what: `stop: ${this.#said(acts)}`, who: this.#licensee, by: this.lastDay, when: null,
      instrument: why?.instrument ?? null, cite: why?.cite ?? null, quote: why?.quote ?? null,
      settle: first(acts.flatMap((act) => answers.get(act)!.after.remedies.map(({ what }) => what)), 5),
    });
  }

  /** The reason of the agreement's own that weighs most, else the first one. */
  #reasonOf({ reasons, decision }: Decision): Reason | null {
    const present = reasons.filter(({ tense }) => tense === "present");
    const said = present.filter((reason) => reason.decision === decision);
    return said.find((reason) => this.#own(reason)) ?? said[0] ?? present[0] ?? null;
  }

  #delete(asset: string, roles: readonly string[], duties: readonly DealDuty[], kept: Decision | null): void {
    const permit = kept === null ? null : this.#reasonOf(kept);
    for (const duty of duties) this.#fallen.add(duty);
    for (const duty of duties) this.steps.push({ ...this.#dutyStep(duty, "delete", asset, roles), settle: permit === null || !this.#own(permit) ? this.#instead(roles) : [`except what may be kept (${permit.cite ?? permit.instrument!})`] });
  }

  /** A permit that does not reach the keeping says nothing of it: only a ban is cited. */
  #banOf(decision: Decision): Reason | null {
    const why = this.#reasonOf(decision);
    const norms = termsOn(this.agreement, this.lastDay)!.compiled.instrument.norms;
    return why !== null && (!this.#own(why) || norms.some(({ id, kind }) => id === why.norm && kind === "prohibit")) && why.layer === "contract" ? why : null;
  }

  #deleteByBan(asset: string, roles: readonly string[], decision: Decision): void {
    const why = this.#banOf(decision);
    this.steps.push({
      kind: "delete", asset, roles, acts: [keeping], what: "delete it: nothing permits to keep it", who: this.#licensee, by: this.lastDay, when: null,
      instrument: why?.instrument ?? null, cite: why?.cite ?? null, quote: why?.quote ?? null, settle: this.#instead(roles),
    });
  }

  #instead(roles: readonly string[]): readonly string[] {
    return roles.includes("derivative") ? ["or train it again from the start without what was licensed"] : [];
  }

  /** What may stay, until when, and under which conditions: those of each act that goes on. */
  #keep(asset: string, roles: readonly string[], acts: readonly string[], answers: ReadonlyMap<string, Answer>): void {
    const going = [keeping, ...acts].map((act) => ({ act, ...answers.get(act)! })).filter(({ after }) => isGiven(after));
    const why = this.#reasonOf(going[0]!.after);
    const survive = this.#surviving(why);
    const until = going.flatMap(({ turn }) => turn?.last ?? []).toSorted()[0] ?? null;
    const long = until === null ? "" : ` until ${until}`;
    this.steps.push({
      kind: "keep", asset, roles, acts, what: acts.length === 0 ? `it may be kept${long}` : `it may go on${long}: ${this.#said(acts)}`, who: this.#licensee, by: until, when: going.some(({ after }) => after.decision === "conditional") ? "under the conditions of the answer" : null,
      instrument: why?.instrument ?? null, cite: survive?.cite ?? why?.cite ?? null, quote: survive?.quote ?? why?.quote ?? null, settle: first(going.flatMap(({ after }) => conditionsOf(after)), 5),
    });
    for (const last of new Set(going.flatMap(({ turn }) => (turn?.answer.decision === "blocked" ? [turn.last] : [])))) {
      const over = going.filter(({ turn }) => turn?.last === last && turn.answer.decision === "blocked");
      const against = this.#reasonOf(over[0]!.turn!.answer);
      this.steps.push({
        kind: "stop", asset, roles, acts: over.map(({ act }) => act), what: `stop what goes on until then: ${this.#said(over.map(({ act }) => act))}`, who: this.#licensee, by: last, when: null,
        instrument: against?.instrument ?? null, cite: against?.cite ?? null, quote: against?.quote ?? null, settle: [],
      });
    }
  }

  /** The clause by which a permit goes on after the end. */
  #surviving(reason: Reason | null): { readonly cite: string; readonly quote: string | null } | null {
    if (reason === null || !this.#own(reason) || reason.norm === null) return null;
    const found = termsOn(this.agreement, this.lastDay)!.compiled.instrument.norms.filter(isKind("survive")).find(({ survive }) => survive.norms.includes(reason.norm!) && survive.after.includes(this.ending.how));
    return found === undefined ? null : { cite: found.cite, quote: found.quote ?? null };
  }

  #findOut(asset: string, roles: readonly string[], acts: readonly string[], answers: ReadonlyMap<string, Answer>, what = `not known: ${this.#said(acts)}`): void {
    const decisions = acts.map((act) => answers.get(act)!.after);
    const why = this.#reasonOf(decisions[0]!);
    const asked = decisions.flatMap(({ questions }) => questions.map(({ ask }) => ask));
    this.steps.push({
      kind: "find-out", asset, roles, acts, what, who: this.#licensee, by: this.lastDay, when: null,
      instrument: why?.instrument ?? null, cite: why?.cite ?? null, quote: why?.quote ?? null, settle: asked.length > 0 ? first(asked, 10) : decisions.some(({ decision }) => decision === "unresolved") ? ["no fact that could be recorded settles it: what the parties agree on in writing does"] : [],
    });
  }

  #dutyStep({ do: what, text, who, within, trigger, end, cite, topic }: DealDuty, kind: RunbookStep["kind"], asset: string | null, roles: readonly string[]): RunbookStep {
    const counted = end === "counts" && within !== undefined ? addDuration(this.lastDay, within) : null;
    const party = who === "licensor" ? partyOf(this.agreement.deal, "licensor").id : who === "licensee" ? this.#licensee : this.agreement.deal.parties.slice(0, 2).map(({ id }) => id).join(" and ");
    return {
      kind, asset, roles, acts: [what], what: text, who: party, by: counted, when: counted === null ? `${trigger}${within === undefined ? "" : `, within ${within}`}` : null,
      instrument: this.agreement.deal.id, cite, quote: this.#quoteOf(topic, cite), settle: [],
    };
  }

  #quoteOf(topic: string, cite: string): string | null {
    const clause = termsOn(this.agreement, this.lastDay)!.compiled.clauses.find((each) => each.topic === topic);
    return clause?.text[Number(cite.split(".")[1]) - 1] ?? null;
  }
}

export const isGiven = (decision: Decision | undefined): boolean => decision?.decision === "cleared" || decision?.decision === "conditional";

/** Whether something stands against it, and not only nothing for it. */
const isBarred = ({ decision, reasons }: Decision): boolean => decision === "blocked" && reasons.some((reason) => reason.decision === "blocked" && !reason.outcome.startsWith("no basis"));

/** What an answer asks for before it is more than conditional. */
const conditionsOf = ({ decision, obligations, questions }: Decision): string[] => [
  ...obligations.filter(({ state }) => state !== "met").map((duty) => `${duty.do}${duty.text === null ? "" : `: ${duty.text}`} (${duty.cite})`), ...(decision === "conditional" ? questions.map(({ ask }) => ask) : []),
];

/** Each once; how many more there are is told. */
const first = (lines: readonly string[], most: number): readonly string[] => {
  const each = [...new Set(lines)];
  return each.length <= most ? each : [...each.slice(0, most), `and ${each.length - most} more: see the answer`];
};

/** What was permitted on the last day and is not on the day after. */
const isLost = (answer: Answer | undefined): boolean => answer?.after.decision === "blocked" && answer.before.decision !== "blocked";
