import type { Instrument } from "@cleartitle/norms";
import { ever } from "../date-ranks.js";
import { following, kindsPassed, type KindPassed, type RolePlayed } from "../role-profile.js";
import { Waiting } from "../waiting.js";
import type { Core } from "./spot.js";
import type { Standpoint } from "./standpoint.js";
import { Kept } from "./turning.js";

/** What is acted on with everything that it came from, and the derivations between these: nothing else is looked at. */
export class Cone {
  /** Edges out of each node that lead to another of the cone. */
  readonly out = new Map<number, number[]>();

  constructor({ graph: { edges } }: Core, object: number) {
    const nodes = new Set([object]);
    for (const node of nodes) {
      for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
        const source = edges.inSource[i]!;
        nodes.add(source);
        const out = this.out.get(source);
        if (out === undefined) this.out.set(source, [edges.into[i]!]);
        else out.push(edges.into[i]!);
      }
    }
  }
}

/** Parts that nodes play for one text: by node, in order. */
export type PartsPlayed = ReadonlyMap<number, readonly RolePlayed[]>;

type Reach = Instrument["reach"];
const unspoken: readonly RolePlayed[] = [{ role: "silent", inner: "materials" }];

/** Parts that the things between an asset and what is acted on play for texts, each kept by what it turned on. */
export class Roles {
  readonly #core: Core;
  readonly #standpoint: Standpoint;
  readonly #cone: Cone;
  readonly #kinds: readonly KindPassed[];
  readonly #kept = new Map<Reach, Map<string, Kept<PartsPlayed>>>();

  constructor(core: Core, standpoint: Standpoint, object: number) {
    this.#core = core;
    this.#standpoint = standpoint;
    this.#cone = new Cone(core, object);
    this.#kinds = kindsPassed(core.graph.derivationKinds, core.of.taxonomies.derivationKinds);
  }

  /** Parts of every node that the matter of an asset may be in, for texts of one reach in a place. */
  from(asset: number, reach: Reach, atom: string): PartsPlayed {
    let ofReach = this.#kept.get(reach);
    if (ofReach === undefined) this.#kept.set(reach, (ofReach = new Map()));
    const key = `${asset} ${atom}`;
    let kept = ofReach.get(key);
    if (kept === undefined) ofReach.set(key, (kept = new Kept()));
    return this.#standpoint.turning.once(kept, () => this.#flow(asset, reach, atom));
  }

  /** Whether from the last of some nodes on, each of which came from the next, nothing else leads to the first. */
  areAlong(nodes: readonly number[]): boolean {
    const { result } = this.#core.graph.edges;
    for (let at = nodes.length - 1; at > 0; at--) for (const edge of this.#cone.out.get(nodes[at]!) ?? []) if (result[edge] !== nodes[at - 1]) return false;
    return true;
  }

  static of(parts: PartsPlayed, node: number): readonly RolePlayed[] {
    return parts.get(node) ?? unspoken;
  }

  /** A part is played from the earliest day on; an earlier arrival stands for a later one, so that each part of a node is left once. */
  #flow(asset: number, reach: Reach, atom: string): PartsPlayed {
    const { edges } = this.#core.graph;
    const parts: { readonly node: number; readonly played: RolePlayed; since: number }[] = [];
    const numbers = new Map<string, number>();
    const waiting = new Waiting();
    const arrive = (node: number, played: RolePlayed, since: number): void => {
      const key = `${node} ${nameOf(played)}`;
      let number = numbers.get(key);
      if (number === undefined) {
        numbers.set(key, (number = parts.length));
        parts.push({ node, played, since });
      } else if (parts[number]!.since <= since) return;
      parts[number]!.since = since;
      waiting.add(number, since);
    };
    arrive(asset, { role: "materials", inner: "materials" }, ever);
    for (let at = waiting.next(); at >= 0; at = waiting.next()) {
      const { node, played, since } = parts[at]!;
      if (waiting.day !== since) continue;
      for (const edge of this.#cone.out.get(node) ?? []) {
        if (edges.end[edge]! < since) continue;
        const next = following(played, this.#kinds[edges.kind[edge]!]!, reach, (position) => this.#standpoint.option(position, atom));
        arrive(edges.result[edge]!, next, Math.max(since, edges.start[edge]!));
      }
    }
    const found = new Map<number, RolePlayed[]>();
    for (const { node, played } of parts.toSorted((a, b) => (nameOf(a.played) < nameOf(b.played) ? -1 : 1))) {
      const list = found.get(node);
      if (list === undefined) found.set(node, [played]);
      else list.push(played);
    }
    return found;
  }
}

const nameOf = ({ role, inner }: RolePlayed): string => `${role}/${inner}`;
