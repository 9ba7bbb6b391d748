import { endOf, startOf } from "../edges.js";
import { partName, type RolePlayed } from "../role-profile.js";
import type { UpstreamOrder } from "./upstream-order.js";

const notThere = -2;
const always = 0x7fff_ffff;

/** What comes after each part by each kind of derivation: `after[kind * width + state]`. */
interface Following {
  readonly width: number;
  readonly after: Int32Array;
}

/**
 * The parts that what is acted on plays for texts of one reach, by each thing that they may be attached to, and those that anything between plays: found for all of these
 * by one walk upstream.
 */
export class PartsAt {
  readonly #states: readonly RolePlayed[];
  readonly #following: Following;
  /** For each thing, one more than the number of what is played of its matter by what is acted on, and by anything that it went into; 0: it did not go into it. */
  readonly #played: Uint8Array | Uint16Array;
  readonly #anywhere: Uint8Array | Uint16Array;
  readonly #lists: (readonly RolePlayed[])[] = [];
  readonly #numbers = new Map<string, number>();

  /** `after`: the part after part `s` of all `n` by a derivation of kind `k`, at `k * n + s`. */
  constructor(upstream: UpstreamOrder, states: readonly RolePlayed[], after: Int32Array) {
    this.#states = states;
    const width = states.length;
    this.#following = { width, after };
    const way: Upstream = { upstream, ...this.#following };
    const isNarrow = width <= 31;
    this.#played = this.#kept(way, isNarrow && !upstream.edges.dated ? bitsOf(width, setsAt(way, false)) : partsOf(width, daysAt(way)));
    this.#anywhere = this.#kept(way, isNarrow ? bitsOf(width, setsAt(way, true)) : () => statesIn(width, () => true));
  }

  /** In order of role and inner role; undefined: nothing of its matter is there. */
  of(node: number): readonly RolePlayed[] | undefined {
    const list = this.#lists[this.#played[node]! - 1];
    return list === undefined || list.length === 0 ? undefined : list;
  }

  /** All that anything which a thing went into may play, in whatever order of time. */
  anywhere(node: number): readonly RolePlayed[] {
    return this.#lists[this.#anywhere[node]! - 1] ?? [];
  }

  /** The parts after each of some parts, as bits, by a kind of derivation; of no more than 31 parts. */
  after(parts: number, kind: number): number {
    const { width, after } = this.#following;
    let next = 0;
    for (let state = 0; state < width; state++) if ((parts & (1 << state)) !== 0) next |= 1 << after[kind * width + state]!;
    return next;
  }

  /** The bits of the parts of some roles; null: there are too many parts for them. */
  bitsOf(roles: readonly string[]): number | null {
    return this.#states.length > 31 ? null : this.#states.reduce((bits, { role }, state) => (role !== "silent" && roles.includes(role) ? bits | (1 << state) : bits), 0);
  }

  #kept({ upstream: { order, edges } }: Upstream, partsAt: (at: number) => string): Uint8Array | Uint16Array {
    let numbers: Uint8Array | Uint16Array = new Uint8Array(edges.inStart.length - 1);
    for (const [at, node] of order.entries()) {
      const number = this.#numberOf(partsAt(at));
      // Most often there are few lists of parts.
      if (number > 0xff && numbers instanceof Uint8Array) numbers = Uint16Array.from(numbers);
      numbers[node] = number;
    }
    return numbers;
  }

  #numberOf(parts: string): number {
    let number = this.#numbers.get(parts);
    if (number === undefined) this.#numbers.set(parts, (number = this.#lists.push(Array.from(parts, (state) => this.#states[state.charCodeAt(0)]!).toSorted((a, b) => (partName(a) < partName(b) ? -1 : 1)))));
    return number;
  }
}

function statesIn(width: number, isIn: (state: number) => boolean): string {
  let found = "";
  for (let state = 0; state < width; state++) if (isIn(state)) found += String.fromCharCode(state);
  return found;
}

const bitsOf = (width: number, sets: Uint16Array | Int32Array) => (at: number): string => statesIn(width, (state) => (sets[at * width]! & (1 << state)) !== 0);

const partsOf = (width: number, until: Int32Array) => (at: number): string => statesIn(width, (last) => until[at * width * width + last]! !== notThere);

interface Upstream extends Following {
  readonly upstream: UpstreamOrder;
}

/** For each thing and part, as bits: the parts that its matter is in at last; `passing`: those that it is in anywhere on its way. */
function setsAt({ upstream, width, after }: Upstream, passing: boolean): Uint16Array | Int32Array {
  const { edges, order, place } = upstream;
  const sets = upstream.sets(width, width);
  for (let at = 0; at < (passing ? order.length : 1); at++) for (let state = 0; state < width; state++) sets[at * width + state] = 1 << state;
  sweep(order, (node, at) => {
    let back = false;
    for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
      const source = place[edges.inSource[i]!]!;
      const kind = edges.kind[edges.into[i]!]! * width;
      for (let state = 0; state < width; state++) {
        const before = sets[source * width + state]!;
        const now = before | sets[at * width + after[kind + state]!]!;
        if (now === before) continue;
        sets[source * width + state] = now;
        back ||= source <= at;
      }
    }
    return back;
  });
  return sets;
}

/** For each thing, part and last part: the latest day on which matter in that part must be there to be in the object in the last part. */
function daysAt({ upstream, width, after }: Upstream): Int32Array {
  const { edges, order, place } = upstream;
  const each = width * width;
  const until = new Int32Array(order.length * each).fill(notThere);
  for (let state = 0; state < width; state++) until[state * width + state] = always;
  sweep(order, (node, at) => {
    let back = false;
    for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
      const edge = edges.into[i]!;
      const source = place[edges.inSource[i]!]!;
      const [start, end, kind] = [startOf(edges, edge), endOf(edges, edge), edges.kind[edge]! * width];
      for (let state = 0; state < width; state++) {
        const result = at * each + after[kind + state]! * width;
        for (let last = 0; last < width; last++) {
          const then = until[result + last]!;
          if (then < start) continue;
          const day = Math.min(then, end);
          const there = source * each + state * width + last;
          if (day <= until[there]!) continue;
          until[there] = day;
          back ||= source <= at;
        }
      }
    }
    return back;
  });
  return until;
}

/** Once where nothing is in a circle; in circles until nothing changes. `visit`: true where something changed that was visited before. */
function sweep(order: Int32Array, visit: (node: number, at: number) => boolean): void {
  for (let again = true; again;) {
    again = false;
    for (let at = 0; at < order.length; at++) if (visit(order[at]!, at)) again = true;
  }
}
