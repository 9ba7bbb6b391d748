import { type Catalogue, lawCalendar } from "@cleartitle/catalogue";
import type { Decision } from "@cleartitle/engine";
import type { Told } from "./notice.js";

/** Records of the catalogue that an answer rests on, was weighed against or will come to: dates of all others concern nobody here. */
function inPlay(decisions: readonly Decision[]): ReadonlySet<string> {
  const ids = decisions.flatMap(({ reasons, obligations, watch, assumptions, timeline }) => [
    ...reasons.flatMap(({ instrument, options }) => [instrument, ...options.map((each) => each.instrument)]),
    ...obligations.map((each) => each.instrument), ...watch.map((each) => each.law), ...assumptions.map((each) => each.position),
    // What happens on a day ahead begins with the record by which it happens.
    ...timeline.map(({ what }) => what.split(" ", 1)[0]!),
  ]);
  return new Set(ids.filter((id) => id !== null));
}

const words = { begins: "begins to apply", ends: "ends", announced: "announced" } as const;

/** Reviews of the records in play that are due, law that begins, ends or is announced, and what is pending without a day. */
export function* lawOf(catalogue: Catalogue, asOf: string, decisions: readonly Decision[]): Generator<Told> {
  const concerned = inPlay(decisions);
  for (const { on, kind, record, jurisdiction, what, cite } of lawCalendar(catalogue)) {
    if (!concerned.has(record)) continue;
    const named = `\`${record}\`${jurisdiction === null ? "" : ` [${jurisdiction}]`}`;
    const link = ["catalogue", record];
    if (kind === "review") {
      yield { kind: "law-review", on, about: [record], link, what: (stage) => `${named}: its review ${stage === "past" ? "is overdue" : "is due"}`, todo: "read the source again, and record what it says now and when it was read" };
    } else if (kind === "pending") {
      yield { kind: "law-pending", on: null, about: [record, what], link, what: () => `${named}: ${what}`, todo: "watch it: no day is known, and answers that rest on it may change" };
    } else if (on !== null && on >= asOf) {
      yield { kind: "law-ahead", on, about: [record, kind, what], link, what: () => `${named}: ${what} ${words[kind]}${cite === null ? "" : ` (${cite})`}`, todo: "ask the uses that it concerns as of that day" };
    }
  }
}
