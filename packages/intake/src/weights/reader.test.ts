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
