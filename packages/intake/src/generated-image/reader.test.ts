import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";
import { pngOf, pngWith } from "./made-image.fixture.js";

const read = (bytes: Uint8Array, reader?: string) => importFrom([memoryFile("a.png", bytes)], { us: "acme", recordedAt: "2026-11-21", ...(reader === undefined ? {} : { reader }) });
type Read = Awaited<ReturnType<typeof read>>;
const from = ({ graph }: Read) => [...graph.derivations.values()].flatMap((each) => each.from).toSorted();
const generator = ({ graph }: Read) => graph.statements.filter((each) => each.what === "generator").map((each) => each.value);
const settings = "a duck <lora:old:1>, by Jane Doe\nNegative prompt: grey\nSteps: 15, Sampler: UniPC, Seed: 2, Model hash: C0D1994C73, Model: real, VAE: soft.pt, Lora hashes: \"new: 0123456789ab\", Version: v1.9";
const nodes = { 1: { class_type: "CheckpointLoaderSimple", inputs: { ckpt_name: "sub/net.safetensors", seed: 1 } }, 2: { class_type: "LoadImage", inputs: { image: "photo.png" } }, 3: { class_type: "KSampler", inputs: { sampler_name: "euler", model: ["1", 0] } } };

const node = (inputs: unknown, type = "CheckpointLoaderSimple") => pngWith({ prompt: JSON.stringify({ 1: { class_type: type, inputs } }) });
const fooocus = (more: object) => pngWith({ parameters: JSON.stringify(more), fooocus_scheme: "fooocus" });
const invoke = (more: object) => pngWith({ invokeai_metadata: JSON.stringify(more) });
const a1111 = (line: string) => pngWith({ parameters: `a duck\nSteps: 15, ${line}` });

describe("texts of generators in images", () => {
  it.each<[string, Uint8Array, string, string[]]>([
    ["A1111", pngWith({ parameters: settings }), "A1111", ["a.png#model/old", "a.png#model/soft.pt", "model-hash:a1111-lora/0123456789ab", "model-hash:sha256-10/c0d1994c73"]],
    ["ComfyUI", pngWith({ prompt: JSON.stringify(nodes), workflow: "{}" }), "ComfyUI", ["a.png#document/photo.png", "a.png#model/net.safetensors"]],
    ["ComfyUI, packed", pngOf(["zTXt", Buffer.concat([Buffer.from("prompt\0\0"), deflateSync(JSON.stringify(nodes))])]), "ComfyUI", ["a.png#document/photo.png", "a.png#model/net.safetensors"]],
    ["Fooocus", pngWith({ parameters: JSON.stringify({ base_model: "xl", base_model_hash: "aeb7e9e689", refiner_model: "None", vae: "Default (model)", loras: [["add", 0.5, "0123456789"]] }), fooocus_scheme: "fooocus" }), "Fooocus", ["model-hash:sha256-10/0123456789", "model-hash:sha256-10/aeb7e9e689"]],
    ["InvokeAI", pngWith({ invokeai_metadata: JSON.stringify({ model: { name: "xl", hash: `blake3:${"a".repeat(64)}` }, loras: [{ model: { name: "add", hash: null } }] }) }), "InvokeAI", ["a.png#model/add", `model-hash:invokeai/blake3:${"a".repeat(64)}`]],
    ["InvokeAI before it named models", pngWith({ Dream: "\"a duck\" -s 50" }), "InvokeAI", []],
    ["NovelAI", pngOf(["iTXt", "Software\0\0\0\0\0NovelAI"], ["tEXt", "Source\0Diffusion V9 ABC"]), "NovelAI", ["a.png#model/Diffusion V9 ABC"]],
  ])("reads what %s tells", async (_, bytes, by, sources) => {
    const result = await read(bytes);
    expect(result.problems).toEqual([]);
    expect(generator(result)).toEqual([by]);
    expect(from(result)).toEqual(sources.map((each) => each.replace(/^a\.png/, "image:a.png")));
    expect(result.graph.assets.get("image:a.png")).toMatchObject({ kind: "output", modality: ["image"], upstream: sources.length === 0 ? "undisclosed" : "partial" });
    expect(result.graph.findings.some((each) => each.kind === "generating-model-unknown")).toBe(sources.length === 0);
    expect(JSON.stringify([[...result.graph.assets.values()], result.graph.statements, result.graph.findings])).not.toContain("Jane");
  });

  const whole = pngWith({ parameters: settings });
  const wrongSum = Buffer.from(whole);
  wrongSum[60] = 0x21;
  it.each<[string, Uint8Array, RegExp]>([
    ["an image that is cut off", whole.subarray(0, -13), /ends/],
    ["a text that is cut off", whole.subarray(0, 100), /middle of a text/],
    ["a checksum that is wrong", wrongSum, /checksum/],
    ["a text that unpacks to a gigabyte", pngOf(["zTXt", Buffer.concat([Buffer.from("prompt\0\0"), deflateSync(Buffer.alloc(100_000_000))])]), /unpacks to more/],
    ["a length of four gigabytes", Buffer.concat([pngOf().subarray(0, 33), Buffer.from("ffffffff", "hex"), Buffer.from("tEXtprompt\0{}")]), /more than 8388608/],
  ])("records nothing of %s", async (_, bytes, message) => {
    const { graph, problems, skipped } = await read(bytes, "generated-image");
    expect([graph.assets.size, graph.statements.length, problems.length, skipped.length]).toEqual([0, 0, 1, 1]);
    expect(problems[0]?.message).toMatch(message);
  });

  it("passes over images and parameters of other programs", async () => {
    expect((await read(pngWith({ Software: "a camera" }))).skipped).toEqual([{ file: "a.png", why: "of no format that is read" }]);
    expect((await read(pngWith({ parameters: "speed=3" }))).skipped).toEqual([{ file: "a.png", why: "its texts are of no generator that is known" }]);
  });

  it("holds no pixels: six gigabytes of them are more than one buffer can have", async () => {
    const piece = new Uint8Array(1_048_576);
    const pixels = function* () {
      yield Buffer.from("7fffffff49444154", "hex");
      for (let at = 0; at < 2_047; at++) yield piece;
      yield piece.subarray(1);
      yield piece.subarray(0, 4);
    };
    const file = { path: "a.png", size: 6.5e9, *chunks() { yield whole.subarray(0, -12); for (let at = 0; at < 3; at++) yield* pixels(); yield whole.subarray(-12); } };
    const { problems, read: files } = await importFrom([file], { us: "acme" });
    expect([problems, files.length]).toEqual([[], 1]);
  });

  const [model, picture] = ["image:a.png#model/unreadable", "image:a.png#document/unreadable"];
  it.each<[string, Uint8Array, string[]]>([
    ["no JSON", pngWith({ prompt: "{" }), [model]], ["deep JSON", pngWith({ prompt: "[".repeat(100_000) }), [model]], ["another program's JSON", pngWith({ invokeai_metadata: "[]" }), [model]],
    ["a name from another node", node({ ckpt_name: ["5", 0] }), [model]], ["a name in an object", node({ lora_name: { a: 7 } }), [model]], ["a node without inputs", node(undefined), [model]],
    ["a third encoder from another node", node({ clip_name3: ["5", 0] }), [model]], ["a picture from another node", node({ image: ["5", 0] }, "LoadImage"), [picture]],
    ["a base that is an object", fooocus({ base_model: { name: "xl" } }), [model]], ["adapters that are no list", fooocus({ base_model: "xl", loras: { add: 1 } }), [model, "image:a.png#model/xl"]], ["an adapter that is no list", fooocus({ loras: ["add"] }), [model]], ["an adapter without a name", fooocus({ loras: [[]] }), [model]],
    ["a model without a name", invoke({ model: { base: "sdxl" } }), [model]], ["a model in a list", invoke({ model: ["xl"] }), [model]], ["adapters of InvokeAI that are no list", invoke({ loras: "add" }), [model]], ["an adapter without a model", invoke({ loras: [{ weight: 1 }] }), [model]],
    ["digests that are none", a1111('Model: real, Lora hashes: "new 0123"'), ["image:a.png#model/real", model]],
    ["more than are held", pngWith({ prompt: JSON.stringify(Object.fromEntries(Array.from({ length: 501 }, (_, at) => [at, { inputs: { ckpt_name: "net" } }]))) }), ["image:a.png#model/net", model]],
  ])("keep that something took part which cannot be read: %s", async (_, bytes, expected) => {
    const found = await read(bytes, "generated-image");
    expect([from(found), found.problems.map((each) => [each.code, each.file, each.line, each.column])]).toEqual([expected, [["wrong-type", "a.png", 1, 1]]]);
    expect(found.graph.assets.get("image:a.png")?.kind).toBe("output");
  });

  it.each<[string, Uint8Array, string[]]>([
    ["places that are empty", fooocus({ base_model: "", vae: null, loras: [] }), []], ["models that are not there", invoke({ model: null, loras: null, vae: null }), []], ["a node of no model", node({ seed: ["5", 0], model: ["1", 0] }, "KSampler"), []], ["a loader that is empty", node({ ckpt_name: "" }), []], ["a name that is a number", node({ lora_name: 7 }), ["image:a.png#model/7"]],
    ["a digest alone", a1111("Model hash: 7460a6fa"), ["image:a.png#model/7460a6fa"]], ["a model by its name alone", invoke({ model: "xl" }), ["image:a.png#model/xl"]], ["a model by its key", invoke({ model: { key: "0a9c" } }), ["image:a.png#model/0a9c"]],
  ])("are read: %s", async (_, bytes, expected) => {
    const found = await read(bytes, "generated-image");
    expect([from(found), found.problems]).toEqual([expected, []]);
  });
});
