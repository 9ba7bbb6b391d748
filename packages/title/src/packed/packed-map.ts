/** Records by their ids, held in columns: each is made whenever it is read, so that what is read twice is two that say the same. */
export abstract class PackedMap<T> implements ReadonlyMap<string, T> {
  abstract get size(): number;

  /** The row of an id; -1: there is none. */
  abstract rowOf(id: string): number;

  abstract idAt(row: number): string;

  abstract at(row: number): T;

  has(id: string): boolean {
    return this.rowOf(id) >= 0;
  }

  get(id: string): T | undefined {
    const row = this.rowOf(id);
    return row < 0 ? undefined : this.at(row);
  }

  *keys(): MapIterator<string> {
    for (let row = 0; row < this.size; row++) yield this.idAt(row);
  }

  *values(): MapIterator<T> {
    for (let row = 0; row < this.size; row++) yield this.at(row);
  }

  *entries(): MapIterator<[string, T]> {
    for (let row = 0; row < this.size; row++) yield [this.idAt(row), this.at(row)];
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }

  forEach(each: (record: T, id: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [id, record] of this.entries()) each(record, id, this);
  }
}
