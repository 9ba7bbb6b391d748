import { isSameParty, keysOf, type Party, sharedParties } from "../document/party.js";
import { type Family, sideOf } from "../family/family.js";

/** What is asked of an agreement each time that it is held against another one. */
interface Hands {
  readonly licensor: Party | null;
  readonly licensee: Party | null;
  readonly assets: readonly string[];
  readonly held: ReadonlySet<string>;
  /** Of each party by what it is found, and all of these together. */
  readonly keys: readonly (readonly string[])[];
  readonly anyKey: ReadonlySet<string>;
  /** Its parties in one text. */
  readonly parties: string;
}

const inOneText = (parties: readonly Party[]): string => parties.flatMap((party) => keysOf(party)[0] ?? []).toSorted().join(" and ");

const kept = new WeakMap<Family, Hands>();

function handsOf(family: Family): Hands {
  const known = kept.get(family);
  if (known !== undefined) return known;
  const assets = family.deal?.file.deal.assets.map(({ id }) => id) ?? [];
  const keys = family.parties.map((party) => keysOf(party));
  const hands = {
    keys, anyKey: new Set(keys.flat()), licensor: sideOf(family, "licensor"), licensee: sideOf(family, "licensee"), assets, held: new Set(assets), parties: inOneText(family.parties),
  };
  kept.set(family, hands);
  return hands;
}

const areSame = (one: Party | null, other: Party | null): boolean | null => (one === null || other === null ? null : isSameParty(one, other));

/** Both are between the same two parties. */
export function isSamePair(a: Family, b: Family): boolean {
  const { anyKey } = handsOf(b);
  let found = 0;
  for (const keys of handsOf(a).keys) if (keys.some((key) => anyKey.has(key)) && ++found === 2) return true;
  return false;
}

/** The parties of two that are between the same ones, in one text. */
export const partiesOfBoth = (a: Family, b: Family): string => (a.parties.length === 2 && b.parties.length === 2 ? handsOf(a).parties : inOneText(sharedParties(a.parties, b.parties)));

/** Whether both license out on the same hand: true, false, or null where the roles are not known. */
export const isSameLicensor = (a: Family, b: Family): boolean | null => areSame(handsOf(a).licensor, handsOf(b).licensor);

/** Whether both license to the same hand: true, false, or null where the roles are not known. What somebody has twice is given to nobody else. */
export const isSameLicensee = (a: Family, b: Family): boolean | null => areSame(handsOf(a).licensee, handsOf(b).licensee);

/** Whether what the one takes in is passed on by the other: its licensee is the other's licensor. null: the roles are not known. */
export const isChain = (into: Family, out: Family): boolean | null => areSame(handsOf(into).licensee, handsOf(out).licensor);

/** Assets of a deal; none of what was read. */
export const assetsOf = (family: Family): readonly string[] => handsOf(family).assets;

/** Assets that two deals share by id; null: one of them is no deal, so that its assets are not known. */
export function sharedAssets(a: Family, b: Family): readonly string[] | null {
  if (a.deal === null || b.deal === null) return null;
  const { held } = handsOf(b);
  return assetsOf(a).filter((id) => held.has(id));
}

/** By what whoever gives, or takes, is found in other agreements. */
export function keysOfSide(family: Family, role: "licensor" | "licensee"): readonly string[] {
  const side = handsOf(family)[role];
  return side === null ? [] : keysOf(side);
}

/** An asset with whoever gives or takes it. */
export const groundsOf = (family: Family, role: "licensor" | "licensee"): readonly string[] => assetsOf(family).flatMap((asset) => keysOfSide(family, role).map((key) => JSON.stringify([asset, key])));
