import { isA, truthOf, type Truth } from "@cleartitle/norms";
import type { RdfGraph } from "../rdf.js";
import { odrl, owl, rdf, rdfs, skos } from "../model/vocabulary.js";

type Relation = "kind" | "part";

/** To be a kind of and to be a part of are two relations, and neither follows from the other. */
const relations: Readonly<Record<Relation, readonly string[]>> = {
  kind: [`${skos}broader`, `${rdfs}subClassOf`, `${rdf}type`],
  part: [`${odrl}partOf`, "http://purl.org/dc/terms/isPartOf", "https://www.geonames.org/ontology#parentFeature"],
};

/** Classes of vocabularies themselves: that a term is one says nothing of what it is a kind of. */
const meta = [rdfs, skos, owl, rdf];

/**
 * How terms lie to one another, from the graphs that declare it. `names`: whether two terms of one vocabulary without a
 * stated relation are different (`unique`, for a closed question) or may overlap until declared distinct (`open`).
 */
export class TermWorld {
  readonly #broader: Readonly<Record<Relation, Map<string, { isA: string[] }>>> = { kind: new Map(), part: new Map() };
  readonly #distinct: (ReadonlySet<string>)[] = [];
  readonly #known = new Set<string>();

  constructor(
    graphs: readonly RdfGraph[],
    readonly names: "unique" | "open" = "unique",
  ) {
    for (const graph of graphs) for (const node of graph.subjects()) this.#read(graph, node);
  }

  #read(graph: RdfGraph, node: string): void {
    for (const relation of ["kind", "part"] as const) {
      for (const predicate of relations[relation]) {
        const broader = graph.nodes(node, predicate).filter((each) => !meta.some((namespace) => each.startsWith(namespace)) && each !== node);
        if (broader.length === 0) continue;
        for (const each of [node, ...broader]) this.#known.add(each);
        const entry = this.#broader[relation].get(node) ?? { isA: [] };
        this.#broader[relation].set(node, { isA: [...entry.isA, ...broader] });
      }
    }
    for (const predicate of [`${owl}distinctMembers`, `${owl}members`]) {
      const members = graph.objects(node, predicate).flatMap((each) => graph.members(each)).map((each) => each.value);
      if (members.length > 1) this.#distinct.push(new Set(members));
    }
    for (const predicate of [`${owl}disjointWith`, `${owl}differentFrom`]) for (const other of graph.nodes(node, predicate)) this.#distinct.push(new Set([node, other]));
    for (const group of this.#distinct) for (const each of group) this.#known.add(each);
  }

  /** Every term that some graph places or tells apart, in order. */
  terms(): readonly string[] {
    return [...this.#known].toSorted();
  }

  knows(term: string): boolean {
    return this.#known.has(term);
  }

  #isUnder(term: string, broader: string, relation: Relation): boolean {
    return isA(this.#broader[relation], term, broader);
  }

  /** Whether the two lie under terms that are declared distinct. */
  apart(one: string, other: string): boolean {
    const over = (term: string, group: ReadonlySet<string>) => [...group].filter((each) => each === term || this.#isUnder(term, each, "kind") || this.#isUnder(term, each, "part"));
    return this.#distinct.some((group) => over(one, group).some((a) => over(other, group).some((b) => a !== b)));
  }

  same(one: string, other: string): Truth {
    if (one === other) return "true";
    if (this.names === "unique" || this.apart(one, other)) return "false";
    const ordered = (["kind", "part"] as const).some((each) => this.#isUnder(one, other, each) || this.#isUnder(other, one, each));
    return ordered ? "false" : "unknown";
  }

  under(term: string, broader: string, relation: Relation): Truth {
    if (term === broader || this.#isUnder(term, broader, relation)) return "true";
    if (this.apart(term, broader) || this.#isUnder(broader, term, relation)) return "false";
    return this.names === "unique" && this.knows(term) && this.knows(broader) ? truthOf(false) : "unknown";
  }
}
