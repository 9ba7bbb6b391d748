import { IntColumn } from "./int-column.js";

/** Whole numbers from 0 in a row that grows: a byte each as long as all are below 256, which numbers of a few kinds of things are. */
export class SmallColumn {
  #bytes = new Uint8Array(16);
  #length = 0;
  /** All of them, once one did not fit a byte. */
  #wide: IntColumn | null = null;

  get length(): number {
    return this.#length;
  }

  /** What stands at a place that was written before. */
  at(place: number): number {
    return this.#wide === null ? this.#bytes[place]! : this.#wide.at(place);
  }

  push(value: number): void {
    if (this.#wide === null && value > 0xff) this.#widen();
    const place = this.#length++;
    if (this.#wide !== null) {
      this.#wide.push(value);
      return;
    }
    if (place === this.#bytes.length) this.#grow();
    this.#bytes[place] = value;
  }

  #grow(): void {
    const larger = new Uint8Array(Math.ceil(this.#bytes.length * 1.5));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  #widen(): void {
    this.#wide = new IntColumn();
    for (let place = 0; place < this.#length; place++) this.#wide.push(this.#bytes[place]!);
    this.#bytes = new Uint8Array(0);
  }
}
