import { formatProblem } from "@cleartitle/norms";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestGraph } from "./digest-graph.js";
import { readTitleFile } from "./read-title-file.js";
import { built, graphParts } from "./title-graph.fixture.js";
import { writeTitleFile } from "./write-title-file.js";

describe("a written title file", () => {
  test("reads as the graph it was written from", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(graphParts, (p) => {
        const graph = built(p);
        const text = writeTitleFile(graph);
        const read = readTitleFile(text, { file: "t.yaml" });
        expect(read.problems.map(formatProblem)).toEqual([]);
        expect(read.graph).toEqual(graph);
        expect(digestGraph(read.graph!)).toBe(digestGraph(graph));
        expect(writeTitleFile(read.graph!)).toBe(text);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
