/** Values that are kept by name as long as there is room: of too many those that were neither put nor asked for longest go. */
export class Shelf<K, V> {
  readonly #kept = new Map<K, V>();

  constructor(private readonly most: number) {}

  /** What is kept; asking makes it the latest. */
  get(key: K): V | undefined {
    const value = this.#kept.get(key);
    if (value !== undefined) this.put(key, value);
    return value;
  }

  put(key: K, value: V): V {
    this.#kept.delete(key);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size < this.most) break;
      this.#kept.delete(oldest);
    }
    this.#kept.set(key, value);
    return value;
  }

  delete(key: K): void {
    this.#kept.delete(key);
  }
}

/** A shelf for each of those that something is kept for; it goes with them. */
export function shelves<V>(most: number): (of: object) => Shelf<string, V> {
  const all = new WeakMap<object, Shelf<string, V>>();
  return (of) => {
    let shelf = all.get(of);
    if (shelf === undefined) all.set(of, (shelf = new Shelf(most)));
    return shelf;
  };
}
