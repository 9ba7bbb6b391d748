import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";
import { ggufBytes, safetensorsBytes, u64 } from "./made-weights.fixture.js";

const options = { us: "acme", recordedAt: "2026-11-21" };
const read = (path: string, bytes: Uint8Array) => importFrom([memoryFile(path, bytes)], options);
type Read = Awaited<ReturnType<typeof read>>;
const links = ({ graph }: Read) => [...graph.derivations.values()].map((each) => `${each.by} ${each.from.join(" ")} > ${each.to ?? "nothing"}`);
const said = ({ graph }: Read) => graph.statements.filter((each) => each.what !== "licensor").map((each) => [each.what, each.value, each.source?.locator]);

const lists = (depth: number) => Buffer.concat([Buffer.from("GGUF"), Buffer.from([3, 0, 0, 0]), u64(0), u64(1), u64(1), Buffer.from("x"), Buffer.from([9, 0, 0, 0]), ...Array.from({ length: depth }, () => Buffer.concat([Buffer.from([9, 0, 0, 0]), u64(1)]))]);

describe("headers of weights", () => {
  it("reads license, base, conversion and data of a GGUF file past its vocabulary", async () => {
    const result = await read("models--acme--net-gguf/snapshots/r1/net-q4.gguf", ggufBytes({
      "general.architecture": "llama",
      "tokenizer.ggml.tokens": Array.from({ length: 20_000 }, (_, at) => `token ${at}`),
      "tokenizer.ggml.scores": [1, 2, 3],
      "general.author": "Jane Doe <jane@acme.example>",
      "general.license": "other",
      "general.license.name": "acme-1",
      "general.license.link": "https://acme.example/license",
      "general.base_model.count": 1,
      "general.base_model.0.name": "Base",
      "general.base_model.0.repo_url": "https://huggingface.co/acme/base",
      "general.source.repo_url": "https://huggingface.co/acme/net",
      "general.datasets": ["acme/notes"],
    }));
    const id = "hf:model/acme/net-gguf";
    const at = "models--acme--net-gguf/snapshots/r1/net-q4.gguf#general.";
    expect(result.problems).toEqual([]);
    expect(result.graph.assets.get(id)).toMatchObject({ kind: "model", version: "r1", licensor: "hf:acme" });
    expect(said(result).toSorted()).toEqual([["alternate-of", "hf:dataset/acme/notes", `${at}datasets`], ["license", "other", `${at}license`], ["license-link", "https://acme.example/license", `${at}license.link`], ["license-name", "acme-1", `${at}license.name`]]);
    expect(links(result).toSorted()).toEqual([`convert hf:model/acme/net > ${id}`, `finetune hf:model/acme/base > ${id}`, `train ${id}#dataset/acme/notes > ${id}`]);
    expect(JSON.stringify([[...result.graph.assets.values()], result.graph.statements, result.graph.findings])).not.toMatch(/Jane|jane/);
  });

  it("reads what a trainer of adapters and a description leave in safetensors", async () => {
    const digest = "a".repeat(64);
    const result = await read("lora.safetensors", safetensorsBytes({ format: "pt", "modelspec.license": "CreativeML Open RAIL-M", ss_network_module: "networks.lora", ss_sd_model_name: "/home/jane/models/base.safetensors", ss_new_sd_model_hash: digest, ss_dataset_dirs: '{"10_cats": {"n_repeats": 10}}' }));
    expect(said(result)).toEqual([["license", "CreativeML Open RAIL-M", "lora.safetensors#modelspec.license"]]);
    expect(links(result).toSorted()).toEqual([`adapt sha256:${digest} > weights:lora.safetensors`, "train weights:lora.safetensors#dataset/10_cats > weights:lora.safetensors"]);
    expect(result.graph.findings.map((each) => each.kind)).toContain("derivation-kind-assumed");
  });

  it("takes the parts of one model for one, and an address in a header for a weak match", async () => {
    const header = { "general.license": "mit", "general.repo_url": "https://huggingface.co/acme/net" };
    const { graph } = await importFrom(["1", "2"].map((part) => memoryFile(`net-0000${part}-of-00002.gguf`, ggufBytes(header))), options);
    expect([...graph.assets.keys()]).toEqual(["weights:net.gguf"]);
    expect(graph.statements.filter((each) => each.what === "alternate-of").map((each) => each.value)).toEqual(["hf:model/acme/net", "hf:model/acme/net"]);
  });

  it("never asks for what follows the header", async () => {
    let given = 0;
    const header = safetensorsBytes({ license: "mit" });
    const file = { path: "net.safetensors", size: 5e12, *chunks() { for (given = 0; ; given++) yield given === 0 ? header : new Uint8Array(1_000_000); } };
    const { read: files, problems } = await importFrom([file], options);
    // The first piece holds the header; one more is asked for to recognize formats.
    expect([files.length, problems, given]).toEqual([1, [], 1]);
  });

  it.each([
    ["an end in the middle", "a.gguf", ggufBytes({ "general.license": "mit", "general.name": "x" }).subarray(0, -1), /ends in the middle/],
    ["a length that no file has", "a.gguf", Buffer.concat([Buffer.from("GGUF"), Buffer.from([3, 0, 0, 0]), u64(0), u64(1), u64(2n ** 64n - 1n)]), /no file has/],
    ["more keys than there can be", "a.gguf", Buffer.concat([Buffer.from("GGUF"), Buffer.from([3, 0, 0, 0]), u64(0), u64(1e9)]), /more than 100000 keys/],
    ["lists in lists", "a.gguf", lists(50), /nested deeper/],
    ["an unknown type", "a.gguf", Buffer.concat([lists(0).subarray(0, -4), Buffer.from([99, 0, 0, 0])]), /unknown type 99/],
    ["an old version", "a.gguf", ggufBytes({}, 1), /version 1 /],
    ["another format", "a.gguf", Buffer.from("ggml and more"), /does not begin/],
    ["a header longer than any", "a.safetensors", Buffer.concat([u64(2n ** 63n), Buffer.from("{}")]), /more than 33554432 bytes/],
    ["a header that is cut off", "a.safetensors", safetensorsBytes({ license: "mit" }).subarray(0, 40), /ends in the middle/],
    ["a header that is no JSON", "a.safetensors", Buffer.concat([u64(4), Buffer.from("{{{{")]), /no object in JSON/],
    ["deep JSON", "a.safetensors", Buffer.concat([u64(100_000), Buffer.from("[".repeat(100_000))]), /nested deeper/],
  ])("records nothing of %s", async (_, path, bytes, message) => {
    const { graph, problems, skipped } = await read(path, bytes);
    expect([graph.assets.size, graph.statements.length, problems.length, skipped.length]).toEqual([0, 0, 1, 1]);
    expect(problems[0]?.message).toMatch(message);
  });

  it("refuses a vocabulary without end within its limit", async () => {
    const start = Buffer.concat([Buffer.from("GGUF"), Buffer.from([3, 0, 0, 0]), u64(0), u64(1), u64(1), Buffer.from("x"), Buffer.from([9, 0, 0, 0, 0, 0, 0, 0]), u64(1e12)]);
    let given = 0;
    const file = { path: "net.gguf", size: 5e12, *chunks() { for (let at = 0; ; at++, given++) yield at === 0 ? start : new Uint8Array(1_048_576); } };
    const { problems } = await importFrom([file], options);
    expect([problems.map((each) => each.code), given < 200]).toEqual([["too-large"], true]);
  });

  it("passes over what tells nothing, and a note in the place of weights", async () => {
    const { skipped, problems } = await importFrom([memoryFile("a.safetensors", safetensorsBytes({ format: "pt" })), memoryFile("b.safetensors", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n")], options);
    expect(skipped.map((each) => each.why)).toEqual(["its header tells nothing of rights or origin", "of no format that is read"]);
    expect(problems).toEqual([]);
  });
});

const gguf = (entries: Parameters<typeof ggufBytes>[0]) => ["a.gguf", ggufBytes(entries)] as const;
const tensors = (metadata: unknown) => ["a.safetensors", safetensorsBytes(metadata)] as const;

describe("what a header names in a way that cannot be read", () => {
  const [g, s] = ["weights:a.gguf", "weights:a.safetensors"];
  const long = "x".repeat(70_000);
  it.each<[string, readonly [string, Uint8Array], string[]]>([
    ["a base whose name is a number", gguf({ "general.base_model.0.name": 7 }), [`finetune ${g}#model/unreadable > ${g}`]],
    ["a base of which only its maker is told", gguf({ "general.base_model.0.organization": "Acme" }), [`finetune ${g}#model/unreadable > ${g}`]],
    ["a base that is counted and not there", gguf({ "general.base_model.count": 2, "general.base_model.0.name": "Base" }), [`merge ${g}#model/Base ${g}#model/unreadable > ${g}`]],
    ["a base without its number", gguf({ "general.base_model": "acme/base" }), [`finetune ${g}#model/unreadable > ${g}`]],
    ["a base with an address that is too long", gguf({ "general.base_model.0.repo_url": long }), [`finetune ${g}#model/unreadable > ${g}`]],
    ["data in numbers", gguf({ "general.datasets": [1, 2] }), [`train ${g}#dataset/unreadable > ${g}`]],
    ["data with a name that is too long", gguf({ "general.datasets": ["acme/notes", long] }), [`train ${g}#dataset/unreadable > ${g}`]],
    ["more data than is held", gguf({ "general.datasets": Array.from({ length: 1_001 }, (_, at) => `n${at}`) }), [`train ${g}#dataset/unreadable > ${g}`]],
    ["data without a name", gguf({ "general.dataset.0.version": "1" }), [`train ${g}#dataset/unreadable > ${g}`]],
    ["what it was converted from, as a number", gguf({ "general.source.url": 7 }), [`convert ${g}#model/unreadable > ${g}`]],
    ["a base that is no text", tensors({ base_model: ["acme/base"] }), [`finetune ${s}#model/unreadable > ${s}`]],
    ["a base by a digest that is none", tensors({ ss_new_sd_model_hash: "abc" }), [`finetune ${s}#model/unreadable > ${s}`]],
    ["what was merged, in a list", tensors({ "modelspec.merged_from": ["a", "b"] }), [`merge ${s}#model/unreadable > ${s}`]],
    ["data that is no text", tensors({ dataset: { name: "acme/notes" } }), [`train ${s}#dataset/unreadable > ${s}`]],
    ["folders that are no JSON", tensors({ ss_dataset_dirs: "{10_cats" }), [`train ${s}#dataset/unreadable > ${s}`]],
    ["folders in a list", tensors({ ss_dataset_dirs: '["10_cats"]' }), [`train ${s}#dataset/unreadable > ${s}`]],
    ["data sets without their parts", tensors({ ss_datasets: "[{}]" }), [`train ${s}#dataset/unreadable > ${s}`]],
    ["a part of a data set without a folder", tensors({ ss_datasets: '[{"subsets":[{"image_dir":"10_cats"},{}]}]' }), [`train ${s}#dataset/10_cats ${s}#dataset/unreadable > ${s}`]],
  ])("stands for the source: %s", async (_, [path, bytes], expected) => {
    const found = await read(path, bytes);
    expect([links(found), found.problems.map((each) => [each.code, each.file, each.line, each.column])]).toEqual([expected, [["wrong-type", path, 1, 1]]]);
  });

  it.each<[string, readonly [string, Uint8Array], string[]]>([
    ["empty texts, lists and counts", gguf({ "general.license": "mit", "general.base_model.count": 0, "general.datasets": [], "general.source.url": "" }), []],
    ["nothing in the words of a trainer", tensors({ license: "mit", base_model: null, ss_new_sd_model_hash: "None", ss_dataset_dirs: "{}", ss_datasets: "[]", "modelspec.merged_from": "" }), []],
    ["data in the description of a trainer", tensors({ ss_datasets: '[{"subsets":[{"image_dir":"10_cats"}]}]', ss_reg_dataset_dirs: '{"1_dogs":{}}' }), [`train ${s}#dataset/10_cats ${s}#dataset/1_dogs > ${s}`]],
    ["a base by its identifier alone", gguf({ "general.base_model.0.uuid": "0a9c" }), [`finetune ${g}#model/0a9c > ${g}`]],
  ])("is not %s", async (_, [path, bytes], expected) => {
    const found = await read(path, bytes);
    expect([links(found), found.problems]).toEqual([expected, []]);
  });

  it.each<[string, readonly [string, Uint8Array], (string | null)[]]>([
    ["a number", gguf({ "general.license": 7 }), ["a license that cannot be read"]],
    ["a list in the place of a text", tensors({ license: ["mit"] }), ["a license that cannot be read"]],
    ["an object beside a text", tensors({ license: "mit", "modelspec.license": {} }), ["a license that cannot be read", "mit"]],
  ])("is a license of which nothing is known: %s", async (_, [path, bytes], values) => {
    const found = await read(path, bytes);
    expect([said(found).filter(([what]) => what === "license").map((each) => each[1]).toSorted(), found.problems.length]).toEqual([values, 1]);
  });

  it("takes metadata that are no object for a damaged header", async () => {
    const found = await read("a.safetensors", Buffer.concat([u64(20), Buffer.from('{"__metadata__":"a"}')]));
    expect([found.graph.assets.size, found.problems.map((each) => each.message)]).toEqual([0, ["`__metadata__` of the header is no object"]]);
  });
});
