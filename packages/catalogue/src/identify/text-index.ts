import { blockAfter, blockLength, blockSum, mixed } from "./block.js";
import { BlockTable } from "./block-table.js";
import { Found, type Within } from "./found.js";
import { Indexed, type IndexedText } from "./indexed-text.js";
import type { KnownText } from "./reference-text.js";
import type { Sightings } from "./sightings.js";

/** A text is followed from so many equal words on; of the known texts that have a block so many are tried. */
const leastFollowed = 24;
const mostTried = 8;
/** How many words are the same from these places on; 0 where they are fewer than `least`, perhaps. */
function commonLength(a: Uint32Array, from: number, b: Uint32Array, there: number, least: number): number {
  const most = Math.min(a.length - from, b.length - there);
  // Most part soon, or where others did.
  if (most < least || a[from + least - 1] !== b[there + least - 1]) return 0;
  let length = 0;
  while (length < most && a[from + length] === b[there + length]) length++;
  return length;
}

/** Every known text, found by the hash of any eight of its words. */
export class TextIndex {
  readonly texts: readonly IndexedText[];
  readonly #table: BlockTable;
  /** One text is read at a time, so that all texts share it. */
  readonly #found: Found;
  /** By known text: what of known texts, itself among them, stands in it. */
  readonly #within: (readonly Sightings[] | undefined)[] = [];

  constructor(texts: readonly KnownText[]) {
    this.texts = texts.map((text) => new Indexed(text));
    this.#table = new BlockTable(texts);
    this.#found = new Found(this.texts);
  }

  /** What of known texts stands in one of them. */
  readonly within: Within = (text) => (this.#within[text] ??= this.#gathered(this.texts[text]!.hash!, new Found(this.texts), false).sorted(this.within, () => true));

  /** Of the known texts that have a block, the one that goes on longest as the text at hand does: how many words; 0 where none goes on far enough. */
  #follow(words: Uint32Array, here: number, number: number, found: Found): number {
    const { ends, places } = this.#table;
    const end = Math.min(ends[number]!, ends[number - 1]! + mostTried);
    let [longest, text, there] = [leastFollowed - 1, -1, 0];
    for (let at = ends[number - 1]!; at < end; at++) {
      const known = this.texts[places[at]! >>> 16]!;
      if (known.hash === null) continue;
      const start = known.starts[places[at]! & 65_535]!;
      const length = commonLength(words, here, known.hash, start, longest + 1);
      if (length > longest) [longest, text, there] = [length, places[at]! >>> 16, start];
    }
    if (text === -1) return 0;
    found.follow(text, there, here, longest - blockLength + 1);
    return longest;
  }

  /** The places of known texts whose blocks stand in a text. Where it goes on as a known text does, what stands in it is what stands in that one, and nothing is looked up. */
  #gathered(words: Uint32Array, found: Found, follows: boolean): Found {
    const { ends, places } = this.#table;
    const table = this.#table;
    let sum = words.length < blockLength ? 0 : blockSum(words, 0);
    for (let here = 0; here + blockLength <= words.length; ) {
      const number = table.numberOf(mixed(sum));
      const followed = follows && number > 0 ? this.#follow(words, here, number, found) : 0;
      if (followed > 0) {
        here += followed - blockLength + 1;
        if (here + blockLength <= words.length) sum = blockSum(words, here);
        continue;
      }
      if (number > 0) for (let at = ends[number - 1]!; at < ends[number]!; at++) found.add(places[at]!, here);
      here++;
      if (here + blockLength <= words.length) sum = blockAfter(words, here, sum);
    }
    return found;
  }

  /** What of known texts stands in a text; until the next text is asked about. `follows` finds the same, faster. */
  found(words: Uint32Array, follows = true): Found {
    this.#found.clear();
    return this.#gathered(words, this.#found, follows);
  }

  /** How many blocks of one known text stand in a text, of the one that has the most. */
  mostSeen(words: Uint32Array): number {
    return this.found(words, false).counts(this.within).reduce((most, each) => Math.max(most, each), 0);
  }
}
