import type { Derivation } from "@cleartitle/title";
import { isBare, isPlainlySaid, namedParties, namelessDerivation, namelessStatement } from "../judge/shapes.js";
import type { Place } from "../judge/spot.js";
import { NodeTable } from "../node-table.js";
import type { Numbers } from "./numbers.js";

/** What judgments read of a way besides its ends. */
interface WayForm {
  /** Facts of the things on it, each of the one nearest to the source: by what is stated. */
  readonly facts: ReadonlyMap<string, string>;
  /** The first derivation from the source by which something learned, and by which something was generated. */
  readonly training: string;
  readonly generation: string;
}

const anchors = ["training", "generation"] as const;

/** What judgments read of ways from what is acted on to its sources, by number: what is recorded of the things between, and how matter was first used. */
export class WayForms {
  readonly #place: Place;
  readonly #numbers: Numbers;
  readonly #forms: WayForm[] = [];
  readonly #byText = new Map<string, number>();
  readonly #next = new Map<string, number>();
  readonly #kinds: readonly ReadonlySet<number>[];
  readonly #facts = new Map<number, string>();
  readonly #derivations = new NodeTable();

  constructor(place: Place, numbers: Numbers) {
    this.#place = place;
    this.#numbers = numbers;
    const { graph: { derivationKinds }, of: { taxonomies } } = place.core;
    this.#kinds = anchors.map((anchor) => new Set(derivationKinds.flatMap((id, kind) => (taxonomies.derivationKinds.get(id)?.anchors?.includes(anchor) === true ? [kind] : []))));
    this.#numberOf({ facts: new Map(), training: "", generation: "" });
  }

  /** The way that ends where it begins. */
  get start(): number {
    return 0;
  }

  /** A way, and one thing more that its last one came from. */
  on(way: number, result: number, source: number): number {
    const [training, generation] = this.#kinds.map((kinds) => this.#making(result, source, kinds));
    const facts = this.#factsOf(result);
    const key = `${way} ${facts} ${training} ${generation}`;
    let next = this.#next.get(key);
    if (next === undefined) {
      const before = this.#forms[way]!;
      const said = facts === "" ? before.facts : new Map([...before.facts, ...(JSON.parse(facts) as [string, string][])]);
      this.#next.set(key, (next = this.#numberOf({ facts: said, training: training === "" ? before.training : training!, generation: generation === "" ? before.generation : generation! })));
    }
    return next;
  }

  /** What is read of a way by those who do not ask how matter was first used. */
  factsOn(way: number): string {
    return textOf(this.#forms[way]!);
  }

  #numberOf(form: WayForm): number {
    const text = `${textOf(form)} ${form.training} ${form.generation}`;
    let number = this.#byText.get(text);
    if (number === undefined) this.#byText.set(text, (number = this.#forms.push(form) - 1));
    return number;
  }

  /** What is stated of a thing on the way: where it is a matter of who said it and when, its own. */
  #factsOf(node: number): string {
    let facts = this.#facts.get(node);
    if (facts !== undefined) return facts;
    const { stated } = this.#place.core.state;
    const said = stated.about(node).filter(({ what }) => what.startsWith("fact:"));
    const isPlain = isPlainlySaid(said, stated);
    facts = said.length === 0 ? "" : JSON.stringify(said.map((each) => [each.what, isPlain ? JSON.stringify(namelessStatement(each)) : `of ${node}`]));
    if (facts !== "") this.#facts.set(node, facts);
    return facts;
  }

  /** The first derivation of some kinds between two things, as it is recorded; empty: there is none. */
  #making(result: number, source: number, kinds: ReadonlySet<number>): string {
    if (kinds.size === 0) return "";
    const { edges } = this.#place.core.graph;
    for (let i = edges.inStart[result]!; i < edges.inStart[result + 1]!; i++) {
      const edge = edges.into[i]!;
      if (edges.inSource[i] === source && kinds.has(edges.kind[edge]!)) return this.#derivationOf(edges.derivation[edge]!);
    }
    return "";
  }

  #derivationOf(number: number): string {
    let form = this.#derivations.of(number);
    if (form < 0) this.#derivations.set(number, (form = this.#numbers.of(`derivation ${this.#recorded(this.#place.core.graph.derivations[number]!)}`)));
    return `d${form}`;
  }

  #recorded(derivation: Derivation): string {
    return recordedOf(derivation, this.#place);
  }
}

/** A derivation as it is recorded, but for the names of what it is of and, of whom nothing more is recorded, of who took it. */
export const recordedOf = (derivation: Derivation, place: Place): string =>
  JSON.stringify([namelessDerivation(derivation), partyOf(derivation.who, place), place.core.state.told.isToldOf("derivation", derivation.id) ? derivation.id : ""]);

/** Somebody of whom more is recorded than that they did something; empty: anybody else. */
export function partyOf(party: string, { core, act, at }: Place): string {
  const record = core.world.graph.parties.get(party);
  const isNamed = namedParties(core).has(party) || core.state.groups.of(act.actor, at.date).has(party) || (record !== undefined && !isBare(record)) || core.state.told.isToldOf("party", party);
  return isNamed ? party : "";
}

const textOf = ({ facts }: WayForm): string => (facts.size === 0 ? "" : JSON.stringify([...facts].toSorted(([a], [b]) => (a < b ? -1 : 1))));
