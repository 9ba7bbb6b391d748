import { valueAt, valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";

/** The text of an attribute: a scalar, or a literal with its type beside it. */
export function literalOf(value: YamlValue | undefined): string | null {
  const text = (value?.entries == null ? value?.text : valueAt(value, "$")?.text)?.trim() ?? "";
  return text === "" ? null : text;
}

/** Every value of an attribute: one, or a list. */
export const literalsAt = (record: YamlValue, key: string): string[] => valuesOf(record, key).flatMap((each) => each.items ?? [each]).map(literalOf).filter((each) => each !== null);

export interface ProvRecord {
  readonly id: string;
  readonly value: YamlValue;
}

/** What an end of a relation names. */
export interface End {
  readonly names: readonly string[];
  /** Whether something stands there that names nothing. */
  readonly isUnread: boolean;
  readonly isAbsent: boolean;
}

export function endOf(record: YamlValue, key: string): End {
  const values = valuesOf(record, key);
  const found = values.flatMap((each) => each.items ?? [each]).map(literalOf);
  return { names: found.filter((each) => each !== null), isUnread: found.includes(null), isAbsent: values.length === 0 };
}

/** Whether what stands for an attribute is no literal, and not left empty either. */
export function isNoLiteral(value: YamlValue): boolean {
  const said = value.entries === null ? value : valueAt(value, "$");
  return said === undefined || said.items !== null || said.entries !== null;
}

/** Kinds whose records are known by their id alone. */
const known = new Set(["entity", "activity", "agent"]);

/** The records of a kind: an id may have one, or several in a list, and a relation needs none. What is no object is handed to `wrong`. */
export function recordsAt(document: YamlValue, kind: string, wrong: (value: YamlValue) => void): ProvRecord[] {
  const objects = (id: string, value: YamlValue): ProvRecord[] => (value.items ?? [value]).flatMap((each) => {
    if (each.entries !== null) return [{ id, value: each }];
    wrong(each);
    return [];
  });
  return valuesOf(document, kind).flatMap((section) => {
    if (section.entries !== null) return section.entries.flatMap(([id, value]) => objects(id, value));
    return objects("", known.has(kind) ? { ...section, items: null } : section);
  });
}

export const provNamespace = "http://www.w3.org/ns/prov#";

/** How names of a document are written out. */
export interface Names {
  full(name: string): string;
  /** The names in a document or bundle that stands within. */
  within(document: YamlValue): Names;
}

/** Names with a prefix, as far as a document says what the prefix is. One that no prefix explains is of its file alone. */
export function prefixedNames(file: string, prefixes: ReadonlyMap<string, string> = new Map([["prov", provNamespace]])): Names {
  return {
    full(name) {
      if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) return name;
      const colon = name.indexOf(":");
      const prefix = prefixes.get(colon === -1 ? "default" : name.slice(0, colon));
      return prefix === undefined || prefix === "" ? `prov:${file}#${name}` : `${prefix}${name.slice(colon + 1)}`;
    },
    within: (document) => prefixedNames(file, new Map([...prefixes, ...(valueAt(document, "prefix")?.entries ?? []).map(([prefix, value]) => [prefix, value.text] as const)])),
  };
}

/** Names that are written out already. One that is no address is of its file alone, as nodes without a name are. */
export function fullNames(file: string): Names {
  const names: Names = { full: (name) => (/^[a-z][a-z0-9+.-]*:/i.test(name) ? name : `prov:${file}#${name}`), within: () => names };
  return names;
}

const ownPrefix = "urn:cleartitle:prov:";

/** The values of an attribute of ours. */
export const ownTexts = (record: YamlValue, word: string, names: Names): string[] =>
  (record.entries ?? []).filter(([key]) => names.full(key) === `${ownPrefix}${word}`).flatMap(([, value]) => value.items ?? [value]).map(literalOf).filter((each) => each !== null);

/** A type in the form in which words of ours are known, whatever prefix the document has for them. */
export const ownTypes = (record: YamlValue, names: Names): string[] =>
  literalsAt(record, "prov:type").map((type) => names.full(type)).filter((type) => type.startsWith(ownPrefix)).map((type) => `cleartitle:${type.slice(ownPrefix.length)}`);
