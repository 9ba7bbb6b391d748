import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats } from "../../packages/reports/src/index.js";
import { digestGraph } from "../../packages/title/src/index.js";
import { built, graphParts } from "../../packages/title/src/title-graph.fixture.js";
import { added, lostBy, missing, readBack, written } from "./read-back.js";

/** Kinds of derivations are words of the catalogue wherever a title file is asked; what a document does with others is not for a round trip to say. */
const kinds = ["train", "finetune", "include", "evaluate", "copy", "merge", "adapt", "convert", "curate", "synthesize", "distil"];
const parts = graphParts.map((each) => ({ ...each, derivations: each.derivations.map((act, number) => ({ ...act, by: kinds.includes(act.by) ? act.by : kinds[number % kinds.length]! })) }));

const runs = { numRuns: 30, seed: 11 };

describe.each(formats.map((format) => [format.id, format] as const))("a graph written as %s", (_, format) => {
  test("comes back whole from a document of one's own", async () => {
    await fc.assert(fc.asyncProperty(parts, async (each) => {
      const graph = built(each);
      const exported = written(graph, format, { whole: true });
      const read = await readBack(format, exported, true);
      expect(digestGraph(read)).toBe(digestGraph(graph));
      expect(exported.losses).toEqual([]);
      expect(written(read, format, { whole: true }).text).toBe(exported.text);
    }), runs);
  });

  test("says to others all but what the writer tells is lost, and nothing else", async () => {
    await fc.assert(fc.asyncProperty(parts, async (each) => {
      const graph = built(each);
      const exported = written(graph, format);
      const read = await readBack(format, exported);
      expect(missing(graph, read)).toEqual(lostBy(exported));
      expect(added(graph, read)).toEqual([]);
    }), runs);
  });
});
