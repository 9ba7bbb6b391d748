import { type Instrument, placesRead } from "@cleartitle/norms";
import type { World } from "../../world.js";

const ofTexts = (texts: Iterable<Pick<Instrument, "norms">>): string[] => [...texts].flatMap(({ norms }) => norms.flatMap((norm) => placesRead(norm.if)));

const ofCatalogue = new WeakMap<World["catalogue"], readonly string[]>();

/** Places that a catalogue names in anything but a duty of law: in a rule, a condition, a group. */
function namedBy(catalogue: World["catalogue"]): readonly string[] {
  let names = ofCatalogue.get(catalogue);
  if (names === undefined) {
    const { laws, instruments, taxonomies: { persistence, groups } } = catalogue;
    ofCatalogue.set(catalogue, (names = [
      ...[...laws.values()].flatMap(({ norms, jurisdiction }) => (norms.some((norm) => norm.kind !== "oblige") ? [jurisdiction] : [])), ...ofTexts(laws.values()), ...ofTexts(instruments.values()),
      ...persistence.flatMap((row) => placesRead(row.persists)), ...[...groups.values()].flatMap(({ members }) => members.map((member) => (typeof member === "string" ? member : member.place))),
    ]));
  }
  return names;
}

/** Places that something besides a duty of law tells apart: what a catalogue names, or a text, an adopted position or a record of title of a graph. */
const toldApart = ({ catalogue, graph }: World): ReadonlySet<string> =>
  new Set([...namedBy(catalogue), ...ofTexts(graph.instruments.values()), ...graph.positions.map(({ territory }) => territory), ...graph.title.flatMap((record) => record.in)]);

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
  const { catalogue, graph } = world;
  const country = catalogue.taxonomies.places.get(atom)?.isA?.[0];
  if (country === undefined) return atom;
  let ofGraph = kept.get(graph);
  if (ofGraph === undefined) kept.set(graph, (ofGraph = new WeakMap()));
  let apart = ofGraph.get(catalogue);
  if (apart === undefined) ofGraph.set(catalogue, (apart = toldApart(world)));
  // Where something else goes by the name of a place, one could not be told in the name of another.
  const isName = (id: string): boolean => [graph.assets, graph.derivations, graph.uses, graph.parties].some((records) => records.has(id));
  return apart.has(atom) || isName(atom) || isName(country) ? atom : country;
}
