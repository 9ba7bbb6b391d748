import type { DerivationKind } from "@cleartitle/norms";
import { open } from "../date-ranks.js";
import type { CompiledGraph } from "../graph.js";
import { actionAbove, Ascent } from "../judge/upstream.js";
import type { WayBook } from "../judge/way-book.js";

interface Start {
  readonly object: number;
  readonly date: string | null;
  readonly actions: readonly string[];
}

/** What `ascentsFrom` finds, as columns: a way to each thing that something came from, of which only those that are asked for are written out. */
export class AscentsMet {
  readonly #graph: CompiledGraph;
  readonly #kinds: ReadonlyMap<string, DerivationKind>;
  readonly #date: string | null;
  /** Ways in the order in which they were met: where each ends, which it goes on from, by what kind of derivation, until when, and what is asked there. */
  readonly node: number[] = [];
  readonly parent: number[] = [];
  readonly #kind: number[] = [];
  readonly #bound: number[] = [];
  readonly #actions: number[] = [];
  readonly #lists: (readonly string[])[] = [];
  readonly #listOf = new Map<string, number>();
  readonly #above = new Map<number, number>();
  /** The ways that stand for their ends, nearest first. */
  readonly found: number[] = [];

  constructor(graph: CompiledGraph, kinds: ReadonlyMap<string, DerivationKind>, { object, date, actions }: Start, again: boolean) {
    this.#graph = graph;
    this.#kinds = kinds;
    this.#date = date;
    if (object >= 0) this.#climb(object, this.#list(actions), again);
  }

  /** What the acts asked amount to at the end of a way. */
  actionsAt(way: number): readonly string[] {
    return this.#lists[this.#actions[way]!]!;
  }

  /** Ways written out, with all that they go on from. */
  written(ways: Iterable<number>, book: WayBook): Ascent[] {
    const made = new Map<number, Ascent>();
    return Array.from(ways, (way) => {
      const unmade: number[] = [];
      for (let at = way; at >= 0 && !made.has(at); at = this.parent[at]!) unmade.push(at);
      for (const at of unmade.toReversed()) {
        const before = made.get(this.parent[at]!);
        made.set(at, new Ascent(this.node[at]!, book, before === undefined ? null : { kind: this.#graph.derivationKinds[this.#kind[at]!]!, before }, this.#bound[at]!, this.actionsAt(at)));
      }
      return made.get(way)!;
    });
  }

  #climb(object: number, actions: number, again: boolean): void {
    const { edges, dates, nodes } = this.#graph;
    // One more than the latest day until which a thing was left; 0: it was not.
    const until = new Float64Array(nodes.length).fill(Number.NEGATIVE_INFINITY);
    const left = (node: number): boolean => until[node] !== Number.NEGATIVE_INFINITY;
    const brings = (node: number, bound: number): boolean => !left(node) || (again && bound > until[node]!);
    this.#add(object, -1, -1, dates.of(this.#date, open), actions);
    // Ways in order and sources in order: what is met is in the order of its ways again, so that each length follows the one before it.
    for (let way = 0; way < this.node.length; way++) {
      const [node, bound] = [this.node[way]!, this.#bound[way]!];
      if (!brings(node, bound)) continue;
      if (!left(node)) this.found.push(way);
      until[node] = bound;
      for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
        const edge = edges.into[i]!;
        const then = Math.min(bound, edges.end[edge]!);
        if (edges.start[edge]! <= bound && brings(edges.inSource[i]!, then)) this.#add(edges.inSource[i]!, way, edges.kind[edge]!, then, this.#actionsAbove(this.#actions[way]!, edges.kind[edge]!));
      }
    }
  }

  #add(node: number, parent: number, kind: number, bound: number, actions: number): void {
    this.node.push(node);
    this.parent.push(parent);
    this.#kind.push(kind);
    this.#bound.push(bound);
    this.#actions.push(actions);
  }

  #actionsAbove(list: number, kind: number): number {
    const key = list * this.#graph.derivationKinds.length + kind;
    let above = this.#above.get(key);
    // A contract may speak of what came of its subject whatever the law says of copies: the act keeps its name where none is mapped.
    if (above === undefined) this.#above.set(key, (above = this.#list(this.#lists[list]!.map((action) => actionAbove(action, this.#graph.derivationKinds[kind]!, this.#kinds) ?? action))));
    return above;
  }

  #list(actions: readonly string[]): number {
    const name = actions.join("\u0000");
    let number = this.#listOf.get(name);
    if (number === undefined) this.#listOf.set(name, (number = this.#lists.push(actions) - 1));
    return number;
  }
}
