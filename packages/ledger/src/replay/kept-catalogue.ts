import { type Catalogue, readKeptCatalogue } from "@cleartitle/catalogue";
import { maxDepth } from "../entry/entry.js";
import { depthOf } from "../entry/json.js";
import type { DecisionRecord } from "./decision-record.js";

/** Digests of a basis that tell its catalogue, and what a person looks for by them. */
export const catalogueDigests = { catalogue: "catalogue", taxonomies: "taxonomies", groups: "groups of places" } as const;
type Digests = Pick<DecisionRecord["basis"], keyof typeof catalogueDigests>;

/** Which of the digests a catalogue has otherwise. */
export const otherDigests = (of: Digests, { digests }: Pick<Catalogue, "digests">): readonly (keyof Digests)[] => (Object.keys(catalogueDigests) as (keyof Digests)[]).filter((name) => of[name] !== digests[name]);

export type KeptCatalogue = { readonly catalogue: Catalogue } | { readonly why: string };

/** The catalogue of a decision out of a text that was kept with it, or why it is not that one. Whoever kept it: its digests are those of its content. */
export function catalogueIn(text: string, of: Digests): KeptCatalogue {
  if (depthOf(text) > maxDepth) return { why: `is more than ${maxDepth} deep` };
  const read = readKeptCatalogue(text);
  if ("why" in read) return read;
  const [other] = otherDigests(of, read.catalogue);
  return other === undefined ? read : { why: `is another one: ${catalogueDigests[other]} ${read.catalogue.digests[other]}` };
}
