import { report, odrl, rdf, rdfs, dct, xsd, profile, skos, owl } from "../model/vocabulary.js";
import type { RdfGraph, Term } from "../rdf.js";

/** Prefixes that are written, and only these. */
const prefixes: Readonly<Record<string, string>> = { odrl, report, dct, rdf, rdfs, skos, owl, xsd, cleartitle: profile };

/** Characters as Turtle writes them inside of quotes. */
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f" };
const hexadecimal = (each: string): string => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`;
export const quoteText = (text: string): string => `"${text.replaceAll(/["\\]|\p{Cc}/gu, (each) => escapes[each] ?? hexadecimal(each))}"`;

/** An IRI as Turtle writes it, short where a prefix and a plain name make it up. */
export function writeIri(iri: string, used: Set<string>): string {
  if (iri === `${rdf}type`) return "a";
  if (iri.startsWith("_:")) return iri;
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = iri.startsWith(namespace) ? iri.slice(namespace.length) : null;
    if (local === null || !/^[A-Za-z][\w-]*$/.test(local)) continue;
    used.add(prefix);
    return `${prefix}:${local}`;
  }
  return `<${iri.replaceAll(/[ <>"{}|^`\\]|\p{Cc}/gu, hexadecimal)}>`;
}

function writeTerm(term: Term, used: Set<string>): string {
  if (term.kind === "node") return term.value === `${rdf}type` ? writeIri(`${rdf}type `, used).trim() : writeIri(term.value, used);
  if (term.language !== undefined) return `${quoteText(term.value)}@${term.language}`;
  return term.datatype === `${xsd}string` ? quoteText(term.value) : `${quoteText(term.value)}^^${writeIri(term.datatype, used)}`;
}

/** A graph as Turtle: subjects and properties in the order of the graph, only the prefixes that are used. */
export function writeTurtle(graph: RdfGraph): string {
  const used = new Set<string>();
  const blocks = [...graph.subjects()].map((subject) => {
    const lines = [...graph.predicates(subject)].map((predicate) => `${writeIri(predicate, used)} ${graph.objects(subject, predicate).map((each) => writeTerm(each, used)).join(", ")}`);
    return `${writeIri(subject, used)} ${lines.join(" ;\n    ")} .\n`;
  });
  const head = Object.entries(prefixes).filter(([prefix]) => used.has(prefix)).map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`).join("");
  return `${head}\n${blocks.join("\n")}`;
}
