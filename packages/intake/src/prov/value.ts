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

/** The records of a kind: an id may have one, or several in a list. What is no object is handed to `wrong`. */
export function recordsAt(document: YamlValue, kind: string, wrong: (value: YamlValue) => void): ProvRecord[] {
  return valuesOf(document, kind).flatMap((section) => {
    if (section.entries === null) {
      wrong(section);
      return [];
    }
    return section.entries.flatMap(([id, value]) => (value.items ?? [value]).flatMap((each) => {
      if (each.entries !== null) return [{ id, value: each }];
      wrong(each);
      return [];
    }));
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
