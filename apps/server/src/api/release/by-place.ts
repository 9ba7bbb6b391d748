import type { Catalogue } from "@cleartitle/catalogue";
import { dividedPlaces } from "@cleartitle/catalogue";
import { PlaceIndex, statusOrder, type Status } from "@cleartitle/norms";
import type { Answer } from "../standing/answer.js";

/** What an answer comes to in a place as the use names it: a country, or a group of them. */
export interface PlaceStatus {
  readonly place: string;
  readonly decision: Status;
  /** How many places of it come to what. */
  readonly counts: Readonly<Partial<Record<Status, number>>>;
}

const indexes = new WeakMap<Catalogue, PlaceIndex>();

function indexOf(catalogue: Catalogue): PlaceIndex {
  let index = indexes.get(catalogue);
  if (index === undefined) indexes.set(catalogue, (index = new PlaceIndex(catalogue.taxonomies, dividedPlaces(catalogue))));
  return index;
}

/** An answer by the names under which its places were asked for, in their order, and then by whatever place none of them holds. A name of which nothing was answered is left out. */
export function byPlaceNamed({ byTerritory, on }: Answer, named: readonly string[], catalogue: Catalogue): PlaceStatus[] {
  const statuses = new Map(byTerritory.flatMap(({ territories, decision }) => territories.map((place) => [place, decision] as const)));
  const left = new Set(statuses.keys());
  const told = [...new Set(named)].flatMap((place) => {
    const atoms = place === "WORLD" ? [...statuses.keys()] : [...(indexOf(catalogue).atomsOf(place, on) ?? [])];
    const found = atoms.map((atom) => statuses.get(atom)).filter((status) => status !== undefined);
    for (const atom of atoms) left.delete(atom);
    if (found.length === 0) return [];
    const counts: Partial<Record<Status, number>> = {};
    for (const status of found) counts[status] = (counts[status] ?? 0) + 1;
    return [{ place, decision: found.reduce((worst, status) => (statusOrder(status, worst) > 0 ? status : worst)), counts }];
  });
  return [...told, ...[...left].map((place) => ({ place, decision: statuses.get(place)!, counts: { [statuses.get(place)!]: 1 } }))];
}
