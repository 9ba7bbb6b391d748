import type { Compiled } from "@cleartitle/agreements";
import type { DealDocument } from "../document/document.js";
import type { EffectiveTerm } from "./family.js";
import { day, endless, noDay, type TermDay, type TermDays } from "./term-days.js";

/** The days that the clauses set. */
function daysSaid({ instrument, dates, says }: Compiled, terms: readonly EffectiveTerm[]): TermDays {
  const placesOf = (topic: string) => terms.flatMap((term) => (term.topic === topic && term.term !== null ? [term.term.place] : []));
  const isOwn = terms.some((term) => term.topic === "term-and-renewal" && term.term?.version === "own");
  const isOpen = terms.some((term) => term.topic === "term-and-renewal" && term.state === "open");
  const places = placesOf("term-and-renewal");
  const waiting = dates.find((date) => date.on === null && date.id === "last-day");
  const { from = null, to = null } = instrument.term ?? {};
  const dateOf = (id: string): TermDay => {
    const found = dates.find((date) => date.id === id);
    return found === undefined ? noDay("no clause says it") : found.on === null ? noDay(`it waits for: ${found.waitsFor ?? ""}`, placesOf(found.topic)) : day(found.on, placesOf(found.topic));
  };
  if (isOpen) {
    const why = "which clause on the term counts is open";
    return { from: noDay(why, places), to: noDay(why, places), renews: null, noticeBy: noDay(why, places), renewedUntil: noDay(why, places) };
  }
  const end = to !== null ? day(to, places) : says.has("perpetual") ? endless(places) : noDay(isOwn ? "what is said of the term is in words of the parties" : waiting === undefined ? "no clause says when it ends" : `it waits for: ${waiting.waitsFor ?? ""}`, places);
  return { from: from === null ? noDay("no clause says when it begins") : day(from, places), to: end, renews: says.has("renews") ? true : places.length === 0 || isOwn ? null : false, noticeBy: dateOf("notice-by"), renewedUntil: dateOf("renewed-until") };
}

/** The days of a deal as its clauses set them, and as it went. */
export function daysOfDeal(compiled: Compiled, terms: readonly EffectiveTerm[], { life, title }: Pick<DealDocument, "life" | "title">): TermDays {
  const said = daysSaid(compiled, terms);
  if (life?.over != null) return { ...said, to: day(life.over, title === null ? [] : [title.place]), renews: false };
  if (life === null) return said;
  return life.isStopped ? { ...said, renews: false } : life.asks.length > 0 ? { ...said, renews: null } : said;
}
