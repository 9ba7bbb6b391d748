import { Graph, layout } from "@dagrejs/dagre";
import type { Drawn } from "./drawn.js";
import { layerGap, type Places, rowGap, thingHeight, thingWidth } from "./measure.js";

export async function layOut({ things, lines }: Drawn): Promise<Places> {
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", ranksep: layerGap, nodesep: rowGap });
  for (const { node } of things) graph.setNode(node.id, { width: thingWidth, height: thingHeight });
  for (const { from, to } of lines) graph.setEdge(from, to, {});
  layout(graph);
  return new Map(things.map(({ node: { id } }) => {
    const { x = 0, y = 0 } = graph.node(id) as { readonly x?: number; readonly y?: number };
    return [id, { x: x - thingWidth / 2, y: y - thingHeight / 2 }];
  }));
}
