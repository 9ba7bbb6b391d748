import { isCalendarDate } from "@cleartitle/norms";
import { xsd } from "./vocabulary.js";

/** Numbers are kept exactly, in units of 10^-18: a limit of 0.1 is not 0.1000000000000000055. */
const digits = 18;
const day = 86_400_000n;

/**
 * A value of an operand. `instant`: every moment from `low` to `high` (both in milliseconds; a day is a block); without a zone
 * it could be 14 hours off a zoned one. `duration`: months and milliseconds do not convert into one another.
 */
export type Value =
  | { readonly kind: "term"; readonly iri: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly amount: bigint; readonly text: string; readonly integer: boolean; readonly unit?: string }
  | { readonly kind: "instant"; readonly low: bigint; readonly high: bigint; readonly zoned: boolean; readonly text: string }
  | { readonly kind: "duration"; readonly months: bigint; readonly milliseconds: bigint; readonly text: string };

/** A decimal as an exact amount; null: not written as one, or finer than 18 digits. */
export function amountOf(text: string): bigint | null {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?\s*$/.exec(text);
  if (match === null || ((match[2] ?? "") === "" && (match[3] ?? "") === "")) return null;
  const fraction = match[3] ?? "";
  const shift = Number(match[4] ?? 0) - fraction.length + digits;
  const all = BigInt(`${match[2]}${fraction}`);
  if (shift > 400) return null;
  let amount = all;
  if (shift >= 0) amount = all * 10n ** BigInt(shift);
  else {
    const cut = 10n ** BigInt(-shift);
    if (all % cut !== 0n) return null;
    amount = all / cut;
  }
  return match[1] === "-" ? -amount : amount;
}

const moment = /^(-?\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** A date or a date with time as a block of moments. null: not written as one, or no such day. */
export function instantOf(text: string, lenient = false): Value | null {
  const match = moment.exec(text.trim());
  if (match === null || (!lenient && text.includes(" "))) return null;
  const [, year, month, date, hour, minute, second, fraction, zone] = match;
  if (!isCalendarDate(`${year}-${month}-${date}`)) return null;
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return null;
  const start = new Date(0);
  start.setUTCFullYear(Number(year), Number(month) - 1, Number(date));
  const offset = zone === undefined || zone === "Z" ? 0 : (zone.startsWith("-") ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
  const clock = (Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0)) * 1000 + Number((fraction ?? "").padEnd(3, "0").slice(0, 3)) - offset * 60_000;
  const low = BigInt(start.getTime()) + BigInt(clock);
  return { kind: "instant", low, high: hour === undefined ? low + day - 1n : low, zoned: zone !== undefined, text };
}

/** A duration by XML Schema. null: not written as one. */
export function durationOf(text: string): Value | null {
  const match = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,3})\d*)?S)?)?$/.exec(text.trim());
  if (match === null || text.trim().endsWith("T") || text.trim().endsWith("P")) return null;
  const part = (index: number): bigint => BigInt(match[index] ?? 0);
  const sign = match[1] === "-" ? -1n : 1n;
  const seconds = (part(6) * 60n + part(7)) * 60n + part(8);
  const milliseconds = (part(4) * 7n + part(5)) * day + seconds * 1000n + BigInt((match[9] ?? "").padEnd(3, "0") || "0");
  return { kind: "duration", months: sign * (part(2) * 12n + part(3)), milliseconds: sign * milliseconds, text };
}

const integers = new Set(["integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "negativeInteger", "nonPositiveInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte"]);
const numbers = new Set([...integers, "decimal", "double", "float"]);

/** A literal as a value. null: its text is none of its datatype. Datatypes that are not known are text. */
export function literalValue(text: string, datatype: string, lenient = false): Value | null {
  const name = datatype.startsWith(xsd) ? datatype.slice(xsd.length) : "";
  if (numbers.has(name)) {
    const amount = amountOf(text);
    if (amount === null || (integers.has(name) && amount % 10n ** BigInt(digits) !== 0n)) return null;
    return { kind: "number", amount, text, integer: integers.has(name) };
  }
  if (name === "date") return /[T ]/.test(text.trim()) ? (lenient ? instantOf(text, true) : null) : instantOf(text, lenient);
  if (name === "dateTime" || name === "dateTimeStamp") return /[T ]/.test(text.trim()) || lenient ? instantOf(text, lenient) : null;
  if (name === "duration" || name === "dayTimeDuration" || name === "yearMonthDuration") return durationOf(text);
  if (name === "anyURI") return { kind: "term", iri: text };
  return { kind: "text", text };
}

/** An amount with the unit that was given for it; other values bear none. */
export const inUnit = (value: Value, unit: string | null | undefined): Value => (value.kind === "number" && typeof unit === "string" ? { ...value, unit } : value);

/** A value as a person writes it. */
export const printValue = (value: Value): string => (value.kind === "term" ? value.iri : value.text);
