import { listOf } from "./list.js";
import type { TitleFile } from "./title-file.js";

/** What kind of thing an act of each kind makes; kinds left out make more of what they were made from. */
const made: Readonly<Record<string, string>> = {
  finetune: "model", adapt: "model", train: "model", distil: "model", generate: "output", prompt: "output", retrieve: "output",
  synthesize: "dataset", index: "dataset", crawl: "dataset", include: "product", evaluate: "document",
};

/** Where nothing tells. */
const unknownKind = "document";

/**
 * Results of derivations that `assets` does not describe, with the kind that the act makes: a derivation's result
 * needs no entry of its own. A source needs one, since nothing else says what it is.
 */
export function impliedAssets(file: TitleFile): Map<string, string> {
  const kinds = new Map((file.assets ?? []).map((asset) => [asset.id, asset.kind]));
  const implied = new Map<string, string>();
  const open = (file.derivations ?? []).filter((d) => d.to !== undefined && !kinds.has(d.to));
  let waiting = open;
  let progress = true;
  while (progress) {
    progress = false;
    const later: typeof open = [];
    for (const derivation of waiting) {
      const kind = made[derivation.by] ?? listOf(derivation.from).map((from) => kinds.get(from)).find((each) => each !== undefined);
      if (kind === undefined) later.push(derivation);
      else if (!kinds.has(derivation.to!)) {
        kinds.set(derivation.to!, kind);
        implied.set(derivation.to!, kind);
        progress = true;
      }
    }
    waiting = later;
  }
  for (const { to } of waiting) if (!implied.has(to!)) implied.set(to!, unknownKind);
  return implied;
}
