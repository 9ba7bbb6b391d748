import type { Statement } from "./graph.js";

/** Statements by what takes their place. */
export interface Corrections {
  /** Whether another statement takes the place of a word: what somebody concluded only a conclusion corrects, not what a source or a tool says. */
  has(word: Pick<Statement, "id" | "rung">): boolean;
}

export function correctionsBy(statements: Iterable<Pick<Statement, "id" | "rung" | "supersedes">>): Corrections {
  const [any, concluded] = [new Set<string>(), new Set<string>()];
  for (const { id, rung, supersedes } of statements) {
    if (supersedes === null || supersedes === id) continue;
    any.add(supersedes);
    if (rung === "concluded") concluded.add(supersedes);
  }
  return { has: ({ id, rung }) => (rung === "concluded" ? concluded : any).has(id) };
}
