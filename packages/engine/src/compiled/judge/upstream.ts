import type { DerivationKind } from "@cleartitle/norms";
import { open } from "../date-ranks.js";
import type { CompiledGraph } from "../graph.js";
import type { WayBook } from "./way-book.js";

/** A way from what is acted on to something that it came from. */
export class Ascent {
  readonly node: number;
  readonly way: number;
  readonly #ways: WayBook;
  readonly #kind: string | null;
  readonly #before: Ascent | null;
  /** Latest day on which what arrives can be in what is acted on. */
  readonly bound: number;
  /** What the acts asked amount to here. */
  readonly actions: readonly string[];

  constructor(node: number, ways: WayBook, step: { readonly kind: string; readonly before: Ascent } | null, bound: number, actions: readonly string[]) {
    this.node = node;
    this.#ways = ways;
    this.way = step === null ? ways.from(node) : ways.on(step.before.way, node);
    this.#kind = step?.kind ?? null;
    this.#before = step?.before ?? null;
    this.bound = bound;
    this.actions = actions;
  }

  get path(): readonly string[] {
    return this.#ways.pathOf(this.way);
  }

  /** Whether one of the derivations between the node and what is acted on is of one of some kinds. */
  isThrough(kinds: readonly string[]): boolean {
    const isOne = (kind: string | null): boolean => kind !== null && kinds.includes(kind);
    if (isOne(this.#kind)) return true;
    for (let at = this.#before; at !== null; at = at.#before) if (isOne(at.#kind)) return true;
    return false;
  }
}

/** The act on a source that an act on the result is; null: nothing is asked of the source. */
export function actionAbove(action: string, kind: string, kinds: ReadonlyMap<string, DerivationKind>): string | null {
  const row = kinds.get(kind)?.downstream;
  const cell = row === undefined ? "same" : Object.hasOwn(row, action) ? row[action]! : (row["default"] ?? "same");
  return cell === "none" ? null : cell === "same" ? action : cell;
}

/**
 * Everything that a thing came from in time order, each by its shortest and least way. `again`: a node is left again where a later way lets
 * more through, though the first stands for it.
 */
export function ascentsFrom(graph: CompiledGraph, kinds: ReadonlyMap<string, DerivationKind>, start: { readonly object: number; readonly date: string | null; readonly actions: readonly string[]; readonly ways: WayBook }, again: boolean): Ascent[] {
  const { edges, derivationKinds, dates } = graph;
  const found = new Map<number, Ascent>();
  const until = new Map<number, number>();
  let level: Ascent[] = start.object < 0 ? [] : [new Ascent(start.object, start.ways, null, dates.of(start.date, open), start.actions)];
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
        next.push(new Ascent(source, start.ways, { kind, before: way }, Math.min(way.bound, edges.end[edge]!), actions));
      }
    }
    level = next;
  }
  return [...found.values()];
}
