/**
 * Ways from what is acted on to what it came from, by number: each is the way before it and one thing more. Whoever holds a number holds no list, so that
 * demands that arrive by long ways take no more room than others.
 */
export class WayBook {
  readonly #names: readonly string[];
  readonly #node: number[] = [];
  readonly #before: number[] = [];
  readonly #length: number[] = [];
  readonly #known = new Map<number, number>();

  /** `names`: of the things of the graph, by their numbers. */
  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** How many there are. */
  get size(): number {
    return this.#node.length;
  }

  /** The way that ends where it begins. */
  from(object: number): number {
    return this.#numberOf(-1, object);
  }

  /** A way, and one thing more that the last one came from. */
  on(way: number, source: number): number {
    return this.#numberOf(way, source);
  }

  #numberOf(before: number, node: number): number {
    const key = (before + 1) * this.#names.length + node;
    let way = this.#known.get(key);
    if (way === undefined) {
      this.#known.set(key, (way = this.#node.length));
      this.#node.push(node);
      this.#before.push(before);
      this.#length.push(before < 0 ? 1 : this.#length[before]! + 1);
    }
    return way;
  }

  /** The last thing of a way. */
  endOf(way: number): number {
    return this.#node[way]!;
  }

  /** -1: there is none. */
  beforeOf(way: number): number {
    return this.#before[way]!;
  }

  lengthOf(way: number): number {
    return this.#length[way]!;
  }

  nodesOf(way: number): number[] {
    const nodes: number[] = [];
    for (let at = way; at >= 0; at = this.#before[at]!) nodes.push(this.#node[at]!);
    return nodes.toReversed();
  }

  /** Names of all things of a way, from what is acted on. */
  pathOf(way: number): string[] {
    return this.nodesOf(way).map((node) => this.#names[node]!);
  }

  /** Whether a thing lies on a way. */
  has(way: number, node: number): boolean {
    for (let at = way; at >= 0; at = this.#before[at]!) if (this.#node[at] === node) return true;
    return false;
  }

  /** The order of two ways of one length: by the names of the first things in which they differ. */
  compare(a: number, b: number): number {
    let [one, other, found] = [a, b, 0];
    while (one !== other) {
      const [left, right] = [this.#node[one]!, this.#node[other]!];
      if (left !== right) found = this.#names[left]! < this.#names[right]! ? -1 : 1;
      [one, other] = [this.#before[one]!, this.#before[other]!];
    }
    return found;
  }
}
