import { textAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { withoutPersons } from "../personal.js";

/** A data set is known by namespace and name; a store's address is the same whichever program spells it. */
function datasetId(namespace: string, name: string): string {
  const store = namespace.trim().replace(/^s3[an]:\/\//i, "s3://").replace(/\/+$/, "");
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(store)) return withoutPersons(`url:${store}/${name.trim().replace(/^\/+/, "")}`);
  return withoutPersons(`openlineage:${store}/${name.trim()}`);
}

/** The id of the data set that a value names; `null` where it names none. */
export function namedIn(value: YamlValue): string | null {
  const [namespace, name] = [textAt(value, "namespace"), textAt(value, "name")];
  return namespace === null || name === null ? null : datasetId(namespace, name);
}

/** What can be read of what stands in a place, and what cannot: that something was named must not be lost. */
export function apartIn<T>(values: readonly YamlValue[], read: (value: YamlValue) => T | null): { readonly read: T[]; readonly unread: YamlValue[] } {
  const found = values.map((value) => ({ value, made: read(value) }));
  return { read: found.flatMap(({ made }) => (made === null ? [] : [made])), unread: found.flatMap(({ value, made }) => (made === null ? [value] : [])) };
}
