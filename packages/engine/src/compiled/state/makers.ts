import type { Derivation } from "@cleartitle/title";
import { Circles } from "./circles.js";
import type { Ground } from "./ground.js";
import type { Licensors } from "./licensors.js";
import type { Moment } from "./moment.js";

/** One step by which something came to be, as its maker took it. */
export interface Making {
  readonly source: number;
  readonly kind: string;
  readonly derivation: Derivation;
}

const never = "9999-12-31";

/** Who made what, by the recorded derivations. */
export class Makers {
  readonly #ground: Ground;
  readonly #licensors: Licensors;
  readonly circles: Circles;

  constructor(ground: Ground, licensors: Licensors) {
    this.#ground = ground;
    this.#licensors = licensors;
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

  /** Whether one of a group made the thing before it was used, and nobody else is recorded as licensing it. In a circle nothing came first: nobody made it from the others. */
  isMadeBy(node: number, group: ReadonlySet<string>, at: Moment): boolean {
    const { graph } = this.#ground;
    if (graph.virtual[node] === 1) return !this.#someInto(node, (derivation) => this.#isRound(derivation));
    const licensors = this.#licensors.of(node, at);
    if (licensors.length > 0) return licensors.every((party) => group.has(party));
    return this.#someInto(node, (derivation) => group.has(derivation.who) && !this.#isRound(derivation)) && !this.#isOlder(node, at.date);
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

  /** Whether a thing was there before anything is recorded to have made it: by the date, or because something was made of it. */
  #isOlder(node: number, date: string | null): boolean {
    const made = this.#madeOn(node);
    return made !== null && ((date !== null && date < made) || this.#usedOn(node) < made);
  }

  /** The day on which the first step into a thing began; null: there is none, or nobody recorded when one did. */
  #madeOn(node: number): string | null {
    const { edges, derivations } = this.#ground.graph;
    let first: string | null = null;
    for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
      const { from } = derivations[edges.derivation[edges.into[i]!]!]!.during;
      if (from === null) return null;
      if (first === null || from < first) first = from;
    }
    return first;
  }

  /** The day on which the first step out of a thing was over. */
  #usedOn(node: number): string {
    const { edges, derivations } = this.#ground.graph;
    let first = never;
    for (let i = edges.outStart[node]!; i < edges.outStart[node + 1]!; i++) {
      const { from, to } = derivations[edges.derivation[i]!]!.during;
      const day = to ?? from;
      if (day !== null && day < first) first = day;
    }
    return first;
  }

  #isRound({ from, to }: Derivation): boolean {
    const { graph } = this.#ground;
    if (to === null) return false;
    const circle = this.circles.of(graph.numberOf.get(to)!);
    return from.some((source) => this.circles.of(graph.numberOf.get(source)!) === circle);
  }
}
