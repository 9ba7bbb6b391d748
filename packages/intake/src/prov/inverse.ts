import type { Triple } from "./triple.js";
import { provNamespace } from "./value.js";

/** Names that the ontology keeps for the inverses of its properties (PROV-O, appendix B), and two that it has as properties of their own. */
const inverses: Readonly<Record<string, string>> = {
  hadDelegate: "actedOnBehalfOf", activityOfInfluence: "activity", agentOfInfluence: "agent", locationOf: "atLocation", entityOfInfluence: "entity", generated: "wasGeneratedBy", wasActivityOfInfluence: "hadActivity",
  generatedAsDerivation: "hadGeneration", wasMemberOf: "hadMember", wasPlanOf: "hadPlan", wasPrimarySourceOf: "hadPrimarySource", wasRoleIn: "hadRole", wasUsedInDerivation: "hadUsage", influenced: "wasInfluencedBy",
  hadInfluence: "influencer", invalidated: "wasInvalidatedBy", qualifiedAssociationOf: "qualifiedAssociation", qualifiedAttributionOf: "qualifiedAttribution", qualifiedCommunicationOf: "qualifiedCommunication",
  qualifiedDelegationOf: "qualifiedDelegation", qualifiedDerivationOf: "qualifiedDerivation", qualifiedEndOf: "qualifiedEnd", qualifiedGenerationOf: "qualifiedGeneration", qualifiedInfluenceOf: "qualifiedInfluence",
  qualifiedInvalidationOf: "qualifiedInvalidation", qualifiedSourceOf: "qualifiedPrimarySource", qualifiedQuotationOf: "qualifiedQuotation", revisedEntity: "qualifiedRevision", qualifiedStartOf: "qualifiedStart",
  qualifiedUsingActivity: "qualifiedUsage", generalizationOf: "specializationOf", wasUsedBy: "used", wasAssociateFor: "wasAssociatedWith", contributed: "wasAttributedTo", hadDerivation: "wasDerivedFrom",
  ended: "wasEndedBy", informed: "wasInformedBy", quotedAs: "wasQuotedFrom", hadRevision: "wasRevisionOf", started: "wasStartedBy",
};

const isAddress = (text: string): boolean => /^(?:https?:\/\/|urn:)\S+$/i.test(text);

/** A triple with the property itself where it has the inverse. A text that is no address names nothing, and stands where something is named. */
export function forward(triple: Triple): Triple {
  const name = triple.predicate.startsWith(provNamespace) ? triple.predicate.slice(provNamespace.length) : "";
  const property = Object.hasOwn(inverses, name) ? inverses[name] : undefined;
  if (property === undefined) return triple;
  return { subject: triple.literal && !isAddress(triple.object) ? "" : triple.object, predicate: `${provNamespace}${property}`, object: triple.subject, literal: false, line: triple.line };
}
