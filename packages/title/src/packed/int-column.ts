/** A page of numbers; shorter columns have one that grows. */
const page = 1 << 16;
const within = page - 1;

/** Pages that were let go, for the next column that grows: the collector comes for a page long after it is no longer needed. */
const free: Int32Array<ArrayBuffer>[] = [];
const mostFree = 128;

/** Whole numbers of 32 bits in a row that grows, page by page: half the room of a list of numbers, nothing copied as it grows and nothing for the collector to look through. */
export class IntColumn {
  #first = new Int32Array(16);
  #more: Int32Array<ArrayBuffer>[] = [];
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
      if ((place >>> 16) > this.#more.length) this.#more.push(free.pop() ?? new Int32Array(page));
      this.#more[(place >>> 16) - 1]![place & within] = value;
    }
  }

  /** Keeps the first ones alone. */
  cut(length: number): void {
    this.#length = length;
  }

  /** Leaves the pages of released columns to the collector, where no more columns are going to grow soon. */
  static forget(): void {
    free.length = 0;
  }

  /** Lets go of all of them; nobody may ask for one any more. */
  release(): void {
    free.push(...this.#more.slice(0, Math.max(0, mostFree - free.length)));
    this.#more = [];
    this.#length = 0;
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
