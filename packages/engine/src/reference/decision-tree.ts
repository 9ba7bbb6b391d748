import type { Assignment } from "./positions.js";

interface Leaf<T> {
  readonly value: T;
}

/** Which position was asked for first, and by each answer which next. */
interface Branch<T> {
  readonly asks: string;
  readonly answers: Map<string | undefined, Branch<T> | Leaf<T>>;
}

/**
 * Judgments already made, found again by the positions that they turned on: equal answers to those give the same judgment.
 * INVARIANT: a judgment asks for positions in an order that depends only on the answers so far, so that the tree has one place for it.
 */
export class DecisionTree<T> {
  #root: Branch<T> | Leaf<T> | undefined;

  find(assignment: Assignment): Leaf<T> | undefined {
    let node = this.#root;
    while (node !== undefined && !("value" in node)) node = node.answers.get(assignment.get(node.asks));
    return node;
  }

  add(asked: Iterable<string>, assignment: Assignment, value: T): void {
    const order = [...asked];
    const grow = (node: Branch<T> | Leaf<T> | undefined, depth: number): Branch<T> | Leaf<T> => {
      const asks = order[depth];
      if (asks === undefined) return { value };
      const branch: Branch<T> = node !== undefined && "asks" in node ? node : { asks, answers: new Map() };
      const answer = assignment.get(asks);
      branch.answers.set(answer, grow(branch.answers.get(answer), depth + 1));
      return branch;
    };
    this.#root = grow(this.#root, 0);
  }
}
