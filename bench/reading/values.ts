import { daySpans } from "../../packages/agreements/src/reading/classify/candidate.js";
import { type ClauseKind, clauseKinds } from "../../packages/agreements/src/reading/classify/kind.js";
import { dayOf } from "../../packages/agreements/src/reading/value/day.js";
import { placesIn } from "../../packages/agreements/src/reading/value/jurisdiction.js";
import { lawIn } from "../../packages/agreements/src/reading/value/law.js";
import { partiesIn } from "../../packages/agreements/src/reading/value/party.js";
import { noticeIn, periodsIn, renewalIn } from "../../packages/agreements/src/reading/value/period.js";
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
const present = (value: string | null | undefined): string[] => (value === null || value === undefined ? [] : [value]);

const questions: readonly Question[] = [
  { kind: "governing-law", gold: (said) => onlyNarrow(placesIn(said).map(({ code }) => code)) || null, read: (texts) => [onlyNarrow(texts.flatMap((text) => lawIn(text)?.places ?? []))] },
  { kind: "agreement-date", gold: goldDay, read: daysOf },
  { kind: "effective-date", gold: goldDay, read: daysOf },
  { kind: "expiration-date", gold: goldDay, read: daysOf },
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

/** How often the value is right: taken from what is marked, and from the likeliest prediction (`found` gives its text). */
export function valueRows(contracts: readonly MarkedContract[], found: (contract: number, kind: number) => string | null): ValueRow[] {
  const rows = questions.flatMap(({ kind, gold, read }) => {
    let [of, marked, whole] = [0, 0, 0];
    contracts.forEach((contract, number) => {
      const answers = contract.answers.get(kind) ?? [];
      const right = gold(contract.values.get(kind) ?? "");
      const texts = answers.map(({ text }) => text);
      if (answers.length === 0 || right === null || (countedOut.has(kind) && daysOf(texts).length === 0)) return;
      of += 1;
      if (read(texts).includes(right)) marked += 1;
      const text = found(number, clauseKinds.indexOf(kind));
      if (text !== null && read([text]).includes(right)) whole += 1;
    });
    return [{ what: `${kind}, on what is marked`, right: marked, of }, { what: `${kind}, end to end`, right: whole, of }];
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
