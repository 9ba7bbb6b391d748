import { listsBy } from "@cleartitle/norms";
import type { GraphFinding, TitleGraph } from "@cleartitle/title";

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

type Recorded = ReturnType<typeof recordedOn>;

/** Whether a finding was recorded of its asset, in these words. */
export const isRecorded = (recorded: Recorded, { asset, kind, detail }: GraphFinding): boolean => asset !== null && recorded.get(asset)?.some((each) => each.kind === kind && each.detail === detail) === true;

/** A finding as it is of another asset of which the same is recorded: what was recorded of a thing may name it, and is of each in its own words. */
export const findingOf = (recorded: Recorded, finding: GraphFinding, asset: string): GraphFinding =>
  isRecorded(recorded, finding) ? { ...recorded.get(asset)!.find(({ kind }) => kind === finding.kind)! } : { ...finding, asset };
