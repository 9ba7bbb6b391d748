import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (files: Record<string, readonly unknown[] | string>) =>
  importFrom(Object.entries(files).map(([path, content]) => memoryFile(path, typeof content === "string" ? content : `${content.map((each) => JSON.stringify(each)).join("\n")}\n`)), { us: "acme", recordedAt: "2026-11-21" });
const links = ({ graph }: Awaited<ReturnType<typeof read>>) => [...graph.derivations.values()].map((each) => `${each.by} ${each.from.join(" ")} > ${each.to}`);

describe("base models in every shape", () => {
  it.each([
    [[{ relation: "finetune", id: "x/y" }], ["finetune hf:model/x/y > hf:model/a/b"]],
    [[{ relation: "adapter", id: "x/y" }], ["adapt hf:model/x/y > hf:model/a/b"]],
    [[{ relation: "quantized", id: "x/y" }], ["convert hf:model/x/y > hf:model/a/b"]],
    [[{ relation: "merge", id: "x/y" }, { relation: "merge", id: "p/q" }], ["merge hf:model/p/q hf:model/x/y > hf:model/a/b"]],
    [[{ id: "x/y" }], ["finetune hf:model/x/y > hf:model/a/b"]],
    [{ id: "x/y" }, ["finetune hf:model/x/y > hf:model/a/b"]],
    [["x/y"], ["finetune hf:model/x/y > hf:model/a/b"]],
    ["x/y", ["finetune hf:model/x/y > hf:model/a/b"]],
    [[], []],
    [null, []],
  ])("%j", async (base_models, expected) => {
    const { graph, problems, ...rest } = await read({ "models.jsonl": [{ id: "a/b", base_models }] });
    expect(links({ graph, problems, ...rest })).toEqual(expected);
    expect(problems).toEqual([]);
    const stated = JSON.stringify(base_models).includes("relation") || expected.length === 0;
    expect(graph.findings.some((each) => each.kind === "derivation-kind-assumed")).toBe(!stated);
  });

  it.each([
    [7, "unreadable"], [[{}], "unreadable"], [[["x/y"]], "unreadable"], [["not an id"], "not an id"], [[{ relation: "merge", id: "../x" }, "p/q"], "x"],
  ])("makes a problem of %j, with its line, and keeps that something was named", async (base_models, name) => {
    const found = await read({ "models.jsonl": [{ id: "a/a" }, { id: "a/b", base_models }] });
    expect(found.problems).toMatchObject([{ file: "models.jsonl", line: 2 }]);
    expect(links(found).join("\n")).toContain(`hf:model/a/b#model/${name}`);
    expect(found.graph.findings.filter((each) => each.kind === "placeholder").map((each) => each.asset)).toContain(`hf:model/a/b#model/${name}`);
  });

  it("takes an empty text for nothing said", async () => {
    const found = await read({ "models.jsonl": [{ id: "a/b", base_models: ["", " "] }], "repos.jsonl": [{ id: "c/d", models: [""] }] });
    expect([links(found), found.problems]).toEqual([[], []]);
  });
});

describe("models that a repository names", () => {
  it.each([
    ["an id", ["x/y", "x/y"], ["include hf:model/x/y > gh:c/d"], 0],
    ["what is no id", ["x/y", "/home/jane/weights"], ["include gh:c/d#model/weights hf:model/x/y > gh:c/d"], 1],
    ["what is no text", [7, null], ["include gh:c/d#model/unreadable > gh:c/d"], 2],
    ["one text", "x/y", ["include hf:model/x/y > gh:c/d"], 0],
  ])("%s", async (_, models, expected, told) => {
    const found = await read({ "repos.jsonl": [{ id: "c/d", license: "MIT", models }] });
    expect(links(found)).toEqual(expected);
    expect(found.problems).toHaveLength(told);
  });

  it("a data set named by its title is no problem, and no less named", async () => {
    const found = await read({ "models.jsonl": [{ id: "a/b", datasets: ["Notes of ours", 7] }] });
    expect(links(found)).toEqual(["train hf:model/a/b#dataset/Notes of ours hf:model/a/b#dataset/unreadable > hf:model/a/b"]);
    expect(found.problems).toHaveLength(1);
  });
});

describe("licenses as listed", () => {
  it.each([
    [["mit"], "mit", "mit"],
    [["mit", "apache-2.0"], '["mit","apache-2.0"]', "mit\napache-2.0"],
    ["other", "other", "other"],
  ])("%j", async (license, raw, value) => {
    expect((await read({ "repos.jsonl": [{ id: "a/b", license, models: [] }] })).graph.statements).toMatchObject([{ what: "license", raw, value, recordedAt: "2026-11-21", source: { system: "supply-chain", locator: "repos.jsonl#L1" } }]);
  });

  it.each([["NOASSERTION", "NOASSERTION"], ["Unknown", "unknown"], ["not specified", "unknown"], [["unknown", "unspecified"], "unknown"]])("keeps what says that nothing is asserted or known, and takes it for no license: %j", async (license, value) => {
    const raw = typeof license === "string" ? license : JSON.stringify(license);
    expect((await read({ "repos.jsonl": [{ id: "a/b", license, models: [] }] })).graph.statements).toMatchObject([{ what: "license-unsaid", raw, value }]);
  });

  it.each([[["mit", 7], '["mit",7]', "mit\n7"], [{ name: "mit" }, '{"name":"mit"}', '{"name":"mit"}']])("takes %j for one of which nothing is known", async (license, raw, value) => {
    const found = await read({ "repos.jsonl": [{ id: "a/b", license, models: [] }] });
    expect(found.graph.statements).toMatchObject([{ what: "license", raw, value }]);
    expect(found.problems).toMatchObject([{ code: "wrong-type", line: 1 }]);
  });

  it.each([["NONE"], ["custom"], ["no license"], ["n/a"]])("takes %j for a claim, which stands against others", async (license) => {
    expect((await read({ "repos.jsonl": [{ id: "a/b", license, models: [] }] })).graph.statements).toMatchObject([{ what: "license", value: license }]);
  });

  it.each([[null], [[]], [undefined], [[""]]])("makes no statement of %j", async (license) => {
    expect((await read({ "datasets.jsonl": [{ id: "a/b", license }] })).graph.statements).toEqual([]);
  });
});

describe("sources under keys that another kind of record has", () => {
  it.each<[string, object, string[], number]>([
    ["all.jsonl", { id: "a/b", license: "mit", datasets: ["x/y"] }, ["curate hf:dataset/x/y > hf:dataset/a/b"], 0],
    ["datasets.jsonl", { id: "a/b", base_models: ["x/y"], models: [7] }, ["synthesize hf:dataset/a/b#model/unreadable hf:model/x/y > hf:dataset/a/b"], 1],
    ["repos.jsonl", { id: "a/b", models: ["x/y"], base_models: "p/q", datasets: ["x/y", {}] }, ["include gh:a/b#dataset/unreadable hf:dataset/x/y hf:model/p/q hf:model/x/y > gh:a/b"], 1],
    ["models.jsonl", { id: "a/b", models: ["x/y"] }, ["finetune hf:model/x/y > hf:model/a/b"], 0],
    ["datasets.jsonl", { id: "a/b", base_models: null, datasets: [], models: "" }, [], 0],
  ])("of %s: %j", async (file, record, expected, told) => {
    const found = await read({ [file]: [record] });
    expect([links(found), found.problems.length]).toEqual([expected, told]);
  });
});

describe("identifiers join, names do not", () => {
  it("keeps a model, a data set and a repository of one name apart, and joins a data set by its id only", async () => {
    const { graph } = await read({
      "models.jsonl": [{ id: "a/x", datasets: ["wikipedia", "a/x"] }],
      "datasets.jsonl": [{ id: "a/x" }, { id: "wikimedia/wikipedia", gated: "manual" }],
      "repos.jsonl": [{ id: "a/x", license: null, models: ["a/x"] }],
    });
    expect([...graph.assets.values()].map((each) => [each.id, each.kind, each.placeholder])).toEqual([
      ["gh:a/x", "code", false], ["hf:dataset/a/x", "dataset", false], ["hf:dataset/wikimedia/wikipedia", "dataset", false], ["hf:dataset/wikipedia", "dataset", true], ["hf:model/a/x", "model", false],
    ]);
    expect(graph.statements.map((each) => [each.what, each.value])).toEqual([["gate", "manual"]]);
    // Whoever published the result made it; never we.
    expect([...graph.derivations.values()].map((each) => [each.by, each.who])).toEqual([["include", "gh:a"], ["train", "hf:a"]]);
  });

  it("reads a listing of any name by the keys of its records", async () => {
    const { graph } = await read({ "all.jsonl": [{ id: "a/m", base_models: [] }, { id: "a/d", license: ["mit"] }, { id: "a/r", models: [] }] });
    expect([...graph.assets.keys()]).toEqual(["gh:a/r", "hf:dataset/a/d", "hf:model/a/m"]);
  });
});

describe("chains of base models", () => {
  it("adds what no listing states, once, and gives way to what one does", async () => {
    const { graph, read: files } = await read({ "models.jsonl": [{ id: "a/1", base_models: [{ relation: "quantized", id: "a/2" }] }], "chain.txt": "a/1 -> a/2 -> a/3\na/2 -> a/3\n" });
    expect([...graph.derivations.keys()]).toEqual(["convert:hf:model/a/1", "finetune-assumed:hf:model/a/2"]);
    expect(files.find((each) => each.file === "chain.txt")).toMatchObject({ file: "chain.txt", records: 2, links: 2 });
  });

  it.each([
    ["a/1 -> /home/jane/base", ["finetune hf:model/a/1#model/unreadable > hf:model/a/1"]], ["a/1 -> ", ["finetune hf:model/a/1#model/unreadable > hf:model/a/1"]], ["a/1 ->", ["finetune hf:model/a/1#model/unreadable > hf:model/a/1"]],
    ["a/1 -> a/2 -> b c -> a/3", ["finetune hf:model/a/2 > hf:model/a/1", "finetune hf:model/a/2#model/unreadable > hf:model/a/2"]], ["b c -> a/3", []],
  ])("keeps that a base was named: %s", async (line, expected) => {
    const found = await read({ "chain.txt": `x/1 -> x/2\n${line}\n` });
    expect(links(found)).toEqual([...expected, "finetune hf:model/x/2 > hf:model/x/1"]);
    expect(found.problems).toMatchObject([{ code: "format-syntax", line: 2, column: 1 }]);
  });

  it("passes a line over that is no chain", async () => {
    expect((await read({ "chain.txt": "a/1 -> a/2\nno chain here\n" })).problems).toMatchObject([{ code: "format-syntax", line: 2 }]);
  });
});

it("lists no more than the first problems of a file that is something else", async () => {
  const { problems } = await read({ "models.jsonl": "not json\n".repeat(5_000) });
  expect(problems.length).toBe(201);
  expect(problems.filter((each) => each.code === "too-many").length).toBe(1);
});
