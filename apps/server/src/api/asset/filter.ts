import { statusOrder } from "@cleartitle/norms";
import { byText } from "@cleartitle/title";
import { wordsIn } from "../words-asked.js";
import type { AssetRow } from "./row.js";

/** Values of a row under which it is counted, by the facet that asks for one of them. */
const facets = {
  kind: (row) => [row.kind],
  license: (row) => (row.license === null ? [] : [row.license]),
  licenseClass: (row) => [row.licenseClass],
  layer: (row) => row.layers,
  severity: (row) => [row.severity ?? "none"],
  findings: (row) => [String(row.findings > 0)],
  placeholder: (row) => [String(row.placeholder)],
} as const satisfies Record<string, (row: AssetRow) => readonly string[]>;

export type Facet = keyof typeof facets;
export const facetNames = Object.keys(facets) as readonly Facet[];

/** What is asked of a list of assets: words, and of each facet a value. */
export type AssetFilter = { readonly [asked in Facet | "q"]?: string | undefined };

const passes = (row: AssetRow, filter: AssetFilter, but: Facet | null): boolean => facetNames.every((name) => name === but || filter[name] === undefined || facets[name](row).includes(filter[name]));

/** Whether every word of a search is somewhere in what a row says of itself. */
function searching(q: string | undefined): (row: AssetRow) => boolean {
  const hasWords = wordsIn(q);
  return ({ id, kind, version, licensor, licenseSaid }) => hasWords([id, kind, version, licensor, ...licenseSaid]);
}

export function filtered(rows: readonly AssetRow[], filter: AssetFilter): AssetRow[] {
  const searched = searching(filter.q);
  return rows.filter((row) => passes(row, filter, null) && searched(row));
}

/** Counts of each facet among the rows that all other filters leave, most first; the 50 most frequent values of each. */
export function facetCounts(rows: readonly AssetRow[], filter: AssetFilter): Record<Facet, { readonly value: string; readonly count: number }[]> {
  const searched = rows.filter(searching(filter.q));
  const counted = facetNames.map((name) => {
    const counts = new Map<string, number>();
    for (const row of searched) if (passes(row, filter, name)) for (const value of facets[name](row)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const list = [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return [name, list.slice(0, 50)] as const;
  });
  return Object.fromEntries(counted) as Record<Facet, { readonly value: string; readonly count: number }[]>;
}

const nothingLast = (a: string | null, b: string | null): number => (a === null ? (b === null ? 0 : 1) : b === null ? -1 : byText(a, b));

const orders = {
  id: (a, b) => byText(a.id, b.id),
  kind: (a, b) => byText(a.kind, b.kind),
  license: (a, b) => nothingLast(a.license ?? a.licenseSaid[0] ?? null, b.license ?? b.licenseSaid[0] ?? null),
  findings: (a, b) => a.findings - b.findings,
  severity: (a, b) => (a.severity === null ? (b.severity === null ? 0 : -1) : b.severity === null ? 1 : statusOrder(a.severity, b.severity)),
  uses: (a, b) => a.uses - b.uses,
  results: (a, b) => a.results - b.results,
} as const satisfies Record<string, (a: AssetRow, b: AssetRow) => number>;

type Order = keyof typeof orders;
export const sortings = Object.keys(orders).flatMap((name) => [name, `-${name}`]) as [string, ...string[]];

/** Sorted by a name of `sortings`; ties by id, so that pages are together the list. */
export function sorted(rows: readonly AssetRow[], sorting: string): readonly AssetRow[] {
  const [name, sign] = sorting.startsWith("-") ? [sorting.slice(1) as Order, -1] : [sorting as Order, 1];
  return rows.toSorted((a, b) => sign * orders[name](a, b) || byText(a.id, b.id));
}
