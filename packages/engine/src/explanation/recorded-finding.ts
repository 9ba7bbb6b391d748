import { cyclesOf, type GraphFinding, type TitleGraph } from "@cleartitle/title";
import { listsBy } from "../lists-by.js";

/** What is wrong with the assets of a graph as it was recorded, by asset. */
interface RecordedFindings {
  readonly findings: ReadonlyMap<string, readonly GraphFinding[]>;
  /** Cycles by each of their members. */
  readonly cycles: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const cache = new WeakMap<TitleGraph, RecordedFindings>();

export function recordedOn(graph: TitleGraph): RecordedFindings {
  let known = cache.get(graph);
  if (known === undefined) {
    known = { findings: listsBy(graph.findings, (f) => (f.asset === null ? [] : [f.asset])), cycles: listsBy(cyclesOf(graph), (members) => members) };
    cache.set(graph, known);
  }
  return known;
}
