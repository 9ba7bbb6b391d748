import { type Chain, chainOf } from "./chain.js";
import { blockLength } from "./block.js";
import type { Found, Likely } from "./found.js";
import type { Sightings } from "./sightings.js";
import type { IndexedText } from "./indexed-text.js";
import type { TextIndex } from "./text-index.js";
import type { TextLines } from "./text-lines.js";
import type { Words } from "./reading.js";
import { better, canWin, isTooLong, mostWorth, type TextMatch, weigh, type Weighed } from "./weigh.js";
import { canShare, leftOver } from "./word-bag.js";

const maxMatches = 1000;
const maxRivals = 16;
/** What stands for one license at a glance: a block that is lacking says more than one that is there, and so many are looked at. */
const lackingCost = 3;
const nearlyThere = 0.9;
const mostTried = 4;

/** Looks at a text from the license that shows the most, then takes away what is told, until nothing is left to tell. */
class Search {
  readonly found: TextMatch[] = [];
  readonly #seen: Found;
  #lists: Sightings[] = [];
  /** Lists that were asked for one by one. */
  readonly #listed = new Map<number, Sightings>();
  /** What is left over beside the license that reads best. */
  #left: { readonly of: Weighed; readonly words: Uint32Array | null } | null = null;

  constructor(
    readonly words: Words,
    readonly index: TextIndex,
    readonly lines: TextLines,
    readonly thorough: boolean,
  ) {
    this.#seen = index.found(words.hash, !thorough);
  }

  #isEnough(text: number, count: number): boolean {
    return count * blockLength >= this.index.texts[text]!.leastCovered;
  }

  run(): void {
    if (this.#seen.isNone || (!this.thorough && this.#isPlain())) return;
    this.#runAll();
  }

  #runAll(): void {
    this.#lists = this.#seen.sorted(this.index.within, (text, count) => this.#isEnough(text, count));
    while (this.#lists.length > 0 && this.found.length < maxMatches) {
      const list = this.#lists.reduce((most, each) => (each.count > most.count || (each.count === most.count && each.text < most.text) ? each : most));
      const chain = chainOf(list, this.index.texts[list.text]!.leastCovered);
      if (chain === null) this.#lists = this.#lists.filter((each) => each !== list);
      else this.#tell(chain, list);
    }
  }

  #tell(lead: Chain, list: Sightings): void {
    const best = this.#bestOf(lead, list);
    if (best === null) list.drop(lead.from, lead.to);
    else {
      this.found.push(best);
      for (const each of this.#lists) each.drop(best.from - blockLength + 1, best.to);
    }
    this.#lists = this.#lists.filter(({ text, count }) => this.#isEnough(text, count));
  }

  /** Whether what is to be told is so plain that it could be told at once: that nothing is, or one license and nothing beside it. */
  #isPlain(): boolean {
    if (this.#seen.isMuch) return false;
    const whole = this.#seen.followedMost();
    const likely = this.#seen.likely(whole, this.index.within, (text, count) => this.#isEnough(text, count));
    if (likely.length === 0) return true;
    const own = whole !== -1 && this.#isNearlyThere(whole) ? this.#listOf(whole) : this.#leastLacking(likely);
    const best = own === null ? null : this.#firstLook(own, likely);
    if (best === null || this.#isMore(best)) return false;
    this.found.push(best);
    return true;
  }

  /**
   * What reads best where that is a known text of which little is lacking. Of most others it is enough to know how much of them can have been seen at most: they are
   * not put in order, nor counted. null: it is not so plain.
   */
  #firstLook(own: Sightings, likely: readonly Likely[]): Weighed | null {
    const { texts } = this.index;
    const lead = this.#leadOf(own, likely);
    const best = lead === null ? null : this.#likelyBest(own, lead, likely);
    if (lead === null || best === null) return null;
    for (const { text, most } of likely) {
      const isLess = (seen: number): boolean => seen * 2 < lead.blocks || mostWorth(texts[text]!, seen + 2) < best.value;
      if (texts[text] === best.known || isLess(most) || this.#isShort(best, texts[text]!, 0, this.words.count) || isLess(this.#countOf(text))) continue;
      const weighed = this.#weighRival(this.#listOf(text), lead, best);
      if (weighed !== null && better(weighed, best)) return null;
    }
    return best;
  }

  #isNearlyThere(text: number): boolean {
    const count = this.#countOf(text);
    return this.#isEnough(text, count) && count >= nearlyThere * this.index.texts[text]!.blocks.length;
  }

  /** What was seen of the known text of which the most was, and the least is lacking. */
  #leastLacking(likely: readonly Likely[]): Sightings | null {
    const worth = (text: number, seen: number): number => {
      const { length } = this.index.texts[text]!.blocks;
      return Math.min(seen, length) - lackingCost * Math.max(0, length - seen);
    };
    const tried = likely.map(({ text, most }) => ({ text, worth: worth(text, most) })).filter((each) => each.worth > 0).toSorted((a, b) => b.worth - a.worth || a.text - b.text).slice(0, mostTried);
    let best: { readonly text: number; readonly worth: number } | null = null;
    for (const each of tried) {
      if (best !== null && each.worth <= best.worth) break;
      const exact = worth(each.text, this.#countOf(each.text));
      if (exact > (best?.worth ?? 0)) best = { text: each.text, worth: exact };
    }
    return best === null ? null : this.#listOf(best.text);
  }

  /** What leads, or another of which less is lacking, held against the text. null: a third may read better, in the order in which they are held against it. */
  #likelyBest(own: Sightings, lead: Chain, likely: readonly Likely[]): Weighed | null {
    if (lead.text === own.text) return weigh(this.words, this.index.texts[lead.text]!, lead, this.lines, 0, this.words.count, null);
    const best = this.#isRival(own, lead, likely) ? this.#weighRival(own, lead, null) : null;
    // Nothing that is worth less can read better than a text that is the same, whatever the order.
    return best?.differences.length === 0 ? best : null;
  }

  #listOf(text: number): Sightings {
    let list = this.#listed.get(text);
    if (list === undefined) this.#listed.set(text, (list = this.#seen.of(text, this.index.within)));
    return list;
  }

  #countOf(text: number): number {
    return this.#listed.get(text)?.count ?? this.#seen.countOf(text, this.index.within);
  }

  /** The chain of the license that leads, where this was seen of one, and at most so much of the others; it sets the range, though another may read better. */
  #leadOf(own: Sightings, likely: readonly Likely[]): Chain | null {
    const counted = likely.flatMap(({ text, most }) => (most >= own.count ? [{ text, count: this.#countOf(text) }] : [])).filter(({ count }) => count >= own.count);
    for (const { text } of counted.toSorted((a, b) => b.count - a.count || a.text - b.text)) {
      const lead = chainOf(this.#listOf(text), this.index.texts[text]!.leastCovered);
      if (lead !== null || text === own.text) return lead;
    }
    return null;
  }

  /** Whether a license is held against the text where another leads: enough of it was seen, and of few others more. */
  #isRival(own: Sightings, { text: leads, blocks, from, to }: Chain, likely: readonly Likely[]): boolean {
    const seen = own.countIn(from, to);
    const isAhead = ({ text, most }: Likely): boolean => text !== own.text && text !== leads && most >= seen && this.#countOf(text) >= seen && this.#listOf(text).countIn(from, to) >= seen;
    return seen * 2 >= blocks && likely.filter(isAhead).length < maxRivals;
  }

  /** Whether more may be told beside a license than that. */
  #isMore({ from, to }: Weighed): boolean {
    const counts = this.#seen.countsBeside(from - blockLength + 1, to, this.index.within);
    return counts !== null && counts.some((count, text) => count > 0 && this.#isEnough(text, count));
  }

  /** Whether a license has too few words in common with the one that reads best, and with what is left over beside it, to read better. */
  #isShort(best: Weighed, known: IndexedText, low: number, high: number): boolean {
    if (this.thorough) return false;
    if (!known.keepsWords) return isTooLong(best, known, this.words.count);
    if (!best.known.keepsWords) return false;
    if (this.#left?.of !== best) this.#left = { of: best, words: leftOver(this.words, best.alignment, low, high) };
    if (this.#left.words === null) return false;
    return !canShare(best.known, this.#left.words, known, (most) => canWin(best, most));
  }

  #weighRival(list: Sightings, { from, to }: Chain, best: Weighed | null, low = 0, high = this.words.count): Weighed | null {
    const known = this.index.texts[list.text]!;
    const chain = chainOf(list.within(Math.max(low, from - known.words), Math.min(high, to + known.words)), known.leastCovered);
    return chain === null ? null : weigh(this.words, known, chain, this.lines, low, high, best);
  }

  /** What reads best of the license that leads and of those that show at least half as much in its place. */
  #bestOf(lead: Chain, list: Sightings): Weighed | null {
    const { from, to } = lead;
    const low = Math.max(0, ...this.found.map((each) => (each.to <= from + blockLength ? each.to : 0)));
    const high = Math.min(this.words.count, ...this.found.map((each) => (each.from >= to - blockLength ? each.from : this.words.count)));
    let best = weigh(this.words, this.index.texts[lead.text]!, lead, this.lines, low, high, null);
    const rivals = this.#lists.filter((each) => each !== list).map((each) => ({ list: each, seen: each.countIn(from, to) })).filter(({ seen }) => seen * 2 >= lead.blocks)
      .toSorted((a, b) => b.seen - a.seen || a.list.text - b.list.text).slice(0, maxRivals);
    for (const { list: other, seen } of rivals) {
      const known = this.index.texts[other.text]!;
      if (best !== null && mostWorth(known, seen + 2) < best.value) continue;
      if (best !== null && this.#isShort(best, known, low, high)) continue;
      const weighed = this.#weighRival(other, lead, this.thorough ? null : best, low, high);
      if (weighed !== null && (best === null || better(weighed, best))) best = weighed;
    }
    return best;
  }
}

/**
 * The license texts in a text, in their order; where several fit a place, the one that fits best. `thorough`: every block is looked up, and every rival is held
 * against the text to the end, though it cannot win, which takes longer and finds the same.
 */
export function matchTexts(words: Words, index: TextIndex, lines: TextLines, thorough = false): TextMatch[] {
  const search = new Search(words, index, lines, thorough);
  search.run();
  return search.found.toSorted((a, b) => a.from - b.from);
}
