import { ever, open } from "./date-ranks.js";
import type { Edges } from "./edges.js";
import { Waiting } from "./waiting.js";

/** What an asset reached: its nodes, itself first, each with the day from which (upstream: until which) the matter can be there. */
export interface Reached {
  /** In the order in which they were met; without dates, nearest first. */
  readonly nodes: Int32Array;
  /** Rank of the day for each of `nodes`. */
  readonly days: Int32Array;
}

const notThere = 0x7fff_fffe;

/** All that the matter of an asset can have gone into, in time order: what came into a corpus after the training is not in the model. */
export function descendantsOf(edges: Edges, nodeCount: number, asset: number): Reached {
  const { outStart, result, start, end } = edges;
  if (!edges.dated) return nearestFirst(asset, nodeCount, outStart, result, ever);
  const since = new Int32Array(nodeCount).fill(notThere);
  since[asset] = ever;
  const waiting = new Waiting();
  waiting.add(asset, ever);
  const met = [asset];
  // Earliest day first: a day never gets earlier along a derivation, so that each node is left once.
  for (let node = waiting.next(); node >= 0; node = waiting.next()) {
    const day = since[node]!;
    if (waiting.day !== day) continue;
    for (let edge = outStart[node]!; edge < outStart[node + 1]!; edge++) {
      if (end[edge]! < day) continue;
      const to = result[edge]!;
      const then = Math.max(day, start[edge]!);
      if (then >= since[to]!) continue;
      if (since[to] === notThere) met.push(to);
      since[to] = then;
      waiting.add(to, then);
    }
  }
  return listed(met, since);
}

/** Everything of which something can be in an asset as it was on a day (`open`: at any time), in time order. */
export function upstreamOf(edges: Edges, nodeCount: number, asset: number, bound: number = open): Reached {
  const { inStart, inSource, into, start, end } = edges;
  if (!edges.dated) return nearestFirst(asset, nodeCount, inStart, inSource, bound);
  const until = new Int32Array(nodeCount).fill(-2);
  until[asset] = bound;
  const waiting = new Waiting();
  waiting.add(asset, -bound);
  const met = [asset];
  for (let node = waiting.next(); node >= 0; node = waiting.next()) {
    const day = until[node]!;
    if (waiting.day !== -day) continue;
    for (let i = inStart[node]!; i < inStart[node + 1]!; i++) {
      const edge = into[i]!;
      if (start[edge]! > day) continue;
      const from = inSource[i]!;
      const then = Math.min(day, end[edge]!);
      if (then <= until[from]!) continue;
      if (until[from] === -2) met.push(from);
      until[from] = then;
      waiting.add(from, -then);
    }
  }
  return listed(met, until);
}

const listed = (met: readonly number[], days: Int32Array): Reached => ({ nodes: Int32Array.from(met), days: Int32Array.from(met, (node) => days[node]!) });

/** Without dates all lies in time order, and each node is met once. */
function nearestFirst(asset: number, nodeCount: number, starts: Int32Array, targets: Int32Array, day: number): Reached {
  const seen = new Uint8Array(nodeCount);
  const queue = new Int32Array(nodeCount);
  let met = 1;
  queue[0] = asset;
  seen[asset] = 1;
  for (let at = 0; at < met; at++) {
    const node = queue[at]!;
    const last = starts[node + 1]!;
    for (let i = starts[node]!; i < last; i++) {
      const to = targets[i]!;
      if (seen[to] === 1) continue;
      seen[to] = 1;
      queue[met++] = to;
    }
  }
  return { nodes: queue.slice(0, met), days: new Int32Array(met).fill(day) };
}
