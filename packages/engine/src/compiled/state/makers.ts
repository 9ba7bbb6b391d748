import type { Derivation } from "@cleartitle/title";
import { Circles } from "./circles.js";
import { assetAt, type Ground } from "./ground.js";

/** One step by which something came to be, as its maker took it. */
export interface Making {
  readonly source: number;
  readonly kind: string;
  readonly derivation: Derivation;
}

/** Who made what, by the recorded derivations. */
export class Makers {
  readonly #ground: Ground;
  readonly circles: Circles;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.circles = new Circles(ground.graph);
  }

  /** The steps into a node, in order of source, kind and derivation. */
  into(node: number): Making[] {
    const { edges, derivations, derivationKinds } = this.#ground.graph;
    const found: Making[] = [];
    for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
      const edge = edges.into[i]!;
      found.push({ source: edges.inSource[i]!, kind: derivationKinds[edges.kind[edge]!]!, derivation: derivations[edges.derivation[edge]!]! });
    }
    return found;
  }

  /** Whether one of a group made the thing, and nobody else is recorded as licensing it. In a circle nothing came first: nobody made it from the others. */
  isMadeBy(node: number, group: ReadonlySet<string>): boolean {
    const { graph } = this.#ground;
    if (graph.virtual[node] === 1) return !this.#someInto(node, (derivation) => this.#isRound(derivation));
    const licensor = assetAt(this.#ground, node)?.licensor ?? null;
    if (licensor !== null) return group.has(licensor);
    return this.#someInto(node, (derivation) => group.has(derivation.who) && !this.#isRound(derivation));
  }

  /** Whether what a derivation of this kind gives is an output in the words of texts. */
  isGeneration(kind: string): boolean {
    return this.#ground.world.catalogue.taxonomies.derivationKinds.get(kind)?.anchors?.includes("generation") === true;
  }

  #someInto(node: number, test: (derivation: Derivation) => boolean): boolean {
    const { edges, derivations } = this.#ground.graph;
    for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) if (test(derivations[edges.derivation[edges.into[i]!]!]!)) return true;
    return false;
  }

  #isRound({ from, to }: Derivation): boolean {
    const { graph } = this.#ground;
    if (to === null) return false;
    const circle = this.circles.of(graph.numberOf.get(to)!);
    return from.some((source) => this.circles.of(graph.numberOf.get(source)!) === circle);
  }
}
