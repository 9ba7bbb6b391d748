import { listsBy } from "@cleartitle/norms";
import type { ChangeSet } from "@cleartitle/title";
import { factsByLayer } from "../../facts-by-layer.js";
import { kept } from "../../kept.js";
import type { World } from "../../world.js";
import { compileGraph, type CompiledGraph } from "../graph.js";
import { defaultBudget, type Budget } from "../over-budget.js";
import { patchGraph } from "../patch-graph.js";
import { placesIn } from "../places.js";
import { assetsChanged } from "../state/assets-changed.js";
import { stateOf, type Following } from "../state/state.js";
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
    catalogue, taxonomies, places, laws: new LawBook(laws, places, taxonomies.actions), texts: new TextBook(taxonomies.actions), telling: new Telling(catalogue),
    presumptions: listsBy(presuming, ({ norm }) => [norm.presume.fact]),
    factsByLayer: factsByLayer(taxonomies),
    jurisdictions: [...new Set(laws.map((law) => law.jurisdiction))],
    licenses: [...instruments.values()].filter((text) => text.kind === "license").toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

const catalogues = new WeakMap<World["catalogue"], CatalogueCore>();
const graphs = new WeakMap<World["graph"], WeakMap<World["catalogue"], CompiledGraph>>();

/** A world compiled: once for its catalogue, once for its graph, once for each instant of knowledge. */
export function coreOf(world: World, knownAt: string, budget: Budget): Core {
  const of = kept(catalogues, world.catalogue, () => catalogueCore(world.catalogue));
  const graph = compiledOf(world, budget);
  const contradicted = kept(contradictions, world.graph, () => new Set(world.graph.findings.flatMap((f) => (f.asset !== null && contradicting.has(f.kind) ? [f.asset] : []))));
  return { world, of, budget, graph, state: stateOf(world, graph, knownAt, () => followingOf(world, knownAt)), contradicted };
}

const compiledOf = (world: World, budget: Budget): CompiledGraph => kept(kept(graphs, world.graph, () => new WeakMap()), world.catalogue, () => compileGraph(world, budget));

/** Compiles a world from the one before its changes, without reading again what did not change: to be called before the later one is asked of. */
export function follow(before: World, after: World, changes: ChangeSet, budget: Budget = defaultBudget): void {
  if (before.catalogue !== after.catalogue || before.graph === after.graph) return;
  const graph = compiledOf(before, budget);
  const patched = kept(kept(graphs, after.graph, () => new WeakMap()), after.catalogue, () => patchGraph(graph, before.graph, after, changes, budget));
  const changed = assetsChanged(before.graph, after.graph, changes);
  // Its nodes must be numbered as they were.
  if (changed === null || patched.nodes !== graph.nodes) return;
  // Of a world that followed itself what it followed is kept, and not every step between.
  const earlier = followed.get(before.graph) ?? { before, changed: [] };
  const all = new Set([...earlier.changed, ...changed]);
  if (all.size <= most) followed.set(after.graph, { before: earlier.before, changed: all });
}

/** Assets beyond which a world is no longer followed from where it was. */
const most = 1_000;
const followed = new WeakMap<World["graph"], { readonly before: World; readonly changed: ReadonlySet<string> }>();

/** The state before the changes of a world that follows another. */
function followingOf({ graph, catalogue }: World, knownAt: string): Following | null {
  const found = followed.get(graph);
  const before = found === undefined ? undefined : graphs.get(found.before.graph)?.get(catalogue);
  return found === undefined || before === undefined ? null : { before: stateOf(found.before, before, knownAt), changed: found.changed };
}

const contradictions = new WeakMap<World["graph"], ReadonlySet<string>>();
const contradicting: ReadonlySet<string> = new Set(["rival-claim", "title-gap", "license-conflict", "gate-against-license", "stolen", "takedown"]);
