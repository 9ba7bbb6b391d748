import { useQuery } from "@tanstack/react-query";
import { answered, api } from "./client.js";
import { queryKey } from "./query-key.js";
import type { components } from "./schema.gen.js";

export type CatalogueNames = components["schemas"]["CatalogueNames"];

/** What the catalogue calls things. It does not change while a server runs. */
export const namesAsked = { queryKey: queryKey.catalogue("names"), queryFn: async (): Promise<CatalogueNames> => answered(api.GET("/catalogue/names")), staleTime: Infinity };

/** Asks for them before a screen needs them, and whether that is over. A screen that waits for them by itself is shown a third of a second later: so long React keeps what is shown meanwhile. */
export const useNamesAhead = (isAsked: boolean): boolean => !useQuery({ ...namesAsked, enabled: isAsked }).isPending;
