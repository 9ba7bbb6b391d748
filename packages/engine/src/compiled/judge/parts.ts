import { ever } from "../date-ranks.js";
import type { Edges } from "../edges.js";
import { partName, type RolePlayed } from "../role-profile.js";
import { Waiting } from "../waiting.js";
import type { Cone } from "./cone.js";
import { followingIn, type ReachTable } from "./reach-table.js";

/** Parts that nodes play for one text, in order; undefined: nothing of the matter is there. */
export interface PartsPlayed {
  readonly get: (node: number) => readonly RolePlayed[] | undefined;
  /** Numbers that are held of them. */
  readonly size: number;
}

const notThere = 0x7fff_ffff;

/** Finds the parts that things of a cone play for texts of one reach. */
export class Parts {
  readonly #edges: Edges;
  readonly #cone: Cone;
  readonly #table: ReachTable;
  /** A set of parts is a bit for each, in so many numbers. */
  readonly #words: number;
  readonly #lists = new Map<number | string, readonly RolePlayed[]>();

  constructor(edges: Edges, cone: Cone, table: ReachTable) {
    this.#edges = edges;
    this.#cone = cone;
    this.#table = table;
    this.#words = (table.states.length + 31) >>> 5;
  }

  #noSets(): PartSets {
    return new PartSets((this.#cone.start.length - 1) * this.#words);
  }

  /** Of the matter of an asset. `option`: what is taken of a contested question; asked for only where it is met. */
  from(asset: number, option: (position: string) => string | null): PartsPlayed {
    const { place } = this.#cone;
    const from = place.of(asset);
    // What is upstream of nothing here is nowhere but in itself.
    if (from < 0) return new Map([[asset, [this.#table.states[0]!]]]);
    const next = followingIn(this.#table, option);
    const sets = this.#edges.dated ? this.#inTime(from, next) : this.#anyTime(from, next);
    return { get: (node) => this.#listAt(sets, place.of(node)), size: sets.size };
  }

  /** In order of role and inner role, one list for all that play the same. */
  #listAt(sets: PartSets, at: number): readonly RolePlayed[] | undefined {
    if (at < 0) return undefined;
    const words = this.#words;
    const key = words === 1 ? sets.at(at) : Array.from({ length: words }, (_, word) => sets.at(at * words + word)).join(" ");
    let list = this.#lists.get(key);
    if (list === undefined) this.#lists.set(key, (list = this.#table.states.filter((_, state) => isIn(sets, at * words, state)).toSorted((a, b) => (partName(a) < partName(b) ? -1 : 1))));
    return list.length === 0 ? undefined : list;
  }

  /** Where no derivation bears a date, each part of a node is left once. */
  #anyTime(from: number, next: (state: number, kind: number) => number): PartSets {
    const { start, edge } = this.#cone;
    const [{ kind }, { states: { length: width } }, words] = [this.#edges, this.#table, this.#words];
    const sets = this.#noSets();
    put(sets, from * words, 0);
    const left = [from * width];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      const state = at % width;
      const node = (at - state) / width;
      for (let i = start[node]!; i < start[node + 1]!; i++) {
        const by = edge[i]!;
        const [result, part] = [this.#cone.to(by), next(state, kind[by]!)];
        if (isIn(sets, result * words, part)) continue;
        put(sets, result * words, part);
        left.push(result * width + part);
      }
    }
    return sets;
  }

  /** A part is played from the earliest day on; an earlier arrival stands for a later one. Earliest day first: a day never gets earlier along a derivation, so that each part of a node is left once. */
  #inTime(from: number, next: (state: number, kind: number) => number): PartSets {
    const { start, edge } = this.#cone;
    const [{ kind, start: begins, end: ends }, { states: { length: width } }, words] = [this.#edges, this.#table, this.#words];
    const sets = this.#noSets();
    const earliest = new Map<number, number>([[from * width, ever]]);
    const waiting = new Waiting();
    put(sets, from * words, 0);
    waiting.add(from * width, ever);
    for (let at = waiting.next(); at >= 0; at = waiting.next()) {
      const since = waiting.day;
      if (earliest.get(at) !== since) continue;
      const state = at % width;
      const node = (at - state) / width;
      for (let i = start[node]!; i < start[node + 1]!; i++) {
        const by = edge[i]!;
        if (ends[by]! < since) continue;
        const [result, day] = [this.#cone.to(by), Math.max(since, begins[by]!)];
        const part = next(state, kind[by]!);
        const there = result * width + part;
        if ((earliest.get(there) ?? notThere) <= day) continue;
        earliest.set(there, day);
        put(sets, result * words, part);
        waiting.add(there, day);
      }
    }
    return sets;
  }
}

/** Sets of parts, bits in numbers: of an asset that went into few things the few that there are, else one for each place. */
class PartSets {
  readonly #length: number;
  #few: Map<number, number> | null = new Map();
  #all: Uint32Array | null = null;

  constructor(length: number) {
    this.#length = length;
  }

  /** Numbers that are held. */
  get size(): number {
    return this.#all === null ? this.#few!.size * fewCost : this.#length;
  }

  at(index: number): number {
    return this.#all === null ? (this.#few!.get(index) ?? 0) : this.#all[index]!;
  }

  put(index: number, bits: number): void {
    if (this.#all !== null) {
      this.#all[index]! |= bits;
      return;
    }
    const few = this.#few!;
    few.set(index, ((few.get(index) ?? 0) | bits) >>> 0);
    if (few.size * fewCost <= this.#length) return;
    this.#all = new Uint32Array(this.#length);
    for (const [each, held] of few) this.#all[each] = held;
    this.#few = null;
  }
}

/** A number that is held by its index takes the room of so many that are held in order. */
const fewCost = 8;

const isIn = (sets: PartSets, at: number, state: number): boolean => ((sets.at(at + (state >>> 5)) >>> (state & 31)) & 1) === 1;
const put = (sets: PartSets, at: number, state: number): void => sets.put(at + (state >>> 5), 1 << (state & 31));
