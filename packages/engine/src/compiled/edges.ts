import { ever, open } from "./date-ranks.js";

/** Edges as columns, in any order. */
export interface EdgeColumns {
  readonly source: Int32Array;
  readonly result: Int32Array;
  readonly kind: Uint8Array;
  /** Rank of the first day; `ever` where unknown. Of edges in order of which none bears a date, empty; so is `end`. */
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

const noDays = new Int32Array(0);

/** Rank of the first day of an edge; `ever` where unknown. */
export const startOf = ({ dated, start }: Edges, edge: number): number => (dated ? start[edge]! : ever);

/** Rank of the last day of an edge; `open` where unknown. */
export const endOf = ({ dated, end }: Edges, edge: number): number => (dated ? end[edge]! : open);

/** Orders edges by source, result, kind and the order in which they are given. Time and memory are linear in nodes and edges. */
export function edgesOf(nodes: number, { source, result, kind, start, end, derivation }: EdgeColumns, dated: boolean): Edges {
  return edgesInPlace(nodes, { source: source.slice(), result: result.slice(), kind: kind.slice(), start: start.slice(), end: end.slice(), derivation: derivation.slice() }, dated);
}

/** The same, in the columns that are given: nobody else reads them. */
export function edgesInPlace(nodes: number, columns: EdgeColumns, dated: boolean): Edges {
  const count = columns.source.length;
  let order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  order = stableBy(order, columns.kind, 256).order;
  order = stableBy(order, columns.result, nodes).order;
  const bySource = stableBy(order, columns.source, nodes);
  const room = new Int32Array(count);
  for (const column of [columns.source, columns.result, columns.kind, columns.derivation, ...(dated ? [columns.start, columns.end] : [])]) {
    for (let i = 0; i < count; i++) room[i] = column[bySource.order[i]!]!;
    column.set(room);
  }
  return edgesInOrder(nodes, columns, dated);
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
  return edgesWith(columns, { outStart, inStart, into, inSource, dated });
}

function edgesWith({ source, result, kind, derivation, start, end }: EdgeColumns, order: Omit<Edges, keyof EdgeColumns>): Edges {
  return { source, result, kind, derivation, start: order.dated ? start : noDays, end: order.dated ? end : noDays, ...order };
}

/** Where edges went: the new number of each old one (-1: gone), and the numbers of those that came, in order. */
export interface EdgesMoved {
  readonly numbers: Int32Array;
  readonly come: readonly number[];
}

/** The same of edges between the same nodes as before, from what was found of those: nothing is put in order again that stayed in it. */
export function edgesMoved(before: Edges, columns: EdgeColumns, dated: boolean, { numbers, come }: EdgesMoved): Edges {
  const nodes = before.outStart.length - 1;
  const [outStart, inStart, into, inSource] = [new Int32Array(nodes + 1), new Int32Array(nodes + 1), new Int32Array(columns.source.length), new Int32Array(columns.source.length)];
  const [outMore, inMore] = [new Map<number, number>(), new Map<number, number>()];
  for (const edge of come) {
    count(outMore, columns.source[edge]!, 1);
    count(inMore, columns.result[edge]!, 1);
  }
  for (let old = 0; old < numbers.length; old++) {
    if (numbers[old] !== -1) continue;
    count(outMore, before.source[old]!, -1);
    count(inMore, before.result[old]!, -1);
  }
  shifted(before.outStart, outStart, outMore);
  shifted(before.inStart, inStart, inMore);
  // Edges into one node stand in the order of their numbers.
  const coming = come.toSorted((a, b) => columns.result[a]! - columns.result[b]! || a - b);
  let [at, done] = [0, 0];
  for (const edge of coming) {
    const place = placeInto(before, numbers, columns.result[edge]!, edge);
    at = moved(before.into, numbers, done, place, into, at);
    into[at++] = edge;
    done = place;
  }
  moved(before.into, numbers, done, before.into.length, into, at);
  const { source } = columns;
  for (let i = 0; i < inSource.length; i++) inSource[i] = source[into[i]!]!;
  return edgesWith(columns, { outStart, inStart, into, inSource, dated });
}

/** Before which of the edges into a node one that comes stands. */
function placeInto({ inStart, into }: Edges, numbers: Int32Array, result: number, edge: number): number {
  const end = inStart[result + 1]!;
  let place = inStart[result]!;
  while (place < end && numbers[into[place]!]! < edge) place++;
  return place;
}

/** Writes the edges of a run under their new numbers, without those that went; where the next is to stand. */
function moved(run: Int32Array, numbers: Int32Array, from: number, to: number, into: Int32Array, place: number): number {
  let at = place;
  for (let i = from; i < to; i++) {
    const edge = numbers[run[i]!]!;
    if (edge !== -1) into[at++] = edge;
  }
  return at;
}

const count = (at: Map<number, number>, node: number, by: number): void => void at.set(node, (at.get(node) ?? 0) + by);

/** Where the edges of each node start, after some nodes have more or fewer. */
function shifted(before: Int32Array, after: Int32Array, more: ReadonlyMap<number, number>): void {
  let by = 0;
  for (let node = 0; node < before.length; node++) {
    after[node] = before[node]! + by;
    by += more.size === 0 ? 0 : (more.get(node) ?? 0);
  }
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
