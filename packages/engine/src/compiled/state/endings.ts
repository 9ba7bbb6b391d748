import type { Derivation } from "@cleartitle/title";
import type { Ground } from "./ground.js";
import { listsByNode, type NodeLists } from "./node-lists.js";

/** Derivations without a result: what was done with a thing and left nothing that is recorded. */
export class Endings {
  /** In the graph's order. */
  readonly all: readonly Derivation[];
  readonly #at: NodeLists;

  constructor({ world, graph }: Ground) {
    const all: Derivation[] = [];
    for (const derivation of world.graph.derivations.values()) if (derivation.to === null) all.push(derivation);
    this.all = all;
    this.#at = listsByNode(graph.nodes.length, all.length, (at, add) => {
      for (const source of new Set(all[at]!.from)) add(graph.numberOf.get(source));
    });
  }

  /** Those that a node is a source of, in the graph's order. */
  at(node: number): Derivation[] {
    const { start, item } = this.#at;
    return [...item.subarray(start[node], start[node + 1])].map((at) => this.all[at]!);
  }
}
