import { IntColumn } from "./int-column.js";

/** Letters of a page. A text lies within one; what is longer is kept as it is. */
const page = 1 << 20;

/** Texts in a row, a byte for each letter: a text of its own takes three times that and more. Those with letters beyond the first 256 are kept as they are, beside the others. */
export class TextColumn {
  readonly #pages: Buffer[] = [];
  /** Up to where each page is written. */
  readonly #filled: number[] = [];
  readonly #starts = new IntColumn();
  readonly #others = new Map<number, string>();

  get length(): number {
    return this.#starts.length;
  }

  push(text: string): void {
    const place = this.length;
    const isHere = text.length < page && isNarrow(text);
    if (!isHere) this.#others.set(place, text);
    const last = this.#roomFor(isHere ? text.length : 0);
    const start = this.#filled[last]!;
    this.#starts.push(last * page + start);
    if (!isHere) return;
    for (let i = 0; i < text.length; i++) this.#pages[last]![start + i] = text.charCodeAt(i);
    this.#filled[last] = start + text.length;
  }

  at(place: number): string {
    const other = this.#others.size === 0 ? undefined : this.#others.get(place);
    if (other !== undefined) return other;
    const start = this.#starts.at(place);
    return this.#pages[start >>> 20]!.toString("latin1", start & (page - 1), this.#endOf(place, start));
  }

  /** Whether a text stands at a place. */
  is(place: number, text: string): boolean {
    if (this.#others.size > 0 && this.#others.has(place)) return this.#others.get(place) === text;
    const at = this.#starts.at(place);
    const [letters, start] = [this.#pages[at >>> 20]!, at & (page - 1)];
    if (this.#endOf(place, at) - start !== text.length) return false;
    for (let i = 0; i < text.length; i++) if (letters[start + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** Where, within its page, a text ends. */
  #endOf(place: number, start: number): number {
    const next = place + 1 < this.length ? this.#starts.at(place + 1) : -1;
    return next >>> 20 === start >>> 20 ? next & (page - 1) : this.#filled[start >>> 20]!;
  }

  /** The page into which a text of some length goes. */
  #roomFor(length: number): number {
    const last = this.#pages.length - 1;
    // A page is never written to its end, so that no text begins where the next page does.
    if (last >= 0 && this.#filled[last]! + length < page) return last;
    this.#filled.push(0);
    return this.#pages.push(Buffer.alloc(page)) - 1;
  }
}

function isNarrow(text: string): boolean {
  let all = 0;
  for (let i = 0; i < text.length; i++) all |= text.charCodeAt(i);
  return all <= 0xff;
}
