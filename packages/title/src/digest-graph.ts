import { canonicalJson, sha256 } from "@cleartitle/norms";
import { draftOf, emptyDraft, sealGraph } from "./graph-draft.js";
import type { TitleGraph } from "./graph.js";

/** A graph never changes, and every decision names its digest. */
const digests = new WeakMap<TitleGraph, string>();

/** Canonical text of the sections of graphs, by the map or list that has the records: most graphs share most of their sections with the one that they were made of. */
const texts = new WeakMap<object, string>();

type Key = keyof TitleGraph;
const isSection = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Digest (`sha256:…`) of a graph's content: equal content, equal digest, in whatever order it was put together. It is that of the canonical JSON of the graph in order. */
export function digestGraph(graph: TitleGraph): string {
  let digest = digests.get(graph);
  if (digest === undefined) digests.set(graph, (digest = sha256(textOf(graph))));
  return digest;
}

function textOf(graph: TitleGraph): string {
  const keys = Object.keys(emptyDraft(graph.us)) as Key[];
  const missing = keys.filter((key) => isSection(graph[key]) && !texts.has(graph[key]));
  if (missing.length > 0) {
    // In order each section is by itself: those whose text is known stay empty here.
    const sealed = sealGraph(draftOf({ ...(emptyDraft(graph.us) as TitleGraph), ...Object.fromEntries(missing.map((key) => [key, graph[key]])) }));
    for (const key of missing) texts.set(graph[key] as object, canonicalJson(sealed[key]));
  }
  const fields = keys.toSorted().map((key) => `${JSON.stringify(key)}:${isSection(graph[key]) ? texts.get(graph[key])! : canonicalJson(graph[key])}`);
  return `{${fields.join(",")}}`;
}
