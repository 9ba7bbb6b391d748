import { canonicalJson } from "@cleartitle/norms";
import { type Compiled, further } from "../compile/compile.js";
import type { Segment } from "./amendment.js";

/** One topic in two states of a deal: what its clause says in each; null: nothing. */
export interface ClauseDifference {
  readonly topic: string;
  readonly title: string;
  readonly change: "same" | "words" | "new" | "gone";
  readonly before: { readonly version: string; readonly text: readonly string[] } | null;
  readonly after: { readonly version: string; readonly text: readonly string[] } | null;
}

type Clause = Pick<Compiled["clauses"][number], "topic" | "number" | "title" | "version" | "text">;

/** Clauses of a deal, and behind them its words outside of every topic. */
function clausesOf({ clauses, notCompiled }: Compiled): ReadonlyMap<string, Clause> {
  const text = notCompiled.filter(({ topic }) => topic === further.id).map((note) => note.text);
  const last: Clause[] = text.length === 0 ? [] : [{ topic: further.id, number: Number.MAX_SAFE_INTEGER, title: further.title, version: "own", text }];
  return new Map([...clauses, ...last].map((clause) => [clause.topic, clause] as const));
}

/** Two states of a deal clause by clause, in the order of the topics; words outside of every topic come last. */
export function clauseDifferences(before: Pick<Segment, "compiled">, after: Pick<Segment, "compiled">): readonly ClauseDifference[] {
  const [was, is] = [clausesOf(before.compiled), clausesOf(after.compiled)];
  return [...new Map([...was, ...is]).values()].toSorted((a, b) => a.number - b.number).map(({ topic, title }): ClauseDifference => {
    const [old, now] = [was, is].map((clauses) => saidIn(clauses.get(topic))) as [ClauseDifference["before"], ClauseDifference["after"]];
    return { topic, title, change: old === null ? "new" : now === null ? "gone" : canonicalJson(old) === canonicalJson(now) ? "same" : "words", before: old, after: now };
  });
}

const saidIn = (clause: Clause | undefined): ClauseDifference["before"] => (clause === undefined ? null : { version: clause.version, text: clause.text });
