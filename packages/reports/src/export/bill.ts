import type { Sheet } from "./format.js";
import { Kept } from "./kept.js";
import { isKnown, type OutItem } from "./outline.js";
import type { Keeps } from "./trait.js";

/** What hubs and repositories hold is many files, and the digest of one of them is not the digest of it. */
const isOneFile = (item: OutItem): boolean => !(isKnown(item) && /^https:\/\/(?:huggingface\.co|github\.com)\//.test(item.uri));

/** The digest of a thing in our own word, where the format has no place for it: of many files, or counted in another way. */
export const otherDigestOf = (item: OutItem): string | null => (isOneFile(item) && /^sha256:[0-9a-f]{64}$/.test(item.asset.digest ?? "") ? null : item.asset.digest);

/** What comes back of a bill of materials that is read as somebody else's. */
export function keepsOfBill(sheet: Sheet): Keeps {
  const kept = new Kept(sheet);
  return { ...kept.things, ...kept.worded, ...kept.acts };
}
