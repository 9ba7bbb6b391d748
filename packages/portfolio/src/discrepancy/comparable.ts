import { keysOf } from "../document/party.js";
import type { Family } from "../family/family.js";
import { isExclusive } from "./exclusivity.js";
import { isFavored } from "./most-favored.js";
import { assetsOf, groundsOf } from "./pairs.js";

/** Places in a list, by what stands there. */
class Index {
  readonly #places = new Map<string, number[]>();

  add(key: string, place: number): void {
    const known = this.#places.get(key);
    if (known === undefined) this.#places.set(key, [place]);
    else if (known.at(-1) !== place) known.push(place);
  }

  of(keys: readonly string[]): readonly number[] {
    return keys.flatMap((key) => this.#places.get(key) ?? []);
  }
}

const partyKeys = ({ parties }: Family): readonly string[] => [...new Set(parties.flatMap((party) => keysOf(party)))];
const pairsIn = (keys: readonly string[]): readonly string[] => keys.flatMap((one, at) => keys.slice(at + 1).map((other) => JSON.stringify(one < other ? [one, other] : [other, one])));

/** Of what was read assets are words, and a party that stands twice under one name makes any other one a pair: both are held against all that share a party with them. */
const isVague = (family: Family): boolean => family.deal === null || family.parties.flatMap((party) => keysOf(party)).length > partyKeys(family).length;

const promises = (family: Family): boolean => isExclusive(family) || isFavored(family);

/** What of a list may clash with what. */
class Comparable {
  readonly #any = new Index();
  readonly #vague = new Index();
  readonly #pairs = new Index();
  readonly #assets = new Index();
  readonly #promised = new Index();
  readonly #given = new Index();
  readonly #taken = new Index();

  constructor(families: readonly Family[]) {
    for (const [place, family] of families.entries()) {
      const keys = partyKeys(family);
      const under = (index: Index, all: readonly string[]): void => all.forEach((key) => index.add(key, place));
      under(this.#any, keys);
      if (isVague(family)) under(this.#vague, keys);
      under(this.#pairs, pairsIn(keys));
      under(this.#assets, assetsOf(family));
      if (promises(family)) under(this.#promised, assetsOf(family));
      under(this.#given, groundsOf(family, "licensor"));
      under(this.#taken, groundsOf(family, "licensee"));
    }
  }

  against(family: Family): ReadonlySet<number> {
    const keys = partyKeys(family);
    if (isVague(family)) return new Set(this.#any.of(keys));
    const assets = assetsOf(family);
    return new Set([
      ...this.#vague.of(keys), ...this.#pairs.of(pairsIn(keys)), ...(promises(family) ? this.#assets : this.#promised).of(assets), ...this.#given.of(groundsOf(family, "licensee")), ...this.#taken.of(groundsOf(family, "licensor")),
    ]);
  }
}

/**
 * Families that share a party and whose terms can clash, each pair once: deals between the same parties, or on the same asset, where one promises something for it or passes on what the other gives.
 * INVARIANT: of no other pair a finding comes. A house is a party of all its agreements: of ten thousand these are some of fifty million, and come one after another.
 */
export function* comparablePairs(families: readonly Family[]): Generator<readonly [Family, Family], void> {
  const comparable = new Comparable(families);
  const keys = families.map(partyKeys);
  for (const [place, family] of families.entries()) {
    const own = new Set(keys[place]);
    const others = [...comparable.against(family)].filter((other) => other > place && keys[other]!.some((key) => own.has(key)));
    for (const other of others.toSorted((a, b) => a - b)) yield [family, families[other]!];
  }
}
