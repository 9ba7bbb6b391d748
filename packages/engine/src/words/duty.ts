import type { Exposure, Obligation, Question, Remedy } from "../decision.js";
import { sayList } from "./list.js";
import { plainWords, sayCite, sayLayer } from "./reason.js";

const whenWords: Readonly<Record<string, (what: string) => string>> = {
  before: (what) => `before the ${what}`, with: (what) => `together with the ${what}`, "on-request": () => "on request", continuous: () => "for as long as it lasts",
};

function sayDuration(text: string): string | null {
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
  readonly who: string;
  readonly when: string;
  readonly state: string;
  readonly evidence: string;
  readonly cite: string;
}

const stateWords: Readonly<Record<Obligation["state"], string>> = { open: "to do", met: "met", overdue: "overdue", if: "only if" };

export function sayObligation(duty: Obligation): ObligationWords {
  return {
    what: `${plainWords(duty.do)}${duty.text === null ? "" : ` “${duty.text}”`} on ${duty.object}`,
    who: duty.creditor === null ? duty.debtor : `${duty.debtor}, owed to ${duty.creditor}`,
    when: `${sayDue(duty.due)}, triggered by ${plainWords(duty.trigger)}`,
    state: duty.if === null ? stateWords[duty.state] : `${stateWords.if} ${duty.if}`,
    evidence: sayList(duty.evidence.map(plainWords)),
    cite: sayCite(duty.instrument, duty.cite) ?? duty.instrument,
  };
}

/** A past act and what is left of it: `train-on notes by acme in DE on 2026-03-01 (copyright): open`. */
export function sayExposure(exposure: Exposure): string {
  const where = exposure.in === null ? "" : ` in ${exposure.in}`;
  const when = exposure.on === null ? "" : ` on ${exposure.on}`;
  const cured = exposure.curedBy === null ? "" : `, by ${exposure.curedBy}`;
  return `${exposure.state}${cured}: ${exposure.action} ${exposure.asset} by ${exposure.who}${where}${when} (${sayLayer(exposure.layer)}, act ${exposure.act}) — ${exposure.why}`;
}

const controlWords: Readonly<Record<Question["control"], string>> = { undertaking: "ours to promise", circumstance: "a fact to find out" };

export function sayQuestion(question: Question): string {
  const settles = question.settles.length === 0 ? "" : `; settles ${question.settles.join(", ")}`;
  return `${question.ask} [${question.fact} of ${question.of}, ${controlWords[question.control]}${settles}]`;
}

export function sayRemedy(remedy: Remedy): string {
  const asset = remedy.asset === null || remedy.what.includes(remedy.asset) ? "" : ` (${remedy.asset})`;
  const improves = remedy.improves === null ? "" : ` — then ${remedy.improves}`;
  const because = remedy.because.length === 0 ? "" : ` [${remedy.because.join(", ")}]`;
  return `${remedy.kind}: ${remedy.what}${asset}${improves}${because}`;
}
