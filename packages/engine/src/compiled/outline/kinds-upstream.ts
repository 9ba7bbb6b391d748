import type { Instrument } from "@cleartitle/norms";
import { IntColumn } from "@cleartitle/title";
import { type LayerPass, word, passesIn } from "../judge/demands.js";
import type { DemandOnWay } from "../judge/demand-on-way.js";
import type { Origins } from "../judge/origins.js";
import { nodeOf, type Place } from "../judge/spot.js";
import { ascentsFrom, type Ascent, AscentsMet } from "../judge/upstream.js";
import type { WayBook } from "../judge/way-book.js";
import { BearingThings } from "./bearing-things.js";
import { readsMaking } from "./making-read.js";
import { Numbers } from "./numbers.js";
import { signOf } from "./part-signs.js";
import type { RolePlayed } from "../role-profile.js";
import type { RolesAtObject } from "./roles-at-object.js";
import { TextsThere, type TextThere } from "./texts-there.js";
import { alone, ThingForms } from "./thing-forms.js";
import { WayForms } from "./way-forms.js";

/** Things upstream of which the same is judged, for one that stands for them. */
export interface KindUpstream {
  readonly node: number;
  readonly things: number;
}

interface Asked {
  /** Texts whose duties on things between may clash: told apart by where they fall. */
  readonly apart: ReadonlySet<string>;
  /** Whether all ways are told, whatever they lead to. */
  readonly whole: boolean;
  /** What earlier acts on a thing came to. */
  readonly earlier: (node: number) => string;
}

/**
 * All that a thing came from, in kinds of which the same is judged for an act: of each kind the first thing, nearest first, stands for the others. Two things are of one kind where
 * the same is recorded of them, the same is demanded of them by ways of which judgments read the same, and their texts say the same to the parts that what is acted on plays.
 */
export class KindsUpstream implements Origins {
  readonly #roles: RolesAtObject;
  readonly #asked: Asked;
  #kinds: readonly KindUpstream[] | null = null;

  constructor(roles: RolesAtObject, asked: Asked) {
    this.#roles = roles;
    this.#asked = asked;
  }

  /** Those that were found, once something was asked. */
  get kindsFound(): readonly KindUpstream[] {
    return this.#kinds ?? [];
  }

  demandsIn(places: readonly Place[], ways: WayBook): readonly (readonly DemandOnWay[])[] {
    const nodes = this.#kindsIn(places, ways).map(({ node }) => node);
    const found = inWords(places).flatMap((each) => {
      const demands = each.map((): DemandOnWay[] => []);
      for (const pass of passesIn(each, ways)) {
        pass.narrow(nodes);
        for (const [i, list] of demands.entries()) list.push(...pass.demandsAt(i, nodes));
      }
      return demands;
    });
    // These were the last passes over all that is upstream.
    IntColumn.forget();
    return found;
  }

  ascents(places: readonly Place[], ways: WayBook, actions: readonly string[], again: boolean): readonly Ascent[] {
    const [{ core, act: { object, date } }] = places as [Place];
    const start = { object: nodeOf(core, object), date, actions };
    const { derivationKinds } = core.of.taxonomies;
    if (this.#asked.whole && !again) return ascentsFrom(core.graph, derivationKinds, { ...start, ways }, again);
    const told = new Set(this.#kindsIn(places, ways).map(({ node }) => node));
    const met = new AscentsMet(core.graph, derivationKinds, start, again);
    return met.written([...met.found].filter((way) => told.has(met.node.at(way))), ways);
  }

  #kindsIn(places: readonly Place[], ways: WayBook): readonly KindUpstream[] {
    return (this.#kinds ??= new Sorting(places, this.#roles, this.#asked).kinds(ways));
  }
}

const inWords = (places: readonly Place[]): (readonly Place[])[] => Array.from({ length: Math.ceil(places.length / word) }, (_, at) => places.slice(at * word, (at + 1) * word));

/** Things that are told apart step by step: each with the number of what is recorded of it, and of its kind as far as it is known. */
interface Sorted {
  readonly nodes: Int32Array;
  readonly thing: Int32Array;
  readonly kind: Int32Array;
}

/** Sorts all that is upstream into kinds: what tells things apart is found column by column, so that no more than one of them is held at a time. */
class Sorting {
  readonly #places: readonly Place[];
  readonly #asked: Asked;
  readonly #roles: RolesAtObject;
  readonly #atoms: readonly string[];
  readonly #numbers = new Numbers();
  readonly #forms: WayForms;
  readonly #texts: TextsThere;
  readonly #bearing: BearingThings;
  /** Whether a rule of law asks how matter was first used. */
  readonly #byLaw: boolean;

  constructor(places: readonly Place[], roles: RolesAtObject, asked: Asked) {
    const [place] = places as [Place];
    this.#places = places;
    this.#atoms = places.map(({ atom }) => atom);
    this.#roles = roles;
    this.#asked = asked;
    this.#forms = new WayForms(place, this.#numbers);
    this.#texts = new TextsThere(place, asked.apart);
    this.#bearing = new BearingThings(place.core, roles);
    this.#byLaw = places.some(({ core, atom, at }) => core.of.laws.in(atom, at).laws.some(readsMaking));
  }

  kinds(ways: WayBook): readonly KindUpstream[] {
    return this.#sortedByWays(this.#byMeeting(), ways);
  }

  #met(actions: readonly string[], again: boolean): AscentsMet {
    const [{ core, act: { object, date } }] = this.#places as [Place];
    return new AscentsMet(core.graph, core.of.taxonomies.derivationKinds, { object: nodeOf(core, object), date, actions }, again);
  }

  /** Things by what is recorded of them. */
  #byThing(nodes: Int32Array): Sorted {
    const [{ core, act }] = this.#places as [Place];
    const object = nodeOf(core, act.object);
    const things = new ThingForms(this.#places[0]!, this.#numbers, this.#asked.earlier);
    const thing = nodes.map((node) => (node === object ? alone : things.of(node)));
    for (const [i, node] of nodes.entries()) if (thing[i] !== alone && this.#texts.of(thing[i]!, node).some((text) => text.alone)) thing[i] = alone;
    return { nodes, thing, kind: nodes.map((node, i) => this.#numbers.of(thing[i] === alone ? `alone ${node}` : `of ${thing[i]}`)) };
  }

  /** Tells things of a kind apart by what is said of each. */
  #tell({ nodes, thing, kind }: Sorted, what: (node: number, texts: readonly TextThere[], i: number) => string): void {
    for (const [i, node] of nodes.entries()) if (thing[i] !== alone) kind[i] = this.#numbers.of(`${kind[i]} ${what(node, this.#texts.of(thing[i]!, node), i)}`);
  }

  /** Things by what is recorded of them, and by the ways on which they are met, whatever is demanded of them. */
  #byMeeting(): Sorted {
    const met = this.#met(this.#places[0]!.act.actions, true);
    const sorted = this.#byThing(Int32Array.from(met.found, (way) => met.node.at(way)));
    const read = this.#waysRead(met.node, met.parent);
    this.#tell(sorted, (node, texts, i) => `met ${met.actionsAt(met.found.at(i)).join()} ${read(met.found.at(i), node, texts, this.#atoms)}`);
    met.release();
    return sorted;
  }

  /** By what their texts say of their parts, and by what is demanded of them on which ways. Each pass is let go before the next one begins. */
  #sortedByWays(sorted: Sorted, ways: WayBook): readonly KindUpstream[] {
    const [{ core: { graph } }] = this.#places as [Place];
    if (graph.edges.dated) this.#tellLate(sorted);
    this.#tell(sorted, (node, texts) => texts.map(({ text, signs }) => this.#atoms.map((atom) => this.#signOf(text, signs, node, atom)).join()).join(" "));
    // What texts say of parts was told, and with it most parts were found.
    this.#roles.rest();
    for (const places of inWords(this.#places)) {
      for (const pass of passesIn(places, ways)) {
        this.#tellDemanded(pass, places, sorted);
        pass.narrow([]);
      }
    }
    const known = new Map<number, { readonly node: number; things: number }>();
    for (const [i, node] of sorted.nodes.entries()) {
      const before = known.get(sorted.kind[i]!);
      if (before === undefined) known.set(sorted.kind[i]!, { node, things: 1 });
      else before.things += 1;
    }
    return [...known.values()];
  }

  #tellDemanded(pass: LayerPass, places: readonly Place[], sorted: Sorted): void {
    const read = this.#waysRead(pass.ways.node, pass.ways.parent);
    this.#tell(sorted, (node, texts) => {
      let said = "";
      for (const [i, { atom }] of places.entries()) {
        for (const lane of pass.actions.keys()) {
          const demand = pass.met(i, lane, node);
          said += demand === null ? "," : `${demand.persists[0]!} ${read(demand.witness, node, texts, [atom])},`;
        }
      }
      return said;
    });
  }

  /** Things that are met at another day alone, and not by what asks for nothing. */
  #tellLate(sorted: Sorted): void {
    const met = this.#met([], false);
    const plainly = new Uint8Array(this.#places[0]!.core.graph.nodes.length);
    for (const way of met.found) plainly[met.node.at(way)] = 1;
    if (met.found.length < sorted.nodes.length) this.#tell(sorted, (node) => (plainly[node] === 1 ? "" : "late"));
    met.release();
  }

  /** What judgments read of ways that are given by where each ends and which it goes on from, each after that one. */
  #waysRead(node: IntColumn, parent: IntColumn): (way: number, end: number, texts: readonly TextThere[], atoms: readonly string[]) => string {
    const form = new Int32Array(node.length);
    for (let way = 0; way < node.length; way++) form[way] = parent.at(way) < 0 ? this.#forms.start : this.#forms.on(form[parent.at(way)]!, node.at(parent.at(way)), node.at(way));
    const nodesOf = (way: number): number[] => {
      const nodes: number[] = [];
      for (let at = way; at >= 0; at = parent.at(at)) nodes.push(node.at(at));
      return nodes.toReversed();
    };
    return (way, end, texts, atoms) => {
      const making = this.#byLaw || texts.some((text) => text.making);
      return `${making ? form[way] : this.#forms.factsOn(form[way]!)} ${texts.some((text) => text.inner.length > 0) ? this.#bearing.on(end, () => nodesOf(way), texts, atoms) : ""}`;
    };
  }

  /** What a text says to the parts that what is acted on plays of a thing, by number. */
  #signOf(text: Instrument, signs: Map<readonly RolePlayed[] | undefined, number>, node: number, atom: string): number {
    const [{ core }] = this.#places as [Place];
    const played = this.#roles.partsIn(text.reach, atom).of(node);
    let sign = signs.get(played);
    if (sign === undefined) signs.set(played, (sign = this.#numbers.of(`sign ${signOf(text, core.of.texts.of(text), played)}`)));
    return sign;
  }
}
