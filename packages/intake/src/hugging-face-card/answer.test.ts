import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (content: unknown, path = "answer.json") => importFrom([memoryFile(path, typeof content === "string" ? content : JSON.stringify(content, null, 1))], { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const links = ({ graph }: Read) => [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from} > ${each.to}`)).toSorted();
const said = ({ graph }: Read, what: RegExp) => graph.statements.filter((each) => what.test(each.what)).map((each) => [each.about.id, each.what, each.value]).toSorted();

const model = (more: object) => ({ _id: "0123456789abcdef01234567", id: "acme/tuned", modelId: "acme/tuned", sha: "r1", gated: false, ...more });
const dataset = (more: object) => ({ _id: "0123456789abcdef01234567", id: "acme/notes", downloads: 3, description: "notes", ...more });
const tuned = "hf:model/acme/tuned";

describe("an answer on a model", () => {
  it("gives what its card data states, as the card itself would", async () => {
    const found = await read(model({
      pipeline_tag: "text-generation", gated: "manual", cardData: { license: "other", license_name: "acme-1", base_model: ["acme/base"], base_model_relation: "adapter", datasets: ["acme/notes"], extra_gated_prompt: "only for research" },
      siblings: [{ rfilename: "README.md" }, { rfilename: "net.safetensors", lfs: { sha256: "A".repeat(64) } }], tags: ["license:other"],
    }));
    expect(found.problems).toEqual([]);
    expect(found.graph.assets.get(tuned)).toMatchObject({ kind: "model", version: "r1", licensor: "hf:acme", modality: ["text"] });
    expect(links(found)).toEqual([`adapt hf:model/acme/base > ${tuned}`, `train hf:dataset/acme/notes > ${tuned}`]);
    expect(said(found, /^(?!licensor)/)).toEqual([[tuned, "file-digest", `sha256:${"a".repeat(64)}`], [tuned, "gate", "manual"], [tuned, "gate", true], [tuned, "license", "acme-1"], [tuned, "license-name", "acme-1"]]);
  });

  it.each([
    ["tags alone", { tags: ["license:mit", "base_model:acme/base", "base_model:quantized:acme/base", "dataset:acme/notes"] }, ["mit"], [`?convert hf:model/acme/base > ${tuned}`, `train hf:dataset/acme/notes > ${tuned}`]],
    ["what the hub worked out of the bases", { baseModels: { relation: "merge", models: [{ id: "acme/a" }, { id: "acme/b" }] } }, [], ["a", "b"].map((name) => `merge hf:model/acme/${name} > ${tuned}`)],
    ["a tag that says otherwise than the card data", { cardData: { license: "apache-2.0" }, tags: ["license:mit"] }, ["apache-2.0", "mit"], []],
    ["nothing on the license", { cardData: null, tags: [] }, [], []],
  ])("may have %s", async (_, more, licenses, expected) => {
    const found = await read(model(more));
    expect(said(found, /^license$/).map((each) => each[2])).toEqual(licenses);
    expect(links(found)).toEqual(expected);
  });

  it("that the hub has disabled has a finding", async () => expect((await read(model({ disabled: true }))).graph.findings.map((each) => each.kind)).toEqual(["takedown"]));
});

describe("a list of answers", () => {
  it("tells models, data sets and applications apart, and says what is none", async () => {
    const found = await read([model({}), dataset({ tags: ["license:cc-by-4.0", "source_datasets:extended|acme/raw"] }), { ...dataset({}), id: "acme/app", sdk: "gradio" }, { ...model({}), id: "/home/jane/x", modelId: 7 }]);
    expect([...found.graph.assets.keys()]).toEqual(["hf:dataset/acme/notes", "hf:dataset/acme/raw", tuned]);
    expect(links(found)).toEqual(["?curate hf:dataset/acme/raw > hf:dataset/acme/notes"]);
    expect(found.problems).toMatchObject([{ code: "missing-key", file: "answer.json" }]);
    expect(found.read).toMatchObject([{ records: 2, links: 1 }]);
  });

  it("is of the kind that its address says", async () => {
    const bare = { _id: "0123456789abcdef01234567", id: "acme/notes", gated: false };
    expect((await read([bare], "hub/api/datasets.json")).graph.assets.has("hf:dataset/acme/notes")).toBe(true);
    const guessed = await read(bare);
    expect([guessed.graph.assets.has("hf:model/acme/notes"), guessed.graph.findings.map((each) => each.kind)]).toEqual([true, ["kind-assumed"]]);
  });
});

describe("a listing of files", () => {
  const listing = [{ type: "directory", oid: "1".repeat(40), size: 0, path: "sub" }, { type: "file", oid: "2".repeat(40), size: 9, path: "net.bin", lfs: { oid: "b".repeat(64), size: 9, pointerSize: 1 } }];

  it("belongs to what its address names", async () => {
    expect(said(await read(listing, "api/models/acme/tuned/tree/main.json"), /./)).toEqual([[tuned, "file-digest", `sha256:${"b".repeat(64)}`]]);
  });

  it("under another name is passed over", async () => expect((await read(listing)).skipped.map((each) => each.why)[0]).toContain("does not say of which"));
});

it("an answer that was cut off gives a problem and nothing of itself", async () => {
  const text = JSON.stringify([model({ cardData: { license: "mit" } }), model({})]);
  const found = await read(text.slice(0, -30));
  expect([found.graph.assets.size, found.problems.map((each) => each.code)]).toEqual([0, ["json-syntax"]]);
});

describe("what an answer names in a way that cannot be read", () => {
  it.each<[string, object, string[]]>([
    ["a base without its id", { baseModels: { relation: "merge", models: [{ id: "acme/a" }, { _id: "1" }] } }, [`merge hf:model/acme/a > ${tuned}`, `merge ${tuned}#model/unreadable > ${tuned}`]],
    ["bases that are no list", { baseModels: { models: { name: "acme/a" } } }, [`?finetune ${tuned}#model/unreadable > ${tuned}`]],
    ["bases in a list of their own", { baseModels: [{ name: "acme/a" }] }, [`?finetune ${tuned}#model/unreadable > ${tuned}`]],
    ["card data that are no object", { cardData: "license: mit" }, [`?finetune ${tuned}#model/unreadable > ${tuned}`]],
    ["a base in an object, beside one that is a text", { cardData: { base_model: ["acme/a", {}] } }, [`?merge hf:model/acme/a > ${tuned}`, `?merge ${tuned}#model/unreadable > ${tuned}`]],
    ["a tag without a name", { tags: ["base_model:", "license:"] }, [`?finetune ${tuned}#model/unreadable > ${tuned}`]],
  ])("stands for the source: %s", async (_, more, expected) => {
    const found = await read(model(more));
    expect([links(found), found.problems.map((each) => [each.code, each.file, (each.line ?? 0) > 1])]).toEqual([expected, [["wrong-type", "answer.json", true]]]);
  });

  it.each<[string, object, string[]]>([
    ["card data that leave a base empty, which a tag names", { cardData: { base_model: null, datasets: [] }, tags: ["base_model:acme/base", "dataset:acme/notes"] }, [`?finetune hf:model/acme/base > ${tuned}`, `train hf:dataset/acme/notes > ${tuned}`]],
    ["bases by their names alone", { baseModels: { models: ["acme/a"] } }, [`?finetune hf:model/acme/a > ${tuned}`]], ["nothing", { cardData: null, baseModels: { models: [] } }, []],
  ])("is not what can be read: %s", async (_, more, expected) => {
    const found = await read(model(more));
    expect([links(found), found.problems]).toEqual([expected, []]);
  });
});
