import type { Asset, Derivation } from "@cleartitle/title";
import type { World } from "../world.js";

/** One step source → result of a derivation, with the acts in time order. */
export interface Edge {
  readonly source: string;
  readonly result: string;
  readonly kind: string;
  readonly derivation: Derivation;
}

/** Title graph with composed kinds drawn out, so that one `distil` edge equals `generate` and `train`. */
export interface Lines {
  readonly assets: ReadonlyMap<string, Asset>;
  /** Result → edges into it, in order of source, kind and derivation. */
  readonly into: ReadonlyMap<string, readonly Edge[]>;
  /** Source → edges out of it. */
  readonly outOf: ReadonlyMap<string, readonly Edge[]>;
  /** Assets that stand for the unrecorded middle of a composed derivation. */
  readonly virtual: ReadonlySet<string>;
}

const cache = new WeakMap<World["graph"], Lines>();

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const edgeOrder = (a: Edge, b: Edge): number =>
  compare(a.source, b.source) || compare(a.result, b.result) || compare(a.kind, b.kind) || compare(a.derivation.id, b.derivation.id);

/** Draws the lines of a graph. Pure; kept per graph, since a graph never changes. */
export function linesOf(world: World): Lines {
  const known = cache.get(world.graph);
  if (known !== undefined) return known;
  const lines = draw(world);
  cache.set(world.graph, lines);
  return lines;
}

function draw(world: World): Lines {
  const assets = new Map(world.graph.assets);
  const virtual = new Set<string>();
  const edges: Edge[] = [];
  for (const derivation of world.graph.derivations.values()) {
    for (const { kind, sources, result } of stepsOf(world, derivation)) {
      if (result === null) continue;
      if (result !== derivation.to) {
        virtual.add(result);
        assets.set(result, middle(result));
      }
      for (const source of sources) edges.push({ source, result, kind, derivation });
    }
  }
  const ordered = edges.toSorted(edgeOrder);
  return { assets, into: groupBy(ordered, (e) => e.result), outOf: groupBy(ordered, (e) => e.source), virtual };
}

/** One step of a derivation: what it is made of, by what kind of act, into what (null: no result). */
interface DerivationStep {
  readonly kind: string;
  readonly sources: readonly string[];
  readonly result: string | null;
}

/** A derivation drawn out: a composed kind as the chain it stands for, through middles that nobody recorded. */
export function stepsOf(world: World, derivation: Derivation): DerivationStep[] {
  const chain = world.catalogue.taxonomies.derivationKinds.get(derivation.by)?.composedOf ?? [derivation.by];
  let sources: readonly string[] = derivation.from;
  return chain.map((kind, index) => {
    const result = index === chain.length - 1 ? derivation.to : `${derivation.id}~${kind}`;
    const step: DerivationStep = { kind, sources, result };
    if (result !== null) sources = [result];
    return step;
  });
}

/** The outputs that pass from one half of a composed derivation to the other; what they are is all that is known of them. */
function middle(id: string): Asset {
  return {
    id, kind: "output", version: null, digest: null, licensor: null, source: null, modality: [], upstream: "complete",
    published: null, acquired: [], parts: [], placeholder: false,
  };
}

function groupBy(edges: readonly Edge[], key: (edge: Edge) => string): Map<string, Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(key(edge));
    if (group === undefined) groups.set(key(edge), [edge]);
    else group.push(edge);
  }
  return groups;
}

/**
 * Latest moment at which what flowed through this edge can be in a result that was used at `bound` (null: no bound).
 * `undefined`: the edge lies after the bound, so that nothing of its source is in what was used.
 */
export function boundThrough(edge: Edge, bound: string | null): string | null | undefined {
  const { from, to } = edge.derivation.during;
  if (bound !== null && from !== null && from > bound) return undefined;
  const end = to ?? from;
  if (end === null) return bound;
  return bound === null || end < bound ? end : bound;
}
