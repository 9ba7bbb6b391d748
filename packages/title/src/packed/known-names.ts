import { NameTable } from "./name-table.js";

/** Names by number: those of a table that others fill, and of a table of its own those that were not in it. */
export class KnownNames {
  readonly #known: NameTable;
  readonly #others = new NameTable();

  constructor(known: NameTable) {
    this.#known = known;
  }

  /** Even numbers are of names that were known, odd ones of others. */
  add(name: string): number {
    const known = this.#known.numberOf(name);
    return known >= 0 ? known * 2 : this.#others.add(name) * 2 + 1;
  }

  at(number: number): string {
    return (number & 1) === 0 ? this.#known.at(number >> 1) : this.#others.at(number >> 1);
  }
}
