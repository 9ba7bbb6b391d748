/** A whole number for each of some nodes (or of what else is numbered from 0), as a table of two columns: a third of the room of a map of numbers. */
export class NodeTable {
  /** One more than a node, at the first free place from where its hash says on; 0: free. */
  #nodes = new Int32Array(16);
  #values = new Int32Array(16);
  #size = 0;

  /** -1: there is none. */
  of(node: number): number {
    const place = this.#placeOf(node);
    return this.#nodes[place] === 0 ? -1 : this.#values[place]!;
  }

  set(node: number, value: number): void {
    const place = this.#placeOf(node);
    this.#values[place] = value;
    if (this.#nodes[place] !== 0) return;
    this.#nodes[place] = node + 1;
    this.#size += 1;
    if (this.#size * 4 > this.#nodes.length * 3) this.#grow();
  }

  #placeOf(node: number): number {
    const nodes = this.#nodes;
    const mask = nodes.length - 1;
    // Knuth's multiplicative hash, its upper half mixed into the lower one that is read.
    const hash = Math.imul(node, 0x9e3779b1);
    let place = (hash ^ (hash >>> 15)) & mask;
    while (nodes[place] !== 0 && nodes[place] !== node + 1) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [nodes, values] = [this.#nodes, this.#values];
    [this.#nodes, this.#values] = [new Int32Array(nodes.length * 2), new Int32Array(nodes.length * 2)];
    for (const [place, held] of nodes.entries()) {
      if (held === 0) continue;
      const to = this.#placeOf(held - 1);
      this.#nodes[to] = held;
      this.#values[to] = values[place]!;
    }
  }
}
