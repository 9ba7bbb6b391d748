import type { Derivation, TitleGraph } from "@cleartitle/title";
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
  const touched = new Touched(change, new RecordedTexts([change.before, change.after]));
  const names = [...new Set(graphs.flatMap((graph) => [...graph.uses.keys()]))].toSorted();
  if (touched.everything !== null) return { everything: touched.everything, uses: names };
  const reached = downstreamOf(touched.assets, graphs);
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
function downstreamOf(assets: Iterable<string>, graphs: readonly TitleGraph[]): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const graph of graphs) {
    for (const derivation of graph.derivations.values()) {
      const results = derivation.to === null ? derivation.from : [derivation.to];
      for (const source of sourcesOf(derivation)) {
        const known = next.get(source);
        if (known === undefined) next.set(source, [...results]);
        else known.push(...results);
      }
    }
  }
  const reached = new Set(assets);
  for (const asset of reached) for (const result of next.get(asset) ?? []) reached.add(result);
  return reached;
}

/** What an act was done with: it is judged with all of that, wherever what came of it is asked for. */
const sourcesOf = ({ from, acts }: Derivation): readonly string[] => (acts.length === 0 ? from : [...from, ...acts.map((act) => act.of)]);
