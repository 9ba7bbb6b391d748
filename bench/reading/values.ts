import { daySpans } from "../../packages/agreements/src/reading/classify/candidate.js";
import { type ClauseKind, clauseKinds } from "../../packages/agreements/src/reading/classify/kind.js";
import { valueOfClause } from "../../packages/agreements/src/reading/value/clause-value.js";
import { dayOf } from "../../packages/agreements/src/reading/value/day.js";
import { placesIn } from "../../packages/agreements/src/reading/value/jurisdiction.js";
import { lawIn } from "../../packages/agreements/src/reading/value/law.js";
import { partiesIn } from "../../packages/agreements/src/reading/value/party.js";
import { noticeIn, periodsIn, renewalIn } from "../../packages/agreements/src/reading/value/period.js";
import { refersToOwnDay } from "../../packages/agreements/src/reading/value/referred-day.js";
import { halfOf, type MarkedContract } from "./corpus.js";

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

interface Case {
  readonly contract: number;
  readonly texts: readonly string[];
  readonly right: string;
}

/** The contracts that say something of a kind that can be compared. */
function casesOf({ kind, gold }: Question, contracts: readonly MarkedContract[]): Case[] {
  return contracts.flatMap((contract, number): Case[] => {
    const texts = (contract.answers.get(kind) ?? []).map(({ text }) => text);
    const right = gold(contract.values.get(kind) ?? "");
    return texts.length === 0 || right === null || (countedOut.has(kind) && daysOf(texts).length === 0) ? [] : [{ contract: number, texts, right }];
  });
}

/** How often the value is right: taken from what is marked, from what is predicted, and from what is told as found (from a confidence of `told`). */
export function valueRows(contracts: readonly MarkedContract[], found: Found, told: number): ValueRow[] {
  const rows = questions.flatMap((question) => {
    const cases = casesOf(question, contracts);
    const row = (what: string, read: (each: Case) => readonly string[]): ValueRow => ({ what: `${question.kind}, ${what}`, right: cases.filter((each) => read(each).includes(each.right)).length, of: cases.length });
    return [row("on what is marked", ({ texts }) => question.read(texts)), row("end to end", ({ contract }) => statedBy(question, contract, found, 0)), row("as told", ({ contract }) => statedBy(question, contract, found, told))];
  });
  return [...rows, partyRow(contracts)];
}

const shown = (text: string): string => JSON.stringify(text.replace(/\s+/g, " ").slice(0, 160));

/** Of a kind the contracts of half 0 of which the value is wrong end to end: what is right and marked, and what was likely; and how many are right in each half. */
export function wrongValues(contracts: readonly MarkedContract[], found: Found, name: string): string[] {
  const question = questions.find(({ kind }) => kind === name);
  if (question === undefined) throw new Error(`no value of \`${name}\` is compared; there are ${questions.map(({ kind }) => `\`${kind}\``).join(", ")}`);
  const cases = casesOf(question, contracts).map((each) => ({ ...each, read: statedBy(question, each.contract, found, 0), half: halfOf(contracts[each.contract]!) }));
  const isRight = ({ read, right }: (typeof cases)[number]): boolean => read.includes(right);
  const counts = [0, 1].map((half) => `half ${half}: ${cases.filter((each) => each.half === half && isRight(each)).length} of ${cases.filter((each) => each.half === half).length}`);
  return [...counts, ...cases.filter((each) => each.half === 0 && !isRight(each)).flatMap(({ contract, right, read, texts }) => [
    "", `${contracts[contract]!.title}: ${right} is right, ${read.join(", ") || "nothing"} was read`, ...texts.map((text) => `  marked ${shown(text)}`),
    ...found(contract, clauseKinds.indexOf(question.kind)).slice(0, 3).map(({ text, confidence }) => `  ${confidence.toFixed(3)} ${shown(text)} → ${question.read([text]).join(", ")}`),
  ])];
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
