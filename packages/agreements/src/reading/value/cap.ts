import type { Span } from "../text/text.js";
import { type MoneyValue, moneyIn } from "./money.js";
import { periodsIn } from "./period.js";

/** Up to what somebody is liable: a sum, or what was paid in a period (of which `period` is null where the clause names none). */
export type CapValue = { readonly of: "sum"; readonly sum: MoneyValue } & Span | { readonly of: "paid"; readonly period: string | null; readonly times: number | null } & Span;

const exceeding = /\b(?:exceed\w*|limited to|maximum of|greater of|lesser of|in excess of|more than|not be liable for)\b/i;
const paid = /\b(?:fees?|amounts?|payments?|sums?|consideration|price|royalt\w+|compensation|purchase price)\b[^.;]{0,60}\b(?:paid|payable|received|due|collected)\b|\b(?:paid|received)\b[^.;]{0,60}\b(?:under|pursuant|by|to)\b/i;
const multiple: Readonly<Record<string, number>> = { two: 2, twice: 2, double: 2, three: 3, thrice: 3, treble: 3, four: 4, five: 5 };

/** The cap in a clause; null where the clause states none that can be told. */
export function capIn(text: string, offset = 0): CapValue | null {
  const from = exceeding.exec(text);
  if (from === null) return null;
  const rest = text.slice(from.index);
  const at = offset + from.index;
  const sum = moneyIn(rest, at)[0];
  const fees = paid.exec(rest);
  if (sum !== undefined && (fees === null || sum.start - at < fees.index)) return { of: "sum", sum, start: sum.start, end: sum.end };
  if (fees === null) return null;
  const times = /\b(two|three|four|five)\s*(?:\(\d\)\s*)?times\b|\b(twice|double|thrice|treble)\b/i.exec(rest.slice(0, fees.index));
  const near = rest.slice(fees.index, fees.index + fees[0].length + 160);
  const period = periodsIn(near)[0]?.period ?? null;
  return { of: "paid", period, times: times === null ? null : (multiple[(times[1] ?? times[2] ?? "").toLowerCase()] ?? null), start: at + fees.index, end: at + fees.index + fees[0].length };
}
