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

/** What a graph says of its terms. */
interface Said {
  readonly placed: readonly { readonly relation: Relation; readonly term: string; readonly broader: readonly string[] }[];
  readonly distinct: readonly ReadonlySet<string>[];
}

/** By graph: vocabularies are asked again for every request. */
const read = new WeakMap<RdfGraph, Said>();

function saidIn(graph: RdfGraph): Said {
  const known = read.get(graph);
  if (known !== undefined) return known;
  const nodes = [...graph.subjects()];
  const said: Said = {
    placed: nodes.flatMap((term) => (["kind", "part"] as const).flatMap((relation) => relations[relation].flatMap((predicate) => {
      const broader = graph.nodes(term, predicate).filter((each) => !meta.some((namespace) => each.startsWith(namespace)) && each !== term);
      return broader.length === 0 ? [] : [{ relation, term, broader }];
    }))),
    distinct: nodes.flatMap((node) => [
      ...[`${owl}distinctMembers`, `${owl}members`].map((predicate) => new Set(graph.objects(node, predicate).flatMap((each) => graph.members(each)).map((each) => each.value))).filter((each) => each.size > 1),
      ...[`${owl}disjointWith`, `${owl}differentFrom`].flatMap((predicate) => graph.nodes(node, predicate).map((other) => new Set([node, other]))),
    ]),
  };
  read.set(graph, said);
  return said;
}

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
    for (const { placed, distinct } of graphs.map(saidIn)) {
      for (const { relation, term, broader } of placed) {
        for (const each of [term, ...broader]) this.#known.add(each);
        this.#broader[relation].set(term, { isA: [...(this.#broader[relation].get(term)?.isA ?? []), ...broader] });
      }
      for (const group of distinct) {
        this.#distinct.push(group);
        for (const each of group) this.#known.add(each);
      }
    }
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
