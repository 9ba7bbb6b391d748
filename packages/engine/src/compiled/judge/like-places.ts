import { type Condition, testsIn } from "@cleartitle/norms";
import type { World } from "../../world.js";

type Named = (names: Iterable<string>) => void;

function ofCondition(condition: Condition | undefined, named: Named): void {
  for (const test of testsIn(condition)) if ("place" in test) named(test.place);
}

/** Parts of countries that something besides a duty of law tells apart: a rule, a condition, a group, an adopted position, a record of title; or a name. */
function toldApart({ catalogue: { laws, instruments, taxonomies }, graph }: World): ReadonlySet<string> {
  const found = new Set<string>();
  const named: Named = (names) => {
    for (const name of names) if (taxonomies.places.get(name)?.isA !== undefined) found.add(name);
  };
  for (const law of laws.values()) if (law.norms.some((norm) => norm.kind !== "oblige")) named([law.jurisdiction]);
  for (const text of [...laws.values(), ...instruments.values(), ...graph.instruments.values()]) for (const norm of text.norms) ofCondition(norm.if, named);
  for (const row of taxonomies.persistence) ofCondition(row.persists, named);
  for (const group of taxonomies.groups.values()) named(group.members.map((member) => (typeof member === "string" ? member : member.place)));
  named(graph.positions.map(({ territory }) => territory));
  for (const record of graph.title) named(record.in);
  // Where something else goes by the name of a place, one could not be told in the name of another.
  const isName = (id: string): boolean => [graph.assets, graph.derivations, graph.uses, graph.parties].some((records) => records.has(id));
  for (const [id, { isA }] of taxonomies.places) if (isA !== undefined && [id, ...isA].some(isName)) found.add(id);
  return found;
}

const kept = new WeakMap<World["graph"], WeakMap<World["catalogue"], ReadonlySet<string>>>();

/** Of each of some places the first one as which it is told in all but duties of law. */
export function firstAlike(world: World, atoms: readonly string[]): readonly number[] {
  const first = new Map<string, number>();
  return atoms.map((atom, i) => {
    const like = likePlace(world, atom);
    if (!first.has(like)) first.set(like, i);
    return first.get(like)!;
  });
}

/** Its country, where nothing tells that part of it from the rest; else itself. */
function likePlace(world: World, atom: string): string {
  let ofGraph = kept.get(world.graph);
  if (ofGraph === undefined) kept.set(world.graph, (ofGraph = new WeakMap()));
  let apart = ofGraph.get(world.catalogue);
  if (apart === undefined) ofGraph.set(world.catalogue, (apart = toldApart(world)));
  return apart.has(atom) ? atom : (world.catalogue.taxonomies.places.get(atom)?.isA?.[0] ?? atom);
}
