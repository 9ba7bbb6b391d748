/** The blocks of one known text that stand in the text being read, in the order of that: so many from a place in lists that all known texts share. */
export class Sightings {
  constructor(
    readonly text: number,
    readonly here: Int32Array,
    readonly there: Int32Array,
    readonly base: number,
    public count: number,
  ) {}

  #firstAt(word: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.here[this.base + middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many start at a word `[from, to)`. */
  countIn(from: number, to: number): number {
    return this.#firstAt(to) - this.#firstAt(from);
  }

  /** Those that start at a word `[from, to)`, until some are left out. */
  within(from: number, to: number): Sightings {
    const [first, last] = [this.#firstAt(from), this.#firstAt(to)];
    return new Sightings(this.text, this.here, this.there, this.base + first, last - first);
  }

  /** Leaves out those that start at a word `[from, to)`. */
  drop(from: number, to: number): void {
    const [first, last] = [this.#firstAt(from), this.#firstAt(to)];
    if (first === last) return;
    const [base, end] = [this.base, this.base + this.count];
    this.here.copyWithin(base + first, base + last, end);
    this.there.copyWithin(base + first, base + last, end);
    this.count -= last - first;
  }
}
