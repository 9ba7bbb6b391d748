import type { Asset, Derivation, TitleGraph } from "@cleartitle/title";
import type { CompiledGraph } from "../graph.js";
import { NodeTable } from "../node-table.js";
import { Acted } from "./acted.js";
import type { Endings } from "./endings.js";
import { assetIn, type Ground } from "./ground.js";
import { listsByNode, type NodeLists } from "./node-lists.js";

/** What each party ever acted on. */
export class PartyActs {
  // Not the world, which is let go before the graph is that later ones share with it.
  readonly #assets: TitleGraph["assets"];
  readonly #graph: CompiledGraph;
  readonly #endings: readonly Derivation[];
  readonly #numberOf: ReadonlyMap<string, number>;
  readonly #derivations: NodeLists;
  readonly #acquired: NodeLists;
  readonly #known = new Map<string, Acted>();

  constructor({ world, graph }: Ground, endings: Endings) {
    this.#assets = world.graph.assets;
    this.#graph = graph;
    this.#endings = endings.all;
    const count = graph.derivations.length + endings.all.length;
    const numbers = new Map<string, number>();
    const numberOf = (party: string): number => {
      let number = numbers.get(party);
      if (number === undefined) numbers.set(party, (number = numbers.size));
      return number;
    };
    for (let at = 0; at < count; at++) numberOf(this.#derivation(at).who);
    for (let node = 0; node < graph.nodes.length; node++) for (const each of this.#acquisitions(node)) numberOf(each.who);
    this.#numberOf = numbers;
    this.#derivations = listsByNode(numbers.size, count, (at, add) => add(numberOf(this.#derivation(at).who)));
    this.#acquired = listsByNode(numbers.size, graph.nodes.length, (node, add) => {
      for (const each of this.#acquisitions(node)) add(numberOf(each.who));
    });
  }

  /** Everybody who ever acted. */
  parties(): Iterable<string> {
    return this.#numberOf.keys();
  }

  /** Derivations with a result, then those without. */
  #derivation(at: number): Derivation {
    const { derivations } = this.#graph;
    return derivations[at] ?? this.#endings[at - derivations.length]!;
  }

  #acquisitions(node: number): Asset["acquired"] {
    return assetIn(this.#assets, this.#graph, node)?.acquired ?? [];
  }

  of(party: string): Acted {
    let known = this.#known.get(party);
    if (known === undefined) this.#known.set(party, (known = this.#find(party)));
    return known;
  }

  #find(party: string): Acted {
    const graph = this.#graph;
    const [found, places] = [new Acted(), new NodeTable()];
    const number = this.#numberOf.get(party);
    if (number === undefined) return found;
    const acted = (node: number | undefined, on: string): void => {
      if (node === undefined) return;
      const place = places.of(node);
      if (place < 0) {
        places.set(node, found.size);
        found.add(node, on);
      } else if (on < found.sinceAt(place)) found.since(place, on);
    };
    for (const at of range(this.#derivations, number)) {
      const { from, during } = this.#derivation(at);
      for (const source of from) acted(graph.numberOf.get(source), during.from ?? "");
    }
    for (const node of range(this.#acquired, number)) for (const each of this.#acquisitions(node)) if (each.who === party) acted(node, each.on ?? "");
    return found;
  }
}

const range = ({ start, item }: NodeLists, of: number): Int32Array => item.subarray(start[of], start[of + 1]);

interface Kept {
  readonly of: Pick<TitleGraph, "assets" | "derivations">;
  readonly acts: PartyActs;
}

const kept = new WeakMap<CompiledGraph, Kept>();

/** Found once for all worlds of the same assets and derivations, whatever else differs between them. */
export function partyActs(ground: Ground, endings: Endings): PartyActs {
  const { world: { graph: { assets, derivations } }, graph } = ground;
  const known = kept.get(graph);
  if (known?.of.assets === assets && known.of.derivations === derivations) return known.acts;
  const acts = new PartyActs(ground, endings);
  kept.set(graph, { of: { assets, derivations }, acts });
  return acts;
}
