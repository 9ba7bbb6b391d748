import { eachBlock, blockLength } from "./block.js";
import { startsOf, type KnownMark, type KnownText } from "./reference-text.js";

/** A known text with what the search needs of it at hand. */
export interface IndexedText extends KnownText {
  readonly starts: Int32Array;
  /** How many words must be there. */
  readonly needed: number;
  /** The last of them comes before this word. */
  readonly neededEnd: number;
  /** For each word, and past the last: the first mark at or after it. */
  readonly markFrom: Int32Array;
}

/** The blocks of one known text that stand in the text being read, in the order of that. */
export class Sightings {
  count = 0;
  here = new Int32Array(16);
  there = new Int32Array(16);

  constructor(readonly text: number) {}

  add(here: number, there: number): void {
    // A text that says one thing a million times says it often enough.
    if (this.count === 50_000) return;
    if (this.count === this.here.length) {
      const [wider, deeper] = [new Int32Array(this.count * 2), new Int32Array(this.count * 2)];
      wider.set(this.here);
      deeper.set(this.there);
      [this.here, this.there] = [wider, deeper];
    }
    this.here[this.count] = here;
    this.there[this.count] = there;
    this.count++;
  }

  #firstAt(word: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.here[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many start at a word `[from, to)`. */
  countIn(from: number, to: number): number {
    return this.#firstAt(to) - this.#firstAt(from);
  }

  /** Those that start at a word `[from, to)`. */
  within(from: number, to: number): Sightings {
    const part = new Sightings(this.text);
    const [first, last] = [this.#firstAt(from), this.#firstAt(to)];
    part.here = this.here.slice(first, last);
    part.there = this.there.slice(first, last);
    part.count = last - first;
    return part;
  }

  /** Leaves out those that start at a word `[from, to)`. */
  drop(from: number, to: number): void {
    const [first, last] = [this.#firstAt(from), this.#firstAt(to)];
    this.here.copyWithin(first, last, this.count);
    this.there.copyWithin(first, last, this.count);
    this.count -= last - first;
  }
}

/** A block of a known text that stands in the text being read. */
interface Sighting {
  /** Word of the text being read. */
  readonly here: number;
  /** Word of the known text. */
  readonly there: number;
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
class Indexed implements IndexedText {
  #starts: Int32Array | null = null;
  #needed: number | null = null;
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

const seenBits = 21;

/** Every known text, found by the hash of any eight of its words. */
export class TextIndex {
  readonly texts: readonly IndexedText[];
  /** Open addressing: hash of a block, and where its places begin. */
  readonly #keys: Uint32Array;
  readonly #first: Int32Array;
  readonly #mask: number;
  /** Places of blocks, chained: text, number of the block, next place. */
  readonly #text: Uint16Array;
  readonly #block: Uint16Array;
  readonly #next: Int32Array;
  /** A bit for the first bits of each hash: what no known text has is turned away without a look into the table, which is too large to be near. */
  readonly #seen = new Uint32Array(2 ** (seenBits - 5));

  constructor(texts: readonly KnownText[]) {
    this.texts = texts.map((text) => new Indexed(text));
    const total = texts.reduce((sum, each) => sum + each.blocks.length, 0);
    let size = 1024;
    while (size < total * 3) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Uint32Array(size);
    this.#first = new Int32Array(size).fill(-1);
    this.#text = new Uint16Array(total);
    this.#block = new Uint16Array(total);
    this.#next = new Int32Array(total);
    let place = 0;
    for (const [text, { blocks }] of texts.entries()) {
      for (let block = 0; block < blocks.length; block++) {
        const bit = blocks[block]! >>> (32 - seenBits);
        this.#seen[bit >>> 5]! |= 1 << (bit & 31);
        const slot = this.#slot(blocks[block]!);
        this.#keys[slot] = blocks[block]!;
        this.#text[place] = text;
        this.#block[place] = block;
        this.#next[place] = this.#first[slot]!;
        this.#first[slot] = place++;
      }
    }
  }

  #slot(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#first[slot] !== -1 && this.#keys[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }

  /** The blocks of known texts that stand in a text, by known text. */
  sightings(words: Uint32Array): Map<number, Sightings> {
    const found = new Map<number, Sightings>();
    eachBlock(words, (hash, here) => {
      const bit = hash >>> (32 - seenBits);
      if ((this.#seen[bit >>> 5]! & (1 << (bit & 31))) === 0) return;
      for (let place = this.#first[this.#slot(hash)]!; place !== -1; place = this.#next[place]!) {
        const text = this.#text[place]!;
        let list = found.get(text);
        if (list === undefined) found.set(text, (list = new Sightings(text)));
        list.add(here, this.texts[text]!.starts[this.#block[place]!]!);
      }
    });
    return found;
  }
}

/** Blocks of one known text that follow each other in a text as they do there. */
export interface Chain {
  readonly text: number;
  readonly links: readonly Sighting[];
  /** Words of the known text that the blocks cover. */
  readonly covered: number;
}

/** How many sightings back the one before is looked for: chance ones stand between. */
const lookBack = 24;
/** A block is worth its words; words that stand between two blocks here and not there, or there and not here, cost this much each. */
const skewCost = 0.06;
/** Two blocks further apart than this do not belong to one copy. */
const slack = 2500;

/** The best chain of sightings, each following the order of both texts; null where it covers too little. */
export function chainOf({ text, here, there, count }: Sightings, least: number): Chain | null {
  const score = new Float64Array(count);
  const before = new Int32Array(count).fill(-1);
  let best = -1;
  for (let i = 0; i < count; i++) {
    score[i] = blockLength;
    for (let j = i - 1; j >= 0 && j >= i - lookBack; j--) {
      const [onHere, onThere] = [here[i]! - here[j]!, there[i]! - there[j]!];
      if (onHere <= 0 || onThere <= 0) continue;
      const skew = Math.abs(onHere - onThere);
      if (skew > slack) continue;
      const reached = score[j]! + Math.min(blockLength, onThere) - (skew === 0 ? 0 : 0.5 + skew * skewCost);
      if (reached > score[i]!) {
        score[i] = reached;
        before[i] = j;
      }
      // The block right before this one is here too: nothing does better.
      if (skew === 0 && onThere <= blockLength) break;
    }
    if (best === -1 || score[i]! > score[best]!) best = i;
  }
  if (best === -1) return null;
  const links: Sighting[] = [];
  for (let at = best; at !== -1; at = before[at]!) links.push({ here: here[at]!, there: there[at]! });
  links.reverse();
  const covered = coverage(links);
  return covered < least ? null : { text, links, covered };
}

function coverage(links: readonly Sighting[]): number {
  let covered = 0;
  let end = -1;
  for (const { there } of links) {
    covered += Math.max(0, there + blockLength - Math.max(there, end));
    end = there + blockLength;
  }
  return covered;
}
