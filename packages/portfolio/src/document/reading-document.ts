import { type AgreementReading, type ClauseKind, type FoundClause, type ReviewedKind, topicOfKind } from "@cleartitle/agreements";
import type { ReadingDocument } from "./document.js";
import { isSameParty, keysOf, type Party } from "./party.js";
import type { Place, Said } from "./place.js";
import type { Term, TermValue } from "./term.js";

type ReadValue = FoundClause["values"][number];
type ReviewedClause = ReviewedKind["clauses"][number];

/** Kinds that say which document it is, and set no term. */
const naming: ReadonlySet<ClauseKind> = new Set(["document-name", "parties", "agreement-date"]);

const placeOf = (file: string, { start, end, page, quote }: Pick<FoundClause, "start" | "end" | "page" | "quote">, number: string | null): Place => ({ file, cite: number, line: null, page, start, end, quote });

function valueOf(kind: ClauseKind, value: ReadValue): TermValue[] {
  const named = (name: string, said: TermValue["value"]): TermValue => ({ name, value: said, quote: value.quote });
  switch (value.type) {
    case "day": return [named("on", value.on)];
    case "period": return [named(kind === "notice-period-to-terminate-renewal" ? "notice" : "period", value.period)];
    case "renewal": return [named("renewal", value.period), ...(value.automatic ? [named("automatic", "unless somebody says no")] : [])];
    case "law": return value.places.length === 0 ? [] : [named("law", [...value.places])];
    case "money": return [named("sum", `${value.currency} ${value.amount}`)];
    case "cap": return [value.of === "sum" ? named("cap", `${value.sum.currency} ${value.sum.amount}`) : named("cap-paid", `${value.times ?? 1} times what was paid${value.period === null ? "" : ` in ${value.period}`}`)];
    case "party": break;
  }
  return [];
}

const roleOf = (alias: string | null): Party["role"] => (alias === null ? null : /\blicensor\b/i.test(alias) ? "licensor" : /\blicensee\b/i.test(alias) ? "licensee" : "other");

function partiesIn(file: string, clauses: readonly ReviewedClause[]): Party[] {
  const found: Party[] = [];
  for (const { values, number } of clauses) {
    for (const value of values) {
      if (value.type !== "party") continue;
      const party: Party = { name: value.name, id: null, role: roleOf(value.alias), place: placeOf(file, value, number) };
      // What is no name names no party.
      if (keysOf(party).length > 0 && !found.some((each) => isSameParty(each, party))) found.push(party);
    }
  }
  return found;
}

/** Whole days alone: one of which a part is left open orders nothing. */
const daysIn = (file: string, clauses: readonly ReviewedClause[]): Said<string>[] =>
  clauses.flatMap((clause) => clause.values.flatMap((value): Said<string>[] => (value.type === "day" && /^\d{4}-\d{2}-\d{2}$/.test(value.on) ? [{ value: value.on, place: placeOf(file, clause, clause.number) }] : [])));

const ordinals = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|no|number|nr|[ivx]+|\\d+(?:st|nd|rd|th)?";
const idle = new RegExp(`^(?:${ordinals}|the|of|to|and|an|a|amendment|amended|addendum|restated|dated|by|between|for|this|agreement)$`, "i");

/** Words of a title by which what it names is found again. */
export const titleWords = (title: string): readonly string[] => [...new Set(title.toLowerCase().split(/[^\p{L}\d]+/u).filter((word) => word.length > 1 && !idle.test(word)))];

function changesOf(title: string | null): ReadingDocument["changes"] {
  if (title === null || !/\b(?:amend(?:ment|ed|ing|s)?|addendum)\b/i.test(title)) return null;
  return { how: /\brestate(?:d|ment)\b/i.test(title) ? "restates" : "amends", of: titleWords(title) };
}

const termsOf = (file: string, kinds: readonly ReviewedKind[]): Term[] =>
  kinds.filter(({ kind }) => !naming.has(kind)).flatMap(({ kind, clauses }) => clauses.map((clause): Term => ({
    topic: topicOfKind(kind), kind, version: null, values: clause.values.flatMap((value) => valueOf(kind, value)), confidence: clause.confidence, place: placeOf(file, clause, clause.number),
  })));

/** What was read of a document, as a document of the portfolio. */
export function documentOfReading({ file, kinds, notes }: Pick<AgreementReading, "file" | "notes"> & { readonly kinds: readonly ReviewedKind[] }): ReadingDocument {
  const clausesOf = (kind: ClauseKind): readonly ReviewedClause[] => kinds.find((each) => each.kind === kind)?.clauses ?? [];
  const name = clausesOf("document-name")[0];
  const title = name === undefined ? null : { value: name.quote.replaceAll(/\s+/g, " ").trim(), place: placeOf(file, name, name.number) };
  return {
    form: "reading", file, title, notes, parties: partiesIn(file, clausesOf("parties")), terms: termsOf(file, kinds),
    days: { effective: daysIn(file, clausesOf("effective-date")), dated: daysIn(file, clausesOf("agreement-date")) },
    changes: changesOf(title?.value ?? null),
  };
}
