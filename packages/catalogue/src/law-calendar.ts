import { addDuration, type Condition, type Norm, type Verified } from "@cleartitle/norms";
import type { Catalogue } from "./catalogue.js";
import { placeIndex } from "./divided-places.js";

export interface CalendarQuestion {
  /** First and last day, both inclusive; a missing one is open. */
  readonly from?: string;
  readonly to?: string;
  /** Places or groups; none: every place. */
  readonly places?: readonly string[];
}

/** What happens on a day: law begins or ends, something announced is due, a record has to be reviewed. `pending`: no day is known. */
export interface CalendarEntry {
  readonly on: string | null;
  readonly kind: "begins" | "ends" | "announced" | "pending" | "review";
  readonly record: string;
  readonly jurisdiction: string | null;
  readonly what: string;
  readonly cite: string | null;
  readonly verified: Verified;
}

interface Dates {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The days at which a condition turns by the date of an act. */
function datesIn(condition: Condition | undefined): Dates[] {
  if (condition === undefined || typeof condition !== "object") return [];
  if ("all" in condition) return condition.all.flatMap(datesIn);
  if ("any" in condition) return condition.any.flatMap(datesIn);
  if ("none" in condition) return condition.none.flatMap(datesIn);
  if ("position" in condition) return Object.values(condition.options).flatMap(datesIn);
  return "date" in condition ? [condition] : [];
}

type Told = Pick<CalendarEntry, "on" | "kind" | "what" | "cite">;

const begins = (from: string, what: string, cite: string | null): Told => ({ on: from, kind: "begins", what, cite });
const ends = (to: string, what: string, cite: string | null): Told => ({ on: addDuration(to, "P1D") ?? to, kind: "ends", what, cite });
const span = ({ from, to }: Dates, what: string, cite: string | null): Told[] => [...(from === undefined ? [] : [begins(from, what, cite)]), ...(to === undefined ? [] : [ends(to, what, cite)])];

const ofNorms = (norms: readonly Norm[]): Told[] =>
  norms.flatMap((norm) => [...(norm.inForce === undefined ? [] : span(norm.inForce, `\`${norm.id}\``, norm.cite)), ...datesIn(norm.if).flatMap((dates) => span(dates, `\`${norm.id}\` by the date of the act`, norm.cite))]);

const review = (reviewBy: string | undefined, what = "review of this record is due"): Told[] => (reviewBy === undefined ? [] : [{ on: reviewBy, kind: "review", what, cite: null }]);

function* everything(catalogue: Catalogue): Generator<CalendarEntry> {
  for (const law of catalogue.laws.values()) {
    const at = { record: law.id, jurisdiction: law.jurisdiction, verified: law.verified };
    const told = [...(law.inForce === undefined ? [] : span(law.inForce, law.title, law.authority[0] ?? null)), ...ofNorms(law.norms), ...review(law.reviewBy)];
    for (const each of told) yield { ...each, ...at };
    for (const { what, on } of law.watch ?? []) yield { on: on ?? null, kind: on === undefined ? "pending" : "announced", what, cite: law.authority[0] ?? null, ...at };
  }
  for (const instrument of catalogue.instruments.values()) {
    const at = { record: instrument.id, jurisdiction: null, verified: instrument.verified };
    for (const each of [...(instrument.inForce === undefined ? [] : span(instrument.inForce, instrument.title, null)), ...ofNorms(instrument.norms), ...review(instrument.reviewBy)]) yield { ...each, ...at };
  }
  for (const position of catalogue.positions.values()) {
    const at = { record: position.id, jurisdiction: null, verified: position.verified };
    for (const each of review(position.reviewBy, "review of this position is due")) yield { ...each, ...at };
    if (position.review !== undefined) yield { on: null, kind: "pending", what: `the position is taken anew upon: ${position.review}`, cite: null, ...at };
  }
  for (const record of [...(catalogue.questionnaires?.values() ?? []), ...(catalogue.risks?.values() ?? []), ...(catalogue.protections?.values() ?? [])]) {
    for (const each of review(record.reviewBy)) yield { ...each, record: record.id, jurisdiction: null, verified: record.verified };
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What the catalogue knows to come: dates of law, announcements, reviews. What has no day stands last, since it may come on any. With places,
 * what is of no place in particular (licenses, positions) is left out.
 */
export function lawCalendar(catalogue: Catalogue, { from, to, places = [] }: CalendarQuestion = {}): CalendarEntry[] {
  const index = placeIndex(catalogue);
  const asked = new Set(places.flatMap((name) => [...(index.atomsOf(name, from ?? "9999-12-31") ?? [])]));
  const isHere = ({ jurisdiction }: CalendarEntry): boolean => asked.size === 0 || (jurisdiction !== null && [...asked].some((place) => index.contains(jurisdiction, place, from ?? "9999-12-31") === "true"));
  const isThen = ({ on }: CalendarEntry): boolean => on === null || ((from ?? on) <= on && on <= (to ?? on));
  const found = new Map([...everything(catalogue)].filter((entry) => isHere(entry) && isThen(entry)).map((entry) => [JSON.stringify(entry), entry] as const));
  return [...found.values()].toSorted((a, b) => compare(a.on ?? "9999-99", b.on ?? "9999-99") || compare(a.record, b.record) || compare(a.kind, b.kind) || compare(a.what, b.what));
}
