import { IntColumn } from "./int-column.js";

/** Bytes of a page; texts of a block lie within one. */
const page = 1 << 20;
/** Texts that are read from the first of them on. */
const block = 16;
/** Of what a text shares with the one before it, and of what it has for itself: each is told in a byte. */
const most = 255;
const mostOfBlock = block * (2 + most);

/**
 * Texts in a row of which most begin as the one before them, as ids do that were counted up: of each only what differs is held, a byte a letter (front coding). To read one takes
 * the reading of up to fifteen before it. What has letters beyond the first 256, or differs in more than 255, is kept as it is.
 */
export class FrontCodedColumn {
  readonly #pages: Uint8Array[] = [];
  /** Where each block starts. */
  readonly #starts = new IntColumn();
  readonly #others = new Map<number, string>();
  #filled = page;
  #length = 0;
  #last = "";

  get length(): number {
    return this.#length;
  }

  push(text: string): void {
    const place = this.#length++;
    if (place % block === 0) this.#begin();
    const shared = this.#sharedWith(text);
    const isHere = text.length - shared <= most && isNarrow(text);
    if (!isHere) this.#others.set(place, text);
    const bytes = this.#pages.at(-1)!;
    bytes[this.#filled++] = isHere ? shared : 0;
    bytes[this.#filled++] = isHere ? text.length - shared : 0;
    if (isHere) for (let i = shared; i < text.length; i++) bytes[this.#filled++] = text.charCodeAt(i);
    this.#last = isHere ? text : "";
  }

  at(place: number): string {
    return this.#others.get(place) ?? this.#read(place);
  }

  /** Whether a text stands at a place. */
  is(place: number, text: string): boolean {
    return this.at(place) === text;
  }

  #begin(): void {
    if (this.#filled + mostOfBlock > page) {
      this.#pages.push(new Uint8Array(page));
      this.#filled = 0;
    }
    this.#starts.push((this.#pages.length - 1) * page + this.#filled);
    this.#last = "";
  }

  #sharedWith(text: string): number {
    const end = Math.min(this.#last.length, text.length, most);
    let shared = 0;
    while (shared < end && text.charCodeAt(shared) === this.#last.charCodeAt(shared)) shared++;
    return shared;
  }

  #read(place: number): string {
    const start = this.#starts.at(Math.floor(place / block));
    const bytes = this.#pages[start >>> 20]!;
    let [at, letters] = [start & (page - 1), 0];
    for (let each = place - (place % block); each <= place; each++) {
      const [shared, own] = [bytes[at]!, bytes[at + 1]!];
      for (let i = 0; i < own; i++) room[shared + i] = bytes[at + 2 + i]!;
      at += 2 + own;
      letters = shared + own;
    }
    return room.toString("latin1", 0, letters);
  }
}

/** Where one text after the other is put together: they are read one at a time. */
const room = Buffer.alloc(2 * most);

function isNarrow(text: string): boolean {
  let all = 0;
  for (let i = 0; i < text.length; i++) all |= text.charCodeAt(i);
  return all <= 0xff;
}
