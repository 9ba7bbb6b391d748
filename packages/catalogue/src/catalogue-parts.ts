import { digestOf, type Taxonomies } from "@cleartitle/norms";
import type { Catalogue } from "./catalogue.js";

/** What of a catalogue a decision can rest on. */
export type Deciding = Pick<Catalogue, "taxonomies" | "instruments" | "laws" | "positions" | "aliases" | "families" | "vocabulary">;

/** Digests of what decides, by content. */
export function digestsOf({ taxonomies, instruments, laws, positions, aliases, families, vocabulary }: Deciding): Catalogue["digests"] {
  const { places, groups, ...rest } = taxonomies;
  return { catalogue: digestOf({ instruments, laws, positions }), taxonomies: digestOf({ ...rest, aliases, families, vocabulary }), groups: digestOf({ places, groups }) };
}

/** The same as JSON has it. Tables are lists, so that their order is kept and equal catalogues give equal bytes. */
export function listsOf({ taxonomies, instruments, laws, positions, aliases, families, vocabulary }: Deciding): Readonly<Record<string, unknown>> {
  const tables = Object.fromEntries(Object.entries(taxonomies as unknown as Readonly<Record<string, Map<string, unknown> | readonly unknown[]>>).map(([name, table]) => [name, [...table.values()]]));
  return { taxonomies: tables, instruments: [...instruments.values()], laws: [...laws.values()], positions: [...positions.values()], aliases: [...aliases], families: [...(families ?? [])], vocabulary };
}

export const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> => new Map(list.map((each) => [each.id, each]));

/** Lists of JSON as tables again. They were checked by whoever calls. */
// oxlint-disable-next-line typescript/no-explicit-any
export function tablesOf({ taxonomies, instruments, laws, positions, aliases, families, vocabulary }: any): Deciding {
  const tables = Object.fromEntries(Object.entries(taxonomies as Readonly<Record<string, { id: string }[]>>).map(([name, list]) => [name, name === "persistence" ? list : byId(list)]));
  return { taxonomies: tables as unknown as Taxonomies, instruments: byId(instruments), laws: byId(laws), positions: byId(positions), aliases: new Map(aliases), families: new Map(families), vocabulary };
}
