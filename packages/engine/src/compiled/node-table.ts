/**
 * A whole number for each of some nodes (or of what else is numbered from 0): a table of two columns while they are few among all, a third of the room of a map of numbers, and
 * beyond that one column by node.
 */
export class NodeTable {
  /** One more than a node, at the first free place from where its hash says on; 0: free. null: values stand by node. */
  #nodes: Int32Array | null = new Int32Array(16);
  /** By node: one more than each, so that a column is empty as it is made. */
  #values = new Int32Array(16);
  #size = 0;
  #last = -1;

  /** -1: there is none. */
  of(node: number): number {
    if (this.#nodes === null) return node < this.#values.length ? (this.#values[node]! - 1) | 0 : -1;
    const place = placeIn(this.#nodes, node);
    return this.#nodes[place] === 0 ? -1 : this.#values[place]!;
  }

  set(node: number, value: number): void {
    if (this.#nodes === null) {
      if (node >= this.#values.length) this.#values = copied(this.#values, Math.max(node + 1, Math.ceil(this.#values.length * 1.25)));
      this.#values[node] = value + 1;
      return;
    }
    const place = placeIn(this.#nodes, node);
    this.#values[place] = value;
    if (this.#nodes[place] !== 0) return;
    this.#nodes[place] = node + 1;
    this.#size += 1;
    if (node > this.#last) this.#last = node;
    if (this.#size * 4 > this.#nodes.length * 3) this.#grow(this.#nodes, this.#values);
  }

  #grow(nodes: Int32Array, values: Int32Array): void {
    const isFew = nodes.length * 4 < this.#last;
    this.#nodes = isFew ? new Int32Array(nodes.length * 2) : null;
    this.#values = new Int32Array(isFew ? nodes.length * 2 : this.#last + 1);
    for (let place = 0; place < nodes.length; place++) {
      if (nodes[place] === 0) continue;
      const node = nodes[place]! - 1;
      if (this.#nodes === null) this.#values[node] = values[place]! + 1;
      else {
        const to = placeIn(this.#nodes, node);
        this.#nodes[to] = node + 1;
        this.#values[to] = values[place]!;
      }
    }
  }
}

function placeIn(nodes: Int32Array, node: number): number {
  const mask = nodes.length - 1;
  // Knuth's multiplicative hash, its upper half mixed into the lower one that is read.
  const hash = Math.imul(node, 0x9e3779b1);
  let place = (hash ^ (hash >>> 15)) & mask;
  while (nodes[place] !== 0 && nodes[place] !== node + 1) place = (place + 1) & mask;
  return place;
}

function copied(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(values);
  return longer;
}
