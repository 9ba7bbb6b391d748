import { addDuration, digestOf, isKind } from "@cleartitle/norms";
import type { DealDate } from "../compile/deal-dates.js";
import type { Agreement, StandingOn } from "./agreement.js";
import { termsOn } from "./agreement.js";
import { partyOf } from "../deal/deal.js";
import { otherSide } from "./step.js";
import type { NoticeQuestion } from "./renewal-notice.js";
import { lastDay, type Term } from "./term.js";

/** Something that an agreement asks for or a day that counts in it, as its terms say it on the day on which they are asked. */
export interface AgreementDuty {
  /** The same for the same duty of the same agreement. */
  readonly id: string;
  readonly kind: "duty" | "day" | "window";
  readonly topic: string;
  readonly cite: string;
  /** Parties on whom it falls; empty: a day falls on nobody. */
  readonly who: readonly string[];
  readonly what: string;
  readonly trigger: string | null;
  readonly within: string | null;
  readonly every: string | null;
  /** The day on which it is due; null: it hangs on something that has no day yet. */
  readonly on: string | null;
}

const noticed = { breach: "last day to cure the breach", exit: "last day of the deal, where the clause gives that side on that day the exit" } as const;

/** Days that notices set by the clauses of their day: until when a breach can be cured, and how long the deal goes on after an exit. */
function noticeDays(agreement: Agreement): readonly Omit<AgreementDuty, "id">[] {
  return agreement.life.notices.flatMap((notice) => daysOfNotice(agreement, notice));
}

/** Days that one notice sets. */
export function daysOfNotice(agreement: Agreement, { of = "renewal", on, side }: Agreement["life"]["notices"][number]): readonly Omit<AgreementDuty, "id">[] {
  const norms = of === "renewal" ? [] : (termsOn(agreement, on)?.compiled.instrument.norms ?? []).filter(isKind("terminate")).filter(({ terminate }) => terminate.on === (of === "breach" ? "breach" : "convenience"));
  return norms.flatMap(({ id, cite, terminate: { cure, after } }): Omit<AgreementDuty, "id">[] => {
    const time = of === "breach" ? cure : after;
    const day = time === undefined ? null : addDuration(on, time);
    return day === null || of === "renewal" ? [] : [{ kind: "window", topic: id.split(".")[0]!, cite, who: of === "breach" ? [partyOf(agreement.deal, otherSide(side)).id] : [], what: `${noticed[of]} that the ${side} told on ${on}`, trigger: null, within: null, every: null, on: day }];
  });
}

/** The two days at which it may end, while nobody has said whether a notice counts. */
const openDays = (open: readonly NoticeQuestion[], { topic, cite }: Pick<DealDate, "topic" | "cite">): readonly Omit<AgreementDuty, "id">[] => open.flatMap(({ on, side, ends }): Omit<AgreementDuty, "id">[] => {
  const notice = `the notice that the ${side} gave on ${on}`;
  const days = [[`last day, if ${notice} counts for this term, which nobody has said`, ends.counting], [`until when it goes on, if ${notice} counts for no term and nobody says no, which nobody has said`, ends.otherwise]] as const;
  return days.flatMap(([what, day]) => (day === null ? [] : [{ kind: "window" as const, topic, cite, who: [], what, trigger: null, within: null, every: null, on: day }]));
});

/** The days that the clauses set, for the term that runs: they name the first one and the first renewal, whatever came since. */
function daysSet(dates: readonly DealDate[], { to, renewal }: Term, isRenewed: boolean): readonly DealDate[] {
  // Once somebody has said no there is nothing left to say no to, and no term after this one.
  const left = renewal === null || renewal.stopped === null ? dates : dates.filter(({ id }) => id !== "notice-by" && id !== "renewed-until");
  if (!isRenewed) return left;
  const renewed = dates.find(({ id }) => id === "renewed-until");
  const running = renewed === undefined || to === null ? [] : [{ ...renewed, id: "renewed", what: "last day of the term, as it was renewed", on: to, waitsFor: null }];
  return [...left.map((date) => (date.id === "renewed-until" ? { ...date, what: "last day of the next renewal, if nobody stops it" } : date)), ...running];
}

/** All duties and days of the agreement, in the order of their days; those without a day last. */
export function dutiesOf(agreement: Agreement, { term }: Pick<StandingOn, "term">, day: string): readonly AgreementDuty[] {
  const terms = termsOn(agreement, day);
  if (terms === null || term === null) return [];
  const { deal, life } = agreement;
  const last = lastDay(life, term);
  const of = (who: "licensor" | "licensee" | "both"): string[] => (who === "both" ? (["licensor", "licensee"] as const) : [who]).map((side) => partyOf(deal, side).id);
  const duties = terms.compiled.duties.map(({ topic, cite, who, text, trigger, within = null, every = null, end }): Omit<AgreementDuty, "id"> => ({
    kind: "duty", topic, cite, who: of(who), what: text, trigger, within, every, on: end === "counts" && last !== null ? (within === null ? last : addDuration(last, within)) : null,
  }));
  const days = daysSet(terms.compiled.dates, term, life.renewals.length > 0).map(({ topic, cite, what, on, waitsFor, id }): Omit<AgreementDuty, "id"> => ({
    kind: id === "notice-by" ? "window" : "day", topic, cite, who: [], what, trigger: waitsFor === null ? null : `waits for: ${waitsFor}`, within: null, every: null, on,
  }));
  const key = ({ on, cite, what }: Omit<AgreementDuty, "id">): string => `${on ?? "9"}\u0000${cite.padStart(6)}\u0000${what}`;
  return [...days, ...noticeDays(agreement), ...terms.compiled.dates.filter(({ id }) => id === "notice-by").flatMap((date) => openDays(term.renewal?.open ?? [], date)), ...duties].map((each) => ({ id: digestOf([deal.id, each.kind, each.cite, each.what]), ...each })).toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
