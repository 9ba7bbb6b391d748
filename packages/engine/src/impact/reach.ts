import { listsBy } from "@cleartitle/norms";
import type { Derivation, TitleGraph } from "@cleartitle/title";
import type { State } from "../compiled/state/state.js";
import { RecordedTexts } from "./recorded-texts.js";
import { Touched, type Change } from "./touched.js";

/** What changes may alter the answer of. */
export interface ChangeReach {
  /** Why all is reached; null where it is not. */
  readonly everything: string | null;
  /** Names of uses, in order: of both worlds, also those that only one of them has. */
  readonly uses: readonly string[];
}

/** All uses whose answer the changes may alter. What is not among them is decided as before. */
export function reachOf(change: Change): ChangeReach {
  const graphs = [change.before, change.after].map(({ ground }) => ground.world.graph);
  const touched = new Touched(change, () => new RecordedTexts([change.before, change.after]));
  const names = [...new Set(graphs.flatMap((graph) => [...graph.uses.keys()]))].toSorted();
  if (touched.everything !== null) return { everything: touched.everything, uses: names };
  const reached = downstreamOf(touched.assets, [change.before, change.after]);
  return {
    everything: null,
    uses: names.filter((name) => {
      const [before, after] = graphs.map((graph) => graph.uses.get(name));
      if (before === undefined || after === undefined || touched.uses.has(name) || JSON.stringify(before) !== JSON.stringify(after)) return true;
      return reached.has(before.of);
    }),
  };
}

/** Assets with all whose answer they count in: what came of them, and what those came from whom an act besides was done with. */
function downstreamOf(assets: Iterable<string>, states: readonly State[]): ReadonlySet<string> {
  const reached = new Set(assets);
  for (const asset of reached) {
    for (const { ground: { graph, world }, endings } of states) {
      const node = graph.numberOf.get(asset);
      const { outStart, result } = graph.edges;
      if (node !== undefined) for (let edge = outStart[node]!; edge < outStart[node + 1]!; edge++) reached.add(graph.nodes[result[edge]!]!);
      for (const beside of besideIn(world.graph, graph.derivations, endings.all).get(asset) ?? []) reached.add(beside);
    }
  }
  return reached;
}

const kept = new WeakMap<TitleGraph, ReadonlyMap<string, readonly string[]>>();

/** What is reached beside what came of a thing: by an act that was done with it, what came of that act; by one that left nothing, what else it was done with. */
function besideIn(graph: TitleGraph, derivations: readonly Derivation[], endings: readonly Derivation[]): ReadonlyMap<string, readonly string[]> {
  let known = kept.get(graph);
  if (known === undefined) {
    const steps = [
      ...derivations.filter(({ acts }) => acts.length > 0).flatMap(({ acts, to }) => acts.map((act) => ({ source: act.of, results: [to!] }))),
      ...endings.flatMap(({ from, acts }) => [...from, ...acts.map((act) => act.of)].map((source) => ({ source, results: from }))),
    ];
    kept.set(graph, (known = new Map([...listsBy(steps, ({ source }) => [source])].map(([source, list]) => [source, list.flatMap(({ results }) => results)] as const))));
  }
  return known;
}
