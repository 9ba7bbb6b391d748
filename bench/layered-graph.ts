import { ever, open } from "../packages/engine/src/compiled/date-ranks.js";
import type { EdgeColumns } from "../packages/engine/src/compiled/edges.js";

/** A layered acyclic graph: 50 layers, three edges a node, 80 % of them to the next layer and the rest up to five layers on. */
export interface LayeredGraph {
  readonly nodes: number;
  readonly columns: EdgeColumns;
  /** The node whose descendants are asked for: the first of layer 34. */
  readonly root: number;
  /** One of layer 0, from which most of the graph is reached. */
  readonly early: number;
}

const layers = 50;
const edgesPerNode = 3;

/** Numbers from 0 to 1, the same for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `dated`: each edge bears a day, later from layer to layer; one of twenty a day too early for what is above it. */
export function layeredGraph(nodes: number, seed: number, dated = false): LayeredGraph {
  const next = numbersFrom(seed);
  const size = nodes / layers;
  const count = nodes * edgesPerNode;
  const columns = { source: new Int32Array(count), result: new Int32Array(count), kind: new Uint8Array(count), start: new Int32Array(count).fill(ever), end: new Int32Array(count).fill(open), derivation: new Int32Array(count) };
  for (let edge = 0; edge < count; edge++) {
    const layer = Math.floor(next() * (layers - 1));
    const step = next() < 0.8 ? 1 : 1 + Math.floor(next() * 5);
    const below = Math.min(layers - 1, layer + step);
    columns.source[edge] = layer * size + Math.floor(next() * size);
    columns.result[edge] = below * size + Math.floor(next() * size);
    columns.kind[edge] = Math.floor(next() * 8);
    columns.derivation[edge] = edge;
    const day = 20 * below + 1 - (next() < 0.05 ? 200 : 0);
    if (dated) columns.start[edge] = columns.end[edge] = Math.max(1, day);
  }
  return { nodes, columns, root: 34 * size, early: 3 };
}
