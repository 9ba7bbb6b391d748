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
