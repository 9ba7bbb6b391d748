import type { VerifierKey } from "../head/key.js";

/** Which key signs heads of which size, as the entries say. That they say so makes nobody trust it. */
export class KeySchedule {
  readonly #turns: { readonly index: number; readonly key: VerifierKey }[] = [];

  add(index: number, key: VerifierKey): void {
    this.#turns.push({ index, key });
  }

  /** The head that first takes in a change of keys is signed by the old one: so it hands over. */
  inForce(size: number): VerifierKey | null {
    return (this.#turns.findLast(({ index }) => index + 1 < size) ?? this.#turns[0])?.key ?? null;
  }

  /** The key to which the last entry of this size hands over; it may sign beside the old one. */
  handedTo(size: number): VerifierKey | null {
    return this.#turns.find(({ index }) => index > 0 && index + 1 === size)?.key ?? null;
  }

  /** Keys that entries before a size name. */
  *before(size: number): Generator<VerifierKey> {
    for (const { index, key } of this.#turns) if (index < size) yield key;
  }

  get turns(): readonly { readonly from: number; readonly key: string }[] {
    return this.#turns.map(({ index, key }) => ({ from: index, key: key.text }));
  }
}
