import { addDuration, subtractDuration } from "@cleartitle/norms";
import { valueIn } from "../document/term.js";
import type { EffectiveTerm } from "./family.js";
import { day, noDay, type TermDay, type TermDays } from "./term-days.js";

const isDay = (text: unknown): text is string => typeof text === "string" && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A day that lies so far from another one as a clause says. */
function counted(from: TermDay, term: EffectiveTerm | null, name: string, move: typeof addDuration, missing: string): TermDay {
  if (term?.term == null) return noDay(missing);
  const period = valueIn(term.term, name);
  const on = from.on === null || typeof period !== "string" ? null : move(from.on, period);
  return on === null ? noDay(from.on === null ? "the end from which it is counted is not known" : "no period could be taken from the clause", [term.term.place]) : day(on, [...from.places, term.term.place], true);
}

/** The days of documents that were read. A day that no document says is counted only where both of what it is counted from are said, and is told as counted. */
export function daysOfReading(terms: readonly EffectiveTerm[], master: TermDay): TermDays {
  const of = (kind: EffectiveTerm["kind"]): EffectiveTerm | null => terms.find((term) => term.kind === kind) ?? null;
  const settled = (kind: EffectiveTerm["kind"]): EffectiveTerm | null => {
    const found = of(kind);
    return found?.state === "found" ? found : null;
  };
  const openWhy = (kind: EffectiveTerm["kind"], what: string): string => {
    const found = of(kind);
    return found === null ? `${what} was not found` : found.state === "open" ? `which clause counts is open: ${found.why ?? ""}` : `no day could be taken from the clause`;
  };
  const end = ((): TermDay => {
    const found = settled("expiration-date");
    if (found?.term == null) return noDay(openWhy("expiration-date", "an end"));
    const on = valueIn(found.term, "on");
    if (isDay(on)) return day(on, [found.term.place]);
    const period = valueIn(found.term, "period");
    if (typeof period === "string" && master.on === null) return noDay(`it runs for ${period}, and the day from which is not known: ${master.why ?? ""}`, [found.term.place]);
    const reached = typeof period === "string" && master.on !== null ? addDuration(master.on, period) : null;
    const last = reached === null ? null : subtractDuration(reached, "P1D");
    return last === null ? noDay(openWhy("expiration-date", "an end"), [found.term.place]) : day(last, [...master.places, found.term.place], true);
  })();
  const renewal = settled("renewal-term");
  const notice = settled("notice-period-to-terminate-renewal");
  const automatic = renewal?.term == null ? null : valueIn(renewal.term, "automatic") !== null ? true : null;
  return {
    from: master, to: end, renews: automatic,
    noticeBy: counted(end, notice, "notice", subtractDuration, openWhy("notice-period-to-terminate-renewal", "a notice window")),
    renewedUntil: counted(end, renewal, "renewal", addDuration, openWhy("renewal-term", "a renewal")),
  };
}
