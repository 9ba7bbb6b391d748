import { readMapping } from "../document.js";
import type { Evidence } from "../evidence.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import { makerOf } from "../hub-id.js";
import type { SourceFile } from "../source-file.js";
import { idNamed } from "./parents.js";
import type { Card } from "./license.js";

const maxBytes = 1_048_576;

/** Files beside a card that name its parents, and the kind of derivation that each of them is the record of. */
export const isNeighbor = (path: string): boolean => /(^|\/|__)(mergekit_config\.ya?ml|adapter_config\.json)$/i.test(path);

/**
 * Reads the parents from the configuration of a merge or of an adapter: the tool that made the weights wrote it, so the kind is
 * stated. The asset is the one that the card beside it describes. Returns the number of links.
 */
export async function readNeighbor(file: SourceFile, card: Card, into: Evidence): Promise<number> {
  // JSON is YAML, so that one reader gives both their bounds.
  const read = await readMapping(file, "yaml", maxBytes, into);
  if (read === null) return 0;
  const { root } = read;
  const merge = /mergekit_config/i.test(file.path);
  const names = merge ? mergedModels(root) : [textAt(root, "base_model_name_or_path")].filter((name) => name !== null);
  const from = [...new Set(names)].map((name) => idNamed(card, "model", name, into));
  into.derivation({ from, to: card.id, by: merge ? "merge" : "adapt", who: makerOf(card.id) });
  into.read.push({ file: file.path, records: 1, links: from.length });
  return from.length;
}

function mergedModels(root: Parameters<typeof valueAt>[0]): string[] {
  const slices = (valueAt(root, "slices")?.items ?? []).flatMap((slice) => valueAt(slice, "sources")?.items ?? []);
  const models = [...(valueAt(root, "models")?.items ?? []), ...slices].map((item) => textAt(item, "model"));
  return [textAt(root, "base_model"), ...models].filter((name) => name !== null);
}
