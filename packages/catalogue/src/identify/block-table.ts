import type { KnownText } from "./reference-text.js";

const seenBits = 21;

/** The places of every block of known texts, by the hash of its words. */
export class BlockTable {
  /** Open addressing, in pairs: the hash of a block, and its number among different ones, from 1. */
  readonly #table: Int32Array;
  readonly #mask: number;
  /** A bit for the first bits of each hash: what no known text has is turned away without a look into the table, which is too large to be near. */
  readonly #seen = new Uint32Array(2 ** (seenBits - 5));
  /** By the number of a block: where its places begin, and by the number before where they end. */
  readonly ends: Int32Array;
  /** Places of blocks: the text in the upper half, in the lower the number of the block in it. */
  readonly places: Uint32Array;

  constructor(texts: readonly KnownText[]) {
    const total = texts.reduce((sum, each) => sum + each.blocks.length, 0);
    let size = 1024;
    while (size < total * 1.5) size *= 2;
    this.#mask = size - 1;
    this.#table = new Int32Array(size * 2);
    const numbers = new Int32Array(total);
    const often = new Int32Array(total + 2);
    let [last, at] = [0, 0];
    for (const { blocks } of texts) {
      for (const block of blocks) {
        const bit = block >>> (32 - seenBits);
        this.#seen[bit >>> 5]! |= 1 << (bit & 31);
        const slot = this.#slot(block | 0);
        if (this.#table[slot + 1] === 0) {
          this.#table[slot] = block | 0;
          this.#table[slot + 1] = ++last;
        }
        const number = this.#table[slot + 1]!;
        numbers[at++] = number;
        often[number]!++;
      }
    }
    // Counted to the end of each, then filled from there on down, so that of one block the last place comes first.
    for (let number = 1; number <= last + 1; number++) often[number]! += often[number - 1]!;
    this.ends = often.slice(0, last + 2);
    this.places = new Uint32Array(total);
    at = 0;
    for (const [text, { blocks }] of texts.entries()) for (let block = 0; block < blocks.length; block++) this.places[--often[numbers[at++]!]!] = (text << 16) | block;
  }

  #slot(hash: number): number {
    let slot = (hash & this.#mask) * 2;
    while (this.#table[slot + 1] !== 0 && this.#table[slot] !== hash) slot = (slot + 2) & (this.#mask * 2 + 1);
    return slot;
  }

  /** The number of the block with a hash, from 1; 0 where no known text has it. Its places are those from `ends[number - 1]` to `ends[number]`. */
  numberOf(hash: number): number {
    const bit = hash >>> (32 - seenBits);
    return (this.#seen[bit >>> 5]! & (1 << (bit & 31))) === 0 ? 0 : this.#table[this.#slot(hash | 0) + 1]!;
  }
}
