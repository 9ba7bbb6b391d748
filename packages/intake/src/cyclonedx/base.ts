import { textAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { hubId, isHubName, kindOfRelation } from "../hub-id.js";
import type { HubKind } from "../hub-id.js";
import { identified } from "../identifier.js";
import { placedAt } from "../name-place.js";

/** A base model that a tool copied from a hub. */
export interface Base {
  /** `null`: it is named in a way that cannot be read. */
  readonly id: string | null;
  readonly text: string;
  /** `null` where the place has no relation. */
  readonly by: string | null;
  readonly at: YamlValue;
}

/** What a name in such a place stands for: one of the hub, another identifier, or a name that the hub had before it had namespaces, and others may use. */
const idOf = (kind: HubKind, name: string): string | null => (isHubName(name) ? (name.includes("/") ? hubId(kind, name) : name) : (identified(name)?.id ?? null));

const baseOf = (name: string, by: string | null, at: YamlValue): Base => ({ id: idOf("model", name), text: name, by, at });

function inTag(tag: YamlValue): Base | null {
  const [, rest] = /^base_model:(.*)$/.exec(tag.text.trim()) ?? [];
  if (rest === undefined) return null;
  // An address has a colon of its own.
  const [, relation, name = ""] = /^(?:([A-Za-z_-]+):(?!\/\/))?(.*)$/.exec(rest) ?? [];
  return baseOf(name.trim(), relation === undefined ? null : kindOfRelation(relation), tag);
}

/** Base models that tools copy from a hub into tags and properties, with the relation where the tag has one. A property without a value names none. */
export function basesOf(component: YamlValue): Base[] {
  const found = new Map<string | null, Base>();
  for (const tag of placedAt(component, "tags")) {
    const base = inTag(tag);
    if (base !== null && (base.by !== null || !found.has(base.id))) found.set(base.id, base);
  }
  const properties = [...placedAt(component, "properties"), ...placedAt(component, "modelCard", "properties")].filter((each) => textAt(each, "name") === "base_model");
  for (const value of properties.flatMap((each) => placedAt(each, "value"))) {
    // A property has one text, into which tools put all the bases of a merge.
    for (const base of value.text.split(",").map((name) => baseOf(name.trim(), null, value))) if (!found.has(base.id)) found.set(base.id, base);
  }
  return [...found.values()];
}

/** Data that a model was trained on by tags that a tool copied from a hub, but for those that its model card names. `named`: what these are called. */
export function taggedData(component: YamlValue, named: ReadonlySet<string>): Omit<Base, "by">[] {
  const tags = placedAt(component, "tags").flatMap((at) => {
    const [, name] = /^dataset:(.*)$/.exec(at.text.trim()) ?? [];
    return name === undefined ? [] : [{ text: name.trim(), at }];
  });
  return tags.map(({ text, at }) => ({ id: idOf("dataset", text), text, at })).filter(({ id, text }) => id === null || !(named.has(text) || named.has(id)));
}
