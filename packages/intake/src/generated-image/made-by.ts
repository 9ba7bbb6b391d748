import { readForeignJson } from "../foreign-json.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { partOf, shortDigest } from "./part.js";
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

/** `null` if no generator that is known wrote the texts, `damaged` if what one wrote cannot be read. */
export function madeBy(texts: readonly ImageText[]): MadeBy | "damaged" | null {
  const of = (key: string): string | null => texts.find((each) => each.key === key)?.text ?? null;
  const read = (generator: MadeBy["generator"], key: string, parts: (root: YamlValue) => Part[]): MadeBy | "damaged" => {
    const { root } = readForeignJson(of(key) ?? "", "");
    return root?.entries == null ? "damaged" : { generator, key, raw: of(key) ?? "", parts: parts(root) };
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

const maxParts = 500;

/** Inputs of nodes that name files of models; other names are of samplers and settings. */
const modelInputs = new Set(["ckpt_name", "unet_name", "lora_name", "vae_name", "control_net_name", "clip_name", "clip_name1", "clip_name2", "style_model_name", "gligen_name", "model_name"]);

function nodeParts(root: YamlValue): Part[] {
  const found = (root.entries ?? []).flatMap(([, node]) => {
    const pictures = textAt(node, "class_type")?.startsWith("LoadImage") === true;
    return (valueAt(node, "inputs")?.entries ?? []).flatMap(([key, value]) => {
      if (typeof value.scalar !== "string") return [];
      return modelInputs.has(key) ? partOf(value.text) : pictures && key === "image" ? partOf(value.text, null, "document") : [];
    });
  });
  return found.slice(0, maxParts);
}

function fooocusParts(root: YamlValue): Part[] {
  const named = ["base_model", "refiner_model", "vae"].flatMap((key) => partOf(textAt(root, key), shortDigest(textAt(root, `${key}_hash`))));
  const adapters = (valueAt(root, "loras")?.items ?? []).flatMap(({ items }) => partOf(items?.[0]?.text ?? null, shortDigest(items?.[2]?.text ?? null)));
  return [...named, ...adapters].slice(0, maxParts);
}

const hashed = (hash: string | null): string | null => (hash !== null && /^[A-Za-z0-9_]{1,20}:?[0-9a-f]{32,128}$/i.test(hash) ? `invokeai/${hash.toLowerCase()}` : null);

/** Old versions name the weights beside each other, new ones have an object for each model. */
function invokeParts(root: YamlValue): Part[] {
  const object = (value: YamlValue | undefined): Part[] => partOf(textAt(value, "name") ?? textAt(value, "model_name"), hashed(textAt(value, "hash")));
  const lists = [["loras", ["lora", "model"]], ["controlnets", ["control_model"]], ["ipAdapters", ["ip_adapter_model"]], ["t2iAdapters", ["t2i_adapter_model"]]] as const;
  const listed = lists.flatMap(([key, names]) => (valueAt(root, key)?.items ?? []).flatMap((each) => names.flatMap((name) => object(valueAt(each, name)))));
  const old = partOf(textAt(root, "model_weights"), hashed(textAt(root, "model_hash")));
  return [...old, ...["model", "vae", "refiner_model"].flatMap((key) => object(valueAt(root, key))), ...listed].slice(0, maxParts);
}
