import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";
import type { SourceFile } from "../index.js";
import { databaseBytes } from "./made-database.fixture.js";

const hash = (digit: string) => digit.repeat(32);
const [run, data, test] = [hash("a"), hash("d"), hash("e")];
const model = `m-${hash("b")}`;
const options = { us: "acme", recordedAt: "2026-11-21" };
const text = (files: Record<string, string>) => importFrom(Object.entries(files).map(([path, content]) => memoryFile(path, content)), options);
type Read = Awaited<ReturnType<typeof text>>;
const short = (id: string) => id.replace(/(.)\1{31,}/g, "$1");
const links = ({ graph }: Read) => [...graph.derivations.values()].map((each) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${each.from.map(short).join(" ")} > ${short(each.to ?? "nothing")}`);
const licenses = ({ graph }: Read) => graph.statements.filter((each) => each.what === "license").map((each) => [short(each.about.id), each.value]);

const meta = `run_id: ${run}\nexperiment_id: '7'\nlifecycle_stage: active\nstart_time: 1748696156348\nend_time: 1748786186237\nuser_id: jane\n`;
const dataset = (more: string) => `name: notes\ndigest: 1fbe660b\n${more}`;
const input = (id: string, tags: string) => `destination_id: ${id}\ndestination_type: RUN\nsource_id: ${id}\nsource_type: DATASET\ntags: ${tags}\n`;
const output = `destination_id: ${model}\ndestination_type: MODEL_OUTPUT\nsource_id: ${model}\nsource_type: RUN_OUTPUT\n`;

const tree = {
  [`mlruns/7/${run}/meta.yaml`]: meta,
  [`mlruns/7/${run}/inputs/1/meta.yaml`]: input(data, "{mlflow.data.context: training}"),
  [`mlruns/7/${run}/inputs/2/meta.yaml`]: input(test, "{mlflow.data.context: eval}"),
  [`mlruns/7/datasets/${data}/meta.yaml`]: dataset(`source_type: hugging_face\nsource: '{"path": "acme/notes", "revision": "r1"}'\n`),
  [`mlruns/7/datasets/${test}/meta.yaml`]: dataset(`source_type: code\nsource: '{"tags": {"mlflow.user": "jane"}}'\n`),
  [`mlruns/7/${run}/outputs/${model}/meta.yaml`]: output,
  [`mlruns/7/models/${model}/meta.yaml`]: `model_id: ${model}\nsource_run_id: ${run}\nexperiment_id: '7'\n`,
  [`mlruns/7/${run}/params/base_model`]: "acme/base",
  [`mlruns/7/${run}/tags/mlflow.user`]: "jane",
  [`mlruns/7/${run}/tags/mlflow.source.git.commit`]: "c".repeat(40),
  [`mlruns/7/models/${model}/tags/license`]: "apache-2.0",
  "mlruns/models/notes-model/meta.yaml": "creation_timestamp: 1\nname: notes-model\n",
  "mlruns/models/notes-model/version-3/meta.yaml": `creation_timestamp: 1\ncurrent_stage: None\nname: notes-model\nrun_id: ${run}\nsource: models:/${model}\nversion: 3\n`,
};
const expected = [
  "evaluate mlflow:dataset/e mlflow:model/m-b > nothing",
  "train mlflow:dataset/d > mlflow:model/m-b",
  "?copy hf:dataset/acme/notes > mlflow:dataset/d",
  "?finetune hf:model/acme/base > mlflow:model/m-b",
  "?generate git:commit/c > mlflow:model/m-b",
].toSorted();

const tables = `
CREATE TABLE experiments (experiment_id INTEGER, lifecycle_stage TEXT); INSERT INTO experiments VALUES (7, 'active'), (8, 'deleted');
CREATE TABLE runs (run_uuid TEXT, user_id TEXT, lifecycle_stage TEXT, start_time BIGINT, end_time BIGINT, experiment_id INTEGER);
INSERT INTO runs VALUES ('${run}', 'jane', 'active', 1748696156348, 1748786186237, 7), ('${hash("f")}', 'jane', 'deleted', 1, 2, 7), ('${hash("1")}', 'jane', 'active', 1, 2, 8);
CREATE TABLE tags (key TEXT, value TEXT, run_uuid TEXT); INSERT INTO tags VALUES ('mlflow.source.git.commit', '${"c".repeat(40)}', '${run}'), ('mlflow.user', 'jane', '${run}');
CREATE TABLE params (key TEXT, value TEXT, run_uuid TEXT); INSERT INTO params VALUES ('base_model', 'acme/base', '${run}'), ('token', 'secret', '${run}');
CREATE TABLE datasets (dataset_uuid TEXT, experiment_id INTEGER, name TEXT, digest TEXT, dataset_source_type TEXT, dataset_source TEXT);
INSERT INTO datasets VALUES ('${data}', 7, 'notes', '1fbe660b', 'hugging_face', '{"path": "acme/notes"}'), ('${test}', 7, 'x', '2', 'code', '{}');
CREATE TABLE inputs (input_uuid TEXT, source_type TEXT, source_id TEXT, destination_type TEXT, destination_id TEXT);
INSERT INTO inputs VALUES ('1', 'DATASET', '${data}', 'RUN', '${run}'), ('2', 'DATASET', '${test}', 'RUN', '${run}');
CREATE TABLE input_tags (input_uuid TEXT, name TEXT, value TEXT); INSERT INTO input_tags VALUES ('1', 'mlflow.data.context', 'training'), ('2', 'mlflow.data.context', 'eval');
CREATE TABLE logged_models (model_id TEXT, source_run_id TEXT, lifecycle_stage TEXT, experiment_id INTEGER); INSERT INTO logged_models VALUES ('${model}', '${run}', 'active', 7);
CREATE TABLE logged_model_tags (model_id TEXT, tag_key TEXT, tag_value TEXT); INSERT INTO logged_model_tags VALUES ('${model}', 'license', 'apache-2.0');
CREATE TABLE registered_models (name TEXT); INSERT INTO registered_models VALUES ('notes-model');
CREATE TABLE model_versions (name TEXT, version INTEGER, source TEXT, run_id TEXT); INSERT INTO model_versions VALUES ('notes-model', 3, 'models:/${model}', '${run}');
CREATE TABLE secrets (value TEXT); INSERT INTO secrets VALUES ('secret');`;

const database = (sql: string, name = "mlflow.db"): SourceFile => memoryFile(name, databaseBytes(sql));

describe.each([
  ["a tree", () => text(tree)],
  ["a database", () => importFrom([database(tables)], options)],
])("a tracking store as %s", (_, read) => {
  it("gives the runs, their data by its label, what was made, and what it is registered as", async () => {
    const result = await read();
    expect(result.problems).toEqual([]);
    expect(links(result).toSorted()).toEqual(expected);
    expect(licenses(result)).toEqual([["mlflow:model/m-b", "apache-2.0"]]);
    expect(result.graph.statements.filter((each) => each.what === "registered-as").map((each) => each.value)).toEqual(["notes-model/3"]);
    expect(result.graph.derivations.get(`train:mlflow:model/${model}`)).toMatchObject({ who: "acme", during: { from: "2025-05-31", to: "2025-06-01" } });
    expect(result.graph.assets.get(`mlflow:model/${model}`)).toMatchObject({ upstream: "partial" });
    expect(result.graph.assets.get(`mlflow:dataset/${data}`)).toMatchObject({ version: "1fbe660b", digest: null });
  });

  it("says that a script is no origin, and names nobody", async () => {
    const { graph } = await read();
    expect(graph.findings.filter((each) => each.kind === "data-without-origin").map((each) => each.asset)).toEqual([`mlflow:dataset/${test}`]);
    expect(JSON.stringify([[...graph.assets.values()], graph.statements, graph.findings, [...graph.derivations.values()]])).not.toMatch(/jane|secret/);
  });
});

it("holds what was logged under a name that ends like an answer of a server", async () => {
  const result = await text({ ...tree, [`mlruns/7/${run}/params/settings.json`]: "128" });
  expect([result.problems, links(result).toSorted()]).toEqual([[], expected]);
});

it("is the same store in both forms", async () => {
  const [one, other] = [await text(tree), await importFrom([database(tables)], options)];
  expect([...other.graph.assets.keys()]).toEqual([...one.graph.assets.keys()]);
  expect([...other.graph.derivations.values()]).toEqual([...one.graph.derivations.values()]);
});

describe("a run", () => {
  const history = JSON.stringify([{ artifact_path: "model", run_id: run }]);
  it.each([
    ["of the second generation, whose models stand in a tag", { [`7/${run}/tags/mlflow.log-model.history`]: history }, [`mlflow:run/a/model`], []],
    ["whose parameters name a path", { [`7/${run}/tags/mlflow.log-model.history`]: history, [`7/${run}/params/train_data_path`]: "/home/jane/x/data/notes.csv" }, ["mlflow:run/a/model", "mlflow:store/mlruns#notes.csv"], ["?train mlflow:store/mlruns#notes.csv > mlflow:run/a/model"]],
    ["that a flavor describes", { [`7/${run}/artifacts/net/MLmodel`]: `artifact_path: net\nrun_id: ${run}\nflavors: {transformers: {source_model_name: acme/base}}\nmetadata: {license: mit}\n` }, ["hf:model/acme/base", "mlflow:run/a/net"], ["?finetune hf:model/acme/base > mlflow:run/a/net"]],
    ["whose base is a path like any other", { [`7/${run}/params/model_name`]: "models/best.pkl" }, [], []],
    ["whose base has a name that means it here alone", { [`7/${run}/tags/mlflow.log-model.history`]: history, [`7/${run}/params/base_model`]: "gpt2", [`7/${run}/params/pretrained_model_name_or_path`]: "/home/jane/nets/eyes", [`7/${run}/params/teacher_model`]: "None" }, ["mlflow:run/a#model/eyes", "mlflow:run/a#model/gpt2", "mlflow:run/a/model"], ["?finetune mlflow:run/a#model/eyes mlflow:run/a#model/gpt2 > mlflow:run/a/model"]],
    ["without a result", { [`7/${run}/inputs/1/meta.yaml`]: input(data, "{}"), [`7/datasets/${data}/meta.yaml`]: dataset("source_type: http\nsource: '{\"url\": \"https://example.org/a.csv\"}'\n") }, ["mlflow:dataset/d", "url:https://example.org/a.csv"], ["?copy url:https://example.org/a.csv > mlflow:dataset/d", "?train mlflow:dataset/d > nothing"]],
  ])("%s", async (_, files, assets, expectedLinks) => {
    const result = await text({ [`7/${run}/meta.yaml`]: meta, ...files });
    expect(result.problems).toEqual([]);
    expect([...result.graph.assets.keys()].map(short)).toEqual(assets);
    expect(links(result)).toEqual(expectedLinks);
  });

  it("that was deleted is left out with what it logged", async () => {
    const result = await text({ [`7/${run}/meta.yaml`]: meta.replace("active", "deleted"), [`7/${run}/tags/mlflow.log-model.history`]: history });
    expect([...result.graph.assets.keys()]).toEqual([]);
  });
});

const history = { [`7/${run}/tags/mlflow.log-model.history`]: JSON.stringify([{ artifact_path: "model", run_id: run }]) };
const lost = (kind: string) => `mlflow:run/a/model#${kind}/unreadable`;

describe("what a run names and cannot be read is told, and stands as something of which nothing is known", () => {
  it.each<[string, Record<string, string>, string[], number]>([
    ["a record of an input without its id", { [`7/${run}/inputs/1/meta.yaml`]: "source_type: DATASET\ntags: {mlflow.data.context: training}\n" }, [`train ${lost("dataset")} > mlflow:run/a/model`], 1],
    ["a record of an input without its type", { [`7/${run}/inputs/1/meta.yaml`]: `source_id: ${data}\n` }, [`?train ${lost("dataset")} > mlflow:run/a/model`], 1],
    ["a record of an input that is broken", { [`7/${run}/inputs/1/meta.yaml`]: "source_type: DATASET\nsource_id: [\n" }, [`?train ${lost("dataset")} > mlflow:run/a/model`], 1],
    ["a model that went in, without its id", { [`7/${run}/inputs/1/meta.yaml`]: `source_type: RUN_INPUT\nsource_id: ${run}\ndestination_type: MODEL_INPUT\n` }, [`?finetune ${lost("model")} > mlflow:run/a/model`], 1],
    ["bases in a list", { [`7/${run}/params/base_model`]: "['acme/base', 'acme/other']" }, ["?finetune mlflow:run/a#model/unreadable > mlflow:run/a/model"], 1],
    ["a base in words", { [`7/${run}/params/base_model`]: "the old one" }, ["?finetune mlflow:run/a#model/unreadable > mlflow:run/a/model"], 1],
    ["a base that is no text", { [`7/${run}/params/base_model`]: "\0".repeat(4_194_305) }, ["?finetune mlflow:run/a#model/unreadable > mlflow:run/a/model"], 1],
    ["data in a list", { [`7/${run}/params/datasets`]: "['notes']" }, ["?train mlflow:run/a#dataset/unreadable > mlflow:run/a/model"], 1],
    ["a base of a flavor that is no text", { [`7/${run}/artifacts/model/MLmodel`]: `artifact_path: model\nrun_id: ${run}\nflavors: {}\nmetadata: {base_model: {name: acme/base}}\n` }, ["?finetune mlflow:run/a#model/unreadable > mlflow:run/a/model"], 1],
  ])("%s", async (_, files, expectedLinks, told) => {
    const result = await text({ [`7/${run}/meta.yaml`]: meta, ...history, ...files });
    expect(links(result)).toEqual(expectedLinks);
    expect(result.problems).toHaveLength(told);
    expect(result.problems.every((each) => each.file !== null && each.line !== null)).toBe(true);
    expect(result.graph.findings.filter((each) => each.kind === "placeholder").length).toBe(1);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ["a data set whose record is not there", { [`7/${run}/inputs/1/meta.yaml`]: input(data, "{mlflow.data.context: training}") }, ["train mlflow:dataset/d > mlflow:run/a/model"]],
    ["a model that went in", { [`7/${run}/inputs/1/meta.yaml`]: `source_type: RUN_INPUT\nsource_id: ${run}\ndestination_type: MODEL_INPUT\ndestination_id: ${model}\n` }, ["?finetune mlflow:model/m-b > mlflow:run/a/model"]],
    ["data by a title", { [`7/${run}/params/dataset`]: "our notes" }, ["?train mlflow:run/a#dataset/our notes > mlflow:run/a/model"]],
    ["several bases of a flavor", { [`7/${run}/artifacts/model/MLmodel`]: `artifact_path: model\nrun_id: ${run}\nflavors: {}\nmetadata: {base_model: [acme/base, acme/more]}\n` }, ["?finetune hf:model/acme/base hf:model/acme/more > mlflow:run/a/model"]],
    ["nothing of values that name none", { [`7/${run}/params/base_model`]: "None", [`7/${run}/params/pretrained`]: "[]", [`7/${run}/params/dataset`]: "", [`7/${run}/tags/mlflow.datasets`]: '[{"name":"x"}]' }, []],
  ])("reads %s", async (_, files, expectedLinks) => {
    const result = await text({ [`7/${run}/meta.yaml`]: meta, ...history, ...files });
    expect([result.problems, links(result)]).toEqual([[], expectedLinks]);
  });

  it.each([
    ["an id of no hub", "hugging_face", '{"path": "not an id"}'], ["what is no text", "http", '{"url": ["https://example.org"]}'], ["a list", "http", '["https://example.org"]'],
  ])("keeps that a data set was loaded from something: %s", async (_, type, source) => {
    const result = await text({ [`7/${run}/meta.yaml`]: meta, [`7/datasets/${data}/meta.yaml`]: dataset(`source_type: ${type}\nsource: '${source}'\n`) });
    expect([links(result), result.problems.length]).toEqual([["?copy mlflow:dataset/d#dataset/unreadable > mlflow:dataset/d"], 1]);
  });

  it("keeps a license of a flavor that is no text", async () => {
    const result = await text({ [`7/${run}/meta.yaml`]: meta, [`7/${run}/artifacts/net/MLmodel`]: `artifact_path: net\nrun_id: ${run}\nflavors: {}\nmetadata: {license: {id: mit}}\n` });
    expect([licenses(result), result.problems.length]).toEqual([[["mlflow:run/a/net", '{"id":"mit"}']], 1]);
  });

  it.each([
    ["a data set without its id", "('3', 'DATASET', '', 'RUN', '" + run + "')", "dataset", 1],
    ["what has no type", "('3', NULL, '" + data + "', 'RUN', '" + run + "')", "dataset", 1],
    ["a model without its id", "('3', 'RUN_INPUT', '" + run + "', 'MODEL_INPUT', NULL)", "model", 1],
  ])("in a row of the table of inputs: %s", async (_, row, kind, told) => {
    const result = await importFrom([database(`${tables} INSERT INTO inputs VALUES ${row};`)], options);
    expect(links(result).join("\n")).toContain(`mlflow:model/m-b#${kind}/unreadable`);
    expect(result.problems).toHaveLength(told);
  });

  it("takes a row for a data set of which there is none, and one for a model that went in", async () => {
    const result = await importFrom([database(`${tables} INSERT INTO inputs VALUES ('3', 'DATASET', '${hash("0")}', 'RUN', '${run}'), ('4', 'RUN_INPUT', '${run}', 'MODEL_INPUT', 'm-${hash("1")}');`)], options);
    expect(result.problems).toEqual([]);
    expect(links(result)).toContain("?train mlflow:dataset/0 > mlflow:model/m-b");
    expect(links(result)).toContain("?finetune hf:model/acme/base mlflow:model/m-1 > mlflow:model/m-b");
  });
});

describe("a database", () => {
  it("of something else is passed over", async () => {
    const { skipped, problems } = await importFrom([database("CREATE TABLE cats (name TEXT)", "cats.db")], options);
    expect([skipped, problems]).toEqual([[{ file: "cats.db", why: "a database of no format that is read" }], []]);
  });

  it.each([
    ["cut off", (bytes: Uint8Array) => bytes.subarray(0, 5_000)],
    ["with noise in the middle", (bytes: Uint8Array) => bytes.map((byte, at) => (at > 4_096 && at < 30_000 ? (at * 7_919) & 255 : byte))],
    ["with a head alone", (bytes: Uint8Array) => bytes.subarray(0, 100)],
  ])("%s is one problem and nothing of it is recorded", async (_, spoil) => {
    const [whole] = [database(tables)].flatMap((file) => [...(file.chunks() as Iterable<Uint8Array>)]);
    const { problems, graph } = await importFrom([memoryFile("mlflow.db", spoil(whole!))], options);
    expect(problems).toMatchObject([{ code: "format-syntax", file: "mlflow.db" }]);
    expect([...graph.assets.keys()]).toEqual([]);
  });

  it("reads tables alone: no view, whatever it hides", async () => {
    const endless = "CREATE VIEW runs AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS run_uuid, 'active' AS lifecycle_stage FROM n;";
    const { problems, graph } = await importFrom([database(`CREATE TABLE experiments (experiment_id INTEGER, lifecycle_stage TEXT); INSERT INTO experiments VALUES (7, 'active'); ${endless}`)], options);
    expect([problems, [...graph.assets.keys()]]).toEqual([[], []]);
  });
});
