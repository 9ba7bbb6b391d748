import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RdfGraph, readJsonLd, readTurtle, writeJsonLd, writeTurtle, type Triple } from "../index.js";

const text = `@prefix odrl: <http://www.w3.org/ns/odrl/2/> . @prefix ex: <http://example.org/> .
ex:p a odrl:Set ; ex:note "für alle"@de, "for all" ; odrl:permission [ odrl:target ex:x ; odrl:action odrl:use ; ex:onlyIf [ ex:deep ( 1 [ ex:deeper "2"^^ex:odd ] () ) ] ; odrl:constraint [ odrl:and ( ex:c [ odrl:leftOperand ex:age ; odrl:operator odrl:gt ; odrl:rightOperand 17 ] ) ] ], _:shared ; ex:again _:shared .
_:shared odrl:action odrl:print . _:one ex:other _:two . _:two ex:other _:one .`;

/** Triples with labels taken off that are only labels: how often each shape of node occurs. */
function shapeOf(graph: RdfGraph): string[] {
  const shape = (node: string, above: readonly string[]): string => {
    if (!node.startsWith("_:")) return node;
    if (above.includes(node)) return `circle ${above.length - above.indexOf(node)}`;
    const parts = [...graph.predicates(node)].flatMap((predicate) => graph.objects(node, predicate).map((each) => `${predicate} ${each.kind === "node" ? shape(each.value, [...above, node]) : JSON.stringify(each)}`));
    return `[${parts.toSorted().join("; ")}]`;
  };
  return [...graph.subjects()].map((subject) => `${shape(subject, [])} ${[...graph.predicates(subject)].flatMap((predicate) => graph.objects(subject, predicate).map((each) => `${predicate} ${each.kind === "node" ? shape(each.value, [subject]) : JSON.stringify(each)}`)).toSorted().join("; ")}`).toSorted();
}

describe("a policy of others is written again with all that stands in it", () => {
  const graph = readTurtle(text, "text").graph!;

  test("as JSON-LD: lists, shared nodes, circles, languages and datatypes that nobody knows", async () => {
    const written = await writeJsonLd(graph);
    const back = await readJsonLd(written, "written");
    expect(back.problems).toEqual([]);
    expect(shapeOf(back.graph!)).toEqual(shapeOf(graph));
    expect(JSON.parse(written)).toMatchObject({ "@context": "http://www.w3.org/ns/odrl.jsonld" });
  });

  test("as Turtle, too", () => expect(shapeOf(readTurtle(writeTurtle(graph), "written").graph!)).toEqual(shapeOf(graph)));

  test("a key that no context defines is kept, and still refused", async () => {
    const { graph: read } = await readJsonLd('{ "@context": "http://www.w3.org/ns/odrl.jsonld", "@type": "Set", "uid": "urn:p", "permission": [{ "target": "urn:x", "action": "use", "only": { "if": [1, null] } }] }', "strange");
    const back = await readJsonLd(await writeJsonLd(read!), "written");
    expect(shapeOf(back.graph!)).toEqual(shapeOf(read!));
    expect(shapeOf(back.graph!).join()).toContain("unknown-key:only");
  });

  test("any graph", async () => {
    const node = fc.constantFrom("urn:a", "urn:b", "_:a", "_:b", "_:c");
    const object = fc.oneof(node.map((value) => ({ kind: "node" as const, value })), fc.record({ kind: fc.constant("literal" as const), value: fc.string(), datatype: fc.constantFrom("http://www.w3.org/2001/XMLSchema#string", "urn:type") }));
    const predicate = fc.constantFrom("http://www.w3.org/ns/odrl/2/action", "http://www.w3.org/ns/odrl/2/and", "urn:p", "http://www.w3.org/1999/02/22-rdf-syntax-ns#first", "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest");
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ subject: node, predicate, object }), { minLength: 1, maxLength: 8 }), async (triples: Triple[]) => {
      const all = new RdfGraph(triples);
      const back = await readJsonLd(await writeJsonLd(all), "written");
      expect(back.problems).toEqual([]);
      expect(shapeOf(back.graph!)).toEqual(shapeOf(all));
    }), { numRuns: 300, seed: 7 });
  });
});
