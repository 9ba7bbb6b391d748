import type { FactDefinition, Law, Norm, Taxonomies } from "@cleartitle/norms";
import type { World } from "../world.js";
import { listsBy } from "../lists-by.js";

/** A rule by which an unknown fact is presumed. */
export interface Presumption {
  readonly law: Law;
  readonly norm: Norm & { kind: "presume" };
}

const presumptions = new WeakMap<World["catalogue"], ReadonlyMap<string, readonly Presumption[]>>();

/** Presumptions by their fact, in the order of the laws. */
export function presumptionsIn(catalogue: World["catalogue"]): ReadonlyMap<string, readonly Presumption[]> {
  let known = presumptions.get(catalogue);
  if (known === undefined) {
    const all = [...catalogue.laws.values()].flatMap((law) => law.norms.flatMap((norm): Presumption[] => (norm.kind === "presume" ? [{ law, norm }] : [])));
    presumptions.set(catalogue, (known = listsBy(all, ({ norm }) => [norm.presume.fact])));
  }
  return known;
}

const facts = new WeakMap<Taxonomies, ReadonlyMap<string, readonly FactDefinition[]>>();

/** Facts that belong to a layer, in the order of the taxonomy. */
export function factsByLayer(taxonomies: Taxonomies): ReadonlyMap<string, readonly FactDefinition[]> {
  let known = facts.get(taxonomies);
  if (known === undefined) facts.set(taxonomies, (known = listsBy(taxonomies.facts.values(), (fact) => (fact.layer === undefined ? [] : [fact.layer]))));
  return known;
}
