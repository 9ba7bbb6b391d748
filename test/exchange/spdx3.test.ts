import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats } from "../../packages/reports/src/index.js";
import { readTitleFile } from "../../packages/title/src/index.js";
import { built, graphParts } from "../../packages/title/src/title-graph.fixture.js";
import { written } from "./read-back.js";
import { faultsByShapes } from "./spdx-shacl.js";

const format = formats.find(({ id }) => id === "spdx-3")!;
const title = `
us: acme
assets:
  - { id: "hf:model/acme/base", kind: model, license: llama3.1, version: r1, licensor: "hf:acme", digest: "sha256:${"a".repeat(64)}" }
  - { id: notes, kind: dataset, license: [MIT, CC-BY-4.0], modality: [text] }
  - { id: scraped, kind: dataset, license: NONE }
  - { id: tuned, kind: model }
  - { id: assistant, kind: product }
derivations:
  - { from: ["hf:model/acme/base", notes, scraped], to: tuned, by: finetune, on: "2026-03-01/2026-03-09" }
  - { from: tuned, to: assistant, by: include }
  - { from: [tuned, notes], by: evaluate, on: "2026-03-10" }
statements:
  - { about: tuned, what: license, value: "MIT OR Apache-2.0", rung: concluded, by: counsel }
  - { about: tuned, what: license, value: GPL-3.0-only, rung: detected, by: scanner }
  - { about: "hf:model/acme/base", what: gate, raw: "for research only", value: true, rung: declared }
`;
const graph = readTitleFile(title, { file: "cleartitle.yaml" }).graph!;

interface Element {
  readonly type: string;
  readonly spdxId?: string;
  readonly name?: string;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly relationshipType?: string;
  readonly [key: string]: unknown;
}
const elementsOf = (text: string): readonly Element[] => (JSON.parse(text) as { "@graph": readonly Element[] })["@graph"];
const elements = elementsOf(written(graph, format).text!);
const nameOf = (id: string): string => elements.find((each) => each.spdxId === id)?.name ?? id.split("/").at(-1)!;
const relations = (type: string): string[] => elements.filter((each) => each.relationshipType === type).map((each) => `${nameOf(each.from!)} > ${each.to!.map(nameOf).join(", ")}`);

describe("the shapes of SPDX 3.0.1", () => {
  test("have nothing against what is written", { timeout: 240_000 }, async () => {
    expect(await faultsByShapes(JSON.parse(written(graph, format, { whole: true }).text!) as object)).toEqual([]);
    const random = fc.sample(graphParts, { numRuns: 3, seed: 3 });
    for (const [number, parts] of random.entries()) expect(await faultsByShapes(JSON.parse(written(built(parts), format, { whole: number > 0 }).text!) as object)).toEqual([]);
  });

  test("are shapes that refuse", { timeout: 240_000 }, async () => {
    const document = JSON.parse(written(graph, format).text!) as { "@graph": Record<string, unknown>[] };
    const spoiled = { ...document, "@graph": document["@graph"].map((each) => (each["type"] === "dataset_DatasetPackage" ? { ...each, dataset_datasetType: [], creationInfo: undefined } : each)) };
    expect((await faultsByShapes(JSON.parse(JSON.stringify(spoiled)) as object)).length).toBeGreaterThan(0);
  });
});

describe("a bill of materials for a lawyer", () => {
  test("keeps apart what is declared, what is concluded, that there is none, and that nobody says", () => {
    expect(relations("hasDeclaredLicense")).toEqual(["assistant > NoAssertionLicense", "acme/base > llama3.1", "notes > MIT, CC-BY-4.0", "scraped > NoneLicense"]);
    expect(relations("hasConcludedLicense")).toEqual(["tuned > MIT OR Apache-2.0"]);
    expect(elements.filter((each) => each.type === "Annotation" && String(each["statement"]).includes("GPL-3.0-only"))).toHaveLength(1);
    expect(elements.find((each) => each.name === "llama3.1")?.["simplelicensing_licenseExpression"]).toBe("LicenseRef-llama3.1");
  });

  test("says what a model was trained on, descends from and was measured with", () => {
    expect([relations("trainedOn"), relations("descendantOf"), relations("contains"), relations("testedOn")]).toEqual([["tuned > notes", "tuned > scraped"], ["tuned > acme/base"], ["assistant > tuned"], ["tuned > notes"]]);
  });

  test("claims to follow only the profiles whose fields it has", () => {
    const profiles = elements.find((each) => each.type === "SpdxDocument")?.["profileConformance"];
    expect(profiles).toEqual(["core", "software", "simpleLicensing"]);
  });
});

test("a document has a date, and without one in the records it is asked for", () => {
  const dateless = readTitleFile("us: acme\nassets:\n  - { id: notes, kind: dataset }\n", { file: "t.yaml" }).graph!;
  const { text, problems } = written(dateless, format, { created: undefined as unknown as string });
  expect([text, problems[0]?.code, problems[0]?.hint]).toEqual([null, "usage", "say it with --created"]);
});
