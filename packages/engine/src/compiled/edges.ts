/** Edges as columns, in any order. */
export interface EdgeColumns {
  readonly source: Int32Array;
  readonly result: Int32Array;
  readonly kind: Uint8Array;
  /** Rank of the first day; `ever` where unknown. */
  readonly start: Int32Array;
  /** Rank of the last day; `open` where unknown. */
  readonly end: Int32Array;
  /** Number of the derivation that the edge is a step of. */
  readonly derivation: Int32Array;
}

/** Edges by their source and by their result: those of a node are a range in each. */
export interface Edges extends EdgeColumns {
  /** Edges out of node `n` are `outStart[n]` to `outStart[n + 1]`, in order of result, kind and derivation. */
  readonly outStart: Int32Array;
  /** Edges into node `n` are `into[inStart[n]]` to `into[inStart[n + 1] - 1]`, in order of source, kind and derivation. */
  readonly inStart: Int32Array;
  readonly into: Int32Array;
  /** Sources in the order of `into`, so that a walk upstream need not look at the edge. */
  readonly inSource: Int32Array;
  /** Whether any edge bears a date: without one, all lies in time order. */
  readonly dated: boolean;
}

/** Orders edges by source, result, kind and the order in which they are given. Time and memory are linear in nodes and edges. */
export function edgesOf(nodes: number, columns: EdgeColumns, dated: boolean): Edges {
  const count = columns.source.length;
  let order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  order = stableBy(order, columns.kind, 256).order;
  order = stableBy(order, columns.result, nodes).order;
  const bySource = stableBy(order, columns.source, nodes);
  const pick = <T extends Int32Array | Uint8Array>(column: T, empty: T): T => {
    for (let i = 0; i < count; i++) empty[i] = column[bySource.order[i]!]!;
    return empty;
  };
  const ordered: EdgeColumns = {
    source: pick(columns.source, new Int32Array(count)), result: pick(columns.result, new Int32Array(count)), kind: pick(columns.kind, new Uint8Array(count)),
    start: pick(columns.start, new Int32Array(count)), end: pick(columns.end, new Int32Array(count)), derivation: pick(columns.derivation, new Int32Array(count)),
  };
  return edgesInOrder(nodes, ordered, dated);
}

/** Edges of which the columns are in order already. */
export function edgesInOrder(nodes: number, columns: EdgeColumns, dated: boolean): Edges {
  const count = columns.source.length;
  const outStart = new Int32Array(nodes + 1);
  for (let edge = 0; edge < count; edge++) outStart[columns.source[edge]! + 1]!++;
  for (let node = 0; node < nodes; node++) outStart[node + 1]! += outStart[node]!;
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  const { start: inStart, order: into } = stableBy(order, columns.result, nodes);
  const inSource = new Int32Array(count);
  for (let i = 0; i < count; i++) inSource[i] = columns.source[into[i]!]!;
  return { ...columns, outStart, inStart, into, inSource, dated };
}

/** Counting sort that keeps the order of equals, with where each key starts. */
function stableBy(order: Int32Array, keys: Int32Array | Uint8Array, size: number): { order: Int32Array<ArrayBuffer>; start: Int32Array } {
  const start = new Int32Array(size + 1);
  for (let i = 0; i < keys.length; i++) start[keys[i]! + 1]!++;
  for (let i = 0; i < size; i++) start[i + 1]! += start[i]!;
  const at = start.slice();
  const sorted = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const item = order[i]!;
    sorted[at[keys[item]!]!++] = item;
  }
  return { order: sorted, start };
}
