import type { DerivationKind } from "@cleartitle/norms";
import { IntColumn } from "@cleartitle/title";
import { open } from "../date-ranks.js";
import { endOf, startOf } from "../edges.js";
import { NodeTable } from "../node-table.js";
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

/** Of a thing that was not left yet. */
const unmet = -1;

/** The act on a source that an act on the result is; null: nothing is asked of the source. */
function actionAbove(action: string, kind: string, kinds: ReadonlyMap<string, DerivationKind>): string | null {
  const row = kinds.get(kind)?.downstream;
  const cell = row === undefined ? "same" : Object.hasOwn(row, action) ? row[action]! : (row["default"] ?? "same");
  return cell === "none" ? null : cell === "same" ? action : cell;
}

interface Start {
  readonly object: number;
  readonly date: string | null;
  readonly actions: readonly string[];
}

/**
 * Everything that a thing came from in time order, each by its shortest and least way, as columns: only ways that are asked for are written out. `again`: a node is left again where a later way lets
 * more through, though the first stands for it.
 */
export class AscentsMet {
  readonly #graph: CompiledGraph;
  readonly #kinds: ReadonlyMap<string, DerivationKind>;
  readonly #date: string | null;
  /** Ways in the order in which they were met: where each ends, which it goes on from, by what kind of derivation, until when, and what is asked there. */
  readonly node = new IntColumn();
  readonly parent = new IntColumn();
  readonly #kind = new IntColumn();
  readonly #bound = new IntColumn();
  readonly #actions = new IntColumn();
  readonly #lists: (readonly string[])[] = [];
  readonly #listOf = new Map<string, number>();
  readonly #above = new Map<number, number>();
  /** The ways that stand for their ends, nearest first. */
  readonly found = new IntColumn();

  constructor(graph: CompiledGraph, kinds: ReadonlyMap<string, DerivationKind>, { object, date, actions }: Start, again: boolean) {
    this.#graph = graph;
    this.#kinds = kinds;
    this.#date = date;
    if (object >= 0) this.#climb(object, this.#list(actions), again);
  }

  /** What the acts asked amount to at the end of a way. */
  actionsAt(way: number): readonly string[] {
    return this.#lists[this.#actions.at(way)]!;
  }

  /** Ways written out, with all that they go on from. */
  written(ways: Iterable<number>, book: WayBook): Ascent[] {
    const made = new Map<number, Ascent>();
    return Array.from(ways, (way) => {
      const unmade: number[] = [];
      for (let at = way; at >= 0 && !made.has(at); at = this.parent.at(at)) unmade.push(at);
      for (const at of unmade.toReversed()) {
        const before = made.get(this.parent.at(at));
        made.set(at, new Ascent(this.node.at(at), book, before === undefined ? null : { kind: this.#graph.derivationKinds[this.#kind.at(at)]!, before }, this.#bound.at(at), this.actionsAt(at)));
      }
      return made.get(way)!;
    });
  }

  /** Lets go of all of them; nobody may ask for one any more. */
  release(): void {
    for (const column of [this.node, this.parent, this.#kind, this.#bound, this.#actions, this.found]) column.release();
  }

  #climb(object: number, actions: number, again: boolean): void {
    const { edges, dates } = this.#graph;
    // The latest day until which each thing was left.
    const until = new NodeTable();
    const brings = (node: number, bound: number): boolean => {
      const before = until.of(node);
      return before === unmet || (again && bound > before);
    };
    this.#add(object, -1, -1, dates.of(this.#date, open), actions);
    // Ways in order and sources in order: what is met is in the order of its ways again, so that each length follows the one before it.
    for (let way = 0; way < this.node.length; way++) {
      const [node, bound] = [this.node.at(way), this.#bound.at(way)];
      if (!brings(node, bound)) continue;
      if (until.of(node) === unmet) this.found.push(way);
      until.set(node, bound);
      for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
        const edge = edges.into[i]!;
        const then = Math.min(bound, endOf(edges, edge));
        if (startOf(edges, edge) <= bound && brings(edges.inSource[i]!, then)) this.#add(edges.inSource[i]!, way, edges.kind[edge]!, then, this.#actionsAbove(this.#actions.at(way), edges.kind[edge]!));
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

/** The same, all written out. */
export function ascentsFrom(graph: CompiledGraph, kinds: ReadonlyMap<string, DerivationKind>, start: Start & { readonly ways: WayBook }, again: boolean): Ascent[] {
  const met = new AscentsMet(graph, kinds, start, again);
  return met.written(met.found, start.ways);
}
