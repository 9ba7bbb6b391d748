import type { Decision, Names, Wording } from "@cleartitle/engine";
import { wordingOf } from "@cleartitle/engine";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type CatalogueNames, namesAsked } from "./names-ahead.js";

export type { CatalogueNames };

/** What the catalogue calls things. */
export const useNames = (): CatalogueNames => useSuspenseQuery(namesAsked).data;

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
