/** Arrivals at nodes by ways of one length, as columns that are filled anew for each length: a pass makes millions of them. */
export class Arrivals {
  readonly node: number[] = [];
  readonly parent: number[] = [];
  readonly edge: number[] = [];
  readonly bound: number[] = [];
  /** Lanes on which the matter surely persists, and those on which it may: `width` integers an arrival. */
  readonly sure: number[] = [];
  readonly maybe: number[] = [];

  constructor(readonly width: number) {}

  get size(): number {
    return this.node.length;
  }

  clear(): void {
    this.node.length = this.parent.length = this.edge.length = this.bound.length = this.sure.length = this.maybe.length = 0;
  }

  /** Adds an arrival with nothing on its lanes; returns where its lanes begin. */
  add(node: number, parent: number, edge: number, bound: number): number {
    const at = this.node.length * this.width;
    this.node.push(node);
    this.parent.push(parent);
    this.edge.push(edge);
    this.bound.push(bound);
    for (let lane = 0; lane < this.width; lane++) {
      this.sure.push(0);
      this.maybe.push(0);
    }
    return at;
  }

  /** Puts arrivals in the order of the paths that they went; those over the same things stay in the order of their derivations. */
  inOrder(path: readonly number[]): void {
    const { node, parent, width } = this;
    const before = (a: number, b: number): number => path[parent[a]!]! - path[parent[b]!]! || node[a]! - node[b]!;
    let ordered = true;
    for (let i = 1; ordered && i < node.length; i++) ordered = before(i - 1, i) <= 0;
    if (ordered) return;
    const order = [...node.keys()].toSorted(before);
    for (const column of [node, parent, this.edge, this.bound]) {
      const was = [...column];
      for (const [to, from] of order.entries()) column[to] = was[from]!;
    }
    for (const lanes of [this.sure, this.maybe]) {
      const was = [...lanes];
      for (const [to, from] of order.entries()) for (let lane = 0; lane < width; lane++) lanes[to * width + lane] = was[from * width + lane]!;
    }
  }

  /** Takes the last arrival back. */
  drop(): void {
    this.node.pop();
    this.parent.pop();
    this.edge.pop();
    this.bound.pop();
    this.sure.length -= this.width;
    this.maybe.length -= this.width;
  }
}
