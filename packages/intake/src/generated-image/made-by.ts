import { readForeignJson } from "../foreign-json.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { isNothing } from "../name-place.js";
import { boundedParts, lostPart, partIn, partOf, shortDigest } from "./part.js";
import type { Part } from "./part.js";
import type { ImageText } from "../png-text.js";
import { settingsIn } from "./settings.js";

/** Which generator wrote the texts of an image, and what it says took part. */
export interface MadeBy {
  readonly generator: "A1111" | "ComfyUI" | "Fooocus" | "InvokeAI" | "NovelAI";
  /** The keyword under which it is told. */
  readonly key: string;
  readonly raw: string;
  readonly parts: readonly Part[];
}

/** `null` if no generator that is known wrote the texts. Where what one wrote cannot be read, it named something all the same. */
export function madeBy(texts: readonly ImageText[]): MadeBy | null {
  const of = (key: string): string | null => texts.find((each) => each.key === key)?.text ?? null;
  const read = (generator: MadeBy["generator"], key: string, parts: (root: YamlValue) => Part[]): MadeBy => {
    const { root } = readForeignJson(of(key) ?? "", "");
    return { generator, key, raw: of(key) ?? "", parts: root?.entries == null ? [lostPart("it is no JSON that can be read")] : boundedParts(parts(root)) };
  };
  for (const key of ["invokeai_metadata", "sd-metadata"]) if (of(key) !== null) return read("InvokeAI", key, invokeParts);
  if (of("Dream") !== null) return { generator: "InvokeAI", key: "Dream", raw: of("Dream") ?? "", parts: [] };
  if (of("Software") === "NovelAI") return { generator: "NovelAI", key: "Source", raw: of("Source") ?? "", parts: partOf(of("Source")) };
  if (of("prompt") !== null) return read("ComfyUI", "prompt", nodeParts);
  const parameters = of("parameters");
  if (parameters !== null && of("fooocus_scheme") === "fooocus") return read("Fooocus", "parameters", fooocusParts);
  const settings = parameters === null ? null : settingsIn(parameters);
  if (parameters === null || settings === null) return null;
  return { generator: of("fooocus_scheme") === null ? "A1111" : "Fooocus", key: "parameters", raw: parameters, parts: settings };
}

/** Inputs of nodes that name files of models; other names are of samplers and settings. */
const modelInput = /^(?:ckpt|unet|lora|vae|control_net|clip|style_model|gligen|hypernetwork|model)_name(?:_?\d{1,3})?$/;

function nodeParts(root: YamlValue): Part[] {
  return (root.entries ?? []).flatMap(([, node]) => {
    const [inputs, pictures] = [valueAt(node, "inputs"), textAt(node, "class_type")?.startsWith("LoadImage") === true];
    if (inputs?.entries == null) return [lostPart("a node has no inputs")];
    // An input may come from another node, which computes the name: something is named, and it does not say what.
    return inputs.entries.flatMap(([key, value]) => (modelInput.test(key) ? partIn(value, key) : pictures && key === "image" ? partIn(value, key, null, "document") : []));
  });
}

/** The entries of a place for a list; a place that holds something else names something all the same. */
function partsListed(root: YamlValue, key: string, partsOf: (each: YamlValue) => Part[]): Part[] {
  const place = valueAt(root, key);
  if (place === undefined || isNothing(place)) return [];
  return place.items === null ? [lostPart(`\`${key}\` is no list`)] : place.items.flatMap(partsOf);
}

function fooocusParts(root: YamlValue): Part[] {
  const named = ["base_model", "refiner_model", "vae"].flatMap((key) => partIn(valueAt(root, key), key, shortDigest(textAt(root, `${key}_hash`))));
  return [...named, ...partsListed(root, "loras", ({ items }) => (items === null || items[0] === undefined ? [lostPart("an entry of `loras` is no list with a name")] : partIn(items[0], "loras", shortDigest(items[2]?.text ?? null))))];
}

const hashed = (hash: string | null): string | null => (hash !== null && /^[A-Za-z0-9_]{1,20}:?[0-9a-f]{32,128}$/i.test(hash) ? `invokeai/${hash.toLowerCase()}` : null);

/** Old versions name the weights beside each other, new ones have an object for each model. */
function invokeParts(root: YamlValue): Part[] {
  const object = (value: YamlValue | undefined, key: string): Part[] => {
    if (value?.entries == null) return partIn(value, key);
    const name = textAt(value, "name") ?? textAt(value, "model_name") ?? textAt(value, "key") ?? textAt(value, "hash");
    return name === null ? [lostPart(`\`${key}\` has no name`)] : partOf(name, hashed(textAt(value, "hash")));
  };
  const lists = [["loras", ["lora", "model"]], ["controlnets", ["control_model"]], ["ipAdapters", ["ip_adapter_model"]], ["t2iAdapters", ["t2i_adapter_model"]]] as const;
  const listed = lists.flatMap(([key, names]) => partsListed(root, key, (each) => {
    const found = names.flatMap((name) => object(valueAt(each, name), name));
    return found.length === 0 ? [lostPart(`an entry of \`${key}\` has no model`)] : found;
  }));
  const old = partIn(valueAt(root, "model_weights"), "model_weights", hashed(textAt(root, "model_hash")));
  // Beside the weights, the word for the model is that of its family.
  const own = (["model", "vae", "refiner_model"] as const).filter((key) => old.length === 0 || valueAt(root, key)?.entries != null);
  return [...old, ...own.flatMap((key) => object(valueAt(root, key), key)), ...listed];
}
