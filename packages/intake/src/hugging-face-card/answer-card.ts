import { itemsAt, textAt, textsOf, valueAt, valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import type { HubKind } from "../hub-id.js";
import { isNothing, namesIn } from "../name-place.js";

const modelKeys = ["modelId", "pipeline_tag", "library_name", "config", "transformersInfo", "widgetData", "model-index", "safetensors", "gguf", "baseModels"];
const spaceKeys = ["sdk", "runtime", "subdomain"];
const datasetKeys = ["citation", "paperswithcode_id", "description"];
const datasetTag = /^(?:size_categories|task_categories|task_ids|annotations_creators|language_creators|multilinguality|source_datasets|modality|format):/;

/** What an answer is of, by the keys that only one kind has; `null` for an answer with none of them. */
export function kindOfAnswer(item: YamlValue): HubKind | "space" | null {
  const has = (keys: readonly string[]): boolean => (item.entries ?? []).some(([key]) => keys.includes(key));
  if (has(spaceKeys)) return "space";
  if (has(modelKeys)) return "model";
  const card = valueAt(item, "cardData");
  if (has(datasetKeys) || tagsOf(item).some((tag) => datasetTag.test(tag.text)) || ["task_categories", "size_categories", "dataset_info", "configs"].some((key) => valueAt(card, key) !== undefined)) return "dataset";
  return valueAt(card, "base_model") === undefined && valueAt(card, "datasets") === undefined ? null : "model";
}

const tagsOf = (item: YamlValue): readonly YamlValue[] => itemsAt(item, "tags").filter((tag) => tag.text !== "");

const textIn = (at: YamlValue, text: string): YamlValue => ({ line: at.line, column: at.column, scalar: text, text, items: null, entries: null });
const listIn = (items: readonly YamlValue[]): YamlValue => ({ line: items[0]?.line ?? 1, column: items[0]?.column ?? 1, scalar: null, text: "", items, entries: null });

/** The tags of a name, as values of their own: `dataset:acme/notes` is `acme/notes`, where it stands. A tag that has the name alone is no text: it names something, and not what. */
function tagged(item: YamlValue, name: string): YamlValue[] {
  const found = new Map<string, YamlValue>();
  for (const tag of tagsOf(item)) {
    if (!tag.text.startsWith(`${name}:`)) continue;
    const text = tag.text.slice(name.length + 1).replace(/^(?:finetune|adapter|merge|quantized):/, "").trim();
    if (!found.has(text)) found.set(text, text === "" ? { ...tag, scalar: null, text: "", entries: [] } : textIn(tag, text));
  }
  return [...found.values()];
}

/** Keys of sources, and the tags by which the hub repeats them. */
const sourceTags = [["base_model", "base_model"], ["datasets", "dataset"]] as const;

/** A card with the sources that its tags name, where the keys for them say nothing. */
export function withTagged(root: YamlValue): YamlValue {
  const added = sourceTags.filter(([key]) => valuesOf(root, key).every((value) => namesIn(value).length === 0)).map(([key, tag]) => [key, listIn(tagged(root, tag))] as const);
  return { ...root, entries: [...(root.entries ?? []), ...added] };
}

/** The models that the hub worked out as bases: each by its id; one without is no text, and names something all the same. */
function modelsIn(stated: YamlValue | undefined): YamlValue[] {
  if (stated === undefined || isNothing(stated)) return [];
  const place = stated.entries === null ? stated : valueAt(stated, "models");
  return (place?.items ?? (place === undefined || isNothing(place) ? [] : [place])).map((model) => {
    const id = valueAt(model, "id");
    return id === undefined || isNothing(id) ? { ...model, entries: model.text === "" ? (model.entries ?? []) : null } : id;
  });
}

/**
 * An answer as the front matter it was made of. The hub parses cards into `cardData`; lists often carry the tags alone, into which it copies
 * license, bases and data. A tag stands for what the card data leaves out, and a license tag that says otherwise is a second statement.
 */
export function cardOfAnswer(item: YamlValue): YamlValue {
  const data = valueAt(item, "cardData");
  const entries = (data?.entries ?? []).filter(([key]) => key !== "tags");
  const add = (key: string, value: YamlValue | undefined): void => {
    if (value !== undefined && value.items?.length !== 0) entries.push([key, value]);
  };
  const said = new Set(["license", "licenses", "license_name"].flatMap((key) => valuesOf(data, key)).flatMap((value) => textsOf(value) ?? []).map((each) => each.text.trim().toLowerCase()));
  const isSaid = (key: string): boolean => valuesOf(data, key).some((value) => namesIn(value).length > 0);
  for (const license of tagged(item, "license").filter((each) => each.text !== "")) if (!said.has(license.text.toLowerCase())) add("license", license);
  if (!isSaid("base_model")) {
    const stated = valueAt(item, "baseModels");
    const models = modelsIn(stated);
    add("base_model", listIn(models.length > 0 ? models : tagged(item, "base_model")));
    if (models.length > 0 && textAt(stated, "relation") !== null) add("base_model_relation", valueAt(stated, "relation"));
  }
  for (const [key, tag] of [["datasets", "dataset"], ["source_datasets", "source_datasets"]] as const) if (!isSaid(key)) add(key, listIn(tagged(item, tag)));
  for (const key of ["pipeline_tag", "library_name"]) if (valueAt(data, key) === undefined) add(key, valueAt(item, key));
  add("tags", valueAt(item, "tags") ?? valueAt(data, "tags"));
  return { line: item.line, column: item.column, scalar: null, text: "", items: null, entries };
}
