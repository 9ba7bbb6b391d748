import type { Asset, Derivation, TitleGraph, Use } from "@cleartitle/title";
import { layeredGraph } from "./layered-graph.js";

const assetKinds = ["dataset", "model", "code", "output"] as const;
const derivationKinds = ["copy", "merge", "include", "train", "finetune", "generate", "curate", "convert"] as const;
const none = { from: null, to: null };

const idOf = (node: number): string => `asset-${String(node).padStart(7, "0")}`;

/** A layered graph as a title graph: three derivations into most assets, of every kind, and one use of an asset of the last layer that most derivations lead to. */
export function titleGraphOf(nodes: number, seed: number, places: readonly string[]): TitleGraph {
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
  const into = new Int32Array(nodes);
  for (const result of columns.result) into[result]!++;
  const asked = into.lastIndexOf(into.subarray(nodes - nodes / 50).reduce((a, b) => Math.max(a, b)));
  const use: Use = {
    name: "asked", of: idOf(asked), actions: ["host", "distribute"], actor: "us", recipients: [], as: null, named: null, purpose: ["commercial"], field: ["general"], in: places, hosted: [], on: "2026-06-01", scale: [], facts: [],
  };
  return {
    us: "us", profile: "cautious", parties: new Map(), assets, derivations, statements: [], title: [], claims: [], acceptances: [], events: [], observations: [], positions: [], instruments: new Map(), covers: [],
    uses: new Map([[use.name, use]]), waivers: [], findings: [],
  };
}
