import type { Decision, Names, Wording } from "@cleartitle/engine";
import { wordingOf } from "@cleartitle/engine";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { answered, api } from "./client.js";
import { queryKey } from "./query-key.js";
import type { components } from "./schema.gen.js";

export type CatalogueNames = components["schemas"]["CatalogueNames"];

/** What the catalogue calls things. It does not change while a server runs. */
const named = { queryKey: queryKey.catalogue("names"), queryFn: async (): Promise<CatalogueNames> => answered(api.GET("/catalogue/names")), staleTime: Infinity };

export const useNames = (): CatalogueNames => useSuspenseQuery(named).data;

/** Asks for them before a screen needs them, and whether that is over. A screen that waits for them by itself is shown a third of a second later: so long React keeps what is shown meanwhile. */
export const useNamesAhead = (isAsked: boolean): boolean => !useQuery({ ...named, enabled: isAsked }).isPending;

/** By id, as the words of the engine look it up. */
const byId = <T extends object>(records: Readonly<Record<string, T>>): ReadonlyMap<string, T & { readonly id: string }> => new Map(Object.entries(records).map(([id, record]) => [id, { ...record, id }]));

const known = new WeakMap<CatalogueNames, Names>();

/** The names as the words of the engine take them. */
export function namesIn(told: CatalogueNames): Names {
  const names = known.get(told);
  if (names !== undefined) return names;
  const { instruments, laws, positions, ...terms } = told;
  const made = {
    instruments: byId(instruments), laws: byId(laws), positions: byId(positions),
    taxonomies: { actions: byId(terms.actions), duties: byId(terms.duties), fields: byId(terms.fields), quantities: byId(terms.quantities), restrictions: byId(terms.restrictions), facts: byId(terms.facts), groups: byId(terms.groups) },
  } as unknown as Names;
  known.set(told, made);
  return made;
}

/** What a decision is said with. */
export function useWording(decision: Decision): Wording {
  const told = useNames();
  return useMemo(() => wordingOf(decision, { names: namesIn(told) }), [decision, told]);
}

/** Where the text of an instrument or a law can be read; null: the catalogue knows no address. */
export const linkIn = (told: CatalogueNames, instrument: string | null): string | null => (instrument === null ? null : (told.laws[instrument]?.link ?? told.instruments[instrument]?.link ?? null));
