import { type Asset, type Derivation, PackedAssets, PackedDerivations, PackedStatements, type Statement, type TitleGraph, type Use } from "@cleartitle/title";
import type { EdgeColumns } from "../packages/engine/src/compiled/edges.js";
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
  const [assets, derivations] = [new Map(map(assetsOf(nodes), byId)), new Map(map(derivationsOf(columns), byId))];
  return titleGraph(assets, derivations, useOf(idOf(lastWithMost(nodes, columns.result)), places), [...statementsOf(nodes, licenses)]);
}

/** The same with its records in columns, of which none is ever held as an object. */
export function packedTitleGraphOf(nodes: number, seed: number, places: readonly string[], licenses: readonly string[] = []): TitleGraph {
  const { columns } = layeredGraph(nodes, seed);
  const assets = new PackedAssets();
  for (const asset of assetsOf(nodes)) assets.add(asset);
  const [derivations, statements] = [new PackedDerivations(assets.ids), new PackedStatements(assets.ids)];
  for (const derivation of derivationsOf(columns)) derivations.add(derivation);
  for (const statement of statementsOf(nodes, licenses)) statements.add(statement);
  return titleGraph(assets, derivations, useOf(idOf(lastWithMost(nodes, columns.result)), places), statements.list());
}

const byId = <T extends { readonly id: string }>(record: T): readonly [string, T] => [record.id, record];

function* map<T, R>(items: Iterable<T>, to: (item: T) => R): Generator<R> {
  for (const item of items) yield to(item);
}

function* assetsOf(nodes: number): Generator<Asset> {
  for (let node = 0; node < nodes; node++) {
    yield { id: idOf(node), kind: assetKinds[node % assetKinds.length]!, version: null, digest: null, licensor: null, source: null, modality: [], upstream: "complete", published: null, acquired: [], parts: [], placeholder: false };
  }
}

function* derivationsOf({ source, result, kind }: EdgeColumns): Generator<Derivation> {
  for (let edge = 0; edge < source.length; edge++) {
    yield { id: `d-${String(edge).padStart(8, "0")}`, from: [idOf(source[edge]!)], to: idOf(result[edge]!), by: derivationKinds[kind[edge]!]!, who: "us", during: none, in: [], purpose: [], field: [], facts: [], acts: [] };
  }
}

function* statementsOf(nodes: number, licenses: readonly string[]): Generator<Statement> {
  if (licenses.length > 0) for (let node = 0; node < nodes; node++) yield licensed(idOf(node), licenses[node % licenses.length]!);
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
