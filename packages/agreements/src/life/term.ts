import { subtractDuration, addDuration } from "@cleartitle/norms";
import type { Compiled } from "../compile/compile.js";
import type { Life } from "./life.js";

/** How long an agreement runs, and what happens by itself. */
export interface Term {
  readonly from: string | null;
  /** Last day; null: it has none, or it hangs on something that has no day yet. */
  readonly to: string | null;
  readonly evergreen: boolean;
  /** Of a term that renews by itself. */
  readonly renewal: {
    /** Last day to say no. */
    readonly noticeBy: string | null;
    /** Until when it runs where nobody says no. */
    readonly until: string | null;
    /** The notice that stops it; null: nobody gave one in time. */
    readonly stopped: { readonly on: string; readonly side: string } | null;
  } | null;
}

/** Read off the dates that the clauses set: one that `sets` the end, and those named for notice and renewal. */
export function termOf({ instrument, dates, says }: Compiled, notices: Life["notices"]): Term {
  const { from = null, to = null } = instrument.term ?? {};
  const dayOf = (id: string): string | null => dates.find((date) => date.id === id)?.on ?? null;
  const [noticeBy, until] = [dayOf("notice-by"), dayOf("renewed-until")];
  if (!says.has("renews") || to === null) return { from, to, evergreen: to === null && !dates.some((date) => date.on === null), renewal: null };
  const stopped = notices.find(({ on, of = "renewal" }) => of === "renewal" && (noticeBy === null || on <= noticeBy)) ?? null;
  return { from, to, evergreen: false, renewal: { noticeBy, until, stopped: stopped === null ? null : { on: stopped.on, side: stopped.side } } };
}

/** The last day on which an agreement is in force; null: none is known. An end that is recorded goes before the term. */
export function lastDay({ end }: Life, { to }: Term): string | null {
  const before = end === null ? null : subtractDuration(end.on, "P1D");
  return before === null ? to : to === null || before < to ? before : to;
}

/** The first day on which it is over. */
export const overFrom = (last: string): string => addDuration(last, "P1D") ?? last;

export type StateOnDay = "draft" | "sent" | "withdrawn" | "signed" | "ended";

/** What an agreement is on a day: signed until its last day is over. */
export function stateOn(life: Life, term: Term | null, day: string): StateOnDay {
  if (life.signed === null || term === null) return life.state;
  const last = lastDay(life, term);
  return last !== null && last < day ? "ended" : "signed";
}
