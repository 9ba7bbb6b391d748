import type { Place } from "../document/place.js";

/** A day, with what it rests on, or why there is none. */
export interface TermDay {
  /** null: there is none (`isNone`), or nobody knows it. */
  readonly on: string | null;
  /** It is said that there is none: a term without end. */
  readonly isNone: boolean;
  /** It was counted from what the places say; no document says the day itself. */
  readonly counted: boolean;
  readonly places: readonly Place[];
  /** Why it is not known; null: it is. */
  readonly why: string | null;
}

/** How long a family of documents runs, and what happens by itself. */
export interface TermDays {
  readonly from: TermDay;
  readonly to: TermDay;
  /** Whether it renews unless somebody says no; null: not known. */
  readonly renews: boolean | null;
  /** Last day to say no. */
  readonly noticeBy: TermDay;
  readonly renewedUntil: TermDay;
}

export const day = (on: string, places: readonly Place[], counted = false): TermDay => ({ on, isNone: false, counted, places, why: null });
export const noDay = (why: string, places: readonly Place[] = []): TermDay => ({ on: null, isNone: false, counted: false, places, why });
export const endless = (places: readonly Place[]): TermDay => ({ on: null, isNone: true, counted: false, places, why: null });

/** Whether two terms share a day; null: not known. One of which it is not known that it does not renew may run on. */
export function shareDays(a: TermDays, b: TermDays): boolean | null {
  const isOver = (one: TermDays, other: TermDays): boolean => one.to.on !== null && one.renews === false && other.from.on !== null && one.to.on < other.from.on;
  if (isOver(a, b) || isOver(b, a)) return false;
  const isKnown = ({ from, to }: TermDays): boolean => from.on !== null && (to.on !== null || to.isNone);
  const renewed = [a, b].some((one) => one.renews !== false && one.to.on !== null && (one === a ? b : a).from.on !== null && one.to.on < (one === a ? b : a).from.on!);
  return isKnown(a) && isKnown(b) && !renewed ? true : null;
}
