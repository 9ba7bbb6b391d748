/** Numbers of records by the node that they speak of: those of node `n` are `item[start[n]]` to `item[start[n + 1] - 1]`, in their order. */
export interface NodeLists {
  readonly start: Int32Array;
  readonly item: Int32Array;
}

type Visit = (record: number, add: (node: number | undefined) => void) => void;

/** Lists without a list for each node: two passes and two arrays, whatever the size of the graph. A record of a node that is not there is left out. */
export function listsByNode(nodes: number, records: number, visit: Visit): NodeLists {
  const start = new Int32Array(nodes + 1);
  if (records === 0) return { start, item: new Int32Array(0) };
  for (let record = 0; record < records; record++) {
    visit(record, (node) => {
      if (node !== undefined) start[node + 1]!++;
    });
  }
  for (let node = 0; node < nodes; node++) start[node + 1]! += start[node]!;
  const at = start.slice();
  const item = new Int32Array(start[nodes]!);
  for (let record = 0; record < records; record++) {
    visit(record, (node) => {
      if (node !== undefined) item[at[node]!++] = record;
    });
  }
  return { start, item };
}
