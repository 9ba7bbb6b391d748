import { placeIndex } from "@cleartitle/catalogue";
import type { PlaceIndex } from "@cleartitle/norms";
import type { World } from "../world.js";

const cache = new WeakMap<World["catalogue"], PlaceIndex>();

/** Places and groups of the catalogue; a country is divided only where some rule of law names the part. */
export function placesOf(world: World): PlaceIndex {
  let index = cache.get(world.catalogue);
  if (index === undefined) cache.set(world.catalogue, (index = placeIndex(world.catalogue)));
  return index;
}
