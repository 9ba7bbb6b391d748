import { readForeignJson } from "../foreign-json.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { digestFrom } from "../identifier.js";
import { isNothing } from "../name-place.js";
import type { HeaderEntries, HeaderKeys } from "./gguf.js";

/** What a header tells of one source: the best identifier it gives, and a name where it gives none. Without a text: something was named in a way that cannot be read. */
export interface ToldSource {
  readonly key: string;
  readonly texts: readonly string[];
}

/** What a header tells of rights and origin; the rest of it is not held. */
export interface Told {
  /** `null`: a license that cannot be read. */
  readonly licenses: readonly { readonly key: string; readonly text: string | null }[];
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

/** The licenses under a key, and that there is one which cannot be read. */
const licensesAt = ({ entries, unread }: HeaderKeys, key: string): Told["licenses"] => [...(entries.get(key) ?? []).map((text) => ({ key, text })), ...(unread.has(key) ? [{ key, text: null }] : [])];

/** What stands for a source under a key that cannot be read. */
const lost = (key: string): ToldSource => ({ key, texts: [] });
const lostAt = ({ unread }: HeaderKeys, ...keys: readonly string[]): ToldSource[] => keys.filter((key) => unread.has(key)).map(lost);

/** Numbered things (`general.base_model.0.repo_url`), each with its identifiers first and its name last. One without either, one that is counted and not there, and one under a key without its number are named all the same. */
function numbered({ entries, unread, counts }: HeaderKeys, group: string): ToldSource[] {
  const keys = [...entries.keys(), ...unread].filter((key) => key === `general.${group}` || (key.startsWith(`general.${group}.`) && key !== `general.${group}.count`));
  const found = new Set(keys.map((key) => new RegExp(`^general\\.${group}\\.(?:\\d{1,4}(?=\\.))?`).exec(key)?.[0] ?? key));
  const sources = [...found].map((key) => ({ key, texts: ["repo_url", "doi", "url", "name", "uuid"].flatMap((name) => first(entries, `${key}.${name}`).map((text) => (name === "doi" && text.startsWith("10.") ? `doi:${text}` : text))) }));
  return (counts.get(`general.${group}.count`) ?? 0) > sources.length ? [...sources, lost(`general.${group}.count`)] : sources;
}

/** What a file was converted from; keys of the group that are none of these name it in a way that cannot be read. */
function convertedFrom({ entries, unread }: HeaderKeys): ToldSource[] {
  const group = "general.source";
  const texts = [`${group}.repo_url`, `${group}.huggingface.repository`, `${group}.url`, `${group}.doi`, `${group}.uuid`].flatMap((key) => first(entries, key));
  const said = [...[...entries.keys()].filter((key) => first(entries, key).length > 0), ...unread].some((key) => key === group || key.startsWith(`${group}.`));
  return said ? [{ key: group, texts }] : [];
}

export function toldByGguf(keys: HeaderKeys): Told {
  const { entries } = keys;
  const listed = (entries.get("general.datasets") ?? []).map((text) => ({ key: "general.datasets", texts: [text.trim()] })).filter(({ texts }) => texts[0] !== "");
  return {
    licenses: licensesAt(keys, "general.license"),
    beside: (["name", "link"] as const).flatMap((name) => first(entries, `general.license.${name}`).map((text) => ({ what: `license-${name}` as const, key: `general.license.${name}`, text }))),
    bases: numbered(keys, "base_model"),
    converted: convertedFrom(keys),
    data: [...numbered(keys, "dataset"), ...listed, ...lostAt(keys, "general.datasets")],
    own: ["general.repo_url", "general.url"].flatMap((key) => first(entries, key).map((text) => ({ key, texts: [text] }))),
    authors: authorsAt(entries, "general.author"),
    adapter: first(entries, "general.type")[0] === "adapter",
    merged: false,
  };
}

/** How a trainer writes that there is nothing. */
const saysNone = (text: string): boolean => /^(?:none|null)$/i.test(text);

/** The model that a trainer began with: by its digest, or its name. A digest that is none names it all the same. */
function trainedFrom(keys: HeaderKeys): ToldSource[] {
  const [digest, name] = ["ss_new_sd_model_hash", "ss_sd_model_name"] as const;
  const told = first(keys.entries, digest).filter((text) => !saysNone(text));
  const texts = [...told.flatMap((text) => digestFrom(text) ?? []), ...first(keys.entries, name)];
  if (texts.length > 0) return [{ key: name, texts }];
  return told.length > 0 ? [lost(digest)] : lostAt(keys, name, digest).slice(0, 1);
}

/** Keys of trainers of adapters (`ss_…`) and of the description of models (`modelspec.…`). */
export function toldBySafetensors(keys: HeaderKeys): Told {
  const { entries } = keys;
  const named = (key: string): ToldSource[] => [...first(entries, key).map((text) => ({ key, texts: [text] })), ...lostAt(keys, key)];
  const merged = [...first(entries, "modelspec.merged_from").flatMap((text) => text.split(",")).map((text) => ({ key: "modelspec.merged_from", texts: [text.trim()] })).filter(({ texts }) => texts[0] !== ""), ...lostAt(keys, "modelspec.merged_from")];
  const within = (key: string, namesOf: typeof foldersIn): ToldSource[] => [...first(entries, key).flatMap((text) => namesOf(jsonIn(text)).slice(0, maxFolders).map((name) => ({ key, texts: name === null ? [] : [name] }))), ...lostAt(keys, key)];
  return {
    licenses: ["modelspec.license", "license"].flatMap((key) => licensesAt(keys, key)),
    beside: [],
    bases: [...named("base_model"), ...trainedFrom(keys), ...merged],
    converted: [],
    data: [...named("dataset"), ...within("ss_dataset_dirs", foldersIn), ...within("ss_reg_dataset_dirs", foldersIn), ...within("ss_datasets", subsetsIn)],
    own: [],
    authors: authorsAt(entries, "modelspec.author"),
    adapter: entries.has("ss_network_module"),
    merged: merged.length > 0,
  };
}

const maxFolders = 1_000;

/** A value that is written as JSON within a text; nothing of what is none. */
const jsonIn = (text: string): YamlValue | null => readForeignJson(text, "").root;

/** The folders of pictures that a trainer was given, by name; `null` for what names one and cannot be read. */
function foldersIn(value: YamlValue | null): (string | null)[] {
  if (value === null || value.entries === null) return value !== null && isNothing(value) ? [] : [null];
  const names = value.entries.map(([name]) => name.trim() || null);
  return names.length > maxFolders ? [null, ...names] : names;
}

/** The same, where the trainer was given a description of data sets: of each its parts, by a folder or a file that lists pictures. */
function subsetsIn(value: YamlValue | null): (string | null)[] {
  if (value === null || value.items === null) return value !== null && isNothing(value) ? [] : [null];
  const parts = value.items.flatMap((each): readonly (YamlValue | null)[] => valueAt(each, "subsets")?.items ?? [null]);
  const names = parts.map((part) => textAt(part, "image_dir") ?? textAt(part, "metadata_file"));
  return names.length > maxFolders ? [null, ...names] : names;
}
