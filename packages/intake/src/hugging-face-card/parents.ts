import type { Evidence } from "../evidence.js";
import { textAt, textsOf, valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { hubId, isHubName, kindOfRelation, makerOf, nameInCachePath } from "../hub-id.js";
import type { HubKind } from "../hub-id.js";
import { namesIn } from "../name-place.js";
import type { NameIn } from "../name-place.js";
import { lastPart } from "../personal.js";
import { unreadAt } from "../unread-source.js";
import type { Card } from "./license.js";

/**
 * The id of something a card names. A path of the hub's cache gives the name inside it, with a finding; anything else that
 * is no id becomes a placeholder of this card alone, so that two cards' `./checkpoint` are never one asset.
 */
export function idNamed(card: Card, kind: HubKind, text: string, into: Evidence): string {
  const name = text.trim().replace(/^https?:\/\/huggingface\.co\/(?:datasets\/)?/, "").replace(/\/+$/, "");
  if (isHubName(name)) return into.mention(hubId(kind, name), kind);
  const cached = nameInCachePath(name);
  if (cached !== null) {
    into.finding("identifier-inferred", card.id, `\`${cached}\` was read out of a path of somebody's own cache`, "name the source by its id");
    return into.mention(hubId(kind, cached), kind);
  }
  const last = lastPart(name);
  const id = `${card.id}#${kind}/${last}`;
  into.finding("not-an-identifier", card.id, `\`${last}\` is no id that others could name`, "name the source by its id");
  return into.mention(id, kind);
}

/** What stands under a key, each text once. */
const namedUnder = (card: Card, key: string): NameIn[] => [...new Map(valuesOf(card.root, key).flatMap(namesIn).map((each) => [each.text, each])).values()];

/** The ids of what stands under a key; what is no text stands for something of which nothing is known. */
const idsUnder = (card: Card, key: string, kind: HubKind, into: Evidence): string[] =>
  namedUnder(card, key).map(({ text, value }) => (text === null ? unreadAt(value, card.file, `\`${key}\` is neither a text nor a list of texts`, kind, card.id, into) : idNamed(card, kind, text, into)));

/** What a model came from: `base_model` by its relation, `datasets` as trained on, `duplicated_from` as a copy. Returns the number of links. */
export function recordModelSources(card: Card, into: Evidence): number {
  const from = idsUnder(card, "base_model", "model", into);
  const link = { to: card.id, who: makerOf(card.id) };
  const stated = textAt(card.root, "base_model_relation");
  const kind = stated === null ? null : kindOfRelation(stated);
  if (kind !== null) into.derivation({ ...link, from, by: kind });
  else into.derivation({ ...link, from, ...assumedKind(card.root, from.length, stated) });
  const datasets = idsUnder(card, "datasets", "dataset", into);
  into.derivation({ ...link, from: datasets, by: "train" });
  return from.length + datasets.length + recordCopy(card, "model", into);
}

/** What a data set came from: `source_datasets`, where `original` names none and `extended|NAME` names one. */
export function recordDatasetSources(card: Card, into: Evidence): number {
  // `extended` alone says that there is another, and not which.
  const named = namedUnder(card, "source_datasets").map(({ text, value }) => ({ value, name: text === null || /^extended\|?$/.test(text) ? null : text.replace(/^extended\|/, "") }));
  const sources = [...new Map(named.filter(({ name }) => name !== "original").map((each) => [each.name, each])).values()];
  const from = sources.map(({ name, value }) => (name === null ? unreadAt(value, card.file, "`source_datasets` has an entry that names no data set", "dataset", card.id, into) : idNamed(card, "dataset", name.startsWith("other-") ? `other source: ${name.slice(6)}` : name, into)));
  into.derivation({ from, to: card.id, by: "curate", who: makerOf(card.id), assumed: "`source_datasets` does not say what was done" });
  return from.length + recordCopy(card, "dataset", into);
}

function recordCopy(card: Card, kind: HubKind, into: Evidence): number {
  const from = idsUnder(card, "duplicated_from", kind, into);
  into.derivation({ from, to: card.id, by: "copy", who: makerOf(card.id) });
  return from.length;
}

/**
 * Without a relation of its own, tags decide, then the number of bases, as the hub itself infers; else fine-tuned. Always with
 * the ground, for nobody stated it.
 */
function assumedKind(root: YamlValue, bases: number, stated: string | null): { by: string; assumed: string } {
  const ground = stated === null ? "the card states no `base_model_relation`" : `the card's relation \`${stated}\` is none that is known`;
  const tags = valuesOf(root, "tags").flatMap((value) => (textsOf(value) ?? []).map((each) => each.text.trim().toLowerCase()));
  const words = new Set([...tags, textAt(root, "library_name")?.toLowerCase() ?? ""]);
  const tagged = tags.map((tag) => /^base_model:([a-z]+):/.exec(tag)?.[1]).map((word) => (word === undefined ? null : kindOfRelation(word))).find((kind) => kind !== null);
  if (tagged !== undefined && tagged !== null) return { by: tagged, assumed: `${ground}; a tag says so` };
  const has = (...any: string[]) => any.some((word) => words.has(word));
  if (has("merge", "mergekit")) return { by: "merge", assumed: `${ground}; its tags speak of a merge` };
  if (has("lora", "peft", "adapter")) return { by: "adapt", assumed: `${ground}; its tags or library speak of an adapter` };
  if (has("gguf", "gptq", "awq", "exl2", "mlx", "ggml", "onnx")) return { by: "convert", assumed: `${ground}; its tags or library speak of a conversion` };
  if (bases > 1) return { by: "merge", assumed: `${ground}; it names several bases` };
  return { by: "finetune", assumed: ground };
}
