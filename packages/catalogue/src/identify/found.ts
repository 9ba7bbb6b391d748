import type { IndexedText } from "./indexed-text.js";
import { Sightings } from "./sightings.js";

/** A stretch that reads as one of a known text does. */
interface Followed {
  readonly text: number;
  /** The word of the known text with which it begins, and the word here. */
  readonly there: number;
  readonly here: number;
  /** How many blocks start in it. */
  readonly blocks: number;
  /** How many places were found before it. */
  readonly before: number;
}

/** What of known texts stands in one of them, by known text. */
export type Within = (text: number) => readonly Sightings[];

/** A text that says one thing a million times says it often enough. */
const mostOfText = 50_000;
/** What more places need is given back. */
const kept = 1_048_576;
/** A text with more stretches, or more words, is many licenses. */
const mostStretches = 64;
const mostWords = 49_152;

/** A known text, and how often it was met at most. */
export interface Likely {
  readonly text: number;
  readonly most: number;
}

interface ListRoom {
  readonly here: Int32Array;
  readonly there: Int32Array;
}

function listRoom(least: number): ListRoom {
  const length = Math.max(16_384, least);
  return { here: new Int32Array(length), there: new Int32Array(length) };
}

/** Of lists in the order of known texts the one of a text. */
function listOf(text: number, lists: readonly Sightings[]): Sightings | undefined {
  let [low, high] = [0, lists.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lists[middle]!.text < text) low = middle + 1;
    else high = middle;
  }
  return lists[low]?.text === text ? lists[low] : undefined;
}

/** What of known texts is found in a text, before it is sorted by known text. */
export class Found {
  #place = new Uint32Array(4096);
  #here = new Int32Array(4096);
  #total = 0;
  #followed: Followed[] = [];
  /** Where lists stand that were asked for one by one, and how much of it they take. */
  #lists = listRoom(0);
  #listed = 0;
  /** Of each known text: how many places of it were added, how often it was met, where the next of its places goes, and where they end. */
  readonly #added: Int32Array;
  readonly #counts: Int32Array;
  readonly #next: Int32Array;
  readonly #ends: Int32Array;

  constructor(readonly texts: readonly IndexedText[]) {
    this.#added = new Int32Array(texts.length);
    this.#counts = new Int32Array(texts.length);
    this.#next = new Int32Array(texts.length);
    this.#ends = new Int32Array(texts.length);
  }

  clear(): void {
    this.#added.fill(0);
    this.#total = 0;
    this.#listed = 0;
    if (this.#lists.here.length > kept) this.#lists = listRoom(0);
    if (this.#followed.length > 0) this.#followed = [];
    if (this.#place.length > kept) [this.#place, this.#here] = [new Uint32Array(4096), new Int32Array(4096)];
  }

  /** Adds the place of a block, the text in its upper half, at a word. Words come in order. */
  add(place: number, here: number): void {
    if (this.#added[place >>> 16] === mostOfText) return;
    this.#added[place >>> 16]!++;
    if (this.#total === this.#place.length) this.#widen();
    this.#place[this.#total] = place;
    this.#here[this.#total++] = here;
  }

  #widen(): void {
    const [place, here] = [new Uint32Array(this.#total * 2), new Int32Array(this.#total * 2)];
    place.set(this.#place);
    here.set(this.#here);
    [this.#place, this.#here] = [place, here];
  }

  /** Adds a stretch in which so many blocks start, as they do in a known text. */
  follow(text: number, there: number, here: number, blocks: number): void {
    this.#followed.push({ text, there, here, blocks, before: this.#total });
  }

  /** Whether nothing was found. */
  get isNone(): boolean {
    return this.#total === 0 && this.#followed.length === 0;
  }

  /** Whether so much was found that it is many licenses, or one many times. */
  get isMuch(): boolean {
    const last = this.#followed.at(-1);
    return this.#total > mostWords || this.#followed.length > mostStretches || (last !== undefined && last.here + last.blocks > mostWords);
  }

  /** The known text that was followed farthest, where that was through one copy of it; -1 where it was not. */
  followedMost(): number {
    let [most, text] = [0, -1];
    for (const each of this.#followed) {
      const blocks = this.#followed.reduce((sum, other) => (other.text === each.text ? sum + other.blocks : sum), 0);
      if (blocks > most) [most, text] = [blocks, each.text];
    }
    if (text === -1 || most < this.texts[text]!.leastCovered) return -1;
    let end = 0;
    for (const each of this.#followed) {
      if (each.text !== text) continue;
      if (each.there < end) return -1;
      end = each.there + each.blocks;
    }
    return text;
  }

  /** How often each known text was met. */
  counts(within: Within): Int32Array {
    const counts = this.#counts;
    counts.set(this.#added);
    for (const { text, there, blocks } of this.#followed) {
      for (const each of within(text)) counts[each.text] = Math.min(mostOfText, counts[each.text]! + each.countIn(there, there + blocks));
    }
    return counts;
  }

  /** The known texts that may have been met often enough. Where one, `whole`, was followed through a single copy, as if all of that stood here, which takes less time than to count. */
  likely(whole: number, within: Within, isEnough: (text: number, count: number) => boolean): Likely[] {
    const counts = whole === -1 ? this.counts(within) : this.#counts;
    if (whole !== -1) {
      counts.set(this.#added);
      for (const each of within(whole)) counts[each.text]! += each.count;
      for (const { text, there, blocks } of this.#followed) {
        if (text !== whole) for (const each of within(text)) counts[each.text]! += each.countIn(there, there + blocks);
      }
    }
    const likely: Likely[] = [];
    for (let text = 0; text < counts.length; text++) if (counts[text]! > 0 && isEnough(text, counts[text]!)) likely.push({ text, most: counts[text]! });
    return likely;
  }

  /** How often one known text was met. */
  countOf(text: number, within: Within): number {
    return this.#followed.reduce((sum, { text: other, there, blocks }) => sum + (listOf(text, within(other))?.countIn(there, there + blocks) ?? 0), this.#added[text]!);
  }

  /** How often each known text was met before a word, or from another on; null: none was. */
  countsBeside(from: number, to: number, within: Within): Int32Array | null {
    if ((this.#total === 0 || (this.#here[0]! >= from && this.#here[this.#total - 1]! < to)) && this.#followed.every(({ here, blocks }) => here >= from && here + blocks <= to)) return null;
    const counts = this.#counts.fill(0);
    for (let at = 0; at < this.#total && this.#here[at]! < from; at++) counts[this.#place[at]! >>> 16]!++;
    for (let at = this.#total - 1; at >= 0 && this.#here[at]! >= to; at--) counts[this.#place[at]! >>> 16]!++;
    for (const { text, there, here, blocks } of this.#followed) {
      if (here >= from && here + blocks <= to) continue;
      for (const each of within(text)) counts[each.text]! += each.countIn(there, there + blocks) - each.countIn(Math.max(there, there + from - here), Math.min(there + blocks, there + to - here));
    }
    return counts;
  }

  /** What was found of one known text, in the order of the text at hand. */
  of(text: number, within: Within): Sightings {
    const lists = this.#followed.map((each) => listOf(text, within(each.text))?.within(each.there, each.there + each.blocks));
    const total = lists.reduce((sum, each) => sum + (each?.count ?? 0), this.#added[text]!);
    const { here, there } = this.#room(total);
    const base = this.#listed;
    const { starts } = this.texts[text]!;
    let [at, next] = [0, base];
    const places = (end: number): void => {
      for (; this.#added[text]! > 0 && at < end; at++) {
        if (this.#place[at]! >>> 16 !== text) continue;
        here[next] = this.#here[at]!;
        there[next++] = starts[this.#place[at]! & 65_535]!;
      }
    };
    for (const [i, { before, here: start, there: knownStart }] of this.#followed.entries()) {
      places(before);
      const list = lists[i];
      if (list === undefined) continue;
      for (let k = list.base; k < list.base + list.count; k++) {
        here[next] = list.here[k]! - knownStart + start;
        there[next++] = list.there[k]!;
      }
    }
    places(this.#total);
    this.#listed = next;
    return new Sightings(text, here, there, base, total);
  }

  /** Room for so many more. Lists that were given keep theirs. */
  #room(total: number): ListRoom {
    if (this.#listed + total <= this.#lists.here.length) return this.#lists;
    this.#listed = 0;
    return (this.#lists = listRoom(total));
  }

  /** What was found, by known text, where it is enough, each in the order of the text at hand. */
  sorted(within: Within, isEnough: (text: number, count: number) => boolean): Sightings[] {
    if (this.isNone) return [];
    const counts = this.counts(within);
    const next = this.#next.fill(-1);
    const enough: (readonly [text: number, base: number])[] = [];
    let total = 0;
    for (let text = 0; text < counts.length; text++) {
      const count = counts[text]!;
      if (count === 0 || !isEnough(text, count)) continue;
      enough.push([text, total]);
      next[text] = total;
      this.#ends[text] = total += count;
    }
    if (total === 0) return [];
    const [here, there] = [new Int32Array(total), new Int32Array(total)];
    let at = 0;
    for (const each of this.#followed) {
      this.#putPlaces(at, each.before, here, there);
      this.#putFollowed(each, within(each.text), here, there);
      at = each.before;
    }
    this.#putPlaces(at, this.#total, here, there);
    return enough.map(([text, base]) => new Sightings(text, here, there, base, counts[text]!));
  }

  #putPlaces(from: number, to: number, here: Int32Array, there: Int32Array): void {
    for (let at = from; at < to; at++) {
      const place = this.#place[at]!;
      const text = place >>> 16;
      const next = this.#next[text]!;
      if (next === -1 || next === this.#ends[text]) continue;
      here[next] = this.#here[at]!;
      there[next] = this.texts[text]!.starts[place & 65_535]!;
      this.#next[text] = next + 1;
    }
  }

  #putFollowed(followed: Followed, within: readonly Sightings[], here: Int32Array, there: Int32Array): void {
    for (const each of within) {
      const next = this.#next[each.text]!;
      if (next === -1) continue;
      const part = each.within(followed.there, followed.there + followed.blocks);
      const count = Math.min(part.count, this.#ends[each.text]! - next);
      for (let i = 0; i < count; i++) {
        here[next + i] = part.here[part.base + i]! - followed.there + followed.here;
        there[next + i] = part.there[part.base + i]!;
      }
      this.#next[each.text] = next + count;
    }
  }
}
