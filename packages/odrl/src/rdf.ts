import { Parser, type Quad as N3Quad, type Term as N3Term } from "n3";
import { problem, type Problem } from "@cleartitle/norms";
import { rdf, relative, xsd } from "./model/vocabulary.js";

/** A node of an RDF graph. Blank nodes begin with `_:`. */
export type Term =
  | { readonly kind: "node"; readonly value: string }
  | { readonly kind: "literal"; readonly value: string; readonly datatype: string; readonly language?: string };

export interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: Term;
}

const none: readonly Term[] = [];

/** Triples by subject and predicate, in the order of the document. */
export class RdfGraph {
  readonly #bySubject = new Map<string, Map<string, Term[]>>();
  readonly #seen = new Set<string>();

  constructor(triples: Iterable<Triple>) {
    for (const triple of triples) this.#add(triple);
  }

  #add({ subject, predicate, object }: Triple): void {
    const key = JSON.stringify([subject, predicate, object.value, object.kind === "literal" ? [object.datatype, object.language] : null]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    let about = this.#bySubject.get(subject);
    if (about === undefined) this.#bySubject.set(subject, (about = new Map<string, Term[]>()));
    const known = about.get(predicate);
    if (known === undefined) about.set(predicate, [object]);
    else known.push(object);
  }

  subjects(): Iterable<string> {
    return this.#bySubject.keys();
  }

  *triples(): Iterable<Triple> {
    for (const [subject, about] of this.#bySubject) for (const [predicate, objects] of about) for (const object of objects) yield { subject, predicate, object };
  }

  has(subject: string): boolean {
    return this.#bySubject.has(subject);
  }

  predicates(subject: string): Iterable<string> {
    return this.#bySubject.get(subject)?.keys() ?? [];
  }

  objects(subject: string, predicate: string): readonly Term[] {
    return this.#bySubject.get(subject)?.get(predicate) ?? none;
  }

  /** Nodes among the objects. */
  nodes(subject: string, predicate: string): readonly string[] {
    return this.objects(subject, predicate).filter((each) => each.kind === "node").map((each) => each.value);
  }

  /** Texts of the objects, nodes and literals alike. */
  texts(subject: string, predicate: string): readonly string[] {
    return this.objects(subject, predicate).map((each) => each.value);
  }

  isType(subject: string, type: string): boolean {
    return this.nodes(subject, `${rdf}type`).includes(type);
  }

  /** The members where a term is a list, else the term alone. A list that never ends gives what it has. */
  members(term: Term): readonly Term[] {
    if (term.kind !== "node") return [term];
    if (term.value === `${rdf}nil`) return [];
    if (this.objects(term.value, `${rdf}first`).length === 0) return [term];
    const found: Term[] = [];
    const seen = new Set<string>();
    for (let at = term.value; at !== `${rdf}nil` && !seen.has(at); at = this.nodes(at, `${rdf}rest`)[0] ?? `${rdf}nil`) {
      seen.add(at);
      found.push(...this.objects(at, `${rdf}first`).slice(0, 1));
    }
    return found;
  }
}

const own = (value: string, nth: number): string => (value.startsWith("_:") ? `_:${nth}.${value.slice(2)}` : value);

/** A graph with others beside it, whose nameless nodes stay apart from its own. */
export function joinGraphs(first: RdfGraph, others: readonly RdfGraph[]): RdfGraph {
  if (others.length === 0) return first;
  return new RdfGraph([first, ...others].flatMap((graph, nth) => [...graph.triples()].map(({ subject, predicate, object }): Triple =>
    nth === 0 ? { subject, predicate, object } : { subject: own(subject, nth), predicate, object: object.kind === "node" ? { kind: "node", value: own(object.value, nth) } : object })));
}

/** A graph with what is wrong with its text; null where it could not be read. */
export interface RdfReading {
  readonly graph: RdfGraph | null;
  readonly problems: readonly Problem[];
}

function termOf(term: N3Term): Term {
  if (term.termType === "Literal") return term.language === "" ? { kind: "literal", value: term.value, datatype: term.datatype.value } : { kind: "literal", value: term.value, datatype: `${xsd}string`, language: term.language };
  return { kind: "node", value: term.termType === "BlankNode" ? `_:${term.value.replace(/^_:/, "")}` : term.value };
}

/** The graph of quads as the RDF libraries give them; named graphs are read as one. */
export const graphOf = (quads: Iterable<N3Quad>): RdfGraph =>
  new RdfGraph([...quads].map((quad) => ({ subject: termOf(quad.subject).value, predicate: quad.predicate.value, object: termOf(quad.object) })));

/** Reads Turtle. Bad Turtle is one problem with its line. */
export function readTurtle(text: string, file: string): RdfReading {
  try {
    return { graph: graphOf(new Parser({ format: "text/turtle", baseIRI: relative, blankNodePrefix: "_:b" }).parse(text)), problems: [] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const line = /on line (\d+)/.exec(error.message)?.[1];
    const said = error.message.replace(/ on line \d+\.?$/, "");
    return {
      graph: null,
      problems: [problem("format-syntax", `this is no Turtle: ${said.charAt(0).toLowerCase()}${said.slice(1)}`, { file, line: line === undefined ? null : Number(line), hint: "see https://www.w3.org/TR/turtle/" })],
    };
  }
}
