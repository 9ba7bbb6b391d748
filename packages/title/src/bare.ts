import type { Asset, GraphFinding, Party } from "./graph.js";

/** A party of which nothing is known but its id. */
export const bareParty = (id: string): Party => ({ id, kind: null, domicile: null, headquarters: null, controlledBy: [], quantities: [], facts: [] });

/** An asset of which nothing is known but its id and kind. */
export const bareAsset = (id: string, kind: string): Asset => ({
  id, kind, version: null, digest: null, licensor: null, source: null, modality: [], upstream: null, published: null, acquired: [], parts: [],
  placeholder: false,
});

/** An asset that others name and nobody describes: what is known of it is nothing. */
export const placeholderFinding = (asset: string): GraphFinding => ({
  kind: "placeholder",
  asset,
  detail: `\`${asset}\` is named but not described`,
  settle: `describe \`${asset}\`: its kind, where it comes from and under which license`,
});
