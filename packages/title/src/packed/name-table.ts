import { TextColumn } from "./text-column.js";

/** Names by number, in the order in which they came, and numbers by name: a quarter of the room of a map of texts. */
export class NameTable {
  readonly #names = new TextColumn();
  /** One more than the number of a name, at the first free place from where its hash says on; 0: free. */
  #slots = new Int32Array(32);

  get size(): number {
    return this.#names.length;
  }

  at(number: number): string {
    return this.#names.at(number);
  }

  /** -1: there is no such name. */
  numberOf(name: string): number {
    return this.#slots[this.#slotOf(name)]! - 1;
  }

  /** The number of a name, which is given one where it has none. */
  add(name: string): number {
    const slot = this.#slotOf(name);
    const known = this.#slots[slot]!;
    if (known > 0) return known - 1;
    this.#names.push(name);
    this.#slots[slot] = this.size;
    if (this.size * 4 > this.#slots.length * 3) this.#grow();
    return this.size - 1;
  }

  #slotOf(name: string): number {
    const [slots, names] = [this.#slots, this.#names];
    const mask = slots.length - 1;
    let slot = hashOf(name) & mask;
    while (slots[slot]! > 0 && !names.is(slots[slot]! - 1, name)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = hashOf(this.at(number)) & mask;
      while (slots[slot]! > 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** FNV-1a over the letters, its upper half mixed into the lower one that is read. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
