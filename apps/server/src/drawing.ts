import { statusOrder, type Status } from "@cleartitle/norms";
import { countsAgainst, type Decision } from "@cleartitle/engine";
import type { TitleGraph } from "@cleartitle/title";

export interface DrawnNode {
  readonly id: string;
  /** The kind of asset; `act` for an act that has no result, as measuring has none, which is drawn where a whole graph is. */
  readonly kind: string;
  /** Where the asset comes from, if that says more than the id. */
  readonly source: string | null;
  /** What is recorded as its license, as it was written. */
  readonly licenses: readonly string[];
  /** The worst of what counts against the answer in this asset, where a decision is drawn in. */
  readonly status: Status | null;
  readonly used: boolean;
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly on: string | null;
  readonly derivation: string;
}

/** The part of a title graph that is drawn, and how many of its assets are not. */
export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly hidden: number;
}

export interface DrawingOptions {
  /** Draw only what this asset came from, and the asset. */
  readonly of?: string;
  readonly decision?: Decision;
  /** Nodes at most: nearest first where `of` is given, else by id. */
  readonly most?: number;
}

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function edgesOf(graph: TitleGraph): DrawnEdge[] {
  return [...graph.derivations.values()].flatMap(({ id, from, to, by, during }) =>
    to === null ? [] : from.map((source) => ({ from: source, to, by, on: during.from ?? during.to, derivation: id })),
  );
}

/** Acts without a result: of a run whose model nobody kept they are all that is known. */
function actsOf(graph: TitleGraph, kept: ReadonlySet<string>): { readonly nodes: DrawnNode[]; readonly edges: DrawnEdge[] } {
  const acts = [...graph.derivations.values()].filter(({ to, from }) => to === null && from.length > 0 && from.every((source) => kept.has(source)));
  return {
    nodes: acts.map(({ id, during }) => ({ id, kind: "act", source: during.from ?? during.to, licenses: [], status: null, used: false })),
    edges: acts.flatMap(({ id, from, by, during }) => from.map((source) => ({ from: source, to: id, by, on: during.from ?? during.to, derivation: id }))),
  };
}

/** Breadth first upstream, so that a cut keeps what is nearest. */
function upstream(of: string, edges: readonly DrawnEdge[]): string[] {
  const sources = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = sources.get(to);
    if (known === undefined) sources.set(to, [from]);
    else known.push(from);
  }
  const seen = new Set([of]);
  for (const id of seen) for (const source of (sources.get(id) ?? []).toSorted(byId)) seen.add(source);
  return [...seen];
}

function licensesByAsset(graph: TitleGraph): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const statement of graph.statements) {
    if (statement.about.kind !== "asset" || statement.what !== "license") continue;
    const said = statement.raw ?? (statement.value === null ? null : String(statement.value));
    if (said === null) continue;
    const known = found.get(statement.about.id) ?? [];
    if (!known.includes(said)) found.set(statement.about.id, [...known, said]);
  }
  return found;
}

function statusByAsset(decision: Decision | undefined): Map<string, Status> {
  const found = new Map<string, Status>();
  for (const reason of decision?.reasons ?? []) {
    const before = found.get(reason.asset);
    if ((reason.tense === "present" || countsAgainst(reason)) && (before === undefined || statusOrder(reason.decision, before) > 0)) found.set(reason.asset, reason.decision);
  }
  return found;
}

/** Chooses what is drawn of a graph, in an order that depends on its content only. */
export function drawingOf(graph: TitleGraph, options: DrawingOptions = {}): Drawing {
  const edges = edgesOf(graph);
  const wanted = options.of === undefined ? [...graph.assets.keys()].toSorted(byId) : upstream(options.of, edges);
  const kept = new Set(wanted.slice(0, options.most ?? 200));
  const licenses = licensesByAsset(graph);
  const statuses = statusByAsset(options.decision);
  const sourceOf = (id: string): string | null => {
    const source = graph.assets.get(id)?.source ?? null;
    return source === id ? null : source;
  };
  const acts = options.of === undefined ? actsOf(graph, kept) : { nodes: [], edges: [] };
  return {
    nodes: [
      ...[...kept].map((id) => ({ id, kind: graph.assets.get(id)?.kind ?? "unknown", source: sourceOf(id), licenses: licenses.get(id) ?? [], status: statuses.get(id) ?? null, used: id === options.of })),
      ...acts.nodes,
    ].toSorted((a, b) => byId(a.id, b.id)),
    edges: [...edges.filter((edge) => kept.has(edge.from) && kept.has(edge.to)), ...acts.edges].toSorted((a, b) => byId(a.from, b.from) || byId(a.to, b.to) || byId(a.derivation, b.derivation)),
    hidden: wanted.length - kept.size,
  };
}
