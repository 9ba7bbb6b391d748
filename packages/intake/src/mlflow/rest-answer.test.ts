import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const hash = (digit: string) => digit.repeat(32);
const [run, model] = [hash("a"), `m-${hash("b")}`];
const short = (id: string) => id.replace(/(.)\1{31,}/g, "$1");
const read = (files: Readonly<Record<string, unknown>>) =>
  importFrom(Object.entries(files).map(([path, content]) => memoryFile(`server/api/2.0/mlflow/${path}`, typeof content === "string" ? content : JSON.stringify(content, null, 1))), { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const links = ({ graph }: Read) => [...graph.derivations.values()].map((each) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${each.from.map(short).join(" ")} > ${short(each.to ?? "nothing")}`).toSorted();

const input = (name: string, context: string | null, source: object, source_type = "hugging_face") => ({
  tags: context === null ? [] : [{ key: "mlflow.data.context", value: context }], dataset: { name, digest: "1fbe660b", source_type, source: JSON.stringify(source), schema: "{}", profile: "{}" },
});
const info = (more: object = {}) => ({ run_uuid: run, run_id: run, run_name: "calm-owl", experiment_id: "7", user_id: "jane", status: "FINISHED", start_time: 1748696156348, end_time: 1748786186237, artifact_uri: "mlflow-artifacts:/7/x", lifecycle_stage: "active", ...more });
const answer = {
  runs: [{
    info: info(),
    data: { metrics: [{ key: "loss", value: 0.5, timestamp: 1, step: 0 }], params: [{ key: "base_model", value: "acme/base" }, { key: "api_token", value: "secret" }], tags: [{ key: "mlflow.user", value: "jane" }, { key: "mlflow.source.git.commit", value: "c".repeat(40) }] },
    inputs: { dataset_inputs: [input("notes", "training", { path: "acme/notes" }), input("held", "eval", { url: "https://example.org/held.csv" }, "http"), input("made", null, {}, "code")], model_inputs: [{ model_id: `m-${hash("e")}` }] },
    outputs: { model_outputs: [{ model_id: model, step: 0 }] },
  }],
  next_page_token: "t",
};
const lost = (kind: string) => `mlflow:model/m-b#${kind}/unreadable`;
const at = (name: string) => `mlflow:dataset/server/7/${name}@1fbe660b`;

describe("answers of a tracking server", () => {
  it("give runs with what they took in by its label, what they made, and nobody's name", async () => {
    const found = await read({ "runs/search.json": answer, "experiments/search.json": { experiments: [{ experiment_id: "7", name: "x", artifact_location: "/home/jane/x", lifecycle_stage: "active" }] } });
    expect(found.problems).toEqual([]);
    expect(links(found)).toEqual([
      "?copy hf:dataset/acme/notes > " + at("notes"), "?copy url:https://example.org/held.csv > " + at("held"), "?finetune hf:model/acme/base mlflow:model/m-e > mlflow:model/m-b", "?generate git:commit/c > mlflow:model/m-b",
      "?train " + at("made") + " > mlflow:model/m-b", `evaluate ${at("held")} mlflow:model/m-b > nothing`, `train ${at("notes")} > mlflow:model/m-b`,
    ].toSorted());
    expect(found.graph.findings.filter((each) => each.kind === "data-without-origin").map((each) => each.asset)).toEqual([at("made")]);
    expect(JSON.stringify([[...found.graph.assets.values()], found.graph.statements, found.graph.findings])).not.toMatch(/jane|secret/);
  });

  it("of logged models and of the registry meet in one model", async () => {
    const version = { name: "net", version: "3", current_stage: "None", creation_timestamp: 1, source: "mlflow-artifacts:/x", model_id: model, run_id: run, tags: [{ key: "license", value: "mit" }] };
    const found = await read({
      "logged-models/search.json": { models: [{ info: { model_id: model, experiment_id: "7", source_run_id: run, tags: [{ key: "license", value: "apache-2.0" }] }, data: {} }] },
      "registered-models/search.json": { registered_models: [{ name: "net", creation_timestamp: 1, latest_versions: [version], tags: [] }] }, "model-versions/search.json": { model_versions: [version] },
    });
    expect(found.graph.statements.map((each) => [short(each.about.id), each.what, each.value]).toSorted()).toEqual([
      ["mlflow:model/m-b", "license", "apache-2.0"], ["mlflow:model/m-b", "license", "mit"], ["mlflow:model/m-b", "registered-as", "net/3"], ["mlflow:model/m-b", "upstream", "undisclosed"],
    ]);
    expect([...found.graph.assets.keys()].map(short)).toEqual(["mlflow:model/m-b"]);
  });

  it("of two servers keep their data apart", async () => {
    const both = await importFrom(["a", "b"].map((server) => memoryFile(`${server}/api/2.0/mlflow/runs/search.json`, JSON.stringify(answer))), { us: "acme" });
    expect([...both.graph.assets.keys()].filter((id) => id.includes("notes@"))).toEqual(["mlflow:dataset/a/7/notes@1fbe660b", "mlflow:dataset/b/7/notes@1fbe660b"]);
  });

  it.each([
    ["a deleted run", { "runs/search.json": { runs: [{ ...answer.runs[0], info: info({ lifecycle_stage: "deleted" }) }] } }, []],
    ["a run of a deleted experiment", { "runs/search.json": answer, "experiments/search.json": { experiments: [{ experiment_id: "7", artifact_location: "x", lifecycle_stage: "deleted" }] } }, []],
    ["a run that made nothing of the model it took in", { "runs/get.json": { run: { info: info(), data: {}, inputs: { model_inputs: [{ model_id: model }] } } } }, ["?evaluate mlflow:model/m-b > nothing"]],
  ])("leave out or tell apart %s", async (_, files, expected) => expect(links(await read(files)).filter((each) => !each.startsWith("?copy"))).toEqual(expected));

  const made = (more: object) => ({ runs: [{ info: info(), data: {}, outputs: { model_outputs: [{ model_id: model }] }, ...more }] });
  it.each<[string, object, string[], number]>([
    ["an input without a name and a digest", made({ inputs: { dataset_inputs: [{ tags: [], dataset: { source_type: "code" } }] } }), [`?train ${lost("dataset")} > mlflow:model/m-b`], 1],
    ["an input without its data set, for training", made({ inputs: { dataset_inputs: [{ tags: [{ key: "mlflow.data.context", value: "training" }] }] } }), [`train ${lost("dataset")} > mlflow:model/m-b`], 1],
    ["inputs of other types", made({ inputs: { dataset_inputs: ["notes", null] } }), [`?train ${lost("dataset")} > mlflow:model/m-b`], 2],
    ["a text in place of the inputs", made({ inputs: { dataset_inputs: "notes" } }), [`?train ${lost("dataset")} > mlflow:model/m-b`], 1],
    ["a model without its id", made({ inputs: { model_inputs: [{}] } }), [`?finetune ${lost("model")} > mlflow:model/m-b`], 1],
    ["a base that is no text", made({ data: { params: [{ key: "base_model", value: ["acme/base"] }] } }), ["?finetune mlflow:run/a#model/unreadable > mlflow:model/m-b"], 1],
    ["a run without its id, which made something", made({ info: info({ run_id: "", run_uuid: "" }), inputs: { model_inputs: [{ model_id: `m-${hash("e")}` }] } }), ["?finetune mlflow:model/m-e > mlflow:model/m-b"], 1],
    ["a result without its id", { runs: [{ info: info(), data: {}, outputs: { model_outputs: [{}] } }] }, [], 1],
    ["inputs that are empty or not given", made({ inputs: { dataset_inputs: [], model_inputs: null } }), [], 0],
    ["a model, a name and a version without their names", { models: [{ info: {} }, { info: { model_id: model } }], registered_models: [{ creation_timestamp: 1 }], model_versions: [{ current_stage: "None" }] }, [], 3],
  ])("tell of what cannot be read, and hold open what came of it: %s", async (_, content, expected, told) => {
    const found = await read({ "runs/search.json": content });
    expect(links(found)).toEqual(expected);
    expect(found.problems).toHaveLength(told);
    expect(found.problems.every((each) => each.line !== null && each.column !== null)).toBe(true);
  });

  it.each([
    ["cut off", JSON.stringify(answer).slice(0, -40), "json-syntax"],
    ["a run without an id", { runs: [{ info: { run_uuid: "", artifact_uri: "x" } }] }, "missing-key"],
  ])("that are broken are a problem: %s", async (_, content, code) => {
    const found = await read({ "runs/search.json": content });
    expect([found.graph.assets.size, found.problems.map((each) => each.code)]).toEqual([0, [code]]);
  });
});
