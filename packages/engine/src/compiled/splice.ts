export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where an id stands in a list in the order of ids, or would stand. */
export function placeOf<T>(list: readonly T[], id: string, idOf: (each: T) => string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (idOf(list[middle]!) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A list in the order of ids after some of it went and some came, and where each of the old ones now stands. */
export class Splice<T> {
  readonly list: readonly T[];
  /** Whether nothing went and nothing came. */
  readonly same: boolean;
  /** Places of what went, in order. */
  readonly gone: readonly number[];
  /** Places in the old list before which something came, in order. */
  readonly #before: readonly number[];
  readonly #length: number;

  constructor(old: readonly T[], gone: readonly T[], come: readonly T[], idOf: (each: T) => string) {
    this.#length = old.length;
    this.same = gone.length === 0 && come.length === 0;
    this.gone = gone.map((each) => placeOf(old, idOf(each), idOf)).toSorted((a, b) => a - b);
    const coming = come.toSorted((a, b) => compare(idOf(a), idOf(b)));
    this.#before = coming.map((each) => placeOf(old, idOf(each), idOf));
    const list = this.same ? old : [...old];
    if (list !== old) {
      for (const place of this.gone.toReversed()) (list as T[]).splice(place, 1);
      for (const each of coming) (list as T[]).splice(placeOf(list, idOf(each), idOf), 0, each);
    }
    this.list = list;
  }

  /** The new number of each old one; -1: gone. null: all as before. */
  numbers(): Int32Array | null {
    if (this.same) return null;
    const numbers = new Int32Array(this.#length);
    const [places, went] = [this.#before, this.gone];
    let [gone, come] = [0, 0];
    // Between two places where something went or came all moves by as much.
    for (let from = 0; from < numbers.length;) {
      while (come < places.length && places[come]! <= from) come++;
      if (went[gone] === from) {
        numbers[from++] = -1;
        gone++;
        continue;
      }
      const [to, by] = [Math.min(went[gone] ?? numbers.length, places[come] ?? numbers.length, numbers.length), come - gone];
      for (; from < to; from++) numbers[from] = from + by;
    }
    return numbers;
  }
}
