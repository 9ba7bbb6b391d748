import { PlaceIndex, type Position, type Taxonomies } from "@cleartitle/norms";
import type { TitleGraph } from "../graph.js";
import type { ChangeFile } from "./change-file.js";
import { listOf } from "./list.js";
import { type ReleaseNames, withReleaseNames } from "./release-names.js";
import type { TitleFile } from "./title-file.js";

/** What a change set is held against. */
export interface ChangedWorld extends ReleaseNames {
  readonly graph: TitleGraph;
  readonly taxonomies: Taxonomies;
  readonly positions: ReadonlyMap<string, Position>;
}

/** The title file that holds just what is added. */
export const addedFile = ({ add = {} }: ChangeFile, us: string): TitleFile => ({ us, ...add });

/** The texts of a workspace's own, with those that come. */
export const ownTexts = ({ add }: ChangeFile, { graph }: Pick<ChangedWorld, "graph">): ReadonlySet<string> => new Set([...graph.instruments.keys(), ...(add?.instruments ?? []).map(({ id }) => id)]);

/** The uses that are asked otherwise, as a title file: each as it would be written in full. */
export function changedUses(file: ChangeFile, world: ChangedWorld): TitleFile {
  const { uses = {} } = file;
  const { us, uses: known } = world.graph;
  const whole = Object.entries(uses).flatMap(([name, fields]) => {
    const use = known.get(name);
    if (use === undefined) return [];
    return [[name, { ...fields, of: fields.of ?? use.of, actions: fields.actions ?? [...use.actions], in: fields.in ?? [...use.in], on: fields.on ?? use.on }] as const];
  });
  return withReleaseNames({ us, uses: Object.fromEntries(whole) }, ownTexts(file, world), world);
}

/** Places of the uses that leave some, without these; a group is cut into its members where one of them is left. */
export function placesLeft({ leave = [], uses = {} }: ChangeFile, graph: TitleGraph, taxonomies: Taxonomies): ReadonlyMap<string, readonly string[]> {
  const index = new PlaceIndex(taxonomies);
  const result = new Map<string, readonly string[]>();
  for (const each of leave) {
    for (const name of each.uses === undefined ? graph.uses.keys() : listOf(each.uses)) {
      const use = graph.uses.get(name);
      if (use === undefined) continue;
      const on = uses[name]?.on ?? use.on;
      const asked = result.get(name) ?? (uses[name]?.in === undefined ? use.in : listOf(uses[name].in));
      const gone = new Set(listOf(each.places).flatMap((place) => [...(index.atomsOf(place, on) ?? [])]));
      const touched = (place: string): boolean => [...(index.atomsOf(place, on) ?? [])].some((atom) => gone.has(atom));
      if (asked.some(touched)) result.set(name, [...new Set(asked.flatMap((place) => (touched(place) ? [...index.atomsOf(place, on)!].filter((atom) => !gone.has(atom)) : [place])))]);
    }
  }
  return result;
}
