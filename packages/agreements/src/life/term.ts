import { subtractDuration, addDuration } from "@cleartitle/norms";
import type { Compiled } from "../compile/compile.js";
import type { Life } from "./life.js";
import { asksWhether, type NoticeQuestion, questionOf, type RenewalNotice } from "./renewal-notice.js";
import { termDays } from "./term-days.js";

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
    /** The notice that stops it; null: nobody gave one in time, and none that was late is said to count for it. */
    readonly stopped: { readonly on: string; readonly side: string; /** Who says that it counts, where it came too late for the term in which it was given. */ readonly who: string | null } | null;
    /** Notices that came too late for one term, while nobody has said whether they count for the next: until then the end is open. */
    readonly open: readonly NoticeQuestion[];
  } | null;
}

/** Read off the dates that the clauses set: one that `sets` the end, and those named for notice and renewal. */
export function termOf(compiled: Compiled, notices: readonly RenewalNotice[]): Term {
  const { from, to, noticeBy, until } = termDays(compiled);
  const { dates, says } = compiled;
  if (!says.has("renews") || to === null) return { from, to, evergreen: to === null && !dates.some((date) => date.on === null), renewal: null };
  const stopped = notices.find(stops) ?? null;
  if (stopped !== null) return { from, to, evergreen: false, renewal: { noticeBy, until, stopped: { on: stopped.on, side: stopped.side, who: stopped.renewals === 0 ? null : (stopped.settled?.who ?? null) }, open: [] } };
  return { from, to, evergreen: false, renewal: { noticeBy, until, stopped: null, open: notices.filter(asksWhether).map((notice) => questionOf(notice, until)) } };
}

/** In time for the term that runs, or late for an earlier one and said to count for this. */
const stops = ({ term, late, renewals, settled }: RenewalNotice): boolean => term !== null && (renewals === 0 ? late === 0 : settled?.counts === true);

/** The last day on which an agreement is in force; null: none is known. An end that is recorded goes before the term. */
export function lastDay({ end }: Life, { to }: Term): string | null {
  const before = end === null ? null : subtractDuration(end.on, "P1D");
  return before === null ? to : to === null || before < to ? before : to;
}

/** The first day on which it is over. */
export const overFrom = (last: string): string => addDuration(last, "P1D") ?? last;

/** `past-term`: its last day is over, it renews by itself, and nobody recorded that it did, that somebody said no in time, or that it ended. */
export type StateOnDay = "draft" | "sent" | "withdrawn" | "signed" | "past-term" | "ended";

/** What an agreement is on a day: signed until its last day is over. Where it renews by itself it is not known then whether it ended. */
export function stateOn(life: Life, term: Term | null, day: string): StateOnDay {
  if (life.signed === null || term === null) return life.state;
  const last = lastDay(life, term);
  if (last === null || last >= day) return "signed";
  const isRecorded = life.end !== null && life.end.on <= day;
  return isRecorded || term.renewal === null || term.renewal.stopped !== null ? "ended" : "past-term";
}

/** Of an agreement that is past its term: what is not recorded, and what it says itself. */
export function sayPastTerm({ to, renewal }: Term): string {
  const by = renewal?.noticeBy ?? null;
  const on = renewal?.until == null ? "" : `; by its own words it goes on until ${renewal.until}${by === null ? "" : ` unless somebody said no by ${by}`}`;
  return `past its term, which ended on ${to ?? "a day that is not known"}; whether it renewed is not recorded${on}`;
}
