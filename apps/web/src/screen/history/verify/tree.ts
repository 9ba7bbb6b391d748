import { type Bytes, bytesOf, digest } from "./bytes.js";

const [leafMark, nodeMark] = [Uint8Array.of(0), Uint8Array.of(1)];

export const leafOf = async (event: string): Promise<Bytes> => digest(leafMark, bytesOf(event));
const nodeOf = async (left: Bytes, right: Bytes): Promise<Bytes> => digest(nodeMark, left, right);

/** A tree after RFC 9162 that grows leaf by leaf: what is held are the roots of its whole subtrees, the largest first. */
export class GrowingTree {
  size = 0;
  readonly #peaks: Bytes[] = [];

  async add(leaf: Bytes): Promise<void> {
    let hash = leaf;
    for (let index = this.size; index % 2 === 1; index = (index - 1) / 2) hash = await nodeOf(this.#peaks.pop()!, hash);
    this.#peaks.push(hash);
    this.size += 1;
  }

  async root(): Promise<Bytes> {
    const last = this.#peaks.at(-1);
    if (last === undefined) return digest();
    let hash = last;
    for (const left of this.#peaks.slice(0, -1).toReversed()) hash = await nodeOf(left, hash);
    return hash;
  }
}
