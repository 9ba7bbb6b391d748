import { layers, Scope } from "@cleartitle/norms";
import { dct, odrl, profile, skos } from "../model/vocabulary.js";
import { RdfGraph, type Triple } from "../rdf.js";
import { actionIri, termIri, type TermKind, type Vocabulary } from "./names.js";

/**
 * What the terms of our profile are kinds and parts of, as a graph that `evaluate` and `compatible` take as a vocabulary. Groups of places
 * have the members that no date ended.
 */
export function profileVocabulary(vocabulary: Vocabulary): RdfGraph {
  const triples: Triple[] = [];
  const say = (subject: string, predicate: string, object: string) => triples.push({ subject, predicate, object: { kind: "node", value: object } });
  for (const [id, action] of vocabulary.actions) {
    const iri = actionIri(id, vocabulary);
    if (iri.startsWith(odrl)) continue;
    const broader = (action.isA ?? []).map((each) => actionIri(each, vocabulary));
    for (const each of broader.length > 0 ? broader : [`${odrl}use`]) say(iri, `${odrl}includedIn`, each);
  }
  for (const [id, duty] of vocabulary.duties) say(termIri("duty", id), `${odrl}includedIn`, `${odrl}${duty.odrl === undefined || duty.odrl === "ceaseUse" ? "use" : duty.odrl}`);
  const kinds: readonly (readonly [TermKind, Iterable<readonly [string, { readonly isA?: readonly string[] | undefined }]>])[] = [
    ["purpose", vocabulary.purposes], ["field", vocabulary.fields], ["recipient", vocabulary.recipients], ["actor", vocabulary.partyKinds],
    ["kind", [...vocabulary.assetKinds.keys()].map((each) => [each, {}] as const)], ["derivation", [...vocabulary.derivationKinds.keys()].map((each) => [each, {}] as const)],
    ["layer", layers.map((each) => [each, {}] as const)], ["scope", Scope.options.map((each) => [each, {}] as const)],
  ];
  for (const [kind, terms] of kinds) {
    for (const [id, term] of terms) {
      say(termIri(kind, id), `${skos}broader`, `${profile}any-${kind}`);
      for (const each of term.isA ?? []) say(termIri(kind, id), `${skos}broader`, termIri(kind, each));
    }
  }
  for (const [id, place] of vocabulary.places) {
    say(termIri("place", id), `${dct}isPartOf`, `${profile}any-place`);
    for (const each of place.isA ?? []) say(termIri("place", id), `${dct}isPartOf`, termIri("place", each));
  }
  for (const [id, group] of vocabulary.groups) {
    for (const member of group.members) {
      if (typeof member === "string") say(member === "*" ? `${profile}any-place` : termIri("place", member), `${dct}isPartOf`, termIri("place", id));
      else if (member.to === undefined) say(termIri("place", member.place), `${dct}isPartOf`, termIri("place", id));
    }
  }
  return new RdfGraph(triples);
}
