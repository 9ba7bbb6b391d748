import type { Layer, PlaceIndex } from "@cleartitle/norms";
import type { TitleGraph, TitleRecord } from "@cleartitle/title";

/** A right in a thing, in one place on a date. */
export interface RightAsked {
  readonly asset: string;
  readonly layer: Layer;
  readonly atom: string;
  readonly date: string | null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const first: ReadonlySet<string> = new Set(["creation", "employment", "commission"]);
/** Of one day, what begins a chain stands before what goes on from it. */
const byDay = (a: TitleRecord, b: TitleRecord): number => compare(a.on ?? "", b.on ?? "") || Number(!first.has(a.how)) - Number(!first.has(b.how)) || compare(a.to, b.to);

/** Recorded chains of title, and who contests them. */
export class Titles {
  readonly #graph: TitleGraph;
  readonly #places: PlaceIndex;
  /** Records by asset and layer, each chain in its order. */
  readonly #chains = new Map<string, Map<Layer, readonly TitleRecord[]>>();
  /** Who claims what without having settled it, by asset and layer. */
  readonly #rivals = new Map<string, Map<Layer, string[]>>();

  constructor(graph: TitleGraph, places: PlaceIndex) {
    this.#graph = graph;
    this.#places = places;
    for (const record of graph.title) {
      const chains = entryOf(this.#chains, record.asset);
      chains.set(record.layer, [...(chains.get(record.layer) ?? []), record]);
    }
    for (const chains of this.#chains.values()) for (const [layer, chain] of chains) chains.set(layer, chain.toSorted(byDay));
    for (const { asset, by, layer, settled } of graph.claims) {
      const rivals = entryOf(this.#rivals, asset);
      rivals.set(layer, [...(rivals.get(layer) ?? []), ...(settled ? [] : [by])]);
    }
  }

  /** Whether any title to a thing is recorded, in whatever layer. */
  isRecorded(asset: string): boolean {
    return this.#chains.has(asset);
  }

  /** Whether any title to a thing, or any claim on it, is recorded. */
  isSpokenOf(asset: string): boolean {
    return this.#chains.has(asset) || this.#rivals.has(asset);
  }

  /** Whether any record of a thing names a party as holder. */
  names(asset: string, party: string): boolean {
    for (const chain of this.#chains.get(asset)?.values() ?? []) if (chain.some((record) => record.to === party)) return true;
    return false;
  }

  /** Whether somebody claims the layer, settled or not. */
  isClaimed(asset: string, layer: Layer): boolean {
    return this.#rivals.get(asset)?.has(layer) === true;
  }

  /** Whether somebody outside the group claims the layer and nothing settled it. */
  isContested(asset: string, layer: Layer, group: ReadonlySet<string>): boolean {
    return this.#rivals.get(asset)?.get(layer)?.some((by) => !group.has(by)) === true;
  }

  /** Whether any claim on a thing, of whatever layer, is not settled. */
  hasOpenClaim(asset: string): boolean {
    for (const open of this.#rivals.get(asset)?.values() ?? []) if (open.length > 0) return true;
    return false;
  }

  /** The chain as it stood on the date in the place. */
  chainOf({ asset, layer, atom, date }: RightAsked): readonly TitleRecord[] {
    const chain = this.#chains.get(asset)?.get(layer);
    if (chain === undefined) return none;
    return chain.filter((record) => (record.on === null || date === null || record.on <= date) && this.#isIn(record, atom, date));
  }

  /** Parties that hold copyright in a thing by some record of whatever day and place, in the order of the graph. */
  holdersOf(asset: string): readonly string[] {
    return this.#chains.get(asset)?.has("copyright") === true ? this.#graph.title.filter((record) => record.asset === asset && record.layer === "copyright").map((record) => record.to) : noHolders;
  }

  #isIn({ in: places }: TitleRecord, atom: string, date: string | null): boolean {
    return places.length === 0 || places.some((place) => place === "WORLD" || this.#places.contains(place, atom, date) === "true");
  }
}

const none: readonly TitleRecord[] = [];
const noHolders: readonly string[] = [];

function entryOf<K, V>(map: Map<string, Map<K, V>>, key: string): Map<K, V> {
  let entry = map.get(key);
  if (entry === undefined) map.set(key, (entry = new Map()));
  return entry;
}
