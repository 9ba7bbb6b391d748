/** Namespaces that the readers and writers use. */
export const odrl = "http://www.w3.org/ns/odrl/2/";
export const cc = "http://creativecommons.org/ns#";
export const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
export const rdfs = "http://www.w3.org/2000/01/rdf-schema#";
export const owl = "http://www.w3.org/2002/07/owl#";
export const skos = "http://www.w3.org/2004/02/skos/core#";
export const xsd = "http://www.w3.org/2001/XMLSchema#";
export const dct = "http://purl.org/dc/terms/";
export const report = "https://w3id.org/force/compliance-report#";
export const sotw = "https://w3id.org/force/sotw#";
/** Our profile: what ODRL has no word for (roles, layers, anchors, positions) and the actions of the catalogue. */
export const profile = "urn:cleartitle:odrl:";
/** Base of documents: a name that no context defines comes out below it. */
export const relative = "relative:///";
/** Where a JSON-LD key that no context defines is kept, so that it is not dropped in silence. */
export const unknownKey = "urn:cleartitle:unknown-key:";

/**
 * Actions of the ODRL 2.2 Common Vocabulary → the action they are included in (null: a top of its own).
 * Source: https://www.w3.org/TR/odrl-vocab/ sections 3.5, 4.2 and 5.
 */
const included: Readonly<Record<string, string | null>> = {
  use: null, transfer: null, give: "transfer", sell: "transfer", display: "play", extract: "reproduce",
  ...Object.fromEntries([
    "acceptTracking", "aggregate", "annotate", "anonymize", "archive", "attribute", "compensate", "concurrentUse", "delete", "derive", "digitize",
    "distribute", "ensureExclusivity", "execute", "grantUse", "include", "index", "inform", "install", "modify", "move", "nextPolicy", "obtainConsent",
    "play", "present", "print", "read", "reproduce", "reviewPolicy", "stream", "synchronize", "textToSpeech", "transform", "translate", "uninstall", "watermark",
  ].map((name) => [name, "use"])),
};

/** Actions of Creative Commons in the Common Vocabulary: all included in `use`. */
const ccActions = ["Attribution", "CommercialUse", "DerivativeWorks", "Distribution", "Notice", "Reproduction", "ShareAlike", "Sharing", "SourceCode"];

/** Deprecated actions → what the vocabulary says is their exact match. */
const matches: Readonly<Record<string, string>> = {
  append: `${odrl}modify`, appendTo: `${odrl}modify`, attachPolicy: `${cc}Notice`, attachSource: `${cc}SourceCode`, commercialize: `${cc}CommercialUse`,
  copy: `${odrl}reproduce`, export: `${odrl}transform`, license: `${odrl}grantUse`, pay: `${odrl}compensate`, share: `${cc}Sharing`, shareAlike: `${cc}ShareAlike`,
  write: `${odrl}modify`, writeTo: `${odrl}modify`,
};

/** Deprecated actions that the vocabulary gives no match: known by name, their place unknown. */
const placeless = ["adHocShare", "extractChar", "extractPage", "extractWord", "lease", "lend", "preview", "secondaryUse"];

/**
 * Actions of the draft ODRL AI Vocabulary (https://w3c.github.io/odrl/ai-vocab/): training is mining, generation is training.
 */
export const aiVocabulary = "https://w3c.github.io/odrl/ai-vocab/";
const aiActions: Readonly<Record<string, string>> = {
  "data-mining": `${odrl}use`, "ai-training": `${aiVocabulary}data-mining`, "gen-ai": `${aiVocabulary}ai-training`,
  "ai-augment": `${aiVocabulary}data-mining`, search: `${odrl}use`, index: `${odrl}use`,
};

type Terms = ReadonlyMap<string, { readonly isA: readonly string[] }>;

/** Every action that is known by name → what it is included in. Deprecated terms stand under their exact match. */
export const actions: Terms = new Map<string, { isA: string[] }>([
  ...Object.entries(included).map(([name, broader]): [string, { isA: string[] }] => [odrl + name, { isA: broader === null ? [] : [odrl + broader] }]),
  ...ccActions.map((name): [string, { isA: string[] }] => [cc + name, { isA: [`${odrl}use`] }]),
  ...Object.entries(matches).map(([name, match]): [string, { isA: string[] }] => [odrl + name, { isA: [match] }]),
  ...Object.entries(aiActions).map(([name, broader]): [string, { isA: string[] }] => [aiVocabulary + name, { isA: [broader] }]),
]);

/** A deprecated action and its exact match are one action. */
export const exactMatch = (action: string): string => (action.startsWith(odrl) ? (matches[action.slice(odrl.length)] ?? action) : action);

const placelessActions: ReadonlySet<string> = new Set(placeless.map((name) => odrl + name));
export const isKnownAction = (iri: string): boolean => actions.has(iri) || placelessActions.has(iri);

export const operators = ["eq", "neq", "lt", "lteq", "gt", "gteq", "isAnyOf", "isNoneOf", "isAllOf", "isA", "isPartOf", "hasPart"] as const;
export type Operator = (typeof operators)[number];

/** How values of a left operand are compared. */
export type Sort = "instant" | "duration" | "number" | "term" | "event" | "any";

/** Left operands of the Common Vocabulary and how their values compare. Source: https://www.w3.org/TR/odrl-vocab/ section 4.5. */
export const operands: Readonly<Record<string, Sort>> = {
  dateTime: "instant", elapsedTime: "duration", delayPeriod: "duration", meteredTime: "duration", timeInterval: "duration", event: "event",
  count: "number", payAmount: "number", percentage: "number", resolution: "number", absoluteSize: "number", relativeSize: "number",
  purpose: "term", spatial: "term", recipient: "term", industry: "term", product: "term", language: "term", deliveryChannel: "term", fileFormat: "term",
  media: "term", systemDevice: "term", device: "term", system: "term", unitOfCount: "term", virtualLocation: "term", version: "any",
  absolutePosition: "any", absoluteSpatialPosition: "any", absoluteTemporalPosition: "any", relativePosition: "any", relativeSpatialPosition: "any",
  relativeTemporalPosition: "any", spatialCoordinates: "any",
};

/** Functions of parties beside assigner and assignee: they say to whom or by whom, and limit nothing. */
export const partyFunctions = [
  "attributedParty", "attributingParty", "compensatedParty", "compensatingParty", "consentedParty", "consentingParty", "contractedParty", "contractingParty",
  "informedParty", "informingParty", "trackedParty", "trackingParty", "payeeParty",
] as const;

export const policyTypes = ["Policy", "Set", "Offer", "Agreement", "Request", "Ticket", "Assertion", "Privacy"] as const;
export type PolicyType = (typeof policyTypes)[number];
export const conflicts = ["perm", "prohibit", "invalid"] as const;
export type ConflictStrategy = (typeof conflicts)[number];
export const logicalOperands = ["and", "or", "xone", "andSequence"] as const;
