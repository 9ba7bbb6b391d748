import { sayDuration } from "@cleartitle/engine";

/** A text in which spans of days stand as files have them, in words: `within P30D` → `within 30 days`. */
export const inDays = (text: string): string => text.replaceAll(/\bP(?:\d+[YMWD])+\b/g, (span) => sayDuration(span) ?? span);

/** Days from one to another, both in it, as they were recorded. */
export function sayDays(from: string | null, to: string | null): string {
  if (from === null && to === null) return "not recorded";
  if (from === null) return `until ${to}`;
  return to === null ? `since ${from}` : from === to ? from : `${from} to ${to}`;
}

/** This day, as the server has it. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** An instant to the minute, in UTC. */
export const instant = (at: string): string => at.slice(0, 16).replace("T", " ");
