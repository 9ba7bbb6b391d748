import { upstreamOf } from "../reach.js";
import type { Edges } from "../edges.js";

/** All that a thing came from at any time, itself first: each before what it came from, but for what is in a circle or upstream of one. */
export function upstreamOrder(edges: Edges, object: number): Int32Array {
  const { inStart, inSource } = edges;
  const count = inStart.length - 1;
  const { nodes } = upstreamOf({ ...edges, dated: false }, count, object);
  // What leads from each thing to another of them is counted once for each derivation.
  const left = new Int32Array(count);
  for (const node of nodes) for (let i = inStart[node]!; i < inStart[node + 1]!; i++) left[inSource[i]!]! += 1;
  const order = new Int32Array(nodes.length);
  const put = new Uint8Array(count);
  let met = 0;
  const add = (node: number): void => {
    put[node] = 1;
    order[met++] = node;
  };
  if (left[object] === 0) add(object);
  for (let at = 0; at < met; at++) {
    const node = order[at]!;
    for (let i = inStart[node]!; i < inStart[node + 1]!; i++) {
      const source = inSource[i]!;
      left[source]! -= 1;
      if (left[source] === 0) add(source);
    }
  }
  for (const node of nodes) if (put[node] === 0) add(node);
  return order;
}
