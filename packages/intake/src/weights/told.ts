import { digestFrom } from "../identifier.js";
import type { HeaderEntries } from "./gguf.js";

/** What a header tells of one source: the best identifier it gives, and a name where it gives none. */
export interface ToldSource {
  readonly key: string;
  readonly texts: readonly string[];
}

/** What a header tells of rights and origin; the rest of it is not held. */
export interface Told {
  readonly licenses: readonly { readonly key: string; readonly text: string }[];
  /** Beside the license: its name, its address. */
  readonly beside: readonly { readonly what: "license-name" | "license-link"; readonly key: string; readonly text: string }[];
  readonly bases: readonly ToldSource[];
  /** What the file was made of by conversion. */
  readonly converted: readonly ToldSource[];
  readonly data: readonly ToldSource[];
  /** Addresses that the header gives for the model itself. */
  readonly own: readonly ToldSource[];
  /** Whom the header names as author. */
  readonly authors: readonly { readonly key: string; readonly text: string }[];
  readonly adapter: boolean;
  /** The header says that the bases were merged. */
  readonly merged: boolean;
}

export const tellsNothing = (told: Told): boolean => [told.licenses, told.beside, told.bases, told.converted, told.data].every((each) => each.length === 0);

const first = (entries: HeaderEntries, key: string): string[] => (entries.get(key) ?? []).map((text) => text.trim()).filter((text) => text !== "").slice(0, 1);

const authorsAt = (entries: HeaderEntries, key: string): Told["authors"] => (entries.get(key) ?? []).slice(0, 100).map((text) => ({ key, text }));

/** Numbered things (`general.base_model.0.repo_url`), each with its identifiers first and its name last. */
function numbered(entries: HeaderEntries, group: string): ToldSource[] {
  const numbers = new Set([...entries.keys()].map((key) => new RegExp(`^general\\.${group}\\.(\\d{1,4})\\.`).exec(key)?.[1]).filter((each) => each !== undefined));
  return [...numbers].map((number) => {
    const key = `general.${group}.${number}`;
    return { key, texts: ["repo_url", "doi", "url", "name"].flatMap((name) => first(entries, `${key}.${name}`).map((text) => (name === "doi" && text.startsWith("10.") ? `doi:${text}` : text))) };
  }).filter((each) => each.texts.length > 0);
}

export function toldByGguf(entries: HeaderEntries): Told {
  const listed = (entries.get("general.datasets") ?? []).map((text) => ({ key: "general.datasets", texts: [text.trim()] })).filter(({ texts }) => texts[0] !== "");
  const source = ["general.source.repo_url", "general.source.huggingface.repository", "general.source.url", "general.source.doi"].flatMap((key) => first(entries, key));
  return {
    licenses: (entries.get("general.license") ?? []).map((text) => ({ key: "general.license", text })),
    beside: (["name", "link"] as const).flatMap((name) => first(entries, `general.license.${name}`).map((text) => ({ what: `license-${name}` as const, key: `general.license.${name}`, text }))),
    bases: numbered(entries, "base_model"),
    converted: source.length === 0 ? [] : [{ key: "general.source", texts: source }],
    data: [...numbered(entries, "dataset"), ...listed],
    own: ["general.repo_url", "general.url"].flatMap((key) => first(entries, key).map((text) => ({ key, texts: [text] }))),
    authors: authorsAt(entries, "general.author"),
    adapter: first(entries, "general.type")[0] === "adapter",
    merged: false,
  };
}

/** Keys of trainers of adapters (`ss_…`) and of the description of models (`modelspec.…`). */
export function toldBySafetensors(entries: HeaderEntries): Told {
  const named = (key: string): ToldSource[] => first(entries, key).map((text) => ({ key, texts: [text] }));
  const merged = first(entries, "modelspec.merged_from").flatMap((text) => text.split(",")).map((text) => ({ key: "modelspec.merged_from", texts: [text.trim()] })).filter(({ texts }) => texts[0] !== "");
  const digest = first(entries, "ss_new_sd_model_hash").flatMap((text) => digestFrom(text) ?? []);
  const trainer = [...digest, ...first(entries, "ss_sd_model_name")];
  return {
    licenses: ["modelspec.license", "license"].flatMap((key) => (entries.get(key) ?? []).map((text) => ({ key, text }))),
    beside: [],
    bases: [...named("base_model"), ...(trainer.length === 0 ? [] : [{ key: "ss_sd_model_name", texts: trainer }]), ...merged],
    converted: [],
    data: [...named("dataset"), ...folders(first(entries, "ss_dataset_dirs")[0] ?? "")],
    own: [],
    authors: authorsAt(entries, "modelspec.author"),
    adapter: entries.has("ss_network_module"),
    merged: merged.length > 0,
  };
}

/** The folders of pictures that a trainer was given, by name: JSON within the text. */
function folders(text: string): ToldSource[] {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null && !Array.isArray(found) ? Object.keys(found).slice(0, 1_000).filter((name) => name.trim() !== "").map((name) => ({ key: "ss_dataset_dirs", texts: [name.trim()] })) : [];
  } catch {
    // The language's only way of saying that a text is no JSON.
    return [];
  }
}
