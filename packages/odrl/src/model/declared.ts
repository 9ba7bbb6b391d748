import type { RdfGraph } from "../rdf.js";
import { odrl } from "./vocabulary.js";

/** What a document says of an action beside its rules. */
export interface ActionDeclared {
  readonly action: string;
  readonly includedIn: readonly string[];
  /** Actions that must not be prohibited if this one is to be done. */
  readonly implies: readonly string[];
}

/** By graph: vocabularies are asked again for every request. */
const found = new WeakMap<RdfGraph, readonly ActionDeclared[]>();

/** What a document says of actions: which include and which imply which. */
export function declaredIn(graph: RdfGraph): readonly ActionDeclared[] {
  const known = found.get(graph);
  if (known !== undefined) return known;
  const declared = [...graph.subjects()].flatMap((action): readonly ActionDeclared[] => {
    const [includedIn, implies] = [graph.nodes(action, `${odrl}includedIn`), graph.nodes(action, `${odrl}implies`)];
    return includedIn.length + implies.length > 0 ? [{ action, includedIn, implies }] : [];
  });
  found.set(graph, declared);
  return declared;
}
