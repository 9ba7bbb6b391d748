import { digestOf } from "@cleartitle/norms";
import { draftOf, sealGraph } from "./graph-draft.js";
import type { TitleGraph } from "./graph.js";

/** A graph never changes, and every decision names its digest. */
const digests = new WeakMap<TitleGraph, string>();

/** Digest (`sha256:…`) of a graph's content: equal content, equal digest, in whatever order it was put together. */
export function digestGraph(graph: TitleGraph): string {
  let digest = digests.get(graph);
  if (digest === undefined) digests.set(graph, (digest = digestOf(sealGraph(draftOf(graph)))));
  return digest;
}
