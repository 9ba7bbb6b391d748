import type { Asset, Derivation, Statement, TitleGraph, Use } from "@cleartitle/title";
import { layeredGraph } from "./layered-graph.js";

const assetKinds = ["dataset", "model", "code", "output"] as const;
export const derivationKinds = ["copy", "merge", "include", "train", "finetune", "generate", "curate", "convert"] as const;
const none = { from: null, to: null };

export const idOf = (node: number): string => `asset-${String(node).padStart(7, "0")}`;

/** The license of an asset as its publisher declares it. */
export const licensed = (asset: string, license: string): Statement => ({
  id: `${asset}:license`, about: { kind: "asset", id: asset }, what: "license", raw: license, value: license, scope: null, part: null, rung: "declared", by: null,
  source: { system: "bench", locator: null, sha256: null, retrieved: null }, valid: none, recordedAt: "2020-01-01", supersedes: null,
});

/**
 * A layered graph as a title graph: three derivations into most assets, of every kind, and one use of an asset of the last layer that most derivations lead to. `licenses`: each
 * asset is under one of them, in turn.
 */
export function titleGraphOf(nodes: number, seed: number, places: readonly string[], licenses: readonly string[] = []): TitleGraph {
  const { columns } = layeredGraph(nodes, seed);
  const assets = new Map<string, Asset>();
  for (let node = 0; node < nodes; node++) {
    const id = idOf(node);
    assets.set(id, {
      id, kind: assetKinds[node % assetKinds.length]!, version: null, digest: null, licensor: null, source: null, modality: [], upstream: "complete", published: null, acquired: [], parts: [], placeholder: false,
    });
  }
  const derivations = new Map<string, Derivation>();
  for (let edge = 0; edge < columns.source.length; edge++) {
    const id = `d-${String(edge).padStart(8, "0")}`;
    derivations.set(id, {
      id, from: [idOf(columns.source[edge]!)], to: idOf(columns.result[edge]!), by: derivationKinds[columns.kind[edge]!]!, who: "us", during: none, in: [], purpose: [], field: [], facts: [], acts: [],
    });
  }
  return titleGraph(assets, derivations, useOf(idOf(lastWithMost(nodes, columns.result)), places), licenses.length === 0 ? [] : Array.from({ length: nodes }, (_, node) => licensed(idOf(node), licenses[node % licenses.length]!)));
}

function lastWithMost(nodes: number, results: Int32Array): number {
  const into = new Int32Array(nodes);
  for (const result of results) into[result]!++;
  return into.lastIndexOf(into.subarray(nodes - nodes / 50).reduce((a, b) => Math.max(a, b)));
}

/** May we host and hand out this asset commercially in these places? */
export const useOf = (of: string, places: readonly string[]): Use => ({
  name: "asked", of, actions: ["host", "distribute"], actor: "us", recipients: [], as: null, named: null, purpose: ["commercial"], field: ["general"], in: places, hosted: [], on: "2026-06-01", scale: [], facts: [],
});

/** A graph with assets, derivations, one use, and what is said of the assets. */
export function titleGraph(assets: ReadonlyMap<string, Asset>, derivations: ReadonlyMap<string, Derivation>, use: Use, statements: readonly Statement[], rest: Partial<TitleGraph> = {}): TitleGraph {
  return {
    us: "us", profile: "cautious", parties: new Map(), assets, derivations, statements, title: [], claims: [], acceptances: [], events: [], observations: [], positions: [], instruments: new Map(), covers: [],
    uses: new Map([[use.name, use]]), waivers: [], findings: [], ...rest,
  };
}
