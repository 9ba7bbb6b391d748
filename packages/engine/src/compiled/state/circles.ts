import type { Edges } from "../edges.js";

/**
 * The number of the circle that each node lies in, or of itself alone: two nodes have one number where each came from the other.
 * Two passes, along the edges and against them, each with a stack of its own, so that no depth of graph overflows.
 */
export function circlesOf(nodes: number, edges: Edges): Int32Array {
  const left = leavingOrder(nodes, edges);
  const circle = new Int32Array(nodes).fill(-1);
  const stack: number[] = [];
  for (let at = nodes - 1; at >= 0; at--) {
    const root = left[at]!;
    if (circle[root] !== -1) continue;
    circle[root] = root;
    stack.push(root);
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
        const source = edges.inSource[i]!;
        if (circle[source] !== -1) continue;
        circle[source] = root;
        stack.push(source);
      }
    }
  }
  return circle;
}

/** Nodes in the order in which a walk along the edges is done with them. */
function leavingOrder(nodes: number, { outStart, result }: Edges): Int32Array {
  const left = new Int32Array(nodes);
  let done = 0;
  const next = outStart.slice(0, nodes);
  const seen = new Uint8Array(nodes);
  const stack = new Int32Array(nodes);
  for (let start = 0; start < nodes; start++) {
    if (seen[start] === 1) continue;
    let depth = 0;
    stack[0] = start;
    seen[start] = 1;
    while (depth >= 0) {
      const node = stack[depth]!;
      if (next[node]! >= outStart[node + 1]!) {
        left[done++] = node;
        depth--;
        continue;
      }
      const to = result[next[node]!++]!;
      if (seen[to] === 1) continue;
      seen[to] = 1;
      stack[++depth] = to;
    }
  }
  return left;
}
