import { IntColumn } from "@cleartitle/title";

/** The place of each way among the paths of its length, from the first way of that length on: ways over the same things share it. */
export interface Paths {
  readonly first: number;
  readonly places: Int32Array;
}

/** Arrivals at nodes by ways of one length, as columns that are filled anew for each length: a pass makes millions of them. */
export class Arrivals {
  readonly node = new IntColumn();
  readonly parent = new IntColumn();
  readonly edge = new IntColumn();
  readonly bound = new IntColumn();
  /** Lanes on which the matter surely persists, and those on which it may: `width` integers an arrival. */
  readonly sure = new IntColumn();
  readonly maybe = new IntColumn();

  constructor(readonly width: number) {}

  get size(): number {
    return this.node.length;
  }

  clear(): void {
    this.#cut(0);
  }

  /** Adds an arrival with nothing on its lanes; returns where its lanes begin. */
  add(node: number, parent: number, edge: number, bound: number): number {
    const at = this.size * this.width;
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
  inOrder({ first, places }: Paths): void {
    const { node, parent, width } = this;
    const before = (a: number, b: number): number => places[parent.at(a) - first]! - places[parent.at(b) - first]! || node.at(a) - node.at(b);
    let ordered = true;
    for (let i = 1; ordered && i < this.size; i++) ordered = before(i - 1, i) <= 0;
    if (ordered) return;
    const order = Int32Array.from({ length: this.size }, (_, i) => i).toSorted((a, b) => before(a, b) || a - b);
    for (const column of [node, parent, this.edge, this.bound]) arrange(column, order, 1);
    for (const lanes of [this.sure, this.maybe]) arrange(lanes, order, width);
  }

  /** Lets go of all of them; none is added any more. */
  release(): void {
    for (const column of [this.node, this.parent, this.edge, this.bound, this.sure, this.maybe]) column.release();
  }

  /** Takes the last arrival back. */
  drop(): void {
    this.#cut(this.size - 1);
  }

  #cut(size: number): void {
    for (const column of [this.node, this.parent, this.edge, this.bound]) column.cut(size);
    for (const lanes of [this.sure, this.maybe]) lanes.cut(size * this.width);
  }
}

/** Puts what is `width` numbers long each in an order. */
function arrange(column: IntColumn, order: Int32Array, width: number): void {
  const was = Int32Array.from({ length: column.length }, (_, i) => column.at(i));
  for (const [to, from] of order.entries()) for (let lane = 0; lane < width; lane++) column.set(to * width + lane, was[from * width + lane]!);
}
