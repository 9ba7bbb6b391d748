import type { CatalogueNames } from "./names.js";

/** What a place or a group of places is called. */
export const placeIn = ({ places, groups }: Pick<CatalogueNames, "places" | "groups">, id: string): string => places[id]?.title ?? groups[id]?.title ?? id;
