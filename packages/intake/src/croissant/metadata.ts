import { textAt, valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";

/** The names under which documents write a property of schema.org or of the format. */
const prefixes = ["", "sc:", "schema:", "https://schema.org/", "http://schema.org/", "cr:", "dct:", "prov:", "http://www.w3.org/ns/prov#", "rai:"];

/** Every value of a property, whatever prefix it is written with; lists are taken apart. */
export function valuesAt(value: YamlValue | undefined, name: string): YamlValue[] {
  const found = prefixes.flatMap((prefix) => valuesOf(value, `${prefix}${name}`));
  return found.flatMap((each) => each.items ?? [each]);
}

/** The text of a property: a scalar, or what an object is named by. */
export function textIn(value: YamlValue | undefined, name: string): string | null {
  const [first] = valuesAt(value, name);
  return first === undefined ? null : textOfValue(first);
}

export function textOfValue(value: YamlValue): string | null {
  if (value.entries === null) return value.text.trim() === "" ? null : value.text.trim();
  return textAt(value, "@id") ?? textAt(value, "@value") ?? textIn(value, "url") ?? textIn(value, "name");
}

/** The types of an object, without prefixes. */
export const typesOf = (value: YamlValue | undefined): string[] => valuesOf(value, "@type").flatMap((each) => each.items ?? [each]).map((each) => each.text.replace(/^.*[:/#]/, ""));
