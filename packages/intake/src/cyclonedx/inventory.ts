import { listsBy } from "@cleartitle/norms";
import type { BillItem, BillLink } from "../bill.js";
import { identified } from "../identifier.js";

interface Ends {
  readonly from: string;
  readonly to: string;
}

/** Adds a thing, and whatever follows it at whatever depth, to what is met. */
function meet(id: string, next: (id: string) => readonly string[], met: Set<string>): void {
  const waiting = [id];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (met.has(each)) continue;
    met.add(each);
    waiting.push(...next(each));
  }
}

/**
 * Of the things that a bill lists as what another is made of, those of which nothing in it says how they went in, by their keys. One that went into another part went in with that, and what came of the whole is no part of it.
 */
export function looseOf(whole: string, parts: readonly string[], { items, links }: { readonly items: readonly BillItem[]; readonly links: readonly BillLink[] }): string[] {
  const known = new Map(items.map((item) => [item.key, item.identifiers.map((each) => identified(each)?.id).find((id) => id !== undefined) ?? item.key]));
  // A link may name by an identifier what the bill describes under a key.
  const idOf = (key: string): string => known.get(key) ?? identified(key)?.id ?? key;
  const ends = links.flatMap(({ from, to }): Ends[] => (to === null ? [] : from.map((each) => ({ from: idOf(each), to: idOf(to) }))));
  const [into, outOf] = [listsBy(ends, ({ to }) => [to]), listsBy(ends, ({ from }) => [from])];
  const sources = (id: string): string[] => (into.get(id) ?? []).map(({ from }) => from);
  const results = (id: string): string[] => (outOf.get(id) ?? []).map(({ to }) => to);
  const [met, made] = [new Set<string>(), new Set<string>()];
  meet(idOf(whole), sources, met);
  meet(idOf(whole), results, made);
  const left = parts.filter((key) => !made.has(idOf(key)));
  // Those that went into nothing come first; what is left then went into each other in a circle.
  return [...left.filter((key) => !outOf.has(idOf(key))), ...left].filter((key) => {
    const isLoose = !met.has(idOf(key));
    if (isLoose) meet(idOf(key), sources, met);
    return isLoose;
  });
}
