import { ownParty } from "@cleartitle/title";
import { valueAt } from "../foreign-yaml.js";
import { literalOf, literalsAt, ownTypes, provNamespace } from "./value.js";
import type { Names, ProvRecord } from "./value.js";

/** The party that an agent of a document of ours stands for: an organization by its name, anybody else by a name of the document's graph alone. */
function partyOf({ id, value }: ProvRecord, names: Names): string | null {
  if (!ownTypes(value, names).includes("cleartitle:party")) return null;
  const label = literalOf(valueAt(value, "prov:label"));
  const isOrganization = literalsAt(value, "prov:type").some((type) => names.full(type) === `${provNamespace}Organization`);
  return ownParty(isOrganization ? `organization:${label ?? ""}` : names.full(id));
}

/** Whom a document of ours names in a word of ours (`licensor` of things, `who` of acts), by the thing or act, written out. */
export function partiesIn(of: (kind: string) => readonly ProvRecord[], names: Names, relation: string, end: string, word: string): ReadonlyMap<string, string> {
  const related = of(relation).filter(({ value }) => ownTypes(value, names).includes(`cleartitle:${word}`));
  if (related.length === 0) return new Map();
  const parties = new Map(of("agent").map((each) => [names.full(each.id), partyOf(each, names)] as const));
  return new Map(related.flatMap(({ value }) => {
    const [named, agent] = [literalOf(valueAt(value, end)), literalOf(valueAt(value, "prov:agent"))];
    const party = agent === null ? null : (parties.get(names.full(agent)) ?? null);
    return named === null || party === null ? [] : [[names.full(named), party] as const];
  }));
}
