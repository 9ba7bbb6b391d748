import type { Decision, Question, Remedy } from "../decision.js";
import { sayList, sayPlaces } from "./list.js";
import { plainWords, sayOf, sayPosition, type Wording } from "./names.js";

const controlWords: Readonly<Record<Question["control"], string>> = { undertaking: "ours to promise", circumstance: "a fact to find out" };

/** A question as it is put to somebody, and how its answer is recorded. */
export interface QuestionWords {
  readonly ask: string;
  readonly record: string;
}

const bare = (ask: string, of: string): string => (ask.endsWith(` (${of})`) ? ask.slice(0, -` (${of})`.length) : ask);

export function sayQuestion(question: Question, wording: Wording = {}): QuestionWords {
  const settles = question.settles.length === 0 ? "" : `; settles ${sayIds(question.settles, runsTold(wording))}`;
  return { ask: `${bare(question.ask, question.of)} (${sayOf(question.of, wording)})`, record: `${controlWords[question.control]}, recorded as ${question.fact} of ${question.of}${settles}` };
}

/** Runs that are told of a long list of ids. */
export const mostRuns = 12;

/** How many runs of ids are told: of all of them nobody reads. */
export const runsTold = (wording: Wording): number => (wording.full === true ? Number.POSITIVE_INFINITY : mostRuns);

/** Ids with running numbers that follow each other. */
export interface IdRun {
  readonly first: string;
  readonly says: string;
  readonly count: number;
}

const numberIn = (id: string): number => Number(/\d+$/.exec(id)![0]);

/** Runs of ids with a running number, three and more drawn together. */
export function idRuns(ids: readonly string[]): readonly IdRun[] {
  const runs: IdRun[] = [];
  for (let at = 0; at < ids.length; at += 1) {
    const first = ids[at]!;
    let end = at;
    while (end + 1 < ids.length && numberIn(ids[end + 1]!) === numberIn(ids[end]!) + 1) end += 1;
    if (end - at < 2) runs.push({ first, says: first, count: 1 });
    else {
      runs.push({ first, says: `${first}–${ids[end]!}`, count: end - at + 1 });
      at = end;
    }
  }
  return runs;
}

/** What is told of runs, and how many ids are left: one run more is told too. */
export function firstRuns(runs: readonly IdRun[], most: number): { readonly told: readonly IdRun[]; readonly left: number } {
  const told = runs.length <= most + 1 ? runs : runs.slice(0, most);
  return { told, left: runs.slice(told.length).reduce((sum, { count }) => sum + count, 0) };
}

/** `r1, r3–r5`; after `most` runs how many ids are left. */
export function sayIds(ids: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const { told, left } = firstRuns(idRuns(ids), most);
  return `${told.map(({ says }) => says).join(", ")}${left === 0 ? "" : ` and ${left} more`}`;
}

function sayWhat(remedy: Remedy, wording: Wording): string {
  const { kind, what } = remedy;
  if (kind === "adopt") return `another position on ${sayList(what.split(" and ").map((id) => (wording.names?.positions?.has(id) === true ? `“${sayPosition(id, wording)}” (${id})` : id)))}`;
  const places = kind === "restrict" ? /^leave out (.+)$/.exec(what) : null;
  if (places !== null) return `leave out ${sayPlaces(places[1]!.split(", "), wording)}`;
  const license = kind === "obtain" ? /^a license of (.+) for (\S+) \((\S+)\)$/.exec(what) : null;
  return license === null ? what : `a license of ${license[1]!} that allows to ${plainWords(license[2]!)} it (${sayList(license[3]!.split(",").map(plainWords))})`;
}

function sayRemedy(remedy: Remedy, wording: Wording = {}): string {
  const what = sayWhat(remedy, wording);
  const asset = remedy.asset === null || what.includes(remedy.asset) ? "" : ` (${remedy.asset})`;
  const improves = remedy.improves === null ? "" : ` — then ${remedy.improves}`;
  const because = remedy.because.length === 0 ? "" : ` [${sayIds(remedy.because, runsTold(wording))}]`;
  return `${remedy.kind}: ${what}${asset}${improves}${because}`;
}

const obtained = /^(a license of .+ for \S+) \((\S+)\)$/;

/** A license of the same asset for the same act in several layers is one license to get. */
function mergeObtain(remedies: readonly Remedy[]): Remedy[] {
  const merged = new Map<string, Remedy>();
  for (const remedy of remedies) {
    const what = remedy.kind === "obtain" ? obtained.exec(remedy.what) : null;
    const key = what === null ? JSON.stringify(remedy) : JSON.stringify([what[1], remedy.improves]);
    const known = merged.get(key);
    const because = [...new Set([...(known?.because ?? []), ...remedy.because])].toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
    merged.set(key, known === undefined || what === null ? remedy : { ...known, what: `${what[1]!} (${obtained.exec(known.what)?.[2] ?? ""},${what[2]!})`, because });
  }
  return [...merged.values()];
}

/** Remedies in words; evidence that is asked for as a question already is one line that points there. */
export function sayRemedies(decision: Decision, wording: Wording = {}): string[] {
  const asked = decision.questions.map((question) => question.ask);
  const isAsked = (remedy: Remedy): boolean => remedy.kind === "evidence" && asked.includes(remedy.what);
  const numbers = asked.flatMap((ask, at) => (decision.remedies.some((remedy) => isAsked(remedy) && remedy.what === ask) ? [String(at + 1)] : []));
  const evidence = numbers.length === 0 ? [] : [`evidence: answer ${numbers.length === 1 ? "question" : "questions"} ${numbers.length > mostRuns ? sayIds(numbers) : sayList(numbers)} above`];
  return [...evidence, ...mergeObtain(decision.remedies.filter((remedy) => !isAsked(remedy))).map((remedy) => sayRemedy(remedy, wording))];
}
