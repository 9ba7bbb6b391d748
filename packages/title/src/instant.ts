import { isCalendarDate } from "@cleartitle/norms";

const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;

/** Whether the text is a calendar date, or an instant in UTC such as "2026-03-01T09:30:00Z". Both compare as strings. */
export function isDateOrInstant(text: string): boolean {
  if (isCalendarDate(text)) return true;
  const match = instant.exec(text);
  return match !== null && isCalendarDate(match[1]!);
}

/** Whether an instant lies on or before a date or instant; a date means the whole of its day. */
export const isBy = (at: string, limit: string): boolean => at.slice(0, limit.length) <= limit;
