import { blockLength } from "./block.js";
import { startsOf, type KnownMark, type KnownText } from "./reference-text.js";

/** A known text with what the search needs of it at hand. */
export interface IndexedText extends KnownText {
  readonly starts: Int32Array;
  /** How many words must be there. */
  readonly needed: number;
  /** The last of them comes before this word. */
  readonly neededEnd: number;
  /** So many words in blocks are worth a closer look: blocks are fewer than words once words change. */
  readonly leastCovered: number;
  /** For each word, and past the last: the first mark at or after it. */
  readonly markFrom: Int32Array;
}

function markTable(words: number, marks: readonly KnownMark[]): Int32Array {
  const table = new Int32Array(words + 2);
  let m = 0;
  for (let word = 0; word <= words + 1; word++) {
    while (m < marks.length && marks[m]!.at < word) m++;
    table[word] = m;
  }
  return table;
}

/** Hands on what the known text has, which it may only read once it is asked for. */
export class Indexed implements IndexedText {
  #starts: Int32Array | null = null;
  #needed: number | null = null;
  #leastCovered: number | null = null;
  #markFrom: Int32Array | null = null;
  readonly ids: readonly string[];
  readonly title: string;
  readonly version: string | null;
  readonly words: number;
  readonly slots: readonly number[];
  readonly blocks: Uint32Array;
  readonly keepsWords: boolean;

  constructor(readonly text: KnownText) {
    ({ ids: this.ids, title: this.title, version: this.version, words: this.words, slots: this.slots, blocks: this.blocks, keepsWords: this.keepsWords } = text);
  }

  get stretches(): KnownText["stretches"] {
    return this.text.stretches;
  }

  get starts(): Int32Array {
    return (this.#starts ??= startsOf(this.text.stretches));
  }

  get needed(): number {
    return (this.#needed ??= this.stretches.reduce((sum, { from, to, is }) => (is === "needed" ? sum + to - from : sum), 0));
  }

  get leastCovered(): number {
    return (this.#leastCovered ??= Math.max(blockLength, 0.22 * this.needed));
  }

  get neededEnd(): number {
    return this.stretches.findLast((each) => each.is === "needed")?.to ?? this.words;
  }

  get marks(): readonly KnownMark[] {
    return this.text.marks;
  }

  get markFrom(): Int32Array {
    return (this.#markFrom ??= markTable(this.words, this.marks));
  }

  get hash(): Uint32Array | null {
    return this.text.hash;
  }

  spelled(from: number, to: number): readonly string[] | null {
    return this.text.spelled(from, to);
  }
}
