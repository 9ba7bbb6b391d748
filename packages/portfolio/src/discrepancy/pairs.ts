import { isSameParty, keysOf, sharedParties } from "../document/party.js";
import { type Family, sideOf } from "../family/family.js";

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

/** Assets of a deal; none of what was read. */
export const assetsOf = ({ deal }: Family): readonly string[] => deal?.file.deal.assets.map(({ id }) => id) ?? [];

/** An asset with whoever gives or takes it. */
export function groundsOf(family: Family, role: "licensor" | "licensee"): readonly string[] {
  const side = sideOf(family, role);
  return side === null ? [] : assetsOf(family).flatMap((asset) => keysOf(side).map((key) => JSON.stringify([asset, key])));
}
