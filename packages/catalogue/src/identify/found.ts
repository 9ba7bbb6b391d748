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

/** A text that says one thing a million times says it often enough. */
const mostOfText = 50_000;
/** What more places need is given back. */
const kept = 1_048_576;

/** What of known texts is found in a text, before it is sorted by known text. */
export class Found {
  #place = new Uint32Array(4096);
  #here = new Int32Array(4096);
  #total = 0;
  #followed: Followed[] = [];
  /** Of each known text: how often it was met, where the next of its places goes, and where they end. */
  readonly #counts: Int32Array;
  readonly #next: Int32Array;
  readonly #ends: Int32Array;

  constructor(readonly texts: readonly IndexedText[]) {
    this.#counts = new Int32Array(texts.length);
    this.#next = new Int32Array(texts.length);
    this.#ends = new Int32Array(texts.length);
  }

  clear(): void {
    this.#counts.fill(0);
    this.#total = 0;
    if (this.#followed.length > 0) this.#followed = [];
    if (this.#place.length > kept) [this.#place, this.#here] = [new Uint32Array(4096), new Int32Array(4096)];
  }

  /** Adds the place of a block, the text in its upper half, at a word. Words come in order. */
  add(place: number, here: number): void {
    if (this.#counts[place >>> 16] === mostOfText) return;
    this.#counts[place >>> 16]!++;
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

  /** How often each known text was met. `within` says what of known texts stands in one of them. */
  counts(within: (text: number) => readonly Sightings[]): Int32Array {
    const counts = this.#counts;
    for (const { text, there, blocks } of this.#followed) {
      for (const each of within(text)) counts[each.text] = Math.min(mostOfText, counts[each.text]! + each.countIn(there, there + blocks));
    }
    return counts;
  }

  /** What was found, by known text, where it is enough, each in the order of the text at hand. */
  sorted(within: (text: number) => readonly Sightings[], isEnough: (text: number, count: number) => boolean): Sightings[] {
    if (this.#total === 0 && this.#followed.length === 0) return [];
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
