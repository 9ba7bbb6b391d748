import { profileValue, type Profile } from "@cleartitle/norms";
import type { World } from "../world.js";
import { placesOf } from "./places.js";

/** Position → option, for every place. */
export type Assignment = ReadonlyMap<string, string>;

/** The option adopted for a position in a place: most specific adoption first, else the profile. */
export function adoptedOption(world: World, profile: Profile, asOf: string, id: string, territory: string): string | null {
  const position = world.catalogue.positions.get(id);
  if (position === undefined) return null;
  const places = placesOf(world);
  const adopted = world.graph.positions
    .filter((p) => p.position === id && (p.on === null || p.on <= asOf) && (p.territory === "WORLD" || places.contains(p.territory, territory, asOf) === "true"))
    .map((p) => ({ option: p.option, size: p.territory === "WORLD" ? Number.MAX_SAFE_INTEGER : (places.atomsOf(p.territory, asOf)?.size ?? 0), on: p.on ?? "" }))
    .toSorted((a, b) => a.size - b.size || (a.on < b.on ? 1 : a.on > b.on ? -1 : a.option < b.option ? -1 : 1));
  return adopted[0]?.option ?? profileValue(position, profile);
}
