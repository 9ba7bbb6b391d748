import { isSameParty, keysOf, sharedParties } from "../document/party.js";
import { type Family, sideOf } from "../family/family.js";

/** Families that share a party: only between these can terms clash. Each pair comes once. */
export function pairsOf(families: readonly Family[]): readonly (readonly [Family, Family])[] {
  const byKey = new Map<string, Set<number>>();
  families.forEach((family, index) => {
    for (const key of family.parties.flatMap((party) => keysOf(party))) byKey.set(key, (byKey.get(key) ?? new Set()).add(index));
  });
  return families.flatMap((family, index) => {
    const others = new Set(family.parties.flatMap((party) => keysOf(party)).flatMap((key) => [...(byKey.get(key) ?? [])]));
    return [...others].filter((other) => other > index).toSorted((a, b) => a - b).map((other) => [family, families[other]!] as const);
  });
}

/** Both are between the same two parties. */
export const isSamePair = (a: Family, b: Family): boolean => sharedParties(a.parties, b.parties).length >= 2;

/** Whether both license out on the same hand: true, false, or null where the roles are not known. */
export function isSameLicensor(a: Family, b: Family): boolean | null {
  const [one, other] = [sideOf(a, "licensor"), sideOf(b, "licensor")];
  return one === null || other === null ? null : isSameParty(one, other);
}

/** Whether both license to the same hand: true, false, or null where the roles are not known. What somebody has twice is given to nobody else. */
export function isSameLicensee(a: Family, b: Family): boolean | null {
  const [one, other] = [sideOf(a, "licensee"), sideOf(b, "licensee")];
  return one === null || other === null ? null : isSameParty(one, other);
}

/** Whether what the one takes in is passed on by the other: its licensee is the other's licensor. null: the roles are not known. */
export function isChain(into: Family, out: Family): boolean | null {
  const [taker, giver] = [sideOf(into, "licensee"), sideOf(out, "licensor")];
  return taker === null || giver === null ? null : isSameParty(taker, giver);
}

/** Assets that two deals share by id; null: one of them is no deal, so that its assets are not known. */
export function sharedAssets(a: Family, b: Family): readonly string[] | null {
  if (a.deal === null || b.deal === null) return null;
  const ids = new Set(b.deal.file.deal.assets.map(({ id }) => id));
  return a.deal.file.deal.assets.map(({ id }) => id).filter((id) => ids.has(id));
}
