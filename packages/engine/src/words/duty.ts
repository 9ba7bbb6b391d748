import type { Obligation } from "../decision.js";
import { sayList } from "./list.js";
import { plainWords, sayCite, sayDutyKind, sayFact, sayInstrument, isLaw, type Wording } from "./names.js";

const whenWords: Readonly<Record<string, (what: string) => string>> = {
  before: (what) => `before the ${what}`, with: (what) => `together with the ${what}`, "on-request": () => "on request", continuous: () => "for as long as it lasts",
};

/** `P1Y6M` → `1 year and 6 months`; null: that is no span of days. */
export function sayDuration(text: string): string | null {
  const duration = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text);
  const parts = ["year", "month", "week", "day"].flatMap((unit, at) => {
    const n = duration?.[at + 1];
    return n === undefined ? [] : [`${n} ${unit}${n === "1" ? "" : "s"}`];
  });
  return parts.length === 0 ? null : sayList(parts);
}

/** `before:use` → `before the use`, `P30D` → `within 30 days of the act`; a date and what is not known here are said as they are. */
export function sayDue(due: string): string {
  const [head = due, what = "act", ...more] = due.split(":");
  const known = whenWords[head];
  if (known !== undefined && more.length === 0) return known(plainWords(what));
  const duration = sayDuration(head);
  if (duration !== null) return `within ${duration} of the ${plainWords(what)}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(due) ? `by ${due}` : plainWords(due);
}

/** An obligation in words: what, who to whom, on what, when, with which evidence, and where it is written. */
export interface ObligationWords {
  readonly what: string;
  readonly on: string;
  readonly who: string;
  readonly when: string;
  readonly state: string;
  readonly evidence: string;
  readonly cite: string;
}

const stateWords: Readonly<Record<Obligation["state"], string>> = { open: "to do", met: "met", overdue: "overdue", if: "only if" };

/** The duty alone: `show a brand: “Built with Llama”`. A text that is a sentence of its own is not put in quotation marks. */
export function sayDuty(duty: Pick<Obligation, "do" | "text">, wording: Wording = {}): string {
  if (duty.do === "undertake") return `make sure: ${duty.text ?? "as promised"}`;
  const kind = sayDutyKind(duty.do, wording);
  if (duty.text === null) return kind;
  return duty.text.split(" ").length <= 6 ? `${kind}: “${duty.text}”` : `${kind} (${duty.text[0]!.toLowerCase()}${duty.text.slice(1)})`;
}

const acting = (trigger: string): string => sayList(trigger.split(", ").map(plainWords), "or");

export function sayObligation(duty: Obligation, wording: Wording = {}): ObligationWords {
  const hangs = duty.if?.split(", ").map((fact) => sayFact(fact, wording) ?? fact).join(" ");
  return {
    what: sayDuty(duty, wording),
    on: duty.object,
    who: duty.creditor === null ? duty.debtor : `${duty.debtor}, owed to ${duty.creditor}`,
    when: `${sayDue(duty.due)} (${acting(duty.trigger)})`,
    state: hangs === undefined ? stateWords[duty.state] : `${stateWords.if} ${hangs}`,
    evidence: sayList(duty.evidence.map((each) => sayFact(each, wording) ?? plainWords(each))),
    cite: sayCite(duty.instrument, duty.cite === "" ? null : duty.cite, wording) ?? duty.instrument,
  };
}

/** Duties of one instrument owed by the same to the same, told together. */
export interface ObligationGroup {
  readonly title: string;
  readonly duties: readonly Obligation[];
}

interface Owed {
  readonly by: string;
  readonly debtor: string;
  readonly creditor: string | null;
  readonly duties: Obligation[];
}

/** Where the same is owed to several, it is told once with all of them. */
export function groupObligations(duties: readonly Obligation[], wording: Wording = {}): ObligationGroup[] {
  const owed = new Map<string, Owed>();
  for (const duty of duties) {
    const { debtor, creditor } = duty;
    const by = isLaw(duty.instrument, wording) ? "the law" : sayInstrument(duty.instrument, wording);
    const key = JSON.stringify([debtor, creditor, by]);
    const known = owed.get(key);
    if (known === undefined) owed.set(key, { by, debtor, creditor, duties: [duty] });
    else known.duties.push(duty);
  }
  const alike = new Map<string, { readonly first: Owed; readonly creditors: string[] }>();
  for (const each of owed.values()) {
    const key = each.creditor === null ? JSON.stringify([each.by, each.debtor]) : JSON.stringify([each.by, each.duties.map((duty) => ({ ...duty, creditor: null }))]);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { first: each, creditors: each.creditor === null ? [] : [each.creditor] });
    else known.creditors.push(each.creditor!);
  }
  return [...alike.values()].map(({ first: { debtor, by, duties: grouped }, creditors }) => ({ title: `${debtor}${creditors.length === 0 ? "" : ` to ${sayList(creditors)}`}, under ${by}`, duties: grouped }));
}
