import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { digestOf } from "@cleartitle/norms";
import { describe, expect, it } from "vitest";
import { filesOf, importFrom } from "../../packages/intake/src/index.js";

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const options = { us: "acme", recordedAt: "2026-11-21" };

describe("cards in the wild", () => {
  it.each([
    // A list in the place of front matter, and none at all: fixtures of what is no card.
    ["hf-model-cards", ["sample_invalid_card_data.md", "sample_no_metadata.md"]],
    ["hf-dataset-cards", []],
    ["hf-front-matter", []],
  ])("reads every card in %s", async (folder, none) => {
    const { files } = await filesOf(`${shared}formats/${folder}/open`);
    const cards = files.filter((file) => file.path.endsWith(".md") && !file.path.startsWith("_spec/"));
    const { read, problems, skipped } = await importFrom(cards, { ...options, reader: "hugging-face-card" });
    expect(skipped.map((each) => each.file.split("__").at(-1))).toEqual(none);
    expect(read.length).toBe(cards.length - none.length);
    expect(problems.map((each) => each.file?.split("__").at(-1))).toEqual(none.filter((name) => name.includes("invalid_card")));
  });

  it("keeps what a gated card asks, a name behind `other`, and a merge's three parents", async () => {
    const { graph } = await importFrom(`${shared}formats/hf-front-matter/open`, options);
    const said = (asset: string, what: string) => graph.statements.filter((each) => each.about.id === asset && each.what === what).map((each) => each.value);
    expect(said("card:adelie_lora_tongyi", "license")).toEqual(["tongyi-qianwen"]);
    expect(said("card:openaudio_s1_gated", "gate")).toEqual([true]);
    expect(said("card:alighasemi_lora", "license")).toEqual([]);
    expect(graph.derivations.get("merge:card:eagle2_merge_3_parents")?.from.length).toBe(3);
    expect(graph.derivations.get("adapt-assumed:card:alighasemi_lora")?.from).toEqual(["hf:model/mistralai/Mistral-7B-v0.1"]);
  });
});

describe("data version control in the wild", () => {
  it("reads every pipeline, lock and pointer, and each license that a pointer names", async () => {
    const root = `${shared}formats/dvc/open`;
    const { files } = await filesOf(root);
    const own = files.filter((file) => /[^/]\.dvc$|dvc\.(yaml|lock)$|params\.yaml$/.test(file.path)).map((file) => file.path);
    const { graph, read, problems, skipped } = await importFrom(root, options);
    expect(problems).toEqual([]);
    expect(read.map((each) => each.file)).toEqual(own.toSorted());
    expect(skipped.filter((each) => own.includes(each.file))).toEqual([]);
    const licensed = own.filter((path) => path.startsWith("owid") && /^\s+license:\s*\n\s+(name|url):/m.test(readFileSync(`${root}/${path}`, "utf8")));
    const stated = new Set(graph.statements.filter((each) => each.what === "license").map((each) => each.source?.locator?.split("#")[0]));
    expect(licensed.filter((path) => !stated.has(path))).toEqual([]);
    expect(licensed.length).toBeGreaterThan(10);
  });
});

describe("a real supply chain", () => {
  it("reads every record and every link, and says once of each unlisted id that it is", async () => {
    const { files } = await filesOf(`${shared}supply-chain`);
    const { graph, read, problems } = await importFrom(files.filter((file) => file.path.endsWith(".jsonl")), options);
    expect(problems).toEqual([]);
    expect(read).toEqual([
      { file: "datasets.jsonl", records: 708, links: 0 },
      { file: "models.jsonl", records: 3_988, links: 228 + 2_289 },
      { file: "repos.jsonl", records: 12_180, links: 56_092 },
    ]);
    const total = (key: "records" | "links") => read.reduce((sum, each) => sum + each[key], 0);
    expect([total("records"), total("links")]).toEqual([16_876, 58_609]);
    // Five models name themselves as their base: a finding each, no link.
    const own = graph.findings.filter((each) => each.kind === "derived-from-itself");
    expect([own.length, [...graph.derivations.values()].reduce((sum, each) => sum + each.from.length, 0)]).toEqual([5, 58_609 - 5]);
    const [placeholders, described] = [true, false].map((is) => [...graph.assets.values()].filter((each) => each.placeholder === is).map((each) => each.id));
    expect(described?.length).toBe(16_876);
    // 61 base models and 442 data sets are named and not listed.
    expect(placeholders?.length).toBe(61 + 442);
    expect(graph.findings.filter((each) => each.kind === "placeholder").map((each) => each.asset).toSorted()).toEqual(placeholders);
    expect(graph.statements.filter((each) => each.what === "license").length).toBe(2_753 + 530 + 7_652);
  }, 60_000);

  it("adds the 45 links of the chains that the listings do not state, as assumptions, and is idempotent", async () => {
    const { files } = await filesOf(`${shared}supply-chain`);
    const once = await importFrom(files, options);
    expect(once.problems).toEqual([]);
    expect(once.read.find((each) => each.file.endsWith(".txt"))).toMatchObject({ records: 224, links: 244 });
    expect([...once.graph.derivations.values()].reduce((sum, each) => sum + each.from.length, 0)).toBe(58_609 - 5 + 45);
    expect(digestOf((await importFrom(files.toReversed(), options)).graph)).toBe(digestOf(once.graph));
  }, 60_000);
});
