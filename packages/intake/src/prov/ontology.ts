import { textValue } from "../made-value.js";
import { forward } from "./inverse.js";
import type { Triple } from "./triple.js";
import { provNamespace } from "./value.js";
import type { WrittenOut } from "./written-out.js";

const type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const labels = new Set(["http://www.w3.org/2000/01/rdf-schema#label", "http://purl.org/dc/terms/title", "http://purl.org/dc/terms/identifier", "http://www.w3.org/2004/02/skos/core#prefLabel", "http://schema.org/name", "https://schema.org/name"]);

/** Kinds of derivation that the ontology has a property each for, by the type that PROV-JSON gives them. */
const derived = new Map<string, string | null>([["wasDerivedFrom", null], ["wasQuotedFrom", "Quotation"], ["wasRevisionOf", "Revision"], ["hadPrimarySource", "PrimarySource"]]);
const qualified = new Map<string, string | null>([["qualifiedDerivation", null], ["qualifiedQuotation", "Quotation"], ["qualifiedRevision", "Revision"], ["qualifiedPrimarySource", "PrimarySource"]]);
/** Relations of two things: the record, and the keys of subject and object. */
const plain = new Map<string, readonly [kind: string, subject: string, object: string]>([
  ["used", ["used", "activity", "entity"]], ["wasGeneratedBy", ["wasGeneratedBy", "entity", "activity"]], ["wasInformedBy", ["wasInformedBy", "informed", "informant"]], ["wasInfluencedBy", ["wasInfluencedBy", "influencee", "influencer"]],
  // They name no source, and say which influence is one of these.
  ["wasStartedBy", ["wasStartedBy", "activity", "trigger"]], ["wasEndedBy", ["wasEndedBy", "activity", "trigger"]], ["wasInvalidatedBy", ["wasInvalidatedBy", "entity", "activity"]],
  ["wasAttributedTo", ["wasAttributedTo", "entity", "agent"]], ["wasAssociatedWith", ["wasAssociatedWith", "activity", "agent"]], ["actedOnBehalfOf", ["actedOnBehalfOf", "delegate", "responsible"]],
  ["hadMember", ["hadMember", "collection", "entity"]], ["specializationOf", ["specializationOf", "specificEntity", "generalEntity"]], ["mentionOf", ["mentionOf", "specificEntity", "generalEntity"]], ["alternateOf", ["alternateOf", "alternate1", "alternate2"]],
]);
const times = new Map([["startedAtTime", "prov:startTime"], ["endedAtTime", "prov:endTime"]]);
/** Relations that a node of its own says more of, with the keys of subject and object, and the properties under which the node has the object. */
const qualifiedPlain = new Map<string, readonly [relation: string, subject: string, object: string, properties: readonly string[]]>([
  ["qualifiedCommunication", ["wasInformedBy", "informed", "informant", ["activity", "influencer"]]], ["qualifiedInfluence", ["wasInfluencedBy", "influencee", "influencer", ["influencer", "entity", "activity", "agent"]]],
]);
/** What the property of an influencer says that it is. */
const influences = new Map([["entity", "EntityInfluence"], ["activity", "ActivityInfluence"], ["agent", "AgentInfluence"]]);
const agentTypes = new Set(["Agent", "Person", "Organization", "SoftwareAgent"]);
const entityTypes = new Set(["Entity", "Plan", "Collection", "EmptyCollection", "Bundle"]);
/** Properties whose subject is a thing; what else is one is an end of a relation. */
const ofEntities = new Set(["wasAttributedTo", "qualifiedAttribution", "generatedAtTime", "invalidatedAtTime", "wasInvalidatedBy", "qualifiedInvalidation", "value"]);
const endsOfEntities = new Set(["plan", "entity", "usedEntity", "generatedEntity", "collection", "specificEntity", "generalEntity", "alternate1", "alternate2"]);
/** Things of catalogues of data, which such a document describes beside their history. */
const described = /(?:dcat#|schema\.org\/|void#|dcmitype\/)(?:Dataset|Distribution|SoftwareSourceCode|SoftwareApplication)$/;

/** Properties that name no source: of nodes that say more of a relation, of places and roles, of where a history is found, and of the ontology itself. */
const beside = new Set([
  "entity", "activity", "agent", "influencer", "hadActivity", "hadUsage", "hadGeneration", "hadPlan", "hadRole", "atLocation", "value", "atTime", "asInBundle", "has_provenance", "has_anchor", "has_query_service", "pingback", "describesService",
  "generatedAtTime", "invalidatedAtTime", "startedAtTime", "endedAtTime", "inverse", "qualifiedForm", "unqualifiedForm", "sharesDefinitionWith", "category", "component", "constraints", "definition", "dm", "n", "aq", "order", "todo",
]);

/** Whether a triple alone says that its subject is a thing. */
const isThing = ({ predicate, object }: Triple): boolean => (predicate === type ? entityTypes.has(local(object)) || described.test(object) : ofEntities.has(local(predicate)));

const local = (name: string): string => (name.startsWith(provNamespace) ? name.slice(provNamespace.length) : "");

/** What triples of each graph say of things, acts and how the ones came of the others, as records. What is a thing in one graph is one in all. */
export function recordTriples(graphs: readonly (readonly [triples: readonly Triple[], records: WrittenOut])[]): void {
  const entities = new Set<string>();
  const readers = graphs.map(([triples, records]) => new OntologyReader(triples, records, entities));
  for (const each of readers) each.recordLinks();
  for (const each of readers) each.recordThings();
}

class OntologyReader {
  readonly #about = new Map<string, Triple[]>();
  readonly #entities: Set<string>;
  /** Pairs that a qualified record names: the plain one says less of them. */
  readonly #said = new Set<string>();

  constructor(triples: readonly Triple[], private readonly records: WrittenOut, entities: Set<string>) {
    this.#entities = entities;
    for (const each of triples.map(forward)) {
      if (each.subject !== "" && isThing(each)) entities.add(each.subject);
      const known = this.#about.get(each.subject);
      if (known === undefined) this.#about.set(each.subject, [each]);
      else known.push(each);
    }
  }

  recordLinks(): void {
    for (const each of this.#all()) this.#qualified(each);
    for (const each of this.#all()) this.#plain(each);
  }

  recordThings(): void {
    for (const [subject, said] of this.#about) {
      const isAct = said.some((each) => each.predicate === type && local(each.object) === "Activity");
      // Its name alone: who did something is nobody whose rights are asked for.
      if (said.some((each) => each.predicate === type && agentTypes.has(local(each.object)))) this.records.add("agent", subject, [], said[0]?.line ?? 1);
      if (isAct || this.#entities.has(subject)) this.records.add(isAct ? "activity" : "entity", subject, this.#attributes(said), said[0]?.line ?? 1);
    }
  }

  *#all(): Iterable<Triple> {
    for (const said of this.#about.values()) yield* said;
  }

  #objects(subject: string, property: string): string[] {
    return (this.#about.get(subject) ?? []).filter((each) => local(each.predicate) === property).map((each) => each.object);
  }

  #link(kind: string, ends: Readonly<Record<string, string | undefined>>, line: number, types: readonly string[] = []): void {
    const told = Object.entries(ends).flatMap(([key, end]) => (end === undefined ? [] : [[key, end] as const]));
    for (const [key, end] of told) if (endsOfEntities.has(key) && end !== "") this.#entities.add(end);
    this.records.add(kind, null, [...told.map(([key, end]) => [`prov:${key}`, textValue(end, line)] as const), ...types.map((each) => ["prov:type", textValue(each, line)] as const)], line);
  }

  #qualified({ subject, predicate, object, line }: Triple): void {
    const property = local(predicate);
    if (qualified.has(property)) {
      const own = qualified.get(property) ?? null;
      const types = (this.#about.get(object) ?? []).filter((each) => each.predicate === type).map((each) => each.object);
      // The usage by which one came of the other may be told of in its place.
      const sources = [...new Set([object, ...this.#objects(object, "hadUsage")].flatMap((node) => this.#influencers(node, "entity")))];
      const acts = [...this.#objects(object, "hadActivity"), ...this.#objects(object, "hadGeneration").flatMap((node) => this.#influencers(node, "activity"))];
      // Beside a plain relation it may say more of that one; alone it says that there is a source, and not which.
      if (sources.length === 0 && [...derived.keys()].every((each) => this.#objects(subject, each).length === 0)) this.#link("wasDerivedFrom", { generatedEntity: subject }, line, types);
      for (const source of sources) {
        this.#said.add(`wasDerivedFrom ${source} ${subject}`);
        this.#link("wasDerivedFrom", { generatedEntity: subject, usedEntity: source, activity: acts[0] }, line, own === null ? types : [...types, `${provNamespace}${own}`]);
      }
    } else if (property === "qualifiedUsage") {
      const sources = this.#influencers(object, "entity");
      if (sources.length === 0 && this.#objects(subject, "used").length === 0) this.#link("used", { activity: subject }, line);
      for (const entity of sources) this.#act("used", subject, entity, line);
    }
    else if (qualifiedPlain.has(property)) this.#related(subject, property, object, line);
    else if (property === "qualifiedGeneration") for (const activity of this.#influencers(object, "activity")) this.#act("wasGeneratedBy", activity, subject, line);
    else if (property === "qualifiedAssociation") for (const plan of this.#objects(object, "hadPlan")) this.#link("wasAssociatedWith", { activity: subject, plan, agent: this.#influencers(object, "agent")[0] }, line);
  }

  /** What the node of a relation names, by its own property or by the one for all influences. */
  #influencers(node: string, property: string): string[] {
    return [...new Set([...this.#objects(node, property), ...this.#objects(node, "influencer")])];
  }

  /** A communication or an influence with a node of its own. */
  #related(subject: string, property: string, node: string, line: number): void {
    const [relation, one, other, properties] = qualifiedPlain.get(property) ?? ["", "", "", []];
    const types = (this.#about.get(node) ?? []).filter((each) => each.predicate === type).map((each) => each.object);
    const named = properties.flatMap((each) => this.#objects(node, each).map((object) => ({ object, kind: property === "qualifiedInfluence" ? influences.get(each) : undefined })));
    if (named.length === 0 && this.#objects(subject, relation).length === 0) this.#link(relation, { [one]: subject }, line, types);
    for (const { object, kind } of named) {
      this.#said.add(`${relation} ${object} ${subject}`);
      if (kind === "EntityInfluence") this.#entities.add(object);
      this.#link(relation, { [one]: subject, [other]: object }, line, kind === undefined ? types : [...types, `${provNamespace}${kind}`]);
    }
  }

  #act(kind: string, activity: string, entity: string, line: number): void {
    if (this.#said.has(`${kind} ${activity} ${entity}`)) return;
    this.#said.add(`${kind} ${activity} ${entity}`);
    this.#link(kind, { activity, entity }, line);
  }

  #plain({ subject, predicate, object: end, literal, line }: Triple): void {
    const property = local(predicate);
    // An address that is written as a text is the address of a thing all the same; another text names nothing, and stands where something is named.
    const object = literal && !/^(?:https?:\/\/|urn:)\S+$/i.test(end) ? "" : end;
    if (derived.has(property)) {
      const own = derived.get(property) ?? null;
      // A quotation is also a derivation: a reasoner writes both, and the narrower one says more.
      const narrower = own === null && [...derived].some(([each, kind]) => kind !== null && this.#objects(subject, each).includes(object));
      if (!narrower && !this.#said.has(`wasDerivedFrom ${object} ${subject}`)) this.#link("wasDerivedFrom", { generatedEntity: subject, usedEntity: object }, line, own === null ? [] : [`${provNamespace}${own}`]);
      return;
    }
    const [kind, one, other] = plain.get(property) ?? [];
    if (kind === undefined || one === undefined || other === undefined) {
      // A property that the ontology does not have relates things in a way that nobody here knows.
      if (property !== "" && !literal && !beside.has(property) && !property.startsWith("qualified") && this.#entities.has(subject)) this.records.add(property, null, [["prov:entity", textValue(subject, line)], ["prov:object", textValue(object, line)]], line);
      return;
    }
    const ends: Record<string, string> = { [one]: subject, [other]: object };
    if (kind === "used" || kind === "wasGeneratedBy") this.#act(kind, ends["activity"] ?? "", ends["entity"] ?? "", line);
    else if (!this.#said.has(`${kind} ${object} ${subject}`)) this.#link(kind, ends, line);
  }

  /** What is said of a thing or an act beside its links. A nameless node is told by its label, since its number says nothing. */
  #attributes(said: readonly Triple[]): (readonly [string, ReturnType<typeof textValue>])[] {
    return said.flatMap(({ predicate, object, line }) => {
      const property = local(predicate);
      if (predicate === type) return [["prov:type", textValue(object, line)] as const];
      if (property !== "") return times.has(property) ? [[times.get(property) ?? "", textValue(object, line)] as const] : [];
      return [[predicate, textValue(object.startsWith("_:") ? this.#label(object) : object, line)] as const];
    });
  }

  #label(node: string): string {
    return (this.#about.get(node) ?? []).find((each) => labels.has(each.predicate) && each.literal)?.object ?? "a node without a name";
  }
}
