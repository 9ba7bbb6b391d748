import { upstreamOf } from "../reach.js";
import type { Edges } from "../edges.js";

/** All that a thing came from at any time, itself first: each before what it came from, but for what is in a circle or upstream of one. */
function inOrder(edges: Edges, object: number): Int32Array {
  const { inStart, inSource } = edges;
  const count = inStart.length - 1;
  const { nodes } = upstreamOf({ ...edges, dated: false }, count, object);
  // What leads from each thing to another of them is counted once for each derivation.
  const left = new Int32Array(count);
  for (const node of nodes) for (let i = inStart[node]!; i < inStart[node + 1]!; i++) left[inSource[i]!]! += 1;
  const order = new Int32Array(nodes.length);
  const put = new Uint8Array(count);
  let met = 0;
  const add = (node: number): void => {
    put[node] = 1;
    order[met++] = node;
  };
  if (left[object] === 0) add(object);
  for (let at = 0; at < met; at++) {
    const node = order[at]!;
    for (let i = inStart[node]!; i < inStart[node + 1]!; i++) {
      const source = inSource[i]!;
      left[source]! -= 1;
      if (left[source] === 0) add(source);
    }
  }
  for (const node of nodes) if (put[node] === 0) add(node);
  return order;
}

/** All that a thing came from, itself first, each before what it came from where they are in no circle. */
export class UpstreamOrder {
  readonly edges: Edges;
  readonly order: Int32Array;
  /** Where each thing stands in the order; -1: the object did not come from it. */
  readonly place: Int32Array;
  #room = new ArrayBuffer(0);

  constructor(edges: Edges, object: number) {
    this.edges = edges;
    this.order = inOrder(edges, object);
    this.place = new Int32Array(edges.inStart.length - 1).fill(-1);
    for (const [at, node] of this.order.entries()) this.place[node] = at;
  }

  rest(): void {
    this.#room = new ArrayBuffer(0);
  }

  /** Room for some sets of up to 31 bits of each thing, empty: it is lent until the next who asks. */
  sets(each: number, bits: number): Uint16Array | Int32Array {
    const [size, Column] = [this.order.length * each, bits <= 16 ? Uint16Array : Int32Array];
    if (this.#room.byteLength < size * Column.BYTES_PER_ELEMENT) this.#room = new ArrayBuffer(size * Column.BYTES_PER_ELEMENT);
    return new Column(this.#room, 0, size).fill(0);
  }
}
