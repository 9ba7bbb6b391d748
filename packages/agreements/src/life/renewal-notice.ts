import { daysBetween, type Problem } from "@cleartitle/norms";
import type { Deal } from "../deal/deal.js";
import { type Amendment, type ClauseHouse, segmentOn, segmentsOf } from "./amendment.js";
import type { Life } from "./life.js";
import type { Side } from "./step.js";
import { termDays } from "./term-days.js";

/** A notice against a renewal, held against the term in which it was given. */
export interface RenewalNotice {
  /** Number of its step. */
  readonly step: number;
  readonly on: string;
  readonly side: Side;
  /** The term in which it was given; null: it came after the last day of all that are recorded. */
  readonly term: { readonly to: string; readonly noticeBy: string | null } | null;
  /** Days after the last day to say no; 0: in time. */
  readonly late: number;
  /** Renewals that are recorded after that term. */
  readonly renewals: number;
  /** Last day of the term after it, and until when it would go on from there. */
  readonly next: { readonly to: string | null; readonly until: string | null };
  /** Whether it counts for that one, and who says so; null: nobody has said it. */
  readonly settled: { readonly counts: boolean; readonly who: string; readonly on: string } | null;
}

/** A question that no clause answers. A `late` notice came after the last day to say no, an `overtaken` one in time, and a renewal is recorded all the same. */
export interface NoticeQuestion {
  readonly question: "late-notice" | "overtaken-notice";
  /** Number of the step by which the notice was recorded. */
  readonly step: number;
  readonly on: string;
  readonly side: Side;
  /** The last day to say no that it missed, or met. */
  readonly noticeBy: string | null;
  readonly daysLate: number;
  /** Last day of the term in which it was given. */
  readonly term: string;
  /** The last day if it counts for the next term, and until when it goes on if it does not and nobody says no: the end lies at one of the two, or beyond the later one. */
  readonly ends: { readonly counting: string | null; readonly otherwise: string | null };
  readonly says: string;
}

/** Nobody has said whether it counts for a term in which it was not given. */
export const asksWhether = ({ term, late, renewals, settled }: RenewalNotice): boolean => term !== null && settled === null && (late > 0 || renewals > 0);

const dayWord = (count: number): string => `${count} day${count === 1 ? "" : "s"}`;

export function sayQuestion({ on, side, term, late, next }: RenewalNotice): string {
  const { to, noticeBy } = term!;
  const missed = late > 0 ? `came ${dayWord(late)} after the last day for the term to ${to}, which was ${noticeBy!}` : `came in time for the term to ${to}, and a renewal is recorded all the same`;
  return `the notice that the ${side} gave on ${on} ${missed}: whether it counts for the next term${next.to === null ? "" : `, to ${next.to},`} is for counsel, and nobody has said it`;
}

/** What is asked of such a notice; `until`: when the renewal that comes next would end. */
export function questionOf(notice: RenewalNotice, until: string | null): NoticeQuestion {
  const { step, on, side, term, late, renewals, next } = notice;
  return { question: late > 0 ? "late-notice" : "overtaken-notice", step, on, side, noticeBy: term!.noticeBy, daysLate: late, term: term!.to, ends: { counting: next.to, otherwise: renewals === 0 ? next.until : until }, says: sayQuestion(notice) };
}

/** What recorded notices against a renewal are to the terms, from the first one over each renewal that is recorded. */
export function renewalNotices(life: Life, deal: Deal, amendments: readonly Amendment[], house: ClauseHouse): { readonly notices: readonly RenewalNotice[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const given = life.notices.filter(({ of = "renewal" }) => of === "renewal");
  const terms = new Map<string | null, ReturnType<typeof segmentsOf>>();
  const daysOn = (until: string | null, day: string): ReturnType<typeof termDays> | null => {
    const read = terms.get(until) ?? segmentsOf(deal, amendments, house, until);
    if (!terms.has(until)) problems.push(...read.problems);
    terms.set(until, read);
    const { segments } = read;
    return segments.length === 0 ? null : termDays(segmentOn(segments, day).compiled);
  };
  const notices = given.map(({ number: step, on, side }): RenewalNotice => {
    const settled = life.settled.findLast(({ notice }) => notice === step) ?? null;
    const said = { step, on, side, settled: settled === null ? null : { counts: settled.counts, who: settled.who, on: settled.on } };
    for (const [index, until] of [null, ...life.renewals.map((each) => each.until)].entries()) {
      const days = daysOn(until, on);
      if (days === null || days.to === null || on > days.to) continue;
      const next = days.until === null ? null : daysOn(days.until, on);
      const late = days.noticeBy === null || on <= days.noticeBy ? 0 : daysBetween(days.noticeBy, on);
      return { ...said, term: { to: days.to, noticeBy: days.noticeBy }, late, renewals: life.renewals.length - index, next: { to: next?.to ?? null, until: next?.until ?? null } };
    }
    return { ...said, term: null, late: 0, renewals: 0, next: { to: null, until: null } };
  });
  return { notices, problems };
}
