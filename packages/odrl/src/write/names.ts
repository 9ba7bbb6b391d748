import type { Taxonomies } from "@cleartitle/norms";
import { odrl, profile } from "../model/vocabulary.js";

/** Taxonomies that name the terms of an instrument. */
export type Vocabulary = Pick<Taxonomies, "actions" | "purposes" | "fields" | "recipients" | "partyKinds" | "places" | "groups" | "duties" | "assetKinds" | "derivationKinds">;

/**
 * Actions written in the words of the Common Vocabulary: those under which it puts nothing that we would not. `use`, `transfer`
 * and `play` include far more than any action of ours, so ours keep names of their own below them.
 */
const shared = new Set(["reproduce", "derive", "archive", "index", "distribute", "grantUse", "present"]);

/** The IRI of an action of the catalogue. */
export function actionIri(action: string, { actions }: Vocabulary): string {
  const known = actions.get(action)?.odrl;
  return known !== undefined && shared.has(known) ? odrl + known : `${profile}action:${action}`;
}

/** The action of the catalogue that an IRI names; null: none of ours. */
export function actionOf(iri: string, { actions }: Vocabulary): string | null {
  if (iri.startsWith(`${profile}action:`)) return iri.slice(`${profile}action:`.length);
  return [...actions].find(([, each]) => each.odrl !== undefined && shared.has(each.odrl) && odrl + each.odrl === iri)?.[0] ?? null;
}

export type TermKind = "purpose" | "field" | "recipient" | "actor" | "place" | "layer" | "scope" | "kind" | "derivation" | "asserted" | "exposure" | "duty" | "role";
export const termIri = (kind: TermKind, name: string): string => `${profile}${kind}:${encodeURIComponent(name)}`;
export const termOf = (kind: TermKind, iri: string): string | null => (iri.startsWith(`${profile}${kind}:`) ? decodeURIComponent(iri.slice(`${profile}${kind}:`.length)) : null);

export const instrumentIri = (id: string): string => `urn:cleartitle:instrument:${encodeURIComponent(id)}`;
