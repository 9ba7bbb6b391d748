import { type FactDefinition, listsBy, type Taxonomies } from "@cleartitle/norms";

const known = new WeakMap<Taxonomies, ReadonlyMap<string, readonly FactDefinition[]>>();

/** Facts that belong to a layer, by id: the order in which a taxonomy lists its facts is in no digest, and so may decide nothing. */
export function factsByLayer(taxonomies: Taxonomies): ReadonlyMap<string, readonly FactDefinition[]> {
  let lists = known.get(taxonomies);
  if (lists === undefined) {
    const facts = [...taxonomies.facts.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    known.set(taxonomies, (lists = listsBy(facts, ({ layer }) => (layer === undefined ? [] : [layer]))));
  }
  return lists;
}
