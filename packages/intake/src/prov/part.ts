import { valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { endOf, recordsAt } from "./value.js";
import type { Names, ProvRecord } from "./value.js";

/** A document, or a bundle in it: the records of each kind, and how their names are written out. */
export interface Part {
  readonly value: YamlValue;
  readonly names: Names;
  readonly of: (kind: string) => readonly ProvRecord[];
}

export const maxBundles = 8;

/** What a document may have at its head: what is none of these and names things in words of the standard relates them in a way that nobody here knows. */
const kinds = new Set([
  "prefix", "default", "bundle", "entity", "activity", "agent", "person", "organization", "softwareAgent", "used", "wasGeneratedBy", "wasDerivedFrom", "wasInformedBy", "wasInfluencedBy", "wasStartedBy", "wasEndedBy", "wasInvalidatedBy",
  "wasAttributedTo", "wasAssociatedWith", "actedOnBehalfOf", "specializationOf", "alternateOf", "mentionOf", "hadMember", "other",
]);

/** Attributes of records that name no thing. */
const noEnds = new Set(["prov:type", "prov:label", "prov:location", "prov:role", "prov:value", "prov:time", "prov:startTime", "prov:endTime", "prov:key"]);

export interface Unknown {
  readonly kind: string;
  readonly record: YamlValue;
  /** What it names, as it stands. */
  readonly ends: readonly string[];
}

/** The records of kinds that the standard does not have. */
export function unknownIn({ value, of }: Part): Unknown[] {
  const named = [...new Set((value.entries ?? []).map(([kind]) => kind))].filter((kind) => !kinds.has(kind) && !kind.startsWith("@") && !kind.startsWith("$"));
  return named.flatMap((kind) => (valuesOf(value, kind).some((each) => each.entries !== null) ? of(kind) : []).map(({ value: record }) => ({
    kind, record, ends: (record.entries ?? []).flatMap(([key]) => (key.startsWith("prov:") && !noEnds.has(key) ? endOf(record, key).names : [])),
  })));
}

/** A document with its bundles, which hold records of others and are read as such. What is none of them is handed to `wrong`. */
export function partsOf(value: YamlValue, outer: Names, wrong: (value: YamlValue, message: string) => void, depth = 0): Part[] {
  if (depth > maxBundles) {
    wrong(value, "bundles within bundles without end");
    return [];
  }
  const names = outer.within(value);
  const records = new Map<string, readonly ProvRecord[]>();
  const of = (kind: string): readonly ProvRecord[] => {
    const found = records.get(kind) ?? recordsAt(value, kind, (each) => wrong(each, `a record under \`${kind}\` that is no object`));
    records.set(kind, found);
    return found;
  };
  const bundles = valuesOf(value, "bundle");
  for (const section of bundles) if (section.entries === null) wrong(section, "bundles that are no object");
  return [{ value, names, of }, ...bundles.flatMap((each) => each.entries ?? []).flatMap(([id, inner]) => {
    if (inner.entries !== null) return partsOf(inner, names, wrong, depth + 1);
    wrong(inner, `the bundle \`${id}\` is no object`);
    return [];
  })];
}
