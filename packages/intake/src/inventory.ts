import { listsBy, pushAll } from "@cleartitle/norms";
import { descent, isUnderWhole, itemIds } from "./bill.js";
import type { Bill, BillLink } from "./bill.js";
import type { Place } from "./evidence.js";
import { identified } from "./identifier.js";

interface Ends {
  readonly from: string;
  readonly to: string;
}

/** What a document lists for what it is of. */
export interface Inventory {
  /** What the document is of: where that is several things, each of them may hold what is listed. */
  readonly wholes: readonly string[];
  readonly parts: readonly string[];
  /** What stands beside another thing, by the document's own word: that, and what went into it alone, is no part. */
  readonly apart: readonly string[];
  /** Where something is listed that cannot be read. */
  readonly unread: Place | null;
  readonly at: Place;
}

const listed = "the document lists it, and does not say how it went in";
/** How many links a document gets for what it lists beside several things. */
const maxLinks = 100_000;

/** Adds a thing, and whatever follows it at whatever depth, to what is met. */
function meet(id: string, next: (id: string) => readonly string[], met: Set<string>): void {
  const waiting = [id];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (met.has(each)) continue;
    met.add(each);
    pushAll(waiting, next(each));
  }
}

/**
 * Of the things that a bill lists as what others are made of, those of which nothing in it says how they went in, by their keys. One that went into another part went in with that, one that went into what stands apart alone is apart with it, and what came of the whole is no part of it.
 */
export function looseOf({ wholes, parts, apart }: Pick<Inventory, "wholes" | "parts" | "apart">, { items, links }: Pick<Bill, "items" | "links">): string[] {
  const known = itemIds({ namespace: "", items });
  // A link may name by an identifier what the bill describes under a key.
  const idOf = (key: string): string => known.get(key)?.id ?? identified(key)?.id ?? key;
  const ends = links.flatMap(({ from, to }): Ends[] => (to === null ? [] : from.map((each) => ({ from: idOf(each), to: idOf(to) }))));
  const [into, outOf] = [listsBy(ends, ({ to }) => [to]), listsBy(ends, ({ from }) => [from])];
  const sources = (id: string): string[] => (into.get(id) ?? []).map(({ from }) => from);
  const results = (id: string): string[] => (outOf.get(id) ?? []).map(({ to }) => to);
  const [met, made, outside] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const whole of wholes) {
    meet(idOf(whole), sources, met);
    meet(idOf(whole), results, made);
  }
  for (const each of apart) meet(idOf(each), sources, outside);
  const left = parts.filter((key) => !made.has(idOf(key)) && !outside.has(idOf(key)));
  // Those that went into nothing come first; what is left then went into each other in a circle.
  return [...left.filter((key) => !outOf.has(idOf(key))), ...left].filter((key) => {
    const isLoose = !met.has(idOf(key));
    if (isLoose) meet(idOf(key), sources, met);
    return isLoose;
  });
}

/**
 * Links from what a document lists to what it is of, where nothing in it says how the one went into the other. Where these are too many, `tell` is told, and what the document is of is held open.
 */
export function inventoryLinks(inventory: Inventory, bill: Pick<Bill, "items" | "links">, tell: (loose: number) => void): BillLink[] {
  const { wholes, unread, at } = inventory;
  const [known, itemOf] = [itemIds({ namespace: "", items: bill.items }), new Map(bill.items.map((item) => [item.key, item]))];
  const loose = wholes.length === 0 ? [] : looseOf(inventory, bill);
  const tooMany = wholes.length * loose.length > maxLinks;
  if (tooMany) tell(loose.length);
  const link = (key: string, whole: string): BillLink => {
    const [item, kind, of] = [itemOf.get(key), known.get(key)?.kind ?? "code", known.get(whole)?.kind ?? "code"];
    const isIn = of !== "model" || (kind !== "model" && kind !== "dataset") || (item !== undefined && isUnderWhole(item));
    return { from: [key], to: whole, by: isIn ? "include" : kind === "dataset" ? "train" : descent(of), assumed: listed, source: kind, at: item?.at ?? at };
  };
  return wholes.flatMap((whole) => [
    ...(tooMany ? [] : loose.map((key) => link(key, whole))),
    ...(tooMany || unread !== null ? [{ from: [], unread: true, to: whole, by: "include", assumed: listed, source: "code", at: unread ?? at }] : []),
  ]);
}
