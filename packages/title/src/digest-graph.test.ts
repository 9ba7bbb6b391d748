import { digestOf } from "@cleartitle/norms";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { digestGraph, digesting } from "./digest-graph.js";
import { applyChanges } from "./graph-change.js";
import { draftOf, sealGraph } from "./graph-draft.js";
import type { Party, TitleGraph } from "./graph.js";
import { packGraph } from "./packed/pack-graph.js";
import { built, graphParts } from "./title-graph.fixture.js";

/** As it is defined: all of the graph in order, told anew. */
const told = (graph: TitleGraph): string => digestOf(sealGraph(draftOf(graph)));

test("a digest is that of the whole graph in order, whichever sections it has from another one", () => {
  fc.assert(
    fc.property(graphParts, graphParts, fc.subarray(["parties", "assets", "derivations", "statements", "uses", "waivers", "events", "findings", "covers", "instruments", "positions"] as const), (one, other, sections) => {
      const [a, b] = [built(one), built(other)];
      const mixed: TitleGraph = { ...a, profile: "strict", ...Object.fromEntries(sections.map((key) => [key, b[key]])) };
      const turned: TitleGraph = { ...mixed, statements: mixed.statements.toReversed(), assets: new Map([...mixed.assets].toReversed()) };
      for (const graph of [a, b, mixed, turned]) expect(digestGraph(graph)).toBe(told(graph));
      expect(digestGraph(turned)).toBe(digestGraph(mixed));
    }),
    { numRuns: 60, seed: 9 },
  );
});

test("a digest of what is too large to be kept as text is the same, whatever order it is in", () => {
  fc.assert(
    fc.property(graphParts, (parts) => {
      const graph = built(parts);
      const turned: TitleGraph = { ...graph, statements: graph.statements.toReversed(), findings: graph.findings.toReversed(), assets: new Map([...graph.assets].toReversed()) };
      for (const each of [graph, turned]) expect(digestGraph(packGraph({ ...each, parties: new Map(each.parties), findings: [...each.findings] }), 0)).toBe(told(graph));
    }),
    { numRuns: 60, seed: 9 },
  );
});

test("a digest in steps is the same, and a change leaves the text of all other records", () => {
  fc.assert(
    fc.property(graphParts, (parts) => {
      const graph = built(parts);
      expect([...digesting(graph)].every((step) => step === undefined)).toBe(true);
      expect(digestGraph(graph)).toBe(told(graph));
      const party: Party = { id: "p-new", kind: null, domicile: null, headquarters: null, controlledBy: [], quantities: [], facts: [] };
      const changed = applyChanges(graph, [{ change: "add-party", party }]);
      expect(digestGraph(changed)).toBe(told(changed));
      expect(digestGraph(changed)).not.toBe(digestGraph(graph));
    }),
    { numRuns: 20, seed: 9 },
  );
});
