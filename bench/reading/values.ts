import { daySpans } from "../../packages/agreements/src/reading/classify/candidate.js";
import { type ClauseKind, clauseKinds } from "../../packages/agreements/src/reading/classify/kind.js";
import { valueOfClause } from "../../packages/agreements/src/reading/value/clause-value.js";
import { dayOf } from "../../packages/agreements/src/reading/value/day.js";
import { placesIn } from "../../packages/agreements/src/reading/value/jurisdiction.js";
import { lawIn } from "../../packages/agreements/src/reading/value/law.js";
import { partiesIn } from "../../packages/agreements/src/reading/value/party.js";
import { noticeIn, periodsIn, renewalIn } from "../../packages/agreements/src/reading/value/period.js";
import { refersToOwnDay } from "../../packages/agreements/src/reading/value/referred-day.js";
import type { MarkedContract } from "./corpus.js";

/** What is right of a kind, as one or several spellings of values; null: the contract says nothing that can be compared. */
interface Question {
  readonly kind: ClauseKind;
  readonly gold: (said: string) => string | null;
  readonly read: (texts: readonly string[]) => readonly string[];
}

const inYears: Readonly<Record<string, string>> = { P12M: "P1Y", P24M: "P2Y", P36M: "P3Y", P60M: "P5Y" };
const period = (text: string | undefined): string | null => (text === undefined ? null : (inYears[text] ?? text));
const onlyNarrow = (codes: readonly string[]): string => [...new Set(codes)].filter((code, _, all) => !all.some((other) => other.startsWith(`${code}-`))).toSorted().join(" ");

function goldDay(said: string): string | null {
  return /^\s*\d{1,2}\/\d{1,2}\/\d{2,4}\s*$/.test(said) ? dayOf(said) : null;
}

const daysOf = (texts: readonly string[]): string[] => texts.flatMap((text) => daySpans(text).flatMap(({ start, end }) => dayOf(text.slice(start, end)) ?? []));
/** As the program reads clauses of the kind. */
const daysOfKind = (kind: ClauseKind) => (texts: readonly string[]): string[] => texts.flatMap((text) => valueOfClause(kind, text, 0).flatMap((value) => (value.type === "day" ? [value.on] : [])));
const present = (value: string | null | undefined): string[] => (value === null || value === undefined ? [] : [value]);

const questions: readonly Question[] = [
  { kind: "governing-law", gold: (said) => onlyNarrow(placesIn(said).map(({ code }) => code)) || null, read: (texts) => [onlyNarrow(texts.flatMap((text) => lawIn(text)?.places ?? []))] },
  { kind: "agreement-date", gold: goldDay, read: daysOf },
  { kind: "effective-date", gold: goldDay, read: daysOfKind("effective-date") },
  { kind: "expiration-date", gold: goldDay, read: daysOfKind("expiration-date") },
  { kind: "renewal-term", gold: (said) => period(periodsIn(said)[0]?.period), read: (texts) => texts.flatMap((text) => present(period(renewalIn(text)?.period))) },
  { kind: "notice-period-to-terminate-renewal", gold: (said) => period(periodsIn(said.replace(/[()]/g, ""))[0]?.period), read: (texts) => texts.flatMap((text) => present(period(noticeIn(text)?.period))) },
];

export interface ValueRow {
  readonly what: string;
  readonly right: number;
  readonly of: number;
}

/** Kinds of which a value written beside the marks may not stand in the text: the day on which a period ends is counted out. */
const countedOut: ReadonlySet<ClauseKind> = new Set(["expiration-date"]);

/** Predictions of a kind in a contract, the likeliest first. */
export type Found = (contract: number, kind: number) => readonly { readonly text: string; readonly confidence: number }[];

/** Nothing, or a day of which a part is left open. */
const isPart = (value: string): boolean => /^(?:\d{4}(?:-\d{2})?)?$/.test(value);

/** What the likeliest prediction states that states anything; where it takes effect on the day of the agreement, what is found as that. A day with a part left open counts where there is no whole one. */
function statedBy({ kind, read }: Question, contract: number, found: Found, least: number): readonly string[] {
  const own = questions.find((each) => each.kind === "agreement-date")!;
  let part: readonly string[] = [];
  for (const { text, confidence } of found(contract, clauseKinds.indexOf(kind))) {
    if (confidence < least) break;
    const values = read([text]);
    if (values.some((value) => !isPart(value))) return values;
    if (part.length === 0) part = values;
    const referred = kind === "effective-date" && refersToOwnDay(text) ? statedBy(own, contract, found, least).filter((value) => !isPart(value)) : [];
    if (referred.length > 0) return referred.slice(0, 1);
  }
  return part;
}

/** How often the value is right: taken from what is marked, from what is predicted, and from what is told as found (from a confidence of `told`). */
export function valueRows(contracts: readonly MarkedContract[], found: Found, told: number): ValueRow[] {
  const rows = questions.flatMap((question) => {
    const { kind, gold, read } = question;
    let [of, marked, whole, shown] = [0, 0, 0, 0];
    contracts.forEach((contract, number) => {
      const answers = contract.answers.get(kind) ?? [];
      const right = gold(contract.values.get(kind) ?? "");
      const texts = answers.map(({ text }) => text);
      if (answers.length === 0 || right === null || (countedOut.has(kind) && daysOf(texts).length === 0)) return;
      of += 1;
      if (read(texts).includes(right)) marked += 1;
      if (statedBy(question, number, found, 0).includes(right)) whole += 1;
      if (statedBy(question, number, found, told).includes(right)) shown += 1;
    });
    return [{ what: `${kind}, on what is marked`, right: marked, of }, { what: `${kind}, end to end`, right: whole, of }, { what: `${kind}, as told`, right: shown, of }];
  });
  return [...rows, partyRow(contracts)];
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().replace(/[.,;:()"“”]/g, " ").split(/\s+/).filter((word) => word !== ""));

function isSame(one: string, two: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(two)];
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common) >= 0.5;
}

/** Of the names written beside the marks, those that are among the parties read from the first 4,000 characters. */
function partyRow(contracts: readonly MarkedContract[]): ValueRow {
  let [right, of] = [0, 0];
  for (const contract of contracts) {
    const read = partiesIn(contract.text.slice(0, 4_000)).map(({ name }) => name);
    for (const said of (contract.values.get("parties") ?? "").split(";")) {
      const name = said.replace(/\([^)]*\)?/g, "").trim();
      if (name.length < 4) continue;
      of += 1;
      if (read.some((each) => isSame(each, name))) right += 1;
    }
  }
  return { what: "names of parties, from the first 4,000 characters", right, of };
}
