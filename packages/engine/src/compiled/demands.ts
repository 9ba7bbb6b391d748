import { layers, type Layer, type Truth } from "@cleartitle/norms";
import { arisesIn } from "./arising.js";
import { Conditions } from "./condition-test.js";
import type { CompiledGraph } from "./graph.js";
import { lanesOf, type Lanes } from "./lanes.js";
import { defaultBudget, type Budget } from "./over-budget.js";
import { passUpstream } from "./pass-upstream.js";
import { full } from "./plane.js";
import { Persistence } from "./persistence.js";
import { placesIn, type Asked, type Setting } from "./setting.js";
import { Ways } from "./way.js";

/** A right that an act needs on one asset, in the places where it is needed just so. */
export interface CompiledDemand {
  readonly asset: string;
  readonly layer: Layer;
  readonly action: string;
  /** `true`: the matter persists along some path; `unknown`: it may. */
  readonly persists: Truth;
  /** Witness: from what is acted on to the asset; fewest edges, then least ids. */
  readonly path: readonly string[];
  readonly places: readonly string[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Classes of places that fit one machine word. */
const word = 32;

/**
 * The law's demands of an act in all the given places: one backward pass for each layer, all actions and (up to 32) places at once.
 * In order of layer, asset and action. Throws `OverBudget` where the ways of one pass are more than the budget.
 */
export function demandsIn(asked: Asked, graph: CompiledGraph, atoms: readonly string[], budget: Budget = defaultBudget): CompiledDemand[] {
  const words = Array.from({ length: Math.ceil(atoms.length / word) }, (_, i) => atoms.slice(i * word, (i + 1) * word));
  const found = words.flatMap((each) => demandsOfWord(asked, graph, each, budget));
  return words.length <= 1 ? found : found.toSorted((a, b) => layers.indexOf(a.layer) - layers.indexOf(b.layer) || compare(a.asset, b.asset) || compare(a.action, b.action));
}

function demandsOfWord(asked: Asked, graph: CompiledGraph, atoms: readonly string[], budget: Budget): CompiledDemand[] {
  const lanes = lanesOf(asked.act.actions, graph, asked.world.catalogue.taxonomies.derivationKinds);
  const order = [...lanes.actions.keys()].toSorted((a, b) => (lanes.actions[a]! < lanes.actions[b]! ? -1 : 1));
  const places = placesIn(asked.world.catalogue);
  const object = graph.numberOf.get(asked.act.object);
  if (object === undefined) throw new RangeError(`no asset \`${asked.act.object}\``);
  return layers.flatMap((layer) => {
    const ways = new Ways(lanes.actions.length);
    const setting: Setting = { ...asked, graph, atoms, places, trail: ways };
    const classes = arisesIn(layer, setting);
    if (classes === 0) return [];
    const test = new Persistence(setting, new Conditions(setting));
    passUpstream({ graph, lanes, ways, budget, object, date: asked.act.date, classes, persists: (source, kind) => test.test(layer, source, kind) });
    const listing = new Listing(setting, lanes, ways);
    const found: CompiledDemand[] = [];
    for (const node of Int32Array.from(ways.at.keys()).toSorted()) for (const lane of order) listing.list(node, lane, layer, found);
    return found;
  });
}

/** Demands of one layer as they are read off the ways into each node. Places and paths that demands share are listed once. */
class Listing {
  readonly #places = new Map<number, readonly string[]>();
  readonly #paths: (readonly string[])[] = [];

  constructor(readonly setting: Setting, readonly lanes: Lanes, readonly ways: Ways) {}

  /** Of the ways into a node, for each class the first on which the matter surely is there, else the first on which it may be. */
  list(node: number, lane: number, layer: Layer, into: CompiledDemand[]): void {
    const { ways, lanes } = this;
    const asset = this.setting.graph.nodes[node]!;
    let left = full;
    for (const persists of ["true", "unknown"] as const) {
      const column = persists === "true" ? ways.sure : ways.maybe;
      for (const way of ways.at.get(node)!) {
        const classes = column[way * ways.width + lane]! & left;
        if (classes === 0) continue;
        left &= ~classes;
        into.push({ asset, layer, action: lanes.actions[lane]!, persists, path: this.#path(way), places: this.#in(classes) });
      }
    }
  }

  #path(way: number): readonly string[] {
    return (this.#paths[way] ??= this.ways.nodesOf(way).map((node) => this.setting.graph.nodes[node]!));
  }

  #in(classes: number): readonly string[] {
    let places = this.#places.get(classes);
    if (places === undefined) this.#places.set(classes, (places = this.setting.atoms.filter((_, i) => (classes & (1 << i)) !== 0)));
    return places;
  }
}
