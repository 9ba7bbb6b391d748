import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "./index.js";

const read = (files: Readonly<Record<string, string>>) => importFrom(Object.entries(files).map(([path, content]) => memoryFile(path, content)), { us: "acme", recordedAt: "2026-11-21" });
const claimsOf = ({ graph }: Awaited<ReturnType<typeof read>>): string[] => [
  ...graph.statements.filter((each) => each.what === "license").map((each) => `${each.about.id} is under ${each.value}`),
  ...[...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${from} > ${each.to ?? "nothing"}`)),
].toSorted();

const [a, b] = ["a".repeat(32), "b".repeat(32)];
const run = `mlruns/7/${a}`;
const dvcModel = "outs:\n- path: net.safetensors\n";
const stage = (name: string, from: string): string => `stages:\n  ${name}:\n    cmd: run\n    deps: [${from}]\n    outs: [net.safetensors]\n`;
const bill = (key: string, license: string): string => `spdxVersion: SPDX-2.3\ndocumentNamespace: urn:doc\npackages:\n- { SPDXID: ${key}, name: ${key}, licenseDeclared: ${license} }\n`;
const record = (license: string): string => `source: { title: Notes, id: 0a9c1d52-7a0e-4b57-8f3b-0f6f2d9a1c11 }\nprovenance: { origin-geography: [{ country: DE }] }\nuse: { license: ${license} }\n`;
const entry = (name: string, from: string): string => `- name: ${name}\n  organization: Acme\n  type: model\n  dependencies: [${from}]\n`;

/** Each format that reads YAML: the file, what stands in its two documents, what else lies there, and what either of the two says. */
const formats: readonly (readonly [string, string, readonly [string, string], Readonly<Record<string, string>>, readonly [string, string]])[] = [
  ["spdx-2", "app.spdx.yaml", [bill("a", "MIT"), bill("b", "GPL-2.0-only")], {}, ["urn:doc#a is under MIT", "urn:doc#b is under GPL-2.0-only"]],
  ["provenance-standard", "notes.yaml", [record("CC-BY-4.0"), record("CC-BY-NC-4.0")], {}, ["urn:uuid:0a9c1d52-7a0e-4b57-8f3b-0f6f2d9a1c11 is under CC-BY-4.0", "urn:uuid:0a9c1d52-7a0e-4b57-8f3b-0f6f2d9a1c11 is under CC-BY-NC-4.0"]],
  ["ecosystem-graphs", "acme.yaml", [entry("Net", "Notes"), entry("Chat", "Net")], {}, ["ecosystem-graphs:Notes > ecosystem-graphs:Net", "ecosystem-graphs:Net > ecosystem-graphs:Chat"]],
  ["manifest", "CITATION.cff", ["repository-code: https://github.com/acme/app\nlicense: MIT\n", "repository-code: https://github.com/acme/app\nlicense: GPL-2.0-only\n"], {}, ["gh:acme/app is under MIT", "gh:acme/app is under GPL-2.0-only"]],
  ["wandb", "wandb/run-20260301_101112-abc/files/config.yaml", ["wandb_version: 1\ndataset: { value: acme/notes }\n", "dataset: { value: acme/base }\n"], {}, ["hf:dataset/acme/notes > nothing", "hf:dataset/acme/base > nothing"]],
  ["a tracked file of DVC", "net.safetensors.dvc", [`${dvcModel}meta: { license: MIT }\n`, `${dvcModel}meta: { license: GPL-2.0-only }\n`], {}, ["dvc:path/net.safetensors is under MIT", "dvc:path/net.safetensors is under GPL-2.0-only"]],
  ["a pipeline of DVC", "dvc.yaml", [stage("one", "notes.csv"), stage("two", "base.csv")], {}, ["dvc:path/notes.csv > dvc:path/net.safetensors", "dvc:path/base.csv > dvc:path/net.safetensors"]],
  ["artifacts of DVC", "dvc.yaml", [`${stage("one", "notes.csv")}artifacts:\n  a: { path: net.safetensors, meta: { license: MIT } }\n`, "artifacts:\n  a: { path: net.safetensors, meta: { license: GPL-2.0-only } }\n"], {}, ["dvc:path/net.safetensors is under MIT", "dvc:path/net.safetensors is under GPL-2.0-only"]],
  ["the lock of DVC", "dvc.lock", [stage("one", "notes.csv"), stage("two", "base.csv")], {}, ["dvc:path/notes.csv > dvc:path/net.safetensors", "dvc:path/base.csv > dvc:path/net.safetensors"]],
  ["parameters of DVC", "params.yaml", ["first: notes.csv\n", "second: base.csv\n"], { "dvc.yaml": stage("one", '"${first}", "${second}"') }, ["dvc:path/notes.csv > dvc:path/net.safetensors", "dvc:path/base.csv > dvc:path/net.safetensors"]],
  ["a model of MLflow", `${run}/artifacts/net/MLmodel`, [`artifact_path: net\nflavors: {}\nrun_id: ${a}\nmetadata: { license: mit }\n`, `artifact_path: net\nrun_id: ${a}\nmetadata: { license: gpl-2.0 }\n`], {}, [`mlflow:run/${a}/net is under mit`, `mlflow:run/${a}/net is under gpl-2.0`]],
  ["what a run of MLflow took in", `${run}/inputs/1/meta.yaml`, ["source_type: DATASET\nsource_id: one\n", "source_type: DATASET\nsource_id: two\n"], { [`${run}/meta.yaml`]: `run_id: ${a}\nlifecycle_stage: active\n` }, ["mlflow:dataset/one > nothing", "mlflow:dataset/two > nothing"]],
  ["a data set of MLflow", `mlruns/7/datasets/${b}/meta.yaml`, ["source_type: http\nsource: '{\"url\": \"https://example.org/a.csv\"}'\n", "source_type: http\nsource: '{\"url\": \"https://example.org/b.csv\"}'\n"], {}, [`url:https://example.org/a.csv > mlflow:dataset/${b}`, `url:https://example.org/b.csv > mlflow:dataset/${b}`]],
  ["an adapter beside its card", "models--acme--m/snapshots/r/adapter_config.json", ["base_model_name_or_path: acme/base\n", "base_model_name_or_path: acme/other\n"], { "models--acme--m/snapshots/r/README.md": "---\nlibrary_name: peft\n---\n" }, ["hf:model/acme/base > hf:model/acme/m", "hf:model/acme/other > hf:model/acme/m"]],
];

describe.each(formats)("two documents in a file that has one, of %s", (_, file, [first, second], beside, [one, two]) => {
  it("are both recorded, and told", async () => {
    const found = await read({ ...beside, [file]: `${first}---\n${second}` });
    expect(found.problems.map((each) => [each.code, each.file, each.line, each.hint !== null])).toEqual([["several-documents", file, first.split("\n").length + 1, true]]);
    expect(claimsOf(found)).toEqual(expect.arrayContaining([one, two]));
  });

  it("are one where one of them says nothing", async () => {
    for (const text of [`---\n${first}---\n`, `# a remark\n---\n---\n${first}...\n`, `${first}---\n# a remark\n`]) {
      const found = await read({ ...beside, [file]: text });
      const claims = claimsOf(found);
      expect([found.problems, claims.includes(one), claims.includes(two)]).toEqual([[], file !== "params.yaml", false]);
    }
  });

  it("are none where one of them is broken", async () => {
    const found = await read({ ...beside, [file]: `${first}---\n]: [\n` });
    expect(found.problems.map((each) => [each.code, each.file])).toContainEqual(["yaml-syntax", file]);
    expect(claimsOf(found)).not.toContain(one);
  });
});

describe("a second document that is no mapping", () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["of a tracked file", { "net.safetensors.dvc": `${dvcModel}---\n- x\n` }, ["dvc:path/net.safetensors#model/unreadable > dvc:path/net.safetensors"]],
    ["of a lock", { "dvc.lock": `${stage("one", "notes.csv")}---\nx\n` }, ["dvc:path/net.safetensors#dataset/unreadable > dvc:path/net.safetensors"]],
    ["of an adapter", { "models--acme--m/snapshots/r/README.md": "---\nlicense: mit\n---\n", "models--acme--m/snapshots/r/adapter_config.json": "base_model_name_or_path: acme/base\n---\n- x\n" }, ["hf:model/acme/m#model/unreadable > hf:model/acme/m"]],
    ["of what a run took in", { [`${run}/meta.yaml`]: `run_id: ${a}\nlifecycle_stage: active\n`, [`mlruns/7/models/m-${b}/meta.yaml`]: `model_id: m-${b}\nsource_run_id: ${a}\n`, [`${run}/inputs/1/meta.yaml`]: "source_type: DATASET\nsource_id: one\n---\n- x\n" }, [`mlflow:model/m-${b}#dataset/unreadable > mlflow:model/m-${b}`]],
    ["of a card", { "models--acme--m/snapshots/r/README.md": "---\nlicense: mit\n...\n- x\n---\n" }, ["hf:model/acme/m#model/unreadable > hf:model/acme/m"]],
  ])("holds open what the file describes, if it is %s", async (_, files, expected) => {
    const found = await read(files);
    expect(found.problems.map((each) => each.code).toSorted()).toEqual(["several-documents", "wrong-type"]);
    expect(claimsOf(found)).toEqual(expect.arrayContaining([...expected]));
  });
});

describe("documents of which more than one is no fault", () => {
  it("are the merges of a configuration", async () => {
    const found = await read({ "models--acme--m/snapshots/r/README.md": "---\nlicense: mit\n---\n", "models--acme--m/snapshots/r/mergekit_config.yml": "name: one\nmodels: [acme/base]\n---\nmodels: [one, acme/other]\n" });
    expect([found.problems, claimsOf(found).includes("hf:model/acme/other > hf:model/acme/m")]).toEqual([[], true]);
  });

  it("are counted, for each takes memory", async () => {
    const found = await read({ "net.safetensors.dvc": "---\n".repeat(20_000) });
    expect(found.problems.map((each) => [each.code, each.message])).toEqual([["too-many", "more than 10000 documents"]]);
  });
});

describe("the front matter of a card in two documents", () => {
  it("is both of them", async () => {
    const found = await read({ "models--acme--m/snapshots/r/README.md": "---\nlicense: mit\nbase_model: acme/base\n...\nlicense: gpl-2.0\n---\n" });
    expect(found.problems.map((each) => [each.code, each.line])).toEqual([["several-documents", 5], ["duplicate-key", 5]]);
    expect(claimsOf(found)).toEqual(["hf:model/acme/base > hf:model/acme/m", "hf:model/acme/m is under gpl-2.0", "hf:model/acme/m is under mit"]);
  });
});
