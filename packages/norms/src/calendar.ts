import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** A period of calendar dates, both ends inclusive; a missing end is open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Whether the text is a day of the calendar, written "YYYY-MM-DD" (Gregorian, years 0001 to 9999). */
export function isCalendarDate(text: string): boolean {
  const match = shape.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= (month === 2 && isLeap(year) ? 29 : lengths[month - 1]!);
}

/** A calendar date as text; dates in this form compare as strings. */
export const CalendarDate = z
  .string()
  .regex(shape, { message: "a date is written \"YYYY-MM-DD\", in quotes", abort: true })
  .refine(isCalendarDate, { error: (issue) => `there is no day \`${String(issue.input)}\``, params: { code: "impossible-date" } });

const wide = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** Whether the text is a duration of whole days or more: P30D, P24M, P4Y, P1Y6M. */
export const isDuration = (text: string): boolean => text !== "P" && wide.test(text);

const day = (date: string, duration: string, step: "add" | "subtract"): string | null => {
  if (!isCalendarDate(date) || !isDuration(duration)) return null;
  const [years, months, weeks, days] = wide.exec(duration)!.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
  if (years > 9999 || months > 119_988 || weeks > 522_000 || days > 3_652_059) return null;
  const there = Temporal.PlainDate.from(date)[step]({ years, months, weeks, days });
  return there.year > 9999 || there.year < 1 ? null : there.toString();
};

/**
 * The date a duration later; months are clipped to their last day (2026-01-31 + P1M = 2026-02-28).
 * null: not a date, not a duration, or beyond 9999-12-31.
 */
export const addDuration = (date: string, duration: string): string | null => day(date, duration, "add");

/** The date a duration earlier, as the last day of a notice is counted back from an end. */
export const subtractDuration = (date: string, duration: string): string | null => day(date, duration, "subtract");

/** Days from one date to another (negative when it lies before). Both must be calendar dates. */
export const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** Why a text is no period, or null when it is one. */
export function periodFault(text: string): { readonly code: "bad-period" | "impossible-date"; readonly message: string } | null {
  const parts = text.split("/");
  const bad = { code: "bad-period", message: `\`${text.slice(0, 60)}\` is no period` } as const;
  if (parts.length > 2 || (parts.length === 1 && parts[0] === "..")) return bad;
  for (const part of parts) {
    if (part === ".." || isCalendarDate(part)) continue;
    return shape.test(part) ? { code: "impossible-date", message: `there is no day \`${part}\`` } : bad;
  }
  const [from, to] = parts;
  if (to !== undefined && from !== ".." && to !== ".." && from! > to) return { code: "bad-period", message: `the period \`${text}\` ends before it begins` };
  return null;
}

const endOf = (part: string): string | null => (part === ".." ? null : part);

/** "2023-01-01/..", "2026-03-01/2026-03-09", "../2024-12-31" or one day. null: no period (`periodFault` says why). */
export function parsePeriod(text: string): Period | null {
  if (periodFault(text) !== null) return null;
  const [from, to] = text.split("/") as [string, string?];
  return { from: endOf(from), to: endOf(to ?? from) };
}

/** A period written as text; read into its two ends. */
export const PeriodText = z.string().transform((text, context): Period => {
  const fault = periodFault(text);
  if (fault === null) return parsePeriod(text)!;
  context.addIssue({ code: "custom", message: fault.message, params: { code: fault.code, hint: "write \"2026-03-01\", \"2026-03-01/2026-03-09\" or \"2026-03-01/..\"" } });
  return z.NEVER;
});

/** "FROM/TO" with `..` for an open end; one date where both ends are the same. */
export function printPeriod(period: Period): string {
  if (period.from !== null && period.from === period.to) return period.from;
  return `${period.from ?? ".."}/${period.to ?? ".."}`;
}

export const always: Period = { from: null, to: null };

/** Whether a date lies in a period; a missing period is open at both ends. */
export function within(date: string, period: { readonly from?: string | null | undefined; readonly to?: string | null | undefined } | null | undefined): boolean {
  return (period?.from ?? "0001-01-01") <= date && date <= (period?.to ?? "9999-12-31");
}

/** The days that two periods share, or null when there is none. */
export function intersect(a: Period, b: Period): Period | null {
  const from = a.from === null ? b.from : b.from === null ? a.from : a.from > b.from ? a.from : b.from;
  const to = a.to === null ? b.to : b.to === null ? a.to : a.to < b.to ? a.to : b.to;
  return from !== null && to !== null && from > to ? null : { from, to };
}

const dayBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();

/** The days of one period that are not in another: none, one piece, or one on each side. */
export function minus(a: Period, b: Period): Period[] {
  const shared = intersect(a, b);
  if (shared === null) return [a];
  const { from, to } = shared;
  // After the last day that can be written there is none.
  const after = to === null || to === a.to ? null : addDuration(to, "P1D");
  return [...(from !== null && from !== a.from ? [{ from: a.from, to: dayBefore(from) }] : []), ...(after === null ? [] : [{ from: after, to: a.to }])];
}

export const overlap = (a: Period, b: Period): boolean => intersect(a, b) !== null;
