import jsonld from "jsonld";
import { loadContext } from "../json-ld.js";
import { rdf, xsd } from "../model/vocabulary.js";
import type { RdfGraph, Term } from "../rdf.js";

const context = "http://www.w3.org/ns/odrl.jsonld";
const maxDepth = 100;

type Json = Record<string, unknown>;

/** Writes nameless nodes where they are named, once each; those that others share, or that lie in a circle, keep a label. */
class Nesting {
  readonly #named = new Map<string, number>();
  readonly #written = new Set<string>();

  constructor(readonly graph: RdfGraph) {
    for (const { object } of graph.triples()) if (object.kind === "node") this.#named.set(object.value, (this.#named.get(object.value) ?? 0) + 1);
  }

  #nests(node: string): boolean {
    return node.startsWith("_:") && this.#named.get(node) === 1 && this.graph.has(node) && !this.#written.has(node);
  }

  /** The members of a list that only this place names; null: no list, or one that says more than its members. */
  #listed(node: string): readonly string[] | null {
    const cells = new Set<string>();
    for (let at = node; at !== `${rdf}nil`; at = this.graph.nodes(at, `${rdf}rest`)[0]!) {
      const plain = this.#nests(at) && !cells.has(at) && [...this.graph.predicates(at)].length === 2 && this.graph.objects(at, `${rdf}first`).length === 1 && this.graph.nodes(at, `${rdf}rest`).length === 1;
      if (!plain) return null;
      cells.add(at);
    }
    return [...cells];
  }

  #object(term: Term, depth: number): Json {
    if (term.kind === "literal") return { "@value": term.value, ...(term.language !== undefined ? { "@language": term.language } : term.datatype === `${xsd}string` ? {} : { "@type": term.datatype }) };
    if (term.value === `${rdf}nil`) return { "@list": [] };
    if (depth > maxDepth || !this.#nests(term.value)) return { "@id": term.value };
    const cells = this.#listed(term.value);
    if (cells === null) return this.#node(term.value, depth, {});
    for (const cell of cells) this.#written.add(cell);
    return { "@list": cells.map((cell) => this.#object(this.graph.objects(cell, `${rdf}first`)[0]!, depth + 1)) };
  }

  #node(subject: string, depth: number, id: Json): Json {
    this.#written.add(subject);
    const { graph } = this;
    const types = graph.objects(subject, `${rdf}type`);
    const parts = [...graph.predicates(subject)].map((predicate): [string, unknown] =>
      predicate === `${rdf}type` && types.every((each) => each.kind === "node") ? ["@type", types.map((each) => each.value)] : [predicate, graph.objects(subject, predicate).map((each) => this.#object(each, depth + 1))]);
    return { ...id, ...Object.fromEntries(parts) };
  }

  write(): Json[] {
    const subjects = [...this.graph.subjects()];
    const top = subjects.filter((each) => !this.#nests(each)).map((each) => this.#node(each, 0, { "@id": each }));
    return [...top, ...subjects.filter((each) => !this.#written.has(each)).flatMap((each) => (this.#written.has(each) ? [] : [this.#node(each, 0, { "@id": each })]))];
  }
}

/** A graph as JSON-LD with the context of ODRL. Everything that stands in the graph is written, understood or not. */
export async function writeJsonLd(graph: RdfGraph): Promise<string> {
  const compacted = await jsonld.compact(new Nesting(graph).write() as never, context as never, { documentLoader: loadContext });
  return `${JSON.stringify({ ...(compacted as Json), "@context": context }, null, 2)}\n`;
}
