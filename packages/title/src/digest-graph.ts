import { digestOf } from "@cleartitle/norms";
import { draftOf, sealGraph } from "./graph-draft.js";
import type { TitleGraph } from "./graph.js";

/** Digest (`sha256:…`) of a graph's content: equal content, equal digest, in whatever order it was put together. */
export const digestGraph = (graph: TitleGraph): string => digestOf(sealGraph(draftOf(graph)));
