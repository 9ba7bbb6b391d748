import { layers, type Condition, type Layer } from "@cleartitle/norms";
import type { Premise } from "../../decision.js";
import { lanesOf, type Lanes } from "../lanes.js";
import { passUpstream } from "../pass-upstream.js";
import type { Plane } from "../plane.js";
import { Ways } from "../way.js";
import { DemandOnWay, type StepsTold } from "./demand-on-way.js";
import { spotAt, type Core, type Place, type Told } from "./spot.js";
import { plainly } from "./told-condition.js";
import { isOfNoThing } from "./unsaid-facts.js";
import type { WayBook } from "./way-book.js";

/** Classes of places that fit one machine word. */
export const word = 32;

/** How an action is demanded of a thing in a place. */
export interface Met {
  readonly persists: "true" | "unknown";
  /** The way that witnesses it. */
  readonly witness: number;
  /** The way by which it was met first, as surely as it is at that distance. */
  readonly meeting: number;
  /** Twice the distance at which it was first met, one more where it only may be. */
  readonly level: number;
}

/** A demand, and where it stands among the others. */
interface Listed {
  readonly demand: DemandOnWay;
  /** Twice the distance at which it was first met, one more where it only may be. */
  readonly level: number;
  /** The way by which it was met there. */
  readonly way: number;
}

/** The law's demands of an act in each of several places: one pass upstream for each layer, all actions and up to 32 places at once. `ways`: of the act. */
export function demandsIn(places: readonly Place[], ways: WayBook): readonly (readonly DemandOnWay[])[] {
  if (places.length > word) return [...demandsIn(places.slice(0, word), ways), ...demandsIn(places.slice(word), ways)];
  const found: DemandOnWay[][] = places.map(() => []);
  for (const pass of passesIn(places, ways)) for (const [i, list] of found.entries()) list.push(...pass.demandsAt(i));
  return found;
}

/** One pass for each layer that arises in any of the places, of which there are no more than fit one machine word. */
export function* passesIn(places: readonly Place[], ways: WayBook): Generator<LayerPass, void, undefined> {
  for (const layer of layers) {
    const classes = arises(layer, places);
    if (classes !== 0) yield new LayerPass(layer, places, classes, ways);
  }
}

/** A layer that is always asked everywhere, another where a rule of the place raises it or somebody speaks of it. */
function arises(layer: Layer, places: readonly Place[]): number {
  const all = places.length === word ? -1 : (1 << places.length) - 1;
  const [{ core: { world }, act }] = places as [Place];
  const { actions, layers: terms } = world.catalogue.taxonomies;
  if (terms.get(layer)?.always === true || world.graph.claims.some((claim) => claim.layer === layer) || act.actions.some((each) => actions.get(each)?.raises?.includes(layer) === true)) return all;
  return places.reduce((bits, { core, atom, at }, i) => bits | (core.of.laws.in(atom, at).reserves(layer) ? 1 << i : 0), 0);
}

const nothingSaid = plainly("unknown");

/** One pass and what was found on it. */
export class LayerPass implements StepsTold {
  readonly #layer: Layer;
  readonly #places: readonly Place[];
  readonly #core: Core;
  readonly #lanes: Lanes;
  #ways: Ways;
  readonly #book: WayBook;
  /** Ways of the pass by their numbers in the book. */
  readonly #numbers: number[] = [];
  readonly #rows = new Map<number, Condition | null>();
  /** Where matter persists by rows that come to the same on all ways, by where that is asked; null: of this row each way tells its own. */
  readonly #planes = new Map<Condition, Map<number, Plane> | null>();
  /** What the last step of a way rests on in a place. */
  readonly #told = new Map<number, readonly Premise[]>();

  constructor(layer: Layer, places: readonly Place[], classes: number, book: WayBook) {
    const [{ core, act, at }] = places as [Place];
    const { graph } = core;
    this.#layer = layer;
    this.#book = book;
    this.#places = places;
    this.#core = core;
    this.#lanes = lanesOf(act.actions, graph, core.of.taxonomies.derivationKinds);
    this.#ways = new Ways(this.#lanes.actions.length);
    const object = graph.numberOf.get(act.object);
    if (object === undefined) throw new RangeError(`no asset \`${act.object}\``);
    passUpstream({
      graph, lanes: this.#lanes, ways: this.#ways, budget: core.budget, object, date: at.date, classes,
      persists: (sourceKind, kind) => ({ at: ({ source, way }, asked) => this.#persistsAt(this.#rowOf(sourceKind, kind), source, way, asked) }),
    });
  }

  /** What is asked of what is acted on, and what that is upstream. */
  get actions(): readonly string[] {
    return this.#lanes.actions;
  }

  /** Ways by which demands arrive, each after the one it goes on from. */
  get ways(): Ways {
    return this.#ways;
  }

  /** In the order in which the demands are met: nearest first, of one distance surest first, then by their ways. `of`: of these things alone. */
  demandsAt(place: number, of: Iterable<number> = this.#ways.ends()): DemandOnWay[] {
    const listed: Listed[] = [];
    for (const node of of) {
      for (const [lane, action] of this.#lanes.actions.entries()) {
        const met = this.met(place, lane, node);
        if (met !== null) listed.push(this.#listed(met, place, node, action));
      }
    }
    return listed.toSorted((a, b) => a.level - b.level || this.#book.compare(a.way, b.way) || compare(a.demand.action, b.demand.action)).map(({ demand }) => demand);
  }

  /** How the action of a lane is demanded of a thing; null: it is not. */
  met(place: number, lane: number, node: number): Met | null {
    const { sure, maybe, width } = this.#ways;
    const bit = 1 << place;
    let [first, surest, meeting] = [-1, -1, -1];
    for (let way = this.#ways.firstAt(node); way >= 0; way = this.#ways.nextAt(way)) {
      const at = way * width + lane;
      const isSure = (sure.at(at) & bit) !== 0;
      if (!isSure && (maybe.at(at) & bit) === 0) continue;
      if (first < 0) first = way;
      if (!isSure) continue;
      surest = way;
      // Met at the nearest level; there what is sure stands before what may be.
      if (this.#ways.lengthOf(way) === this.#ways.lengthOf(first)) meeting = way;
      break;
    }
    if (first < 0) return null;
    if (meeting < 0) meeting = first;
    const isSure = (sure.at(meeting * width + lane) & bit) !== 0;
    return { persists: surest < 0 ? "unknown" : "true", witness: surest < 0 ? first : surest, meeting, level: this.#ways.lengthOf(first) * 2 + (isSure ? 0 : 1) };
  }

  #listed({ persists, witness, meeting, level }: Met, place: number, node: number, action: string): Listed {
    const demand = new DemandOnWay({
      asset: this.#core.graph.nodes[node]!, layer: this.#layer, action, persists, ways: this.#book, way: this.#numberOf(witness), steps: this,
      pass: [witness, place],
    });
    return { demand, level, way: this.#numberOf(meeting) };
  }

  /** Lets go of what does not lead to some things. */
  narrow(nodes: Iterable<number>): void {
    const all = this.#ways;
    this.#ways = all.endingIn(nodes);
    all.release();
  }

  #pathOf(way: number): string[] {
    return this.#ways.nodesOf(way).map((node) => this.#core.graph.nodes[node]!);
  }

  #numberOf(way: number): number {
    // A way is there after the one before it.
    for (let at = this.#numbers.length; at <= way; at++) {
      const [parent, node] = [this.#ways.parent.at(at), this.#ways.node.at(at)];
      this.#numbers.push(parent < 0 ? this.#book.from(node) : this.#book.on(this.#numbers[parent]!, node));
    }
    return this.#numbers[way]!;
  }

  /** The condition of the first row of the table that speaks of a layer, a kind of source and a kind of derivation; null: none does. */
  #rowOf(sourceKind: number, kind: number): Condition | null {
    const { assetKinds, derivationKinds } = this.#core.graph;
    const key = sourceKind * derivationKinds.length + kind;
    let row = this.#rows.get(key);
    if (row === undefined) {
      const [source, derivation] = [assetKinds[sourceKind]!, derivationKinds[kind]!];
      row = this.#core.of.taxonomies.persistence.find((r) => matches(r.layer, this.#layer) && matches(r.source, source) && matches(r.derivation, derivation))?.persists ?? null;
      this.#rows.set(key, row);
    }
    return row;
  }

  #persistsAt(row: Condition | null, source: number, way: number, classes: number): Plane {
    if (row === null || typeof row !== "object") return this.#planeOf(row, source, way, classes);
    let planes = this.#planes.get(row);
    if (planes === undefined) this.#planes.set(row, (planes = isOfNoThing(row, this.#core) ? new Map<number, Plane>() : null));
    if (planes === null) return this.#planeOf(row, source, way, classes);
    let plane = planes.get(classes);
    if (plane === undefined) planes.set(classes, (plane = this.#planeOf(row, source, way, classes)));
    return plane;
  }

  #planeOf(row: Condition | null, source: number, way: number, classes: number): Plane {
    let [t, f] = [0, 0];
    for (const i of this.#places.keys()) {
      if ((classes & (1 << i)) === 0) continue;
      const { truth } = this.#tell(row, source, way, i);
      if (truth === "true") t |= 1 << i;
      else if (truth === "false") f |= 1 << i;
    }
    return { t, f };
  }

  #tell(row: Condition | null, source: number, way: number, place: number): Told {
    if (row === null) return nothingSaid;
    if (typeof row === "boolean") return plainly(row ? "true" : "false");
    const asset = this.#core.graph.nodes[source]!;
    return this.#core.of.telling.tell(row, spotAt(this.#places[place]!, asset, [...this.#pathOf(way), asset]), "permit");
  }

  /** A way is told with all that it goes on from: where one of its steps was told, so were those before. */
  tell(way: number, place: number): void {
    const { parent } = this.#ways;
    for (let at = way; parent.at(at) >= 0 && !this.#told.has(at * word + place); at = parent.at(at)) this.#lastStep(at, place);
  }

  /** What the steps of a way rest on, from what is acted on upwards: from the standpoint from which each was told first. */
  premisesOf(way: number, place: number): readonly Premise[] {
    const steps: (readonly Premise[])[] = [];
    for (let at = way; this.#ways.parent.at(at) >= 0; at = this.#ways.parent.at(at)) steps.push(this.#lastStep(at, place));
    return steps.toReversed().flat();
  }

  #lastStep(way: number, place: number): readonly Premise[] {
    const { node, parent, edge } = this.#ways;
    const { graph } = this.#core;
    const key = way * word + place;
    let premises = this.#told.get(key);
    if (premises === undefined) {
      const row = this.#rowOf(graph.kind[node.at(way)]!, graph.edges.kind[edge.at(way)]!);
      this.#told.set(key, (premises = this.#tell(row, node.at(way), parent.at(way), place).premises));
    }
    return premises;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const matches = (cell: readonly string[] | "any", value: string): boolean => cell === "any" || cell.includes(value);
