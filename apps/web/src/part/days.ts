/** Days from one to another, both in it, as they were recorded. */
export function sayDays(from: string | null, to: string | null): string {
  if (from === null && to === null) return "not recorded";
  if (from === null) return `until ${to}`;
  return to === null ? `since ${from}` : from === to ? from : `${from} to ${to}`;
}
