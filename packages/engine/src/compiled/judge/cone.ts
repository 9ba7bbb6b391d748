import { NodeTable } from "../node-table.js";
import type { Core } from "./spot.js";

/** What is acted on with everything that it came from, and the derivations between these: nothing else is looked at. Its nodes are numbered by place. */
export class Cone {
  /** Place of each node; -1: it is not in it. */
  readonly place = new NodeTable();
  /** Derivations out of the node at place `p` that lead to another of the cone are `edge[start[p]]` to `edge[start[p + 1] - 1]`. */
  readonly start: Int32Array;
  readonly edge: Int32Array;
  readonly #result: Int32Array;

  constructor({ graph: { edges } }: Core, object: number) {
    const nodes = object < 0 ? [] : [object];
    if (object >= 0) this.place.set(object, 0);
    let count = 0;
    for (const node of nodes) {
      for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
        const source = edges.inSource[i]!;
        count += 1;
        if (this.place.of(source) < 0) this.place.set(source, nodes.push(source) - 1);
      }
    }
    [this.start, this.edge, this.#result] = [new Int32Array(nodes.length + 1), new Int32Array(count), edges.result];
    for (const node of nodes) for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) this.start[this.place.of(edges.inSource[i]!) + 1]! += 1;
    for (let at = 0; at < nodes.length; at++) this.start[at + 1]! += this.start[at]!;
    const next = this.start.slice();
    for (const node of nodes) for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) this.edge[next[this.place.of(edges.inSource[i]!)]!++] = edges.into[i]!;
  }

  /** Place of what one of them leads to. */
  to(edge: number): number {
    return this.place.of(this.#result[edge]!);
  }
}
