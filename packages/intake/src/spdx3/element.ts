import { textAt, valueAt, valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";

/** The class of an element, as it names it. */
export const typeOf = (value: YamlValue): string => textAt(value, "type") ?? textAt(value, "@type") ?? (valueAt(value, "type") ?? valueAt(value, "@type"))?.items?.[0]?.text.trim() ?? "";

export const keyOf = (value: YamlValue): string | null => textAt(value, "spdxId") ?? textAt(value, "@id");

/** The element that a value names: by its id, or as an object that has one, as linked data may write it; `null` for what names none. */
export function referenceOf(value: YamlValue): string | null {
  if (value.entries !== null) return keyOf(value);
  return value.text.trim() === "" ? null : value.text.trim();
}

/** What an end of a relationship names, and what of it cannot be read: the relationship itself where the end is not there. */
export interface End {
  readonly names: readonly string[];
  readonly unread: readonly YamlValue[];
}

/** An empty list names nothing, which the format has a word for, and nobody takes for a source. */
export function endOf(relationship: YamlValue, key: string): End {
  const values = valuesOf(relationship, key);
  const each = values.flatMap((value) => value.items ?? [value]);
  return { names: each.map(referenceOf).filter((name) => name !== null), unread: values.length === 0 ? [relationship] : each.filter((value) => referenceOf(value) === null) };
}
