import type { DerivationKind } from "@cleartitle/norms";
import { open } from "../date-ranks.js";
import type { CompiledGraph } from "../graph.js";

/** A way from what is acted on to something that it came from. */
export interface Ascent {
  readonly node: number;
  readonly path: readonly string[];
  /** Latest day on which what arrives can be in what is acted on. */
  readonly bound: number;
  /** Kinds of the derivations from the node to what is acted on. */
  readonly kinds: readonly string[];
  /** What the acts asked amount to here. */
  readonly actions: readonly string[];
}

/** The act on a source that an act on the result is; null: nothing is asked of the source. */
function actionAbove(action: string, kind: string, kinds: ReadonlyMap<string, DerivationKind>): string | null {
  const row = kinds.get(kind)?.downstream;
  const cell = row === undefined ? "same" : Object.hasOwn(row, action) ? row[action]! : (row["default"] ?? "same");
  return cell === "none" ? null : cell === "same" ? action : cell;
}

/**
 * Everything that a thing came from in time order, each by its shortest and least way. `again`: a node is left again where a later way lets
 * more through, though the first stands for it.
 */
export function ascentsFrom(graph: CompiledGraph, kinds: ReadonlyMap<string, DerivationKind>, start: { readonly object: number; readonly date: string | null; readonly actions: readonly string[] }, again: boolean): Ascent[] {
  const { edges, nodes, derivationKinds, dates } = graph;
  const found = new Map<number, Ascent>();
  const until = new Map<number, number>();
  let level: Ascent[] = start.object < 0 ? [] : [{ node: start.object, path: [nodes[start.object]!], bound: dates.of(start.date, open), kinds: [], actions: start.actions }];
  while (level.length > 0) {
    const next: Ascent[] = [];
    // Ways in order and sources in order: what is met is in the order of its ways again.
    for (const way of level) {
      const before = until.get(way.node);
      if (before !== undefined && (!again || way.bound <= before)) continue;
      until.set(way.node, way.bound);
      if (!found.has(way.node)) found.set(way.node, way);
      for (let i = edges.inStart[way.node]!; i < edges.inStart[way.node + 1]!; i++) {
        const edge = edges.into[i]!;
        if (edges.start[edge]! > way.bound) continue;
        const [source, kind] = [edges.inSource[i]!, derivationKinds[edges.kind[edge]!]!];
        // A contract may speak of what came of its subject whatever the law says of copies: the act keeps its name where none is mapped.
        const actions = way.actions.map((action) => actionAbove(action, kind, kinds) ?? action);
        next.push({ node: source, path: [...way.path, nodes[source]!], bound: Math.min(way.bound, edges.end[edge]!), kinds: [kind, ...way.kinds], actions });
      }
    }
    level = next;
  }
  return [...found.values()];
}
