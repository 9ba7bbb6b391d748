import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";
import { logBytes, madeRecord, runRecord, usedRecord } from "./made-log.fixture.js";

const folder = "wandb/run-20260301_100000-abc/";
const read = (files: Readonly<Record<string, string | Uint8Array>>) => importFrom(Object.entries(files).map(([path, content]) => memoryFile(folder + path, content)), { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const links = ({ graph }: Read) => [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from} > ${each.to ?? "nothing"} ${each.during.from}`));
const model = `wandb:md5/${"d".repeat(32)}`;

describe("a run", () => {
  it("gives what it took in, what it made, and the code by its remote, and names nobody", async () => {
    const log = logBytes([runRecord({ base_model: "acme/base", token: "secret" }), usedRecord("dataset", "notes:v3"), madeRecord("model", "net", { license: "apache-2.0" }), madeRecord("job", "job-x")]);
    const found = await read({ "run-abc.wandb": log });
    expect(found.problems).toEqual([]);
    expect(links(found)).toEqual([`?finetune hf:model/acme/base > ${model} 2026-03-01`, `?generate gh:acme/train > ${model} 2026-03-01`, `?train wandb:artifact/acme/demo/notes:v3 > ${model} 2026-03-01`]);
    expect(found.graph.statements.filter((each) => each.what === "license").map((each) => [each.value, each.source?.locator])).toEqual([["apache-2.0", `${folder}run-abc.wandb#record/3`]]);
    expect(JSON.stringify([[...found.graph.assets.values()], found.graph.statements, found.graph.findings])).not.toMatch(/jane|secret/);
  });

  it("is put together from its log, its configuration and its description", async () => {
    const found = await read({
      "run-abc.wandb": logBytes([madeRecord("model", "net")]),
      "files/config.yaml": "wandb_version: 1\ndataset_name: { desc: null, value: acme/notes }\nlr: { desc: null, value: 0.1 }\n",
      "files/wandb-metadata.json": JSON.stringify({ username: "jane", args: ["--model_name_or_path=acme/base", "--api-key", "secret"], git: { remote: "https://gitee.com/x/y.git", commit: "c".repeat(40) } }),
    });
    expect(links(found)).toEqual([`?finetune hf:model/acme/base > ${model} 2026-03-01`, `?generate git:commit/${"c".repeat(40)} > ${model} 2026-03-01`, `?train hf:dataset/acme/notes > ${model} 2026-03-01`]);
    expect(found.read.map((each) => each.links)).toEqual([3, 0, 0]);
  });

  it("takes parts that others trained for bases, and a path that ends as a hub's id for a weak match of it", async () => {
    const found = await read({ "files/wandb-metadata.json": JSON.stringify({ args: ["--pretrained_text_encoder_name_or_path=/home/jane/models/acme/base", "--pretrained_vision_encoder_name_or_path=acme/eyes", "--vae_path=/home/jane/nets/vae.pt", "--encoder_layers=/a/b"] }) });
    const named = `wandb:run/abc#model/`;
    expect(links(found)).toEqual(["hf:model/acme/eyes", `${named}base`, `${named}vae.pt`].map((from) => `?finetune ${from} > nothing 2026-03-01`));
    expect(found.graph.statements.filter((each) => each.what === "alternate-of").map((each) => [each.about.id, each.value, each.raw?.split(":")[0]])).toEqual([[`${named}base`, "hf:model/acme/base", "low"]]);
    expect(JSON.stringify([...found.graph.assets.values()])).not.toContain("jane");
  });

  it("without a result is an act on what it took in", async () => {
    expect(links(await read({ "files/config.yaml": "dataset: { value: acme/notes }\n" }))).toEqual(["?train hf:dataset/acme/notes > nothing 2026-03-01"]);
  });
});

it("keeps a license that is no text as something said, and each place for one", async () => {
  const { graph } = await read({ "run-abc.wandb": logBytes([madeRecord("model", "net", { license: { id: "mit" }, license_name: "house-terms" })]) });
  expect(graph.statements.filter((each) => each.what.startsWith("license")).map((each) => each.value)).toEqual(['{"id":"mit"}\nhouse-terms']);
});

describe("a log", () => {
  const records = [runRecord({ long: "x".repeat(100_000) }), madeRecord("model", "net")];
  it("holds records over several blocks", async () => expect([...(await read({ "run-abc.wandb": logBytes(records) })).graph.assets.keys()]).toContain(model));

  it("that was cut off keeps what stands before the end", async () => {
    const found = await read({ "run-abc.wandb": logBytes([...records, usedRecord("dataset", "notes:v3")]).subarray(0, -3) });
    expect([...found.graph.assets.keys()]).toContain(model);
    expect([found.problems, found.graph.findings.filter((each) => each.kind === "not-read-whole").length]).toEqual([[], 1]);
  });

  it("that is damaged is a problem, and is read up to there", async () => {
    const log = logBytes([madeRecord("model", "net"), runRecord({ long: "x".repeat(100_000) })]);
    log[20_000] = 7;
    const found = await read({ "run-abc.wandb": log });
    expect(found.problems).toMatchObject([{ code: "format-syntax", line: 2 }]);
    expect([...found.graph.assets.keys()]).toContain(model);
  });

  it.each([["of another format", "hello"], ["of nothing", ""], ["of noise", Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7_919) & 255)]])("%s is passed over", async (_, content) => {
    expect((await read({ "run-abc.wandb": content })).problems).toMatchObject([{ code: "format-syntax" }]);
  });
});

describe("what a run names and cannot be read is told, and stands as something of which nothing is known", () => {
  it.each<[string, Parameters<typeof logBytes>[0], string]>([
    ["an artifact without its name", [{ 25: { 2: "dataset" } }], `?train ${model}#dataset/unreadable`],
    ["a model without its name", [{ 25: { 2: "model" } }], `?finetune ${model}#model/unreadable`],
    ["an artifact of nothing", [{ 25: "x" }], `?train ${model}#dataset/unreadable`],
    ["a base that is a mapping", [{ 17: { 4: { 1: { 1: "base_model", 16: '{"id":"acme/base"}' } } } }], "?finetune wandb:run/abc#model/unreadable"],
    ["a base in words", [{ 17: { 4: { 1: { 1: "base_model", 16: '"the old one"' } } } }], "?finetune wandb:run/abc#model/unreadable"],
  ])("%s", async (_, records, expected) => {
    const found = await read({ "run-abc.wandb": logBytes([...records, madeRecord("model", "net")]) });
    expect(links(found).map((each) => each.split(" > ")[0])).toEqual([expected]);
    expect(found.problems).toMatchObject([{ line: expect.any(Number) as number, hint: expect.stringMatching(/something of which nothing is known stands for it$/) as string }]);
  });

  it.each([
    ["that is broken", "base_model: [\n"], ["that is no mapping", "- base_model\n"], ["with a second document that is none", "lr: { value: 1 }\n---\n- base_model\n"],
  ])("is held open beside a configuration %s", async (_, config) => {
    const found = await read({ "files/config.yaml": config, "run-abc.wandb": logBytes([madeRecord("model", "net")]) });
    expect(links(found).map((each) => each.split(" > ")[0]).toSorted()).toEqual([`?finetune ${model}#model/unreadable`, `?train ${model}#dataset/unreadable`]);
    expect(found.problems.map((each) => each.file)).toContain(`${folder}files/config.yaml`);
  });

  it.each([
    ["several bases in a list", "base_model: { value: [acme/base, acme/more] }\n", ["hf:model/acme/base", "hf:model/acme/more"]],
    ["a value without its wrapping", "base_model: acme/base\n", ["hf:model/acme/base"]],
    ["nothing of settings", "pretrained: { value: true }\nbase_model: { value: null }\ndataset: { value: [] }\n", []],
  ])("reads %s", async (_, config, from) => {
    const found = await read({ "files/config.yaml": config });
    expect([found.problems, links(found).map((each) => each.split(" ")[1])]).toEqual([[], from]);
  });

  it("reads what went in without its type, and passes over what the program makes by itself", async () => {
    const found = await read({ "run-abc.wandb": logBytes([{ 25: { 3: "acme/demo/notes:v3" } }, { 25: { 2: "job" } }, madeRecord("model", "net")]) });
    expect([found.problems, links(found)]).toEqual([[], [`?train wandb:artifact/acme/demo/notes:v3 > ${model} 2026-03-01`]]);
  });
});
