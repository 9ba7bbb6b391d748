import { valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { endOf, recordsAt } from "./value.js";
import type { Names, ProvRecord } from "./value.js";

/** What a name stands for, as far as the records of a document tell: by a record of its own, or as an end of a relation. */
export type Role = "thing" | "act" | "agent";

export type Roles = Readonly<Record<Role, ReadonlySet<string>>>;

/** Sections of things, acts and agents; XML has an element for each kind of agent. */
const sections: readonly (readonly [kind: string, role: Role])[] = [["entity", "thing"], ["activity", "act"], ["agent", "agent"], ["person", "agent"], ["organization", "agent"], ["softwareAgent", "agent"]];

const ends: Readonly<Record<string, Readonly<Record<string, Role>>>> = {
  used: { activity: "act", entity: "thing" }, wasGeneratedBy: { entity: "thing", activity: "act" }, wasDerivedFrom: { generatedEntity: "thing", usedEntity: "thing", activity: "act" },
  wasInformedBy: { informed: "act", informant: "act" }, wasStartedBy: { activity: "act", trigger: "thing", starter: "act" }, wasEndedBy: { activity: "act", trigger: "thing", ender: "act" },
  wasInvalidatedBy: { entity: "thing", activity: "act" }, wasAttributedTo: { entity: "thing", agent: "agent" }, wasAssociatedWith: { activity: "act", agent: "agent", plan: "thing" },
  actedOnBehalfOf: { delegate: "agent", responsible: "agent", activity: "act" }, hadMember: { collection: "thing", entity: "thing" }, specializationOf: { specificEntity: "thing", generalEntity: "thing" },
  mentionOf: { specificEntity: "thing", generalEntity: "thing" }, alternateOf: { alternate1: "thing", alternate2: "thing" },
};

/** Relations of which each is an influence, with their ends: whoever draws conclusions writes the influence beside them. */
const narrower: readonly (readonly [kind: string, influencee: string, influencer: string])[] = [
  ["used", "activity", "entity"], ["wasGeneratedBy", "entity", "activity"], ["wasDerivedFrom", "generatedEntity", "usedEntity"], ["wasInformedBy", "informed", "informant"],
  ["wasStartedBy", "activity", "trigger"], ["wasEndedBy", "activity", "trigger"], ["wasInvalidatedBy", "entity", "activity"], ["wasAttributedTo", "entity", "agent"],
  ["wasAssociatedWith", "activity", "agent"], ["actedOnBehalfOf", "delegate", "responsible"], ["hadMember", "collection", "entity"],
];

/** The pairs of which a relation of its own says how the one influenced the other: influencer, line break, influencee. */
export function toldInfluences(of: (kind: string) => readonly ProvRecord[], id: (name: string) => string): ReadonlySet<string> {
  const named = (record: YamlValue, key: string): string[] => endOf(record, `prov:${key}`).names.map(id);
  return new Set(narrower.flatMap(([kind, influencee, influencer]) => of(kind).flatMap(({ value }) => named(value, influencer).flatMap((from) => named(value, influencee).map((to) => `${from}\n${to}`)))));
}

/** The roles of all names of a document, also of those in its bundles: what is a thing in one is one in all. `depth`: how many bundles within bundles are looked into. */
export function rolesIn(document: YamlValue, outer: Names, id: (name: string, names: Names) => string, depth: number, into: Record<Role, Set<string>> = { thing: new Set(), act: new Set(), agent: new Set() }): Roles {
  const names = outer.within(document);
  const records = (kind: string): ProvRecord[] => recordsAt(document, kind, () => undefined);
  for (const [kind, role] of sections) for (const each of records(kind)) if (each.id !== "") into[role].add(id(each.id, names));
  for (const [kind, keys] of Object.entries(ends)) {
    for (const { value } of records(kind)) for (const [key, role] of Object.entries(keys)) for (const name of endOf(value, `prov:${key}`).names) into[role].add(id(name, names));
  }
  if (depth > 0) for (const [, inner] of valuesOf(document, "bundle").flatMap((each) => each.entries ?? [])) rolesIn(inner, names, id, depth - 1, into);
  return into;
}
