import { daySpans } from "../classify/candidate.js";
import type { ClauseKind } from "../classify/kind.js";
import type { Span } from "../text/text.js";
import { type CapValue, capIn } from "./cap.js";
import { type DayValue, dayOf } from "./day.js";
import { roleOfDay } from "./day-role.js";
import { type LawValue, lawIn } from "./law.js";
import { type MoneyValue, moneyIn } from "./money.js";
import { type PartyValue, partiesIn } from "./party.js";
import { noticeIn, type PeriodValue, periodsIn, type RenewalValue, renewalIn } from "./period.js";

/** A typed value that a clause states, and where. */
export type ClauseValue =
  | ({ readonly type: "day" } & DayValue)
  | ({ readonly type: "period" } & PeriodValue)
  | ({ readonly type: "renewal" } & RenewalValue)
  | ({ readonly type: "law" } & LawValue)
  | ({ readonly type: "money" } & MoneyValue)
  | ({ readonly type: "cap" } & CapValue)
  | ({ readonly type: "party" } & PartyValue);

type Reader = (text: string, offset: number) => readonly ClauseValue[];

const tagged = <Type extends ClauseValue["type"], Value extends Span>(type: Type, values: readonly (Value | null)[]): ({ readonly type: Type } & Value)[] => values.flatMap((value) => (value === null ? [] : [{ type, ...value }]));

function daysIn(text: string, offset: number): DayValue[] {
  return daySpans(text).flatMap(({ start, end }) => {
    const on = dayOf(text.slice(start, end));
    return on === null ? [] : [{ on, start: start + offset, end: end + offset }];
  });
}

const days: Reader = (text, offset) => tagged("day", daysIn(text, offset));
/** Of a clause that names several days those that are said to begin, or to end, something; none that is said to do the other. */
function daysThat(role: "begins" | "ends", text: string): DayValue[] {
  const all = daysIn(text, 0);
  const told = all.map((day, index) => ({ day, said: roleOfDay(text, day, all[index - 1] ?? null) }));
  const surely = told.filter(({ said }) => said === role);
  return (surely.length > 0 ? surely : told.filter(({ said }) => said === null || said === "names")).map(({ day }) => day);
}
const moved = <Value extends Span>(values: readonly Value[], offset: number): Value[] => values.map((value) => ({ ...value, start: value.start + offset, end: value.end + offset }));
const beginning: Reader = (text, offset) => tagged("day", moved(daysThat("begins", text), offset));
const money: Reader = (text, offset) => tagged("money", moneyIn(text, offset));
/** A day where one is stated; else how long it lasts. */
const ending: Reader = (text, offset) => {
  const stated = tagged("day", moved(daysThat("ends", text), offset));
  return stated.length > 0 ? stated : tagged("period", periodsIn(text, offset).slice(0, 1));
};

const readers: Partial<Readonly<Record<ClauseKind, Reader>>> = {
  parties: (text, offset) => tagged("party", partiesIn(text, offset)),
  "agreement-date": days,
  "effective-date": beginning,
  "expiration-date": ending,
  "renewal-term": (text, offset) => tagged("renewal", [renewalIn(text, offset)]),
  "notice-period-to-terminate-renewal": (text, offset) => tagged("period", [noticeIn(text, offset)]),
  "governing-law": (text, offset) => tagged("law", [lawIn(text, offset)]),
  "warranty-duration": (text, offset) => tagged("period", periodsIn(text, offset).slice(0, 1)),
  "cap-on-liability": (text, offset) => tagged("cap", [capIn(text, offset)]),
  "minimum-commitment": money,
  "liquidated-damages": money,
  insurance: money,
  "revenue-profit-sharing": money,
  "price-restrictions": money,
};

/** The text with one space for every run of blanks, and where each of its characters stands in the text. */
function squeezed(text: string): { readonly words: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let words = "";
  for (let at = 0; at < text.length; at += 1) {
    const isBlank = /\s/.test(text.charAt(at));
    if (isBlank && words.endsWith(" ")) continue;
    words += isBlank ? " " : text.charAt(at);
    places.push(at);
  }
  return { words, places };
}

/** The values that a clause of this kind states; none where no value of it is typed, or none could be told. The rules see no long gaps, in which they would lose themselves. */
export function valueOfClause(kind: ClauseKind, text: string, offset: number): readonly ClauseValue[] {
  const { words, places } = squeezed(text);
  const placed = <Value extends Span>(value: Value): Value => ({ ...value, start: offset + (places[value.start] ?? 0), end: offset + (places[value.end - 1] ?? 0) + 1 });
  return (readers[kind]?.(words, 0) ?? []).map((value) => placed(value.type === "cap" && value.of === "sum" ? { ...value, sum: placed(value.sum) } : value));
}
