import { EventEmitter } from "node:events";
import { Parser } from "n3";
import type { Quad, Term } from "n3";
import type { MadeDocument } from "../document.js";
import type { YamlValue } from "../foreign-yaml.js";
import { recordTriples } from "./ontology.js";
import type { Triple } from "./triple.js";
import { WrittenOut } from "./written-out.js";

const maxTriples = 500_000;

class Refused extends Error {}

/** PROV-O in Turtle and its kin (N-Triples, named graphs as bundles), as the document in PROV-JSON that says the same. */
export function provInTurtle(text: string): MadeDocument {
  let line = 1;
  let count = 0;
  const graphs = new Map<string, Triple[]>();
  const numbers = new Map<string, string>();
  const nameOf = (term: Term): string => {
    if (term.termType !== "BlankNode") return term.value;
    const known = numbers.get(term.value) ?? `_:${numbers.size + 1}`;
    numbers.set(term.value, known);
    return known;
  };
  const take = ({ subject, predicate, object, graph }: Quad): void => {
    if ((count += 1) > maxTriples) throw new Refused();
    // A statement about a statement is said of no thing.
    if (![subject, object].every((each) => ["NamedNode", "BlankNode", "Literal"].includes(each.termType))) return;
    const name = nameOf(graph);
    const triples = graphs.get(name) ?? [];
    graphs.set(name, triples);
    triples.push({ subject: nameOf(subject), predicate: predicate.value, object: nameOf(object), literal: object.termType === "Literal", line });
  };
  try {
    parse(text, take, (at) => (line = at));
  } catch (error) {
    if (error instanceof Refused) return { fault: { code: "too-many", message: `more than ${maxTriples} triples`, line } };
    // The library's only way of saying that the text is no Turtle.
    const said = (error as Error).message.replace(/ on line \d+\.?$/, "").slice(0, 200);
    return { fault: { code: "format-syntax", message: `no Turtle: ${said.slice(0, 1).toLowerCase()}${said.slice(1)}`, line } };
  }
  return { root: withBundles(graphs) };
}

function withBundles(graphs: ReadonlyMap<string, readonly Triple[]>): YamlValue {
  const written = new Map([["", new WrittenOut()], ...[...graphs.keys()].map((name) => [name, new WrittenOut()] as const)]);
  recordTriples([...written].map(([name, records]) => [graphs.get(name) ?? [], records] as const));
  const whole = written.get("") ?? new WrittenOut();
  for (const [name, records] of written) if (name !== "") whole.bundle(name, records.document());
  return whole.document();
}

/** Parses at once, triple by triple: the library does so for a stream alone, and this one hands over the whole text. */
function parse(text: string, take: (quad: Quad) => void, at: (line: number) => void): void {
  const stream = new EventEmitter();
  const told = {
    onToken: (token: { readonly line: number }) => at(token.line),
    onQuad: (error: Error | null, quad: Quad | null) => {
      if (error !== null) throw error;
      if (quad !== null) take(quad);
    },
  };
  // Labels that are written begin with `b`, so that none of them is one that the library makes.
  new Parser({ blankNodePrefix: "_:b" }).parse(stream, told);
  stream.emit("data", text);
  stream.emit("end");
}
