import { readMapping } from "../document.js";
import type { Evidence } from "../evidence.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf } from "../hub-id.js";
import { isNothing, placedAt } from "../name-place.js";
import type { SourceFile } from "../source-file.js";
import { unreadAt, unreadSource } from "../unread-source.js";
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
  const merge = /mergekit_config/i.test(file.path);
  const link = { to: card.id, by: merge ? "merge" : "adapt", who: makerOf(card.id) };
  const before = into.problems.length;
  // JSON is YAML, so that one reader gives both their bounds.
  const read = await readMapping(file, "yaml", maxBytes, into);
  if (read === null) {
    // What it names cannot be read, and it names something.
    if (into.problems.length > before) into.derivation({ ...link, from: [unreadSource(card.id, "model", into)] });
    return 0;
  }
  const places = merge ? modelsIn(read.root) : [valueAt(read.root, "base_model_name_or_path")].filter((each) => each !== undefined && !isNothing(each));
  const from = [...new Set(places.flatMap((place) => idsOf(place as YamlValue, file.path, card, into)))];
  into.derivation({ ...link, from });
  into.read.push({ file: file.path, records: 1, links: from.length });
  return from.length;
}

/** The models that a place names: a text, or an object with the paths of a model and of an adapter on it. */
function idsOf(place: YamlValue, file: string, card: Card, into: Evidence): string[] {
  const paths = [["path"], ["model"], ["model", "path"], ["lora"], ["lora", "path"]].map((keys) => textAt(place, ...keys));
  const names = (place.entries === null ? [textAt(place)] : paths).filter((each) => each !== null);
  return names.length === 0 ? [unreadAt(place, file, "a model that is neither a text nor an object with a path", "model", card.id, into)] : names.map((name) => idNamed(card, "model", name, into));
}

/** What must stand under a key of an entry: the entry itself where it does not. */
const under = (entry: YamlValue, key: string): YamlValue => {
  const found = valueAt(entry, key);
  return found === undefined || isNothing(found) ? entry : found;
};

/** The places of a merge in which models are named: of the whole, of its layers, of experts, and of modules that are merged by themselves. */
function modelsIn(config: YamlValue): YamlValue[] {
  const slices = placedAt(config, "slices");
  const sources = slices.flatMap((slice) => (placedAt(slice, "sources").length === 0 ? [slice] : placedAt(slice, "sources").map((each) => under(each, "model"))));
  const experts = ["experts", "shared_experts"].flatMap((key) => placedAt(config, key).map((each) => under(each, "source_model")));
  const bases = [config, ...slices].flatMap((each) => placedAt(each, "base_model"));
  return [...bases, ...placedAt(config, "models").map((each) => under(each, "model")), ...sources, ...experts, ...(valueAt(config, "modules")?.entries ?? []).flatMap(([, module]) => modelsIn(module))];
}
