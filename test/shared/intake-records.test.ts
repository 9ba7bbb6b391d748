import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { importFrom } from "../../packages/intake/src/index.js";

const formats = fileURLToPath(new URL("../../../shared/data/formats/", import.meta.url));
type Graph = Awaited<ReturnType<typeof importFrom>>["graph"];
const linksOf = ({ derivations }: Graph) => [...derivations.values()].map((each) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${each.from.join(" ")} > ${each.to ?? "nothing"}`);

const licensesOf = (graph: Graph, id: string) => graph.statements.filter((each) => each.about.id === `provenance-collection:${id}` && each.what.startsWith("license") && each.what !== "license-note").map((each) => `${each.by}: ${each.value}`).toSorted();

describe("summaries of the Data Provenance Collection, read by hand", () => {
  const root = `${formats}dataset-provenance/open`;
  const read = () => importFrom(root, { us: "us" });

  it.each([
    ["dolly-openqa", ["Data Provenance Initiative: CC BY-SA 3.0", "GitHub: empty", "Hugging Face: CC BY-SA 3.0", "Papers with Code: CC BY-SA 3.0"]],
    ["violin", ["Data Provenance Initiative: Unspecified", "GitHub: MIT License", "Hugging Face: empty", "Papers with Code: unknown"]],
    ["fleurs", ["Data Provenance Initiative: CC BY 4.0", "GitHub: empty", "Hugging Face: CC BY 4.0", "Papers with Code: CC BY 4.0"]],
    ["medinstruct", ["Data Provenance Initiative: OpenAI\nUnspecified", "GitHub: Apache License 2.0", "Hugging Face: empty", "Papers with Code: empty"]],
  ])("keeps each channel's word of %s", async (id, expected) => {
    const { graph, problems } = await read();
    expect(problems).toEqual([]);
    expect(licensesOf(graph, id)).toEqual(expected);
  });

  it("names no one who verified, and reads every summary", async () => {
    const { graph, read: files, skipped } = await read();
    expect([files.length, skipped.map((each) => each.file.split("__").at(-1))]).toEqual([20, ["custom_license_classes.json", "license_paraphrases.json"]]);
    expect(JSON.stringify(graph.statements)).not.toMatch(/Shayne|Vivek/);
    expect(linksOf(graph).filter((each) => each.includes("medinstruct"))).toEqual(["synthesize provenance-collection:medinstruct#model/OpenAI GPT-3.5-turbo provenance-collection:medinstruct#model/OpenAI GPT-4 > provenance-collection:medinstruct"]);
  });
});

describe("the ecosystem graphs, read by hand", () => {
  const root = `${formats}ecosystem-graphs/open`;

  it.each([
    ["Notus", [["license", "MIT"], ["alternate-of", "hf:model/argilla/notus-7b-v1"]], ["?finetune ecosystem-graphs:UltraFeedback ecosystem-graphs:Zephyr > ecosystem-graphs:Notus"]],
    ["DBRX", [["license", "Databricks Open Model License"], ["alternate-of", "hf:model/databricks/dbrx-base"]], []],
    ["LAION-2B-en", [["license", "CC BY 4.0"]], ["?curate ecosystem-graphs:CLIP ecosystem-graphs:LAION-5B > ecosystem-graphs:LAION-2B-en"]],
  ])("%s", async (name, expected, links) => {
    const { graph } = await importFrom(root, { us: "us" });
    const id = `ecosystem-graphs:${name}`;
    expect(graph.statements.filter((each) => each.about.id === id && ["license", "alternate-of"].includes(each.what)).map((each) => [each.what, each.value]).toSorted().toReversed()).toEqual(expected);
    expect(linksOf(graph).filter((each) => each.endsWith(`> ${id}`))).toEqual(links);
  });

  it("reads all entries of all files", async () => {
    const { problems, read, graph } = await importFrom(root, { us: "us" });
    expect([problems, read.length, read.reduce((sum, each) => sum + each.records, 0)]).toEqual([[], 30, 132]);
    expect([...graph.assets.values()].filter((each) => !each.placeholder).length).toBe(132);
  });
});

const corpusTold = async (file: string): Promise<unknown[]> => {
  const { graph, problems } = await importFrom(`${formats}corpora/open/${file}`, { us: "us" });
  expect(problems).toEqual([]);
  return graph.statements.filter((each) => each.what !== "upstream" && !["crawl-robots", "crawl-description"].includes(each.what)).map((each) => [each.what, each.raw]).toSorted();
};

describe("corpora in summary, read by hand", () => {
  it.each([
    ["rom1504__img2dataset__tests__test_files__sample_image.parquet", [["row-count", "2 in 1 file"], ["telling-columns", "url"]]],
    ["rom1504__img2dataset__tests__blur_test_files__test_bbox.parquet", [["row-count", "1 in 1 file"], ["telling-columns", "url"]]],
    ["commoncrawl__whirlwind-python__whirlwind.warc", [
      ["crawl-period", "2024-05-18/2024-05-18"], ["crawl-publisher", "Common Crawl"], ["crawl-software", "Apache Nutch 1.19 (modified, https://github.com/commoncrawl/nutch/)"],
      ["record-types", '{"metadata":1,"request":1,"response":1,"warcinfo":1}'], ["row-count", "1 in 1 file"], ["source-hosts", '{"an.wikipedia.org":1}'],
    ]],
    ["commoncrawl__whirlwind-python__whirlwind.warc.wat", [["crawl-period", "2024-05-31/2024-05-31"], ["record-types", '{"metadata":1,"warcinfo":1}'], ["row-count", "0 in 1 file"]]],
  ])("%s", async (file, expected) => expect(await corpusTold(file)).toEqual(expected));
});
