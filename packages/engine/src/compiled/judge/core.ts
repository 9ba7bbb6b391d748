import { listsBy } from "../../lists-by.js";
import type { World } from "../../world.js";
import { compileGraph, type CompiledGraph } from "../graph.js";
import type { Budget } from "../over-budget.js";
import { placesIn } from "../places.js";
import { stateOf } from "../state/state.js";
import { LawBook } from "./law-book.js";
import type { CatalogueCore, Core, Presumption } from "./spot.js";
import { TextBook } from "./text-book.js";
import { Telling } from "./told-condition.js";

function catalogueCore(catalogue: World["catalogue"]): CatalogueCore {
  const { taxonomies, instruments } = catalogue;
  const laws = [...catalogue.laws.values()];
  const places = placesIn(catalogue);
  const presuming = laws.flatMap((law) => law.norms.flatMap((norm): Presumption[] => (norm.kind === "presume" ? [{ law, norm }] : [])));
  return {
    catalogue, taxonomies, places, laws: new LawBook(laws, places), texts: new TextBook(taxonomies.actions), telling: new Telling(catalogue),
    presumptions: listsBy(presuming, ({ norm }) => [norm.presume.fact]),
    factsByLayer: listsBy(taxonomies.facts.values(), ({ layer }) => (layer === undefined ? [] : [layer])),
    jurisdictions: [...new Set(laws.map((law) => law.jurisdiction))],
    licenses: [...instruments.values()].filter((text) => text.kind === "license").toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

const catalogues = new WeakMap<World["catalogue"], CatalogueCore>();
const graphs = new WeakMap<World["graph"], WeakMap<World["catalogue"], CompiledGraph>>();

/** A world compiled: once for its catalogue, once for its graph, once for each instant of knowledge. */
export function coreOf(world: World, knownAt: string, budget: Budget): Core {
  const of = kept(catalogues, world.catalogue, () => catalogueCore(world.catalogue));
  const graph = kept(kept(graphs, world.graph, () => new WeakMap()), world.catalogue, () => compileGraph(world, budget));
  const contradicted = kept(contradictions, world.graph, () => new Set(world.graph.findings.flatMap((f) => (f.asset !== null && contradicting.has(f.kind) ? [f.asset] : []))));
  return { world, of, budget, graph, state: stateOf(world, graph, knownAt), contradicted };
}

const contradictions = new WeakMap<World["graph"], ReadonlySet<string>>();
const contradicting: ReadonlySet<string> = new Set(["rival-claim", "title-gap", "license-conflict", "stolen", "takedown"]);

function kept<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
