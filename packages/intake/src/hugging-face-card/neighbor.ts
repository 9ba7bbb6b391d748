import { readYamlMappings } from "../document.js";
import type { Evidence } from "../evidence.js";
import { valueAt } from "../foreign-yaml.js";
import { makerOf } from "../hub-id.js";
import { isNothing } from "../name-place.js";
import type { SourceFile } from "../source-file.js";
import { unreadSource } from "../unread-source.js";
import { idsNamed, readMerge } from "./merge.js";
import type { Card } from "./license.js";

const maxBytes = 1_048_576;

/** Files beside a card that name its parents, and the kind of derivation that each of them is the record of. */
export const isNeighbor = (path: string): boolean => /(^|\/|__)(mergekit_config\.ya?ml|adapter_config\.json)$/i.test(path);

/**
 * Reads the parents from the configuration of a merge or of an adapter: the tool that made the weights wrote it, so the kind is
 * stated. The asset is the one that the card beside it describes. Returns the number of links.
 */
export async function readNeighbor(file: SourceFile, card: Card, into: Evidence): Promise<number> {
  if (/mergekit_config/i.test(file.path)) return readMerge(file, card, maxBytes, into);
  const link = { to: card.id, by: "adapt", who: makerOf(card.id) };
  // JSON is YAML, so that one reader gives both their bounds.
  const { documents, lost } = await readYamlMappings(file, maxBytes, into);
  // What it names cannot be read, and it names something.
  if (lost) into.derivation({ ...link, from: [unreadSource(card.id, "model", into)] });
  if (documents.length === 0) return 0;
  const places = documents.flatMap(({ root }) => valueAt(root, "base_model_name_or_path") ?? []).filter((place) => !isNothing(place));
  const from = [...new Set(places.flatMap((place) => idsNamed(place, file.path, card, into, () => null)))];
  into.derivation({ ...link, from });
  into.read.push({ file: file.path, records: 1, links: from.length });
  return from.length;
}
