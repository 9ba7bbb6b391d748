/** A page of numbers; shorter columns have one that grows. */
const page = 1 << 16;
const within = page - 1;

/** Whole numbers of 32 bits in a row that grows, page by page: half the room of a list of numbers, nothing copied as it grows and nothing for the collector to look through. */
export class IntColumn {
  #first = new Int32Array(16);
  readonly #more: Int32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What stands at a place that was written before. */
  at(place: number): number {
    return place < page ? this.#first[place]! : this.#more[(place >>> 16) - 1]![place & within]!;
  }

  set(place: number, value: number): void {
    if (place < page) this.#first[place] = value;
    else this.#more[(place >>> 16) - 1]![place & within] = value;
  }

  push(value: number): void {
    const place = this.#length++;
    if (place < page) {
      if (place === this.#first.length) this.#grow();
      this.#first[place] = value;
    } else {
      if ((place >>> 16) > this.#more.length) this.#more.push(new Int32Array(page));
      this.#more[(place >>> 16) - 1]![place & within] = value;
    }
  }

  /** Keeps the first ones alone. */
  cut(length: number): void {
    this.#length = length;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let place = 0; place < this.#length; place++) yield this.at(place);
  }

  #grow(): void {
    const larger = new Int32Array(Math.min(page, this.#first.length * 2));
    larger.set(this.#first);
    this.#first = larger;
  }
}
