/** What the compiled evaluator counts before it spends memory on it. */
export type Counted = "nodes" | "edges" | "labels";

/** How much a compiled graph and one question of it may hold. */
export interface Budget {
  readonly nodes: number;
  readonly edges: number;
  /** Ways on which demands of one layer may arrive, all nodes together. */
  readonly labels: number;
}

/** Ample for a graph of a million assets; an index of edges stays below 2^31 in any case. */
export const defaultBudget: Budget = { nodes: 8_000_000, edges: 64_000_000, labels: 16_000_000 };

/** A graph or a question is larger than the stated budget: nothing was answered, and nothing less is answered in its place. */
export class OverBudget extends Error {
  override readonly name = "OverBudget";

  constructor(readonly counted: Counted, readonly found: number, readonly limit: number) {
    super(`${found} ${counted} are more than the budget of ${limit}`);
  }
}

/** Throws `OverBudget` where a count is above its limit. */
export function within(budget: Budget, counted: Counted, found: number): void {
  if (found > budget[counted]) throw new OverBudget(counted, found, budget[counted]);
}
