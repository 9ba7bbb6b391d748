import { type WatchedWord, watchedWord } from "./watched-word.js";

/**
 * A text as its words, by the SPDX matching guidelines: white space, case, punctuation, quotes, comment signs, bullets and HTML tags fall
 * away, hyphens join. Numbers and list letters are no words but marks between them, because renderings lose or renumber them.
 */
export interface Words {
  readonly text: string;
  readonly count: number;
  readonly hash: Uint32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly marks: Marks;
  /** Where the letters stand without which no license is named, as `sign-word.ts` lists them; some of the places may be none. */
  readonly signs: Int32Array;
}

/** Marks in the order of the text. */
interface Marks {
  readonly count: number;
  /** The word before which the mark stands. */
  readonly at: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  /** 1 for what may be a list item's sign, a page number or a reference, and so may come and go. */
  readonly loose: Uint8Array;
}

/** Longer texts are rare, and what they need is given back. */
const kept = 262_144;

/** Where a text is taken apart. One text is read at a time, so that all texts share one. */
interface Bench {
  /** The characters of the text, and a zero past the last. */
  codes: Uint16Array;
  /** The same, to be written. */
  bytes: Buffer;
  hash: Uint32Array;
  start: Int32Array;
  end: Int32Array;
  markAt: Int32Array;
  markStart: Int32Array;
  markEnd: Int32Array;
  markKind: Uint8Array;
  markLoose: Uint8Array;
  signs: Int32Array;
}

/** A word takes two characters and more, and an ideograph one; a mark takes one and a sign beside it. */
function benchFor(length: number): Bench {
  const codes = new Uint16Array(length + 2);
  return {
    codes, bytes: Buffer.from(codes.buffer), hash: new Uint32Array(length + 1), start: new Int32Array(length + 1), end: new Int32Array(length + 1),
    markAt: new Int32Array(length + 1), markStart: new Int32Array(length + 1), markEnd: new Int32Array(length + 1), markKind: new Uint8Array(length + 1), markLoose: new Uint8Array(length + 1),
    signs: new Int32Array((length >> 1) + 2),
  };
}

let shared = benchFor(32_768);

function benchOf(text: string): Bench {
  if (text.length < shared.hash.length) return shared;
  const bench = benchFor(Math.min(Math.max(text.length, shared.hash.length * 2), Math.max(text.length, kept)));
  if (text.length < kept) shared = bench;
  return bench;
}

/** What has been read of a text: its words, and the marks between them. */
export class Reading {
  readonly length: number;
  readonly codes: Uint16Array;
  /** The words so far, by which a loop over the text may go on by itself. */
  readonly hash: Uint32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  count = 0;
  /** How many words come before this line, and whether something else than words and signs has been seen on it. */
  #before = 0;
  #isBegun = false;
  readonly #bench: Bench;
  #marks = 0;
  #signs = 0;

  constructor(readonly text: string) {
    this.#bench = benchOf(text);
    ({ codes: this.codes, hash: this.hash, start: this.start, end: this.end } = this.#bench);
    this.length = text.length;
    this.#bench.bytes.write(text, "utf16le");
    this.codes[text.length] = 0;
  }

  /** Nothing but signs has been seen on this line yet. */
  get lineStart(): boolean {
    return this.count === this.#before && !this.#isBegun;
  }

  /** A line starts here. */
  startLine(): void {
    this.#before = this.count;
    this.#isBegun = false;
  }

  /** Something other than a word or a sign has been seen on this line. */
  beginLine(): void {
    this.#isBegun = true;
  }

  /** Adds a word, unless it is a sign of a comment. */
  word(hash: number, start: number, end: number): void {
    const watched = watchedWord(hash);
    if (watched === undefined) this.#add(hash, start, end);
    else this.watchedWord(watched, start, end);
  }

  #add(hash: number, start: number, end: number): void {
    this.hash[this.count] = hash;
    this.start[this.count] = start;
    this.end[this.count++] = end;
  }

  /** The same for one that may be more than a word. */
  watchedWord({ isComment, kept: own, second }: WatchedWord, start: number, end: number): void {
    if (isComment && this.lineStart) return;
    if (second === undefined || this.count === 0 || this.hash[this.count - 1] !== second.first) this.#add(own, start, end);
    else if (second.keepsFirst) this.#add(second.becomes, start, end);
    else {
      this.#isBegun = true;
      this.hash[this.count - 1] = second.becomes;
      this.end[this.count - 1] = end;
    }
  }

  mark(of: number, start: number, end: number, loose: boolean): void {
    const { markAt, markStart, markEnd, markKind, markLoose } = this.#bench;
    markAt[this.#marks] = this.count;
    markStart[this.#marks] = start;
    markEnd[this.#marks] = end;
    markKind[this.#marks] = of;
    markLoose[this.#marks++] = loose ? 1 : 0;
  }

  /** Notes a place where a sign starts. */
  sign(start: number): void {
    this.#bench.signs[this.#signs++] = start;
  }

  /** The words as read, which take one piece of memory: many small ones take longer to give back than to fill. */
  words(): Words {
    const bench = this.#bench;
    const [count, marks, signed] = [this.count, this.#marks, this.#signs];
    const memory = new ArrayBuffer(12 * (count + marks) + 4 * signed + 2 * marks);
    let at = 0;
    const numbers = (from: Int32Array, length: number): Int32Array => {
      const part = new Int32Array(memory, at, length);
      part.set(from.subarray(0, length));
      at += 4 * length;
      return part;
    };
    const flags = (from: Uint8Array): Uint8Array => {
      const part = new Uint8Array(memory, at, marks);
      part.set(from.subarray(0, marks));
      at += marks;
      return part;
    };
    const hash = new Uint32Array(memory, 0, count);
    hash.set(bench.hash.subarray(0, count));
    at = 4 * count;
    return {
      text: this.text, count, hash, start: numbers(bench.start, count), end: numbers(bench.end, count), signs: numbers(bench.signs, signed),
      marks: { count: marks, at: numbers(bench.markAt, marks), start: numbers(bench.markStart, marks), end: numbers(bench.markEnd, marks), kind: flags(bench.markKind), loose: flags(bench.markLoose) },
    };
  }
}
