import { describe, expect, test } from "vitest";
import { filesOf, importFrom } from "../../packages/intake/src/index.js";
import { chainOf } from "../../packages/reports/src/export/chain.js";
import { formats } from "../../packages/reports/src/index.js";
import { readTitleFile, writeTitleFile, type TitleGraph } from "../../packages/title/src/index.js";
import { added, lostBy, missing, readBack, titleFileBack, written } from "../exchange/read-back.js";
import { samplesOf } from "./intake-table.js";

/** The graph of all samples of a format, as the title file that an import writes of them. */
async function graphOf(samples: string): Promise<TitleGraph> {
  const { files } = await filesOf(samplesOf(samples));
  const { graph } = await importFrom(files, { us: "acme", recordedAt: "2026-11-28" });
  return readTitleFile(writeTitleFile(graph), { file: "samples.yaml" }).graph!;
}

const ofOne = ["card", "croissant"];
const chains = formats.filter(({ id }) => !ofOne.includes(id));

describe.each(["hf-model-cards", "dvc", "mlflow", "spdx2", "spdx3", "cyclonedx", "croissant", "openlineage", "scancode"])("the graph of the samples of %s", (samples) => {
  const graph = graphOf(samples);

  test.each(chains.map((format) => [format.id, format] as const))("written as %s", { timeout: 240_000 }, async (_, format) => {
    const exported = written(await graph, format);
    const read = await readBack(format, exported);
    expect(missing(await graph, read)).toEqual(lostBy(exported));
    expect(added(await graph, read)).toEqual([]);
    expect(await titleFileBack(await graph, format)).toBe(writeTitleFile(await graph));
  });
});

describe.each([["card", "hf-model-cards"], ["card", "hf-dataset-cards"], ["croissant", "croissant"]].filter(([id]) => formats.some((format) => format.id === id)))("each thing as %s, of the samples of %s", (id, samples) => {
  test("says to others all but what is told as lost", { timeout: 240_000 }, async () => {
    const format = formats.find((each) => each.id === id)!;
    const graph = await graphOf(samples!);
    const things = [...graph.assets.values()].filter((asset) => !asset.placeholder && (asset.kind === "dataset" || (asset.kind === "model" && id === "card")));
    expect(things.length).toBeGreaterThan(20);
    for (const { id: of } of things) {
      const chain = chainOf(graph, of);
      const exported = written(chain, format, { of });
      const read = await readBack(format, exported, false, of);
      expect([of, missing(chain, read, of)]).toEqual([of, lostBy(exported)]);
      expect(added(chain, read, of)).toEqual([]);
    }
    for (const { id: of } of things.filter((_, number) => number % 10 === 0)) expect(await titleFileBack(chainOf(graph, of), format, of)).toBe(writeTitleFile(chainOf(graph, of)));
  });
});
