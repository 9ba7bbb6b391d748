import type { Sheet } from "../format.js";
import { isDescribed, isKnownKind, isPlain, Kept } from "../kept.js";
import type { Keeps } from "../trait.js";

/** What comes back of a record of provenance that is read as somebody else's. */
export function keepsOfProv(sheet: Sheet): Keeps {
  const kept = new Kept(sheet);
  return {
    asset: () => true,
    "asset-kind": ({ asset }) => isKnownKind(asset?.kind),
    "asset-version": (trait) => isDescribed(trait) && isPlain(trait.asset?.version),
    "asset-digest": (trait) => isDescribed(trait) && isPlain(trait.asset?.digest),
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
