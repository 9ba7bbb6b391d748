import type { Decision, Obligation } from "@cleartitle/engine";
import { isCalendarDate } from "@cleartitle/norms";
import type { Told } from "./notice.js";

/** Answers on the day of the review, and on the last day that is looked ahead to for duties: what is overdue then and not yet now, falls due between. */
export interface Answered {
  readonly now: Decision;
  readonly soon: Decision;
}

const nameOf = ({ do: what, instrument, norm, object, creditor, due }: Obligation): string => JSON.stringify([what, instrument, norm, object, creditor, due]);

export function* dutiesOf(uses: readonly Answered[]): Generator<Told> {
  const found = new Map<string, { readonly duty: Obligation; readonly isOverdue: boolean; readonly uses: string[] }>();
  for (const { now, soon } of uses) {
    const overdue = new Set(now.obligations.filter((each) => each.state === "overdue").map(nameOf));
    for (const duty of [...now.obligations, ...soon.obligations]) {
      const isDated = duty.state === "open" && isCalendarDate(duty.due);
      if (duty.state !== "overdue" && !isDated) continue;
      const name = nameOf(duty);
      const known = found.get(name) ?? { duty, isOverdue: overdue.has(name), uses: [] };
      if (!known.uses.includes(now.use.name)) known.uses.push(now.use.name);
      found.set(name, known);
    }
  }
  for (const { duty, isOverdue, uses: of } of found.values()) yield told(duty, isOverdue, of);
}

function told(duty: Obligation, isOverdue: boolean, uses: readonly string[]): Told {
  const { do: what, text, instrument, norm, object, due, debtor, creditor, cite, evidence } = duty;
  const says = `\`${what}\`${text === null ? "" : ` (${text})`} for \`${object}\` under \`${instrument}\` ${cite}, owed by \`${debtor}\`${creditor === null ? "" : ` to \`${creditor}\``}`;
  return {
    kind: "obligation-due", on: isCalendarDate(due) ? due : null, about: [what, instrument, norm, object, ...(creditor === null ? [] : [creditor]), due, isOverdue ? "overdue" : "open"], link: ["obligations"],
    what: (stage) => `${isOverdue ? "overdue" : stage === "past" ? "was due" : "falls due"}: ${says}; ${uses.length === 1 ? `the use \`${uses[0]}\` rests` : `the uses ${uses.map((each) => `\`${each}\``).join(", ")} rest`} on it`,
    todo: `do it, and record that it was done${evidence.length === 0 ? "" : ` with ${evidence.join(", ")}`}`,
  };
}

/** Days ahead on which an answer becomes another one by itself. */
export function* changesOf({ use, timeline, decision }: Decision): Generator<Told> {
  const days = new Map<string, { readonly to: string; readonly why: string[] }>();
  for (const { on, what, decision: to } of timeline) {
    if (to === null) continue;
    const day = days.get(on) ?? { to, why: [] };
    day.why.push(what);
    days.set(on, day);
  }
  for (const [on, { to, why }] of [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    yield {
      kind: "decision-changes", on, about: [use.name, to], link: ["uses", use.name],
      what: () => `the answer to \`${use.name}\` becomes \`${to}\` (now \`${decision}\`): ${why.slice(0, 3).join("; ")}${why.length > 3 ? `; and ${why.length - 3} more` : ""}`,
      todo: "ask what improves it, and have it in place by then",
    };
  }
}
