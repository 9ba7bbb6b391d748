import { aiVocabulary, conflicts, logicalOperands, operands, operators, partyFunctions, policyTypes, profile, sotw, odrl, actions, cc } from "./model/vocabulary.js";

type Definition = string | { readonly "@id": string; readonly "@type"?: string; readonly "@container"?: string };

const prefixes: Readonly<Record<string, string>> = {
  odrl, cc, rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", rdfs: "http://www.w3.org/2000/01/rdf-schema#", owl: "http://www.w3.org/2002/07/owl#",
  skos: "http://www.w3.org/2004/02/skos/core#", dct: "http://purl.org/dc/terms/", xsd: "http://www.w3.org/2001/XMLSchema#", vcard: "http://www.w3.org/2006/vcard/ns#",
  foaf: "http://xmlns.com/foaf/0.1/", schema: "http://schema.org/", sotw, cleartitle: profile, ai: aiVocabulary,
};

const plain = (names: Iterable<string>): [string, Definition][] => [...names].map((name) => [name, odrl + name]);
const typed = (type: "@id" | "@vocab", names: Iterable<string>): [string, Definition][] => [...names].map((name) => [name, { "@id": odrl + name, "@type": type }]);

const classes = [
  ...policyTypes, "Rule", "Permission", "Prohibition", "Duty", "Asset", "AssetCollection", "Party", "PartyCollection", "Action", "Constraint", "LogicalConstraint",
  "LeftOperand", "Operator", "RightOperand", "ConflictTerm", "AssetScope", "PartyScope", "UndefinedTerm", "All", "All2ndConnections", "AllConnections", "AllGroups", "Group", "Individual",
];
const links = [
  "profile", "inheritFrom", "target", "output", "relation", "hasPolicy", "function", "assigner", "assignee", "assignerOf", "assigneeOf", ...partyFunctions,
  "partOf", "source", "permission", "prohibition", "obligation", "duty", "consequence", "remedy", "failure", "constraint", "refinement", "unit", "status",
  "rightOperandReference", "operand",
];
const words = ["conflict", "action", "includedIn", "implies", "leftOperand", "operator", "undefined", "scope"];
const individuals = [...conflicts, ...Object.keys(operands), ...operators, "policyUsage", "ignore", "support", "core", "proximity", "timedCount", "inheritAllowed", "inheritRelation", "dataType"];
const actionNames = [...actions.keys()].filter((iri) => iri.startsWith(odrl)).map((iri) => iri.slice(odrl.length));
const placeless = ["adHocShare", "extractChar", "extractPage", "extractWord", "lease", "lend", "preview", "secondaryUse"];

/**
 * JSON-LD context of ODRL 2.2, made from its vocabulary (https://www.w3.org/TR/odrl-vocab/), since copies of the published one that
 * circulate name wrong terms. Logical operands are written as lists or sets and read as either.
 */
export const odrlContext: Readonly<Record<string, Definition>> = Object.fromEntries<Definition>([
  ...Object.entries(prefixes), ["uid", "@id"], ["type", "@type"],
  ...plain(classes), ...plain([...actionNames, ...placeless]), ...plain(individuals), ...typed("@id", links), ...typed("@id", logicalOperands), ...typed("@vocab", words),
  ["rightOperand", odrl + "rightOperand"],
]);

/** Context of the evaluation requests of the Formal Semantics draft. */
const requestContext: Readonly<Record<string, Definition>> = {
  sotw, EvaluationRequest: `${sotw}EvaluationRequest`, RequestParameter: `${sotw}RequestParameter`,
  evaluatedAction: { "@id": `${sotw}evaluatedAction`, "@type": "@vocab" }, evaluatedParty: { "@id": `${sotw}evaluatedParty`, "@type": "@id" },
  evaluatedTarget: { "@id": `${sotw}evaluatedTarget`, "@type": "@id" }, requestParameters: { "@id": `${sotw}requestParameters`, "@type": "@id" },
  describesFeature: { "@id": `${sotw}describesFeature`, "@type": "@id" }, value: `${sotw}value`,
};

/** Context of the states of the world of the same draft. */
const stateContext: Readonly<Record<string, Definition>> = {
  sotw, SotW: `${sotw}SotW`, context: { "@id": `${sotw}context`, "@type": "@id" }, conditionId: { "@id": `${sotw}conditionID`, "@type": "@id" },
  conditionID: { "@id": `${sotw}conditionID`, "@type": "@id" },
};

const draft = "https://raw.githubusercontent.com/w3c/odrl/refs/heads/master/formal-semantics/ontology/";

/** The only contexts that are read: by address → definitions kept here. Nothing is ever fetched. */
export const contexts: ReadonlyMap<string, Readonly<Record<string, Definition>>> = new Map([
  ["http://www.w3.org/ns/odrl.jsonld", odrlContext],
  ["https://www.w3.org/ns/odrl.jsonld", odrlContext],
  [`${draft}evaluation_request.json`, requestContext],
  [`${draft}stow.json`, stateContext],
]);
