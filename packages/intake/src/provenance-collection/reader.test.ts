import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (path: string, content: string) => importFrom([memoryFile(path, content)], { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const said = ({ graph }: Read) => graph.statements.filter((each) => each.what !== "licensor").map((each) => [each.what, each.value, each.rung, each.by]).toSorted();
const links = ({ graph }: Read) => [...graph.derivations.values()].map((each) => `${each.by} ${each.from.join(" ")}`);

const summary = {
  "Unique Dataset Identifier": "chat", "Dataset Name": "Chat", "License Verified By": "Jane Doe", "License Notes": "The paper says CC BY; write to jane@acme.example",
  Licenses: [{ License: "CC BY-NC 4.0", "License URL": "https://acme.example/license" }, { License: "OpenAI", "License URL": null }],
  "Hugging Face URL": "https://huggingface.co/datasets/acme/chat/viewer/default/train", "Model Generated": ["OpenAI ChatGPT"], "Derived from Datasets": ["https://huggingface.co/datasets/acme/notes", "Alpaca"],
  "Inferred Metadata": { "HF Config License": "", "HF Yaml License": "MIT License", "GitHub License": "", "PwC License Name": "Unspecified" },
};
const line = {
  id: "chat", name: "Chat", licenses: [{ license: "CC BY-NC 4.0", url: "https://acme.example/license" }, { license: "OpenAI", url: null }], licenseNotes: summary["License Notes"], urls: { "Hugging Face URL": summary["Hugging Face URL"] },
  aggregators: { github: [], huggingface: ["MIT License"], paperswithcode: ["Unspecified"] }, modelGenerated: ["OpenAI ChatGPT"], derivedFrom: ["https://huggingface.co/datasets/acme/notes", "Alpaca"],
};

describe("summaries of data sets", () => {
  it.each([
    ["a file of a collection", "data_summaries/chat.json", JSON.stringify({ chat: summary }, null, 1)],
    ["a line of the same", "sets.jsonl", `${JSON.stringify(summary)}\n`],
    ["a line of a listing", "sets.jsonl", `${JSON.stringify(line)}\n`],
  ])("keeps what the audit found apart from what each hub says: %s", async (_, path, content) => {
    const result = await read(path, content);
    expect(result.problems).toEqual([]);
    expect(said(result)).toEqual([
      ["alternate-of", "hf:dataset/acme/chat", "detected", null],
      ["license", "CC BY-NC 4.0\nOpenAI", "detected", "Data Provenance Initiative"],
      ["license", "MIT License", "declared", "Hugging Face"],
      ["license-note", null, "detected", "Data Provenance Initiative"],
      ["license-unsaid", "empty", "declared", "GitHub"],
      ["license-unsaid", "unknown", "declared", "Papers with Code"],
    ]);
    expect(links(result)).toEqual(["curate hf:dataset/acme/notes provenance-collection:chat#dataset/Alpaca", "synthesize provenance-collection:chat#model/OpenAI ChatGPT"]);
    expect(JSON.stringify([[...result.graph.assets.values()], result.graph.statements, result.graph.findings])).not.toMatch(/jane/i);
  });

  it("keeps a license that two hubs name as two statements", async () => {
    const twice = await read("sets.jsonl", `${JSON.stringify({ ...line, licenses: [{ license: "MIT License" }], aggregators: { github: ["MIT License"], huggingface: ["MIT License"], paperswithcode: [] } })}\n`);
    expect(said(twice).filter(([what]) => what === "license").map(([, value, , by]) => [value, by])).toEqual([["MIT License", "GitHub"], ["MIT License", "Hugging Face"], ["MIT License", "Data Provenance Initiative"]]);
  });

  it("counts a license without a name among those of the list", async () => {
    const result = await read("sets.jsonl", `${JSON.stringify({ ...line, licenses: [{ license: "MIT License" }, { url: "https://acme.example" }] })}\n`);
    expect(said(result).find(([what, , , by]) => what === "license" && by === "Data Provenance Initiative")?.[1]).toBe("MIT License\nUnspecified");
    expect(result.problems).toMatchObject([{ code: "wrong-type", hint: expect.not.stringContaining("passed over") as string }]);
  });

  it.each([
    ["no identifier", { ...line, id: "" }, "missing-key"],
    ["no licenses", { ...line, licenses: undefined, aggregators: { github: [] }, Licenses: undefined }, "missing-key"],
    ["licenses of another shape", { ...line, licenses: "MIT" }, "wrong-type"],
    ["a license without a name", { ...line, licenses: [{ url: "https://acme.example" }] }, "wrong-type"],
  ])("says where a record has %s", async (_, record, code) => {
    const result = await importFrom([memoryFile("sets.jsonl", `${JSON.stringify({ ...line, id: "first" })}\n${JSON.stringify(record)}\n`)], { us: "acme", reader: "provenance-collection" });
    expect(result.problems).toMatchObject([{ code, file: "sets.jsonl", line: 2 }]);
    expect(result.graph.assets.has("provenance-collection:first")).toBe(true);
  });

  const set = "provenance-collection:chat";
  const bare = { ...line, derivedFrom: [], modelGenerated: [] };
  it.each([
    ["data in an object", { derivedFrom: [{ name: "Alpaca" }, "https://huggingface.co/datasets/acme/notes"] }, [`curate hf:dataset/acme/notes ${set}#dataset/unreadable`]],
    ["data in an object in place of the list", { "Derived from Datasets": { a: "Alpaca" } }, [`curate ${set}#dataset/unreadable`]],
    ["a model in a list of its own", { modelGenerated: [["OpenAI ChatGPT"]] }, [`synthesize ${set}#model/unreadable`]],
  ])("keeps that something was named: %s", async (_, more, expected) => {
    const found = await importFrom([memoryFile("sets.jsonl", `${JSON.stringify({ ...bare, id: "first" })}\n${JSON.stringify({ ...bare, ...more })}\n`)], { us: "acme" });
    expect([found.problems.map((each) => [each.code, each.line]), links(found)]).toEqual([[["wrong-type", 2]], expected]);
  });

  it.each([["a text in place of the list", { derivedFrom: "Alpaca" }, [`curate ${set}#dataset/Alpaca`]], ["nothing", { derivedFrom: null, modelGenerated: [""] }, []]])("takes %s", async (_, more, expected) => {
    const found = await read("sets.jsonl", `${JSON.stringify({ ...bare, ...more })}\n`);
    expect([found.problems, links(found)]).toEqual([[], expected]);
  });

  it("keeps the sources of a set without a list of licenses", async () => {
    const found = await importFrom([memoryFile("sets.jsonl", `${JSON.stringify({ ...line, licenses: undefined })}\n`)], { us: "acme", reader: "provenance-collection" });
    expect([found.problems.map((each) => each.code), links(found).length]).toEqual([["missing-key"], 2]);
  });

  it.each([
    ["a hub's license in an object", { aggregators: { github: [{ spdx: "MIT" }], huggingface: [], paperswithcode: [] } }, "GitHub", '{"spdx":"MIT"}'],
    ["a hub's license beside one in an object", { aggregators: { github: ["MIT", {}] } }, "GitHub", "MIT\n{}"],
    ["an audit that is no list", { licenses: { License: "MIT" } }, "Data Provenance Initiative", "Unspecified"],
  ])("keeps that a license was stated: %s", async (_, more, by, value) => {
    const found = await importFrom([memoryFile("sets.jsonl", `${JSON.stringify({ ...line, ...more })}\n`)], { us: "acme", reader: "provenance-collection" });
    expect([said(found).filter(([what, , , who]) => what === "license" && who === by).map((each) => each[1]), found.problems.map((each) => each.line)]).toEqual([[value], [1]]);
  });
});
