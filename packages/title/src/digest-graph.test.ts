import { digestOf } from "@cleartitle/norms";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { digestGraph } from "./digest-graph.js";
import { draftOf, sealGraph } from "./graph-draft.js";
import type { TitleGraph } from "./graph.js";
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
