import { canonicalJson } from "@cleartitle/norms";
import type { Segment } from "./amendment.js";

/** One topic in two states of a deal: what its clause says in each; null: nothing. */
export interface ClauseDifference {
  readonly topic: string;
  readonly title: string;
  readonly change: "same" | "words" | "new" | "gone";
  readonly before: { readonly version: string; readonly text: readonly string[] } | null;
  readonly after: { readonly version: string; readonly text: readonly string[] } | null;
}

/** Two states of a deal clause by clause, in the order of the topics. */
export function clauseDifferences(before: Pick<Segment, "compiled">, after: Pick<Segment, "compiled">): readonly ClauseDifference[] {
  const [was, is] = [before, after].map(({ compiled }) => new Map(compiled.clauses.map((clause) => [clause.topic, clause] as const)));
  const clauses = new Map([...was!, ...is!].map(([topic, clause]) => [topic, clause] as const));
  return [...clauses.values()].toSorted((a, b) => a.number - b.number).map(({ topic, title }): ClauseDifference => {
    const [old, now] = [was!.get(topic) ?? null, is!.get(topic) ?? null].map((clause) => (clause === null ? null : { version: clause.version, text: clause.text })) as [ClauseDifference["before"], ClauseDifference["after"]];
    return { topic, title, change: old === null ? "new" : now === null ? "gone" : canonicalJson(old) === canonicalJson(now) ? "same" : "words", before: old, after: now };
  });
}
