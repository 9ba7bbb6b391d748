import { keysOf } from "../document/party.js";
import type { Family } from "../family/family.js";
import { isExclusive } from "./exclusivity.js";
import { termsSign } from "./law.js";
import { isFavored } from "./most-favored.js";
import { assetsOf, groundsOf, keysOfSide } from "./pairs.js";

/** Places in a list, by what stands there. */
class Index {
  readonly #places = new Map<string, number[]>();

  add(keys: readonly string[], place: number): void {
    for (const key of keys) {
      const known = this.#places.get(key);
      if (known === undefined) this.#places.set(key, [place]);
      else if (known.at(-1) !== place) known.push(place);
    }
  }

  of(keys: readonly string[]): readonly number[] {
    return keys.flatMap((key) => this.#places.get(key) ?? []);
  }
}

/** The same, of those that say the same together, so that these are not held against each other. */
class SignedIndex {
  readonly #signs = new Map<string, Map<string | null, number[]>>();

  add(keys: readonly string[], place: number, sign: string | null): void {
    for (const key of keys) {
      const signs = this.#signs.get(key) ?? new Map<string | null, number[]>();
      this.#signs.set(key, signs);
      const known = signs.get(sign);
      if (known === undefined) signs.set(sign, [place]);
      else if (known.at(-1) !== place) known.push(place);
    }
  }

  /** Those that stand there and say something else; null: of whom it is not known what it says. */
  others(keys: readonly string[], sign: string | null): readonly number[] {
    return keys.flatMap((key) => [...(this.#signs.get(key) ?? [])].flatMap(([each, places]) => (each === sign && sign !== null ? [] : places)));
  }
}

const partyKeys = ({ parties }: Family): readonly string[] => [...new Set(parties.flatMap((party) => keysOf(party)))];
const pairsIn = (keys: readonly string[]): readonly string[] => keys.flatMap((one, at) => keys.slice(at + 1).map((other) => JSON.stringify(one < other ? [one, other] : [other, one])));

/** A party that stands twice under one name makes any other one a pair. */
const standsTwice = (family: Family, keys: readonly string[]): boolean => family.parties.flatMap((party) => keysOf(party)).length > keys.length;

/** What two agreements are held against each other for. */
export type Comparison = "exclusivity" | "most-favored" | "terms" | "passed-on";

/**
 * Which agreements of a list may clash with which: on the same asset where one promises something for it, between the same parties where they say different things, or where one passes on what the other gives.
 * INVARIANT: of no other pair a finding comes. A house is a party of all its agreements: of ten thousand these are some of fifty million.
 */
export class Comparable {
  readonly #keys: readonly (readonly string[])[];
  readonly #signs: readonly (string | null)[];
  readonly #any = new Index();
  readonly #words = new Index();
  readonly #twice = new Index();
  readonly #assets = new Index();
  readonly #givers = new Index();
  readonly #givenWords = new Index();
  readonly #pairs = new SignedIndex();
  readonly #given = new SignedIndex();
  readonly #taken = new SignedIndex();

  constructor(private readonly families: readonly Family[]) {
    this.#keys = families.map(partyKeys);
    this.#signs = families.map(termsSign);
    for (const [place, family] of families.entries()) {
      const [keys, sign] = [this.#keys[place]!, this.#signs[place]!];
      this.#any.add(keys, place);
      // Of what was read assets are words.
      if (family.deal === null) this.#words.add(keys, place);
      if (standsTwice(family, keys)) this.#twice.add(keys, place);
      this.#assets.add(assetsOf(family), place);
      this.#givers.add(keysOfSide(family, "licensor"), place);
      if (family.deal === null) this.#givenWords.add(keysOfSide(family, "licensor"), place);
      this.#pairs.add(pairsIn(keys), place, sign);
      this.#given.add(groundsOf(family, "licensor"), place, sign);
      this.#taken.add(groundsOf(family, "licensee"), place, sign);
    }
  }

  /** Those that a promise is held against: deals on the same asset, and, of words, all that share a party. */
  #promised(place: number): readonly number[] {
    const family = this.families[place]!;
    const own = new Set(this.#keys[place]);
    if (family.deal === null) return this.#any.of(this.#keys[place]!);
    return [...this.#words.of(this.#keys[place]!), ...this.#assets.of(assetsOf(family)).filter((other) => this.#keys[other]!.some((key) => own.has(key)))];
  }

  /** Each pair once: those behind it in the list. */
  #unlike(place: number): readonly number[] {
    const [family, keys, sign] = [this.families[place]!, this.#keys[place]!, this.#signs[place]!];
    const others = [...this.#twice.of(keys), ...(standsTwice(family, keys) ? this.#any.of(keys) : []), ...this.#pairs.others(pairsIn(keys), sign), ...this.#given.others(groundsOf(family, "licensee"), sign), ...this.#taken.others(groundsOf(family, "licensor"), sign)];
    return others.filter((other) => other > place);
  }

  /** Those that give to others what the one at a place takes in. Of two deals the engine is asked. */
  #passedOn(place: number): readonly number[] {
    const family = this.families[place]!;
    return (family.deal === null ? this.#givers : this.#givenWords).of(keysOfSide(family, "licensee"));
  }

  #found(comparison: Comparison, place: number): readonly number[] {
    const family = this.families[place]!;
    if (comparison === "terms") return this.#unlike(place);
    if (comparison === "passed-on") return this.#passedOn(place);
    return (comparison === "exclusivity" ? isExclusive(family) : isFavored(family)) ? this.#promised(place) : [];
  }

  /** Those that the one at a place is held against. */
  against(comparison: Comparison, place: number): readonly Family[] {
    return [...new Set(this.#found(comparison, place))].filter((other) => other !== place).toSorted((a, b) => a - b).map((other) => this.families[other]!);
  }
}
