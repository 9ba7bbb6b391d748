import { describe, expect, test } from "vitest";
import { filesOf, importFrom } from "../../packages/intake/src/index.js";
import { formats } from "../../packages/reports/src/index.js";
import { digestGraph, readTitleFile, writeTitleFile, type TitleGraph } from "../../packages/title/src/index.js";
import { added, lostBy, missing, readBack, written } from "../exchange/read-back.js";
import { samplesOf } from "./intake-table.js";

/** The graph of all samples of a format, as the title file that an import writes of them. */
async function graphOf(samples: string): Promise<TitleGraph> {
  const { files } = await filesOf(samplesOf(samples));
  const { graph } = await importFrom(files, { us: "acme", recordedAt: "2026-11-28" });
  return readTitleFile(writeTitleFile(graph), { file: "samples.yaml" }).graph!;
}

const chains = formats.filter(({ id }) => id !== "card" && id !== "croissant");

describe.each(["hf-model-cards", "hf-dataset-cards", "dvc", "mlflow", "spdx2", "spdx3", "cyclonedx", "croissant", "openlineage", "scancode"])("the graph of the samples of %s", (samples) => {
  const graph = graphOf(samples);

  test.each(chains.map((format) => [format.id, format] as const))("written as %s", { timeout: 240_000 }, async (_, format) => {
    const exported = written(await graph, format);
    const read = await readBack(format, exported);
    expect(missing(await graph, read)).toEqual(lostBy(exported));
    expect(added(await graph, read)).toEqual([]);
    const whole = written(await graph, format, { whole: true });
    expect(digestGraph(await readBack(format, whole, true))).toBe(digestGraph(await graph));
  });
});
