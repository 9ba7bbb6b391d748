import { IntColumn } from "./int-column.js";
import { NameTable } from "./name-table.js";

/** One text or none for each record; texts that many bear are held once, and nothing where none bears any. */
export class Words {
  readonly #texts = new NameTable();
  /** One more than the number of each text; 0: none. Those after the last text are left out. */
  readonly #numbers = new IntColumn();
  #length = 0;

  push(text: string | null): void {
    this.#length += 1;
    if (text === null) return;
    while (this.#numbers.length < this.#length - 1) this.#numbers.push(0);
    this.#numbers.push(this.#texts.add(text) + 1);
  }

  at(place: number): string | null {
    const number = place < this.#numbers.length ? this.#numbers.at(place) : 0;
    return number === 0 ? null : this.#texts.at(number - 1);
  }
}
