import type { CompiledGraph } from "../graph.js";

/** Of a node that no walk has come to; numbers are one more than what they stand for, so that a column is empty as it is made. */
const unmet = 0;

/**
 * Things that came from each other: found upstream of whatever is asked, each node once. Tarjan's walk with a stack of its own, so that no depth of graph overflows; what a
 * walk has closed it never meets again, so that later walks go on from there.
 */
export class Circles {
  readonly #graph: CompiledGraph;
  /** The number of the circle of each node that was walked. */
  readonly #circle: Int32Array;
  /** Of nodes that a walk has come to and not closed yet: when it came, and the first of those that it came to from there. */
  readonly #order = new Map<number, number>();
  readonly #low = new Map<number, number>();
  /** Members of circles of two or more, by number. */
  readonly #members = new Map<number, readonly number[]>();
  readonly #open: number[] = [];
  #met = 0;

  constructor(graph: CompiledGraph) {
    this.#graph = graph;
    this.#circle = new Int32Array(graph.nodes.length);
  }

  /** Two nodes have one number where each came from the other. */
  of(node: number): number {
    if (this.#circle[node] === unmet) this.#walk(node);
    return this.#circle[node]!;
  }

  /** The circle that a node lies in: of two or more, or of itself where it came from itself; null: in none. */
  around(node: number): readonly number[] | null {
    const circle = this.#members.get(this.of(node));
    if (circle !== undefined) return circle;
    const { inStart, inSource } = this.#graph.edges;
    for (let i = inStart[node]!; i < inStart[node + 1]!; i++) if (inSource[i] === node) return [node];
    return null;
  }

  #walk(from: number): void {
    const { inStart, inSource } = this.#graph.edges;
    const [nodes, next] = [[from], [inStart[from]!]];
    this.#enter(from);
    while (nodes.length > 0) {
      const [node, at] = [nodes.at(-1)!, next.at(-1)!];
      if (at === inStart[node + 1]!) {
        nodes.pop();
        next.pop();
        const [above, low] = [nodes.at(-1), this.#low.get(node)!];
        if (low === this.#order.get(node)) this.#close(node);
        else if (above !== undefined) this.#lower(above, low);
        continue;
      }
      next[next.length - 1] = at + 1;
      const source = inSource[at]!;
      if (this.#circle[source] !== unmet) continue;
      const met = this.#order.get(source);
      if (met === undefined) {
        this.#enter(source);
        nodes.push(source);
        next.push(inStart[source]!);
      } else this.#lower(node, met);
    }
  }

  #enter(node: number): void {
    this.#order.set(node, ++this.#met);
    this.#low.set(node, this.#met);
    this.#open.push(node);
  }

  #lower(node: number, to: number): void {
    if (to < this.#low.get(node)!) this.#low.set(node, to);
  }

  #close(root: number): void {
    const members = this.#open.splice(this.#open.lastIndexOf(root));
    for (const member of members) {
      this.#circle[member] = root + 1;
      this.#order.delete(member);
      this.#low.delete(member);
    }
    if (members.length > 1) this.#members.set(root + 1, members);
  }
}
