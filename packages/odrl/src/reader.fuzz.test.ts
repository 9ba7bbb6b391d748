import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RdfGraph, readInstrument, readPolicies, readRdf, readRequests, readState, readTurtle, writeTurtle, type Triple } from "./index.js";

const json = '{ "@context": "http://www.w3.org/ns/odrl.jsonld", "@type": "Set", "uid": "urn:p", "permission": [{ "target": "urn:x", "action": [{ "rdf:value": { "@id": "odrl:print" }, "refinement": [{ "leftOperand": "count", "operator": "lt", "rightOperand": { "@value": "3", "@type": "xsd:integer" } }] }], "constraint": [{ "xone": { "@list": [{ "@id": "urn:c" }] } }] }] }';
const turtle = '@prefix odrl: <http://www.w3.org/ns/odrl/2/> . <urn:p> a odrl:Set ; odrl:permission [ odrl:action odrl:use ; odrl:target <urn:x> ; odrl:constraint [ odrl:and ( [ odrl:leftOperand odrl:dateTime ; odrl:operator odrl:lt ; odrl:rightOperand "2024-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ] ) ] ] .';

/** A text with a piece cut out and another put in. */
const spoiled = (text: string) => fc.tuple(fc.nat(text.length), fc.nat(12), fc.constantFrom("", "null", "[]", "{}", '"', "1e9", "@list", "@id", "odrl:and", "<", " ; ", "\u0000", "[ [", "-1")).map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length));

describe("readers meet any text with policies or problems", () => {
  test.each([["JSON-LD", json], ["Turtle", turtle]])("spoiled %s", async (_, text) => {
    await fc.assert(fc.asyncProperty(spoiled(text), async (each) => {
      const { policies, problems } = await readPolicies(each, { file: "policy" });
      expect(policies.length + problems.length).toBeGreaterThan(0);
      const { graph } = await readRdf(each, "policy");
      if (graph !== null) {
        readState(graph);
        readRequests(graph, "policy");
        const none = new Map();
        readInstrument(graph, { actions: none, purposes: none, fields: none, recipients: none, partyKinds: none, places: none, groups: none, duties: none, assetKinds: none, derivationKinds: none }, "policy");
      }
    }), { numRuns: 150, seed: 7 });
  });
});

const list = (graph: RdfGraph): Triple[] => [...graph.subjects()].flatMap((subject) => [...graph.predicates(subject)].flatMap((predicate) => graph.objects(subject, predicate).map((object) => ({ subject, predicate, object }))));

test("what is written as Turtle is read back the same", () => {
  const iri = fc.stringMatching(/^[a-z]{1,6}$/).map((name) => `urn:${name}`);
  const triple = fc.record({ subject: iri, predicate: iri, object: fc.oneof(fc.record({ kind: fc.constant("node" as const), value: iri }), fc.record({ kind: fc.constant("literal" as const), value: fc.string({ unit: "grapheme" }), datatype: fc.constantFrom("http://www.w3.org/2001/XMLSchema#string", "urn:type") })) });
  fc.assert(fc.property(fc.array(triple, { maxLength: 8 }), (triples) => {
    const graph = new RdfGraph(triples);
    const back = readTurtle(writeTurtle(graph), "written");
    expect(back.problems).toEqual([]);
    expect(list(back.graph!)).toEqual(list(graph));
  }), { numRuns: 200, seed: 7 });
});
