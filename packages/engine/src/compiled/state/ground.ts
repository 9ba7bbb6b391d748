import type { Asset, TitleGraph } from "@cleartitle/title";
import type { World } from "../../world.js";
import type { CompiledGraph } from "../graph.js";

/** A world with its compiled graph: all that state is read from. */
export interface Ground {
  readonly world: World;
  readonly graph: CompiledGraph;
}

/** What is recorded of a node; nothing where nobody described it, nor of the middle of a composed derivation. */
export const assetAt = ({ world, graph }: Ground, node: number): Asset | undefined => assetIn(world.graph.assets, graph, node);

export const assetIn = (assets: TitleGraph["assets"], { virtual, nodes }: CompiledGraph, node: number): Asset | undefined => (virtual[node] === 1 ? undefined : assets.get(nodes[node]!));
