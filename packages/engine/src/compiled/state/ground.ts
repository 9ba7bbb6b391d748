import type { Asset } from "@cleartitle/title";
import type { World } from "../../world.js";
import type { CompiledGraph } from "../graph.js";

/** A world with its compiled graph: all that state is read from. */
export interface Ground {
  readonly world: World;
  readonly graph: CompiledGraph;
}

/** What is recorded of a node; nothing where nobody described it, nor of the middle of a composed derivation. */
export const assetAt = ({ world, graph }: Ground, node: number): Asset | undefined =>
  graph.virtual[node] === 1 ? undefined : world.graph.assets.get(graph.nodes[node]!);
