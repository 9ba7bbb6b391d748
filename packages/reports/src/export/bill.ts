import type { Sheet } from "./format.js";
import { isDescribed, isKnownKind, isPlain, Kept } from "./kept.js";
import { publisherOf } from "./names.js";
import { isKnown, type OutItem } from "./outline.js";
import type { Keeps } from "./trait.js";

/** What hubs and repositories hold is many files, and the digest of one of them is not the digest of it. */
const isOneFile = (item: OutItem): boolean => !(isKnown(item) && /^https:\/\/(?:huggingface\.co|github\.com)\//.test(item.uri));

/** What comes back of a bill of materials that is read as somebody else's. */
export function keepsOfBill(sheet: Sheet): Keeps {
  const kept = new Kept(sheet);
  return {
    asset: () => true,
    "asset-kind": ({ asset }) => isKnownKind(asset?.kind),
    "asset-version": (trait) => isDescribed(trait) && isPlain(trait.asset?.version),
    "asset-digest": (trait) => {
      const item = kept.item(trait.asset?.id);
      return isDescribed(trait) && item !== null && isOneFile(item) && /^sha256:[0-9a-f]{64}$/.test(trait.asset?.digest ?? "");
    },
    "asset-licensor": (trait) => {
      const item = kept.item(trait.asset?.id);
      return isDescribed(trait) && item !== null && isKnown(item) && trait.asset?.licensor === publisherOf(item.asset.id);
    },
    "asset-modality": (trait) => isDescribed(trait) && trait.asset?.modality.every(isPlain) === true,
    "asset-upstream": (trait) => isDescribed(trait) && trait.asset?.upstream !== "complete",
    ...kept.statements,
    "said-raw": (trait) => kept.way(trait) === "remark" || (kept.way(trait) === "license" && isPlain(trait.statement?.raw)),
    "said-by": (trait) => kept.way(trait) === "remark" || (kept.way(trait) === "license" && isPlain(trait.statement?.by)),
    ...kept.acts,
    when: () => true,
    who: (trait) => kept.isMaker(trait),
  };
}
