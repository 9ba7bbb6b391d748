import { eachBlock } from "./block.js";
import { startsOf, type KnownMark, type KnownText } from "./reference-text.js";
import { Sightings } from "./sightings.js";

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
/** A text that says one thing a million times says it often enough. */
const mostOfText = 50_000;

/** What is found in a text before it is sorted by known text. One text is read at a time, so that all texts share one. */
let found = { place: new Uint32Array(4096), here: new Int32Array(4096) };
/** More are rare, and what they need is given back. */
const foundKept = 1_048_576;

function widened(from: typeof found): typeof found {
  const wider = { place: new Uint32Array(from.place.length * 2), here: new Int32Array(from.place.length * 2) };
  wider.place.set(from.place);
  wider.here.set(from.here);
  if (wider.place.length <= foundKept) found = wider;
  return wider;
}

/** Every known text, found by the hash of any eight of its words. */
export class TextIndex {
  readonly texts: readonly IndexedText[];
  /** Open addressing, in pairs: the hash of a block, and its number among different ones, from 1. */
  readonly #table: Int32Array;
  readonly #mask: number;
  /** By the number of a block: where its places begin. */
  readonly #from: Int32Array;
  /** Places of blocks: the text in the upper half, in the lower the number of the block in it. */
  readonly #places: Uint32Array;
  /** A bit for the first bits of each hash: what no known text has is turned away without a look into the table, which is too large to be near. */
  readonly #seen = new Uint32Array(2 ** (seenBits - 5));
  /** Of each known text, while a text is being read: how often it has been met, and where the next of its places goes. */
  readonly #counts: Int32Array;
  readonly #next: Int32Array;

  constructor(texts: readonly KnownText[]) {
    this.texts = texts.map((text) => new Indexed(text));
    this.#counts = new Int32Array(texts.length);
    this.#next = new Int32Array(texts.length);
    const total = texts.reduce((sum, each) => sum + each.blocks.length, 0);
    let size = 1024;
    while (size < total * 1.5) size *= 2;
    this.#mask = size - 1;
    this.#table = new Int32Array(size * 2);
    const numbers = new Int32Array(total);
    const often = new Int32Array(total + 2);
    let [last, at] = [0, 0];
    for (const { blocks } of texts) {
      for (const block of blocks) {
        const bit = block >>> (32 - seenBits);
        this.#seen[bit >>> 5]! |= 1 << (bit & 31);
        const slot = this.#slot(block | 0);
        if (this.#table[slot + 1] === 0) {
          this.#table[slot] = block | 0;
          this.#table[slot + 1] = ++last;
        }
        const number = this.#table[slot + 1]!;
        numbers[at++] = number;
        often[number]!++;
      }
    }
    // Counted to the end of each, then filled from there on down, so that of one block the last place comes first.
    for (let number = 1; number <= last + 1; number++) often[number]! += often[number - 1]!;
    const ends = often.slice(0, last + 2);
    this.#places = new Uint32Array(total);
    at = 0;
    for (const [text, { blocks }] of texts.entries()) for (let block = 0; block < blocks.length; block++) this.#places[--often[numbers[at++]!]!] = (text << 16) | block;
    this.#from = ends;
  }

  #slot(hash: number): number {
    let slot = (hash & this.#mask) * 2;
    while (this.#table[slot + 1] !== 0 && this.#table[slot] !== hash) slot = (slot + 2) & (this.#mask * 2 + 1);
    return slot;
  }

  /** Calls with every place of a known text whose block stands in a text, in the order of that. */
  #eachPlace(words: Uint32Array, visit: (place: number, here: number) => void): void {
    const [from, places] = [this.#from, this.#places];
    eachBlock(words, (hash, here) => {
      const bit = hash >>> (32 - seenBits);
      if ((this.#seen[bit >>> 5]! & (1 << (bit & 31))) === 0) return;
      const number = this.#table[this.#slot(hash | 0) + 1]!;
      if (number === 0) return;
      const end = from[number]!;
      for (let at = from[number - 1]!; at < end; at++) visit(places[at]!, here);
    });
  }

  /** The blocks of known texts that stand in a text, by known text, where there are enough of them. */
  sightings(words: Uint32Array, isEnough: (text: number, count: number) => boolean): Sightings[] {
    const counts = this.#counts;
    let list = found;
    let total = 0;
    this.#eachPlace(words, (place, here) => {
      const text = place >>> 16;
      if (counts[text] === mostOfText) return;
      counts[text]!++;
      if (total === list.place.length) list = widened(list);
      list.place[total] = place;
      list.here[total++] = here;
    });
    if (total === 0) return [];
    const next = this.#next.fill(-1);
    const [here, there] = [new Int32Array(total), new Int32Array(total)];
    const sightings: Sightings[] = [];
    let base = 0;
    for (let text = 0; text < counts.length; text++) {
      const count = counts[text]!;
      counts[text] = 0;
      if (count > 0 && isEnough(text, count)) {
        sightings.push(new Sightings(text, here, there, base, count));
        next[text] = base;
        base += count;
      }
    }
    if (base === 0) return [];
    for (let i = 0; i < total; i++) {
      const place = list.place[i]!;
      const text = place >>> 16;
      if (next[text] === -1) continue;
      here[next[text]!] = list.here[i]!;
      there[next[text]!++] = place & 65_535;
    }
    for (const { text, base: first, count } of sightings) {
      const { starts } = this.texts[text]!;
      for (let i = first; i < first + count; i++) there[i] = starts[there[i]!]!;
    }
    return sightings;
  }

  /** How many blocks of one known text stand in a text, of the one that has the most. */
  mostSeen(words: Uint32Array): number {
    let most = 0;
    this.#eachPlace(words, (place) => {
      const count = ++this.#counts[place >>> 16]!;
      if (count > most) most = count;
    });
    this.#counts.fill(0);
    return most;
  }
}
