/** Ways on which demands arrive, each the way before it and one node more, with its lanes: an integer of classes for each action. */
export class Ways {
  readonly node: number[] = [];
  readonly parent: number[] = [];
  /** The derivation by which a way goes on from the one before it (-1: none). */
  readonly edge: number[] = [];
  /** How many things lie on a way. */
  readonly length: number[] = [];
  /** Latest day on which what arrives by a way can be in what is acted on. */
  readonly bound: number[] = [];
  /** Lanes on which the matter surely persists, `width` integers a way. */
  readonly sure: number[] = [];
  /** Lanes on which it may. */
  readonly maybe: number[] = [];
  /** Place of a way among the paths of its length. */
  readonly path: number[] = [];
  /** Ways that end in a node, in order. */
  readonly at = new Map<number, number[]>();

  constructor(readonly width: number) {}

  get size(): number {
    return this.node.length;
  }

  /** Adds a way with nothing on its lanes yet. */
  add(node: number, parent: number, edge: number, bound: number): number {
    const way = this.node.length;
    this.node.push(node);
    this.parent.push(parent);
    this.edge.push(edge);
    this.bound.push(bound);
    this.length.push(parent < 0 ? 1 : this.length[parent]! + 1);
    for (let lane = 0; lane < this.width; lane++) {
      this.sure.push(0);
      this.maybe.push(0);
    }
    const there = this.at.get(node);
    if (there === undefined) this.at.set(node, [way]);
    else there.push(way);
    return way;
  }

  /** Classes in which, on a lane, nothing that already arrived is as sure and as late. `surely`: only what is sure counts. */
  leftOf(classes: number, lane: number, node: number, bound: number, surely: boolean): number {
    let left = classes;
    for (const way of this.at.get(node) ?? []) {
      if (left === 0) break;
      if (this.bound[way]! < bound) continue;
      const at = way * this.width + lane;
      left &= ~(surely ? this.sure[at]! : this.sure[at]! | this.maybe[at]!);
    }
    return left;
  }

  /** Nodes from what is acted on to the end of a way. */
  nodesOf(way: number): number[] {
    const nodes: number[] = [];
    for (let at = way; at >= 0; at = this.parent[at]!) nodes.push(this.node[at]!);
    return nodes.toReversed();
  }

  /** Those that end in some things, and what they go on from: as if no others had been added. */
  endingIn(nodes: Iterable<number>): Ways {
    const kept = new Set<number>();
    for (const node of nodes) for (const end of this.at.get(node) ?? []) for (let way = end; way >= 0 && !kept.has(way); way = this.parent[way]!) kept.add(way);
    const [only, numbers] = [new Ways(this.width), new Map<number, number>([[-1, -1]])];
    for (const way of [...kept].toSorted((a, b) => a - b)) {
      const number = only.add(this.node[way]!, numbers.get(this.parent[way]!)!, this.edge[way]!, this.bound[way]!);
      for (let lane = 0; lane < this.width; lane++) {
        only.sure[number * this.width + lane] = this.sure[way * this.width + lane]!;
        only.maybe[number * this.width + lane] = this.maybe[way * this.width + lane]!;
      }
      numbers.set(way, number);
    }
    return only;
  }
}
