/** What comes out for each way to take the contested questions: one thing, or by how one of them is taken another diagram each. Equal diagrams are one. */
export type Diagram = Leaf | Fork;

interface Leaf {
  readonly id: number;
  readonly rank: typeof last;
  readonly leaf: number;
}

interface Fork {
  readonly id: number;
  /** Which question: on each way down they stand in one order. */
  readonly rank: number;
  readonly by: readonly Diagram[];
}

const last = Number.POSITIVE_INFINITY;
const cofactor = (diagram: Diagram, rank: number, taken: number): Diagram => (diagram.rank === rank ? (diagram as Fork).by[taken]! : diagram);
const isLeaf = (diagram: Diagram): diagram is Leaf => diagram.rank === last;
const anyhow = (): null => null;
const least = (diagrams: readonly Diagram[]): number => diagrams.reduce((rank, each) => Math.min(rank, each.rank), last);

/** Diagrams over the same questions; `widths` has how many ways each of these can be taken. */
export class Diagrams {
  readonly #leaves = new Map<number, Leaf>();
  readonly #forks = new Map<string, Fork>();
  #made = 0;

  constructor(readonly widths: readonly number[]) {}

  leaf(value: number): Diagram {
    let leaf = this.#leaves.get(value);
    if (leaf === undefined) this.#leaves.set(value, (leaf = { id: this.#made++, rank: last, leaf: value }));
    return leaf;
  }

  /** One diagram for each way to take a question, as one; they may turn on questions that stand before it. */
  select(rank: number, by: readonly Diagram[]): Diagram {
    const top = Math.min(rank, least(by));
    if (top === rank) return this.#fork(rank, by.map((each, taken) => cofactor(each, rank, taken)));
    return this.#over(top, (taken) => this.select(rank, by.map((each) => cofactor(each, top, taken))));
  }

  /** What several diagrams come to together. */
  join(parts: readonly Diagram[], together: (leaves: readonly number[]) => number): Diagram {
    const known = new Map<string, Diagram>();
    const joined = (all: readonly Diagram[]): Diagram => {
      const top = least(all);
      if (top === last) return this.leaf(together(all.map((each) => (each as Leaf).leaf)));
      const key = all.map((each) => each.id).join();
      let found = known.get(key);
      if (found === undefined) known.set(key, (found = this.#over(top, (taken) => joined(all.map((each) => cofactor(each, top, taken))))));
      return found;
    };
    return joined(parts);
  }

  /** A diagram in which each outcome is followed by another diagram. */
  bind(diagram: Diagram, next: (leaf: number) => Diagram): Diagram {
    if (isLeaf(diagram)) return next(diagram.leaf);
    return this.select(diagram.rank, diagram.by.map((each) => this.bind(each, next)));
  }

  /** Everything that can come out while a question is taken in any way but the first (`true`), in the first (`false`), or in any at all. */
  outcomes(diagram: Diagram, isFree: (rank: number) => boolean | null = anyhow): ReadonlySet<number> {
    const found = new Set<number>();
    const met = new Set([diagram]);
    for (const each of met) {
      if (isLeaf(each)) {
        found.add(each.leaf);
        continue;
      }
      const free = isFree(each.rank);
      for (const [taken, next] of each.by.entries()) if (free === null || free === (taken > 0)) met.add(next);
    }
    return found;
  }

  #over(rank: number, at: (taken: number) => Diagram): Diagram {
    return this.#fork(rank, Array.from({ length: this.widths[rank]! }, (_, taken) => at(taken)));
  }

  #fork(rank: number, by: readonly Diagram[]): Diagram {
    const [first] = by as [Diagram];
    if (by.every((each) => each === first)) return first;
    const key = `${rank}:${by.map((each) => each.id).join()}`;
    let fork = this.#forks.get(key);
    if (fork === undefined) this.#forks.set(key, (fork = { id: this.#made++, rank, by }));
    return fork;
  }
}
