import type { Derivation, TitleGraph } from "@cleartitle/title";

/** One step between two things: by which derivation, and what stands on the other side. */
export interface Step {
  readonly derivation: Derivation;
  readonly asset: string;
}

/** Steps of a graph in both directions, each list in the order of the records. */
export class Adjacency {
  readonly #sources = new Map<string, Step[]>();
  readonly #results = new Map<string, Step[]>();

  constructor(graph: TitleGraph) {
    for (const derivation of graph.derivations.values()) {
      const { to } = derivation;
      if (to === null) continue;
      for (const from of new Set(derivation.from)) {
        put(this.#sources, to, { derivation, asset: from });
        put(this.#results, from, { derivation, asset: to });
      }
    }
  }

  /** What a thing was made of. */
  sources(asset: string): readonly Step[] {
    return this.#sources.get(asset) ?? [];
  }

  /** What was made of it. */
  results(asset: string): readonly Step[] {
    return this.#results.get(asset) ?? [];
  }

  /** How many things a thing came from, itself included. */
  upstream(asset: string): number {
    const reached = new Set([asset]);
    for (const each of reached) for (const step of this.sources(each)) reached.add(step.asset);
    return reached.size;
  }

  /**
   * A way from one thing to another with the fewest steps, each against or along the making as `steps` gives it; ties by the order of the records. null: there is none.
   * Everything is looked at once, however many ways there are.
   */
  way(from: string, to: string, steps: (asset: string) => readonly Step[]): readonly Step[] | null {
    const reached = new Map<string, { readonly step: Step; readonly before: string } | null>([[from, null]]);
    const waiting = [from];
    for (let at = 0; at < waiting.length && !reached.has(to); at += 1) {
      for (const step of steps(waiting[at]!)) {
        if (reached.has(step.asset)) continue;
        reached.set(step.asset, { step, before: waiting[at]! });
        waiting.push(step.asset);
      }
    }
    if (!reached.has(to)) return null;
    const way: Step[] = [];
    for (let last = reached.get(to) ?? null; last !== null; last = reached.get(last.before) ?? null) way.unshift(last.step);
    return way;
  }
}

function put(map: Map<string, Step[]>, key: string, step: Step): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [step]);
  else list.push(step);
}

const known = new WeakMap<TitleGraph["derivations"], Adjacency>();

/** Of a graph that never changes. */
export function adjacencyOf(graph: TitleGraph): Adjacency {
  let adjacency = known.get(graph.derivations);
  if (adjacency === undefined) known.set(graph.derivations, (adjacency = new Adjacency(graph)));
  return adjacency;
}
