import Elk from "elkjs/lib/elk-api.js";
import workerUrl from "elkjs/lib/elk-worker.min.js?url";
import type { Drawn } from "./drawn.js";
import { layerGap, type Places, rowGap, thingHeight, thingWidth } from "./measure.js";

/** The same picture for more things than the page could wait for, in a worker. */
export async function layOut({ things, lines }: Drawn): Promise<Places> {
  const elk = new Elk({ workerUrl });
  try {
    // Names of its own: ids of others may be anything.
    const numbers = new Map(things.map(({ node }, index) => [node.id, `n${index}`]));
    const { children = [] } = await elk.layout({
      id: "chain",
      layoutOptions: { "elk.algorithm": "layered", "elk.direction": "RIGHT", "elk.layered.spacing.nodeNodeBetweenLayers": String(layerGap), "elk.spacing.nodeNode": String(rowGap) },
      children: things.map(({ node }) => ({ id: numbers.get(node.id)!, width: thingWidth, height: thingHeight })),
      edges: lines.map(({ from, to }, index) => ({ id: `e${index}`, sources: [numbers.get(from)!], targets: [numbers.get(to)!] })),
    });
    const placed = new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
    return new Map(things.map(({ node: { id } }) => [id, placed.get(numbers.get(id)!) ?? { x: 0, y: 0 }]));
  } finally {
    elk.terminateWorker();
  }
}
