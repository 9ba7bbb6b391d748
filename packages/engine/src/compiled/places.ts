import { placeIndex } from "@cleartitle/catalogue";
import type { PlaceIndex } from "@cleartitle/norms";
import type { World } from "../world.js";

const kept = new WeakMap<World["catalogue"], PlaceIndex>();

/** Places and groups of a catalogue. */
export function placesIn(catalogue: World["catalogue"]): PlaceIndex {
  let index = kept.get(catalogue);
  if (index === undefined) kept.set(catalogue, (index = placeIndex(catalogue)));
  return index;
}
