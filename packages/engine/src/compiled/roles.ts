import { ever } from "./date-ranks.js";
import { endOf, startOf } from "./edges.js";
import type { CompiledGraph } from "./graph.js";
import { Waiting } from "./waiting.js";
import { partName, type RolePlayed, type RoleProfile } from "./role-profile.js";

const notThere = 0x7fff_ffff;

/** Parts that the descendants of an asset play for the texts of one profile. */
export class RolesPlayed {
  readonly #profile: RoleProfile;
  /** One more than the place of each node among those that were reached; 0: it was not. */
  readonly #place: Int32Array;
  readonly #reached: number[] = [];
  /** For each node that was reached and each part: the earliest day on which its matter can be there. */
  #earliest = new Int32Array(0);
  readonly #together = new Map<string, readonly RolePlayed[]>();

  constructor(graph: CompiledGraph, asset: number, profile: RoleProfile) {
    this.#profile = profile;
    this.#place = new Int32Array(graph.edges.outStart.length - 1);
    this.#flow(graph, asset);
  }

  /** The asset itself and what its matter may have gone into, in time order. */
  nodes(): Iterable<number> {
    return this.#reached;
  }

  /** Parts of a node, in order of role and inner role, one list for all nodes that play the same; none where nothing of the asset is in it. */
  of(node: number): readonly RolePlayed[] {
    const place = (this.#place[node] ?? 0) - 1;
    if (place < 0) return nothing;
    const { states } = this.#profile;
    const from = place * states.length;
    let key = "";
    for (let state = 0; state < states.length; state++) if (this.#earliest[from + state] !== notThere) key += String.fromCharCode(state);
    let played = this.#together.get(key);
    if (played === undefined) this.#together.set(key, (played = Array.from(key, (state) => states[state.charCodeAt(0)]!).toSorted((a, b) => (partName(a) < partName(b) ? -1 : 1))));
    return played;
  }

  /** A part is played from the earliest day on; an earlier arrival stands for a later one. */
  #flow({ edges }: CompiledGraph, asset: number): void {
    const { after, kinds, states } = this.#profile;
    const width = states.length;
    const waiting = new Waiting();
    this.#arrive(asset, 0, ever, waiting);
    // Earliest day first: a day never gets earlier along a derivation, so that each part of a node is left once.
    for (let at = waiting.next(); at >= 0; at = waiting.next()) {
      const state = at % width;
      const node = (at - state) / width;
      const since = this.#earliest[(this.#place[node]! - 1) * width + state]!;
      if (waiting.day !== since) continue;
      for (let edge = edges.outStart[node]!; edge < edges.outStart[node + 1]!; edge++) {
        if (endOf(edges, edge) < since) continue;
        this.#arrive(edges.result[edge]!, after[state * kinds + edges.kind[edge]!]!, Math.max(since, startOf(edges, edge)), waiting);
      }
    }
  }

  #arrive(node: number, state: number, since: number, waiting: Waiting): void {
    const width = this.#profile.states.length;
    if (this.#place[node] === 0) {
      this.#place[node] = this.#reached.push(node);
      if (this.#reached.length * width > this.#earliest.length) this.#grow(width);
    }
    const at = (this.#place[node]! - 1) * width + state;
    if (this.#earliest[at]! <= since && this.#earliest[at] !== notThere) return;
    this.#earliest[at] = since;
    waiting.add(node * width + state, since);
  }

  #grow(width: number): void {
    const larger = new Int32Array(Math.max(64 * width, this.#earliest.length * 2)).fill(notThere);
    larger.set(this.#earliest);
    this.#earliest = larger;
  }
}

const nothing: readonly RolePlayed[] = [];
