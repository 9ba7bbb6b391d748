import { byText } from "./text-order.js";

/** Changes beyond which a map of its own is worth its copy. */
const most = 512;

/**
 * A map in the order of ids with a few changes on top of another, which stays as it was: a what-if of one record need not copy a hundred thousand.
 * INVARIANT: the map below is in the order of ids and never changes.
 */
export class PatchedMap<T> extends Map<string, T> {
  readonly #below: ReadonlyMap<string, T>;
  readonly #own: Map<string, T>;
  readonly #gone: Set<string>;
  #size: number;

  private constructor(below: ReadonlyMap<string, T>, own: Map<string, T>, gone: Set<string>, size: number) {
    super();
    this.#below = below;
    this.#own = own;
    this.#gone = gone;
    this.#size = size;
  }

  /** A map to be changed that has what another has. */
  static over<T>(map: ReadonlyMap<string, T>): Map<string, T> {
    if (!(map instanceof PatchedMap)) return new PatchedMap(map, new Map(), new Set(), map.size);
    const { own, gone, below } = (map as PatchedMap<T>).#parts();
    return own.size + gone.size > most ? new PatchedMap(new Map(map), new Map(), new Set(), map.size) : new PatchedMap(below, new Map(own), new Set(gone), map.size);
  }

  #parts(): { readonly below: ReadonlyMap<string, T>; readonly own: Map<string, T>; readonly gone: Set<string> } {
    return { below: this.#below, own: this.#own, gone: this.#gone };
  }

  /** Records that are not those of the map below. */
  changed(): ReadonlyMap<string, T> {
    return this.#own;
  }

  override get size(): number {
    return this.#size;
  }

  override has(id: string): boolean {
    return this.#own.has(id) || (!this.#gone.has(id) && this.#below.has(id));
  }

  override get(id: string): T | undefined {
    return this.#own.has(id) ? this.#own.get(id) : this.#gone.has(id) ? undefined : this.#below.get(id);
  }

  override set(id: string, record: T): this {
    if (!this.has(id)) this.#size++;
    this.#gone.delete(id);
    this.#own.set(id, record);
    return this;
  }

  override delete(id: string): boolean {
    if (!this.has(id)) return false;
    this.#size--;
    this.#own.delete(id);
    if (this.#below.has(id)) this.#gone.add(id);
    return true;
  }

  override clear(): void {
    for (const id of this.keys()) this.delete(id);
  }

  /** In the order of ids, as it was when the walk began. */
  override *entries(): MapIterator<[string, T]> {
    const [own, gone] = [new Map(this.#own), new Set(this.#gone)];
    const added = [...own.keys()].filter((id) => !this.#below.has(id)).toSorted(byText);
    let next = 0;
    for (const [id, record] of this.#below) {
      for (; next < added.length && added[next]! < id; next++) yield [added[next]!, own.get(added[next]!)!];
      if (own.has(id)) yield [id, own.get(id)!];
      else if (!gone.has(id)) yield [id, record];
    }
    for (; next < added.length; next++) yield [added[next]!, own.get(added[next]!)!];
  }

  override [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }

  override *keys(): MapIterator<string> {
    for (const [id] of this.entries()) yield id;
  }

  override *values(): MapIterator<T> {
    for (const [, record] of this.entries()) yield record;
  }

  override forEach(each: (record: T, id: string, map: Map<string, T>) => void): void {
    for (const [id, record] of this.entries()) each(record, id, this);
  }
}
