import type { GraphFinding, TitleGraph } from "@cleartitle/title";
import { listsBy } from "../lists-by.js";

const cache = new WeakMap<TitleGraph, ReadonlyMap<string, readonly GraphFinding[]>>();

/** What is wrong with the assets of a graph as it was recorded, by asset. */
export function recordedOn(graph: TitleGraph): ReadonlyMap<string, readonly GraphFinding[]> {
  let known = cache.get(graph);
  if (known === undefined) {
    known = listsBy(graph.findings, (f) => (f.asset === null ? [] : [f.asset]));
    cache.set(graph, known);
  }
  return known;
}
