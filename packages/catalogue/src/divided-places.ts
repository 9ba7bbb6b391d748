import { type Norm, PlaceIndex, placesRead } from "@cleartitle/norms";
import type { Catalogue } from "./catalogue.js";

/** Subdivisions (such as `US-CA`) that a rule, a norm or a group of the catalogue names, so that they must be told apart. */
export function dividedPlaces({ laws, instruments, taxonomies }: Pick<Catalogue, "laws" | "instruments" | "taxonomies">): ReadonlySet<string> {
  const named = new Set<string>();
  const norms = (list: readonly Norm[]): void => {
    for (const norm of list) for (const place of placesRead(norm.if)) named.add(place);
  };
  for (const law of laws.values()) {
    named.add(law.jurisdiction);
    norms(law.norms);
  }
  for (const instrument of instruments.values()) norms(instrument.norms);
  for (const group of taxonomies.groups.values()) for (const member of group.members) named.add(typeof member === "string" ? member : member.place);
  return new Set([...named].filter((name) => taxonomies.places.get(name)?.isA !== undefined).toSorted());
}

/** The places of a catalogue, cut where its records cut them. */
export const placeIndex = (catalogue: Pick<Catalogue, "laws" | "instruments" | "taxonomies">): PlaceIndex => new PlaceIndex(catalogue.taxonomies, dividedPlaces(catalogue));
