import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainOf } from "../../packages/reports/src/export/chain.js";
import { formats } from "../../packages/reports/src/index.js";
import { bareAsset } from "../../packages/title/src/bare.js";
import { writeTitleFile, type TitleGraph } from "../../packages/title/src/index.js";
import { built, graphParts } from "../../packages/title/src/title-graph.fixture.js";
import { added, lostBy, missing, readBack, titleFileBack, written } from "./read-back.js";

/** Kinds of derivations are words of the catalogue wherever a title file is asked; what a document does with others is not for a round trip to say. */
const kinds = ["train", "finetune", "include", "evaluate", "copy", "merge", "adapt", "convert", "curate", "synthesize", "distil"];
const parts = graphParts.map((each) => ({ ...each, derivations: each.derivations.map((act, number) => ({ ...act, by: kinds.includes(act.by) ? act.by : kinds[number % kinds.length]! })) }));

/** Formats that describe one thing. */
const ofOne = new Set(["card", "croissant"]);

const runs = { numRuns: 20, seed: 11 };

describe.each(formats.filter(({ id }) => !ofOne.has(id)).map((format) => [format.id, format] as const))("a graph written as %s", (_, format) => {
  test("comes back whole from a document of one's own", async () => {
    await fc.assert(fc.asyncProperty(parts, async (each) => {
      const graph = built(each);
      expect(await titleFileBack(graph, format)).toBe(writeTitleFile(graph));
      expect(written(graph, format, { whole: true }).losses).toEqual([]);
    }), runs);
  });

  test("says to others all but what the writer tells is lost, and nothing else", async () => {
    await fc.assert(fc.asyncProperty(parts, async (each) => {
      const graph = built(each);
      const exported = written(graph, format);
      const read = await readBack(format, exported);
      expect(missing(graph, read)).toEqual(lostBy(exported));
      expect(added(graph, read)).toEqual([]);
      // What was read so and is written again is read as the same, names and all.
      const again = await readBack(format, written(read, format));
      expect([...again.assets.keys()]).toEqual([...read.assets.keys()]);
      expect(missing(read, again).filter((key) => !/^(?:workspace|said-source|said-when) /.test(key))).toEqual([]);
    }), { ...runs, numRuns: 60 });
  });
});

describe.each(formats.filter(({ id }) => ofOne.has(id)).map((format) => [format.id, format] as const))("one thing of a graph written as %s", (id, format) => {
  const subjects = fc.tuple(parts, fc.constantFrom("hf:model/acme/base", "hf:dataset/acme/notes", "base", "t1"), fc.constantFrom("model", "dataset"));
  const graphWith = ([each, asset, kind]: typeof subjects extends fc.Arbitrary<infer T> ? T : never): { graph: TitleGraph; of: string } => {
    const known = id === "croissant" ? "dataset" : (/^hf:(model|dataset)/.exec(asset)?.[1] ?? kind);
    const corpus = bareAsset("hf:dataset/acme/corpus", "dataset");
    const into = each.derivations.map((act, number) => (number < 2 ? { ...act, to: asset, from: act.from.map((from) => (from === "notes" || from === asset ? corpus.id : from)) } : act));
    const changed = { ...each, derivations: into, assets: [corpus, ...each.assets.filter((one) => one.id !== asset), { ...bareAsset(asset, known), version: "1", licensor: "hf:acme" }] };
    return { graph: chainOf(built(changed as unknown as Parameters<typeof built>[0]), asset), of: asset };
  };

  test("comes back whole from a document of one's own", async () => {
    await fc.assert(fc.asyncProperty(subjects, async (each) => {
      const { graph, of } = graphWith(each);
      expect(await titleFileBack(graph, format, of)).toBe(writeTitleFile(graph));
    }), runs);
  });

  test("says to others all but what the writer tells is lost, and nothing else", async () => {
    await fc.assert(fc.asyncProperty(subjects, async (each) => {
      const { graph, of } = graphWith(each);
      const exported = written(graph, format, { of });
      const read = await readBack(format, exported, false, of);
      expect(missing(graph, read, of)).toEqual(lostBy(exported));
      expect(added(graph, read, of)).toEqual([]);
    }), { ...runs, numRuns: 60 });
  });

  test("is refused without the one thing", () => {
    const { graph } = graphWith([fc.sample(parts, { numRuns: 1, seed: 2 })[0]!, "base", "model"]);
    expect(written(graph, format).problems[0]?.hint).toBe("name it with --of");
  });
});
