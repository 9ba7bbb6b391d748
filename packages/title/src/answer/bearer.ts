import { acquisitionName, assetOfAcquisition } from "../acquisition-name.js";
import type { TitleGraph } from "../graph.js";

/** What bears a fact: an asset (in statements), an act or a use (in its own facts), a party. */
export type Bearer =
  | { readonly kind: "asset" | "use" | "derivation" | "party"; readonly id: string }
  /** The copy of an asset that was got; `index` is its place among the recorded ones, from 0. */
  | { readonly kind: "acquisition"; readonly id: string; readonly asset: string; readonly index: number };

/** Whose a fact is by its definition. */
export type FactOwner = "asset" | "act" | "actor" | "use";

const order: Readonly<Record<FactOwner, readonly Bearer["kind"][]>> = {
  asset: ["asset", "use", "derivation", "acquisition", "party"],
  act: ["use", "derivation", "acquisition", "asset", "party"],
  use: ["use", "derivation", "acquisition", "asset", "party"],
  actor: ["party", "use", "derivation", "acquisition", "asset"],
};

/** The copy that a name like `ASSET#ID` or `ASSET#acquired1` is of. */
export function acquisitionNamed(graph: TitleGraph, id: string): Extract<Bearer, { kind: "acquisition" }> | null {
  const asset = assetOfAcquisition(id);
  const index = (graph.assets.get(asset)?.acquired ?? []).findIndex((each, at) => acquisitionName(asset, each, at) === id);
  return index === -1 ? null : { kind: "acquisition", id, asset, index };
}

/**
 * What an id names, where names of several kinds are the same by whose the fact is. null: nothing in the graph has the name, such as
 * the unrecorded middle of a composed derivation.
 */
export function bearerOf(graph: TitleGraph, id: string, owner: FactOwner): Bearer | null {
  const named: Readonly<Record<Bearer["kind"], () => Bearer | null>> = {
    asset: () => (graph.assets.has(id) ? { kind: "asset", id } : null),
    use: () => (graph.uses.has(id) ? { kind: "use", id } : null),
    derivation: () => (graph.derivations.has(id) ? { kind: "derivation", id } : null),
    party: () => (graph.parties.has(id) ? { kind: "party", id } : null),
    acquisition: () => acquisitionNamed(graph, id),
  };
  for (const kind of order[owner]) {
    const found = named[kind]();
    if (found !== null) return found;
  }
  return null;
}
