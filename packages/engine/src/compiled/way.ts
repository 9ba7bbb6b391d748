import { IntColumn } from "@cleartitle/title";
import { NodeTable } from "./node-table.js";

/** Ways on which demands arrive, each the way before it and one node more, with its lanes: an integer of classes for each action. */
export class Ways {
  readonly node = new IntColumn();
  readonly parent = new IntColumn();
  /** The derivation by which a way goes on from the one before it (-1: none). */
  readonly edge = new IntColumn();
  /** Latest day on which what arrives by a way can be in what is acted on. */
  readonly bound = new IntColumn();
  /** Lanes on which the matter surely persists, `width` integers a way. */
  readonly sure = new IntColumn();
  /** Lanes on which it may. */
  readonly maybe = new IntColumn();
  /** The first way that ends in each node, and the next one that ends where a way does (-1: none). */
  readonly #first = new NodeTable();
  readonly #next = new IntColumn();
  /** The first way of each length: a longer one is added after all that are shorter. */
  readonly #ofLength: number[] = [];

  constructor(readonly width: number) {}

  get size(): number {
    return this.node.length;
  }

  /** Nodes in which ways end, in the order in which they were reached. */
  ends(): number[] {
    const ends: number[] = [];
    for (let way = 0; way < this.size; way++) if (this.firstAt(this.node.at(way)) === way) ends.push(this.node.at(way));
    return ends;
  }

  /** The first way that ends in a node, -1: none; the others follow by `nextAt`, in order. */
  firstAt(node: number): number {
    return this.#first.of(node);
  }

  nextAt(way: number): number {
    return this.#next.at(way);
  }

  /** How many things lie on a way. */
  lengthOf(way: number): number {
    let [low, high] = [0, this.#ofLength.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ofLength[middle]! <= way) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Adds a way with nothing on its lanes yet. */
  add(node: number, parent: number, edge: number, bound: number): number {
    const way = this.size;
    this.node.push(node);
    this.parent.push(parent);
    this.edge.push(edge);
    this.bound.push(bound);
    if (parent < 0 || parent >= this.#ofLength.at(-1)!) this.#ofLength.push(way);
    for (let lane = 0; lane < this.width; lane++) {
      this.sure.push(0);
      this.maybe.push(0);
    }
    let before = this.firstAt(node);
    if (before < 0) this.#first.set(node, way);
    else {
      while (this.nextAt(before) >= 0) before = this.nextAt(before);
      this.#next.set(before, way);
    }
    this.#next.push(-1);
    return way;
  }

  /** Classes in which, on a lane, nothing that already arrived is as sure and as late. `surely`: only what is sure counts. */
  leftOf(classes: number, lane: number, node: number, bound: number, surely: boolean): number {
    let left = classes;
    for (let way = this.firstAt(node); way >= 0 && left !== 0; way = this.#next.at(way)) {
      if (this.bound.at(way) < bound) continue;
      const at = way * this.width + lane;
      left &= ~(surely ? this.sure.at(at) : this.sure.at(at) | this.maybe.at(at));
    }
    return left;
  }

  /** Nodes from what is acted on to the end of a way. */
  nodesOf(way: number): number[] {
    const nodes: number[] = [];
    for (let at = way; at >= 0; at = this.parent.at(at)) nodes.push(this.node.at(at));
    return nodes.toReversed();
  }

  /** Lets go of all of them; nobody may ask for one any more. */
  release(): void {
    for (const column of [this.node, this.parent, this.edge, this.bound, this.sure, this.maybe, this.#next]) column.release();
  }

  /** Those that end in some things, and what they go on from: as if no others had been added. */
  endingIn(nodes: Iterable<number>): Ways {
    const kept = new Set<number>();
    for (const node of nodes) for (let end = this.firstAt(node); end >= 0; end = this.nextAt(end)) for (let way = end; way >= 0 && !kept.has(way); way = this.parent.at(way)) kept.add(way);
    const [only, numbers] = [new Ways(this.width), new Map<number, number>([[-1, -1]])];
    for (const way of [...kept].toSorted((a, b) => a - b)) {
      const number = only.add(this.node.at(way), numbers.get(this.parent.at(way))!, this.edge.at(way), this.bound.at(way));
      for (let lane = 0; lane < this.width; lane++) {
        only.sure.set(number * this.width + lane, this.sure.at(way * this.width + lane));
        only.maybe.set(number * this.width + lane, this.maybe.at(way * this.width + lane));
      }
      numbers.set(way, number);
    }
    return only;
  }
}
