import type { Context } from "hono";
import type { ApiEnv } from "./caller.js";
import { stopWith } from "./stop.js";

/** The change set that a write was made of, by `If-Match`; null: whatever is newest. */
export function matchedNumber(c: Context<ApiEnv>): number | null {
  const text = c.req.header("if-match");
  if (text === undefined || text.trim() === "*") return null;
  const [, digits] = /^"(\d{1,10})"$/.exec(text.trim()) ?? [];
  if (digits === undefined) throw stopWith("bad-value", "that is no entity tag of records", { pointer: "#header/If-Match", hint: 'send the `ETag` of what was read, like "12"' });
  return Number(digits);
}

export const outOfDate = (newest: number, made: number) =>
  stopWith("out-of-date", `the records are at change set ${newest}, and this was made of ${made}`, { pointer: "#header/If-Match", hint: "read them again, and make the change of what is there now" });
