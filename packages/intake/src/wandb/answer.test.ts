import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";
import { logBytes, runRecord, usedRecord } from "./made-log.fixture.js";

const hex = (digit: string) => digit.repeat(32);
const short = (id: string) => id.replace(/(.)\1{31}/g, "$1");
const files = (all: Readonly<Record<string, unknown>>) => Object.entries(all).map(([path, content]) => memoryFile(path, typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content, null, 1)));
const read = (content: unknown, more: Readonly<Record<string, unknown>> = {}) => importFrom(files({ "answer.json": content, ...more }), { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const links = ({ graph }: Read) => [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${short(from)} > ${short(each.to ?? "nothing")} ${each.during.from}`)).toSorted();
const licenses = ({ graph }: Read) => graph.statements.filter((each) => each.what === "license").map((each) => [short(each.about.id), each.value]);

const edges = (...nodes: object[]) => ({ totalCount: nodes.length, pageInfo: { hasNextPage: false, endCursor: null }, edges: nodes.map((node) => ({ node, cursor: "c" })) });
const artifact = (type: string, name: string, digit: string, more: object = {}) => ({ id: `QXJ0${digit}`, digest: hex(digit), versionIndex: 2, artifactType: { name: type }, artifactSequence: { name, project: { name: "demo", entityName: "acme" } }, metadata: null, ...more });
const run = (more: object) => ({
  name: "abc", displayName: "calm-owl-1", state: "finished", createdAt: "2026-03-01T10:00:00", commit: "c".repeat(40), user: { username: "jane" }, config: JSON.stringify({ base_model: { desc: null, value: "acme/base" }, api_key: { value: "secret" } }),
  inputArtifacts: edges(artifact("dataset", "notes", "1", { metadata: '{"license": "cc-by-4.0"}' })), outputArtifacts: edges(artifact("model", "net", "2"), artifact("job", "job-x", "3")), ...more,
});
const project = (...nodes: object[]) => ({ data: { project: { name: "demo", entityName: "acme", runs: edges(...nodes) } } });
const expected = ["?finetune hf:model/acme/base > wandb:md5/2 2026-03-01", `?generate git:commit/${short("c".repeat(32))}cccccccc > wandb:md5/2 2026-03-01`, "?train wandb:md5/1 > wandb:md5/2 2026-03-01"];

describe("an answer in GraphQL", () => {
  it("gives runs with what went in and came out by its digest, and names nobody", async () => {
    const found = await read(project(run({})));
    expect([found.problems, found.read.map((each) => [each.records, each.links])]).toEqual([[], [[1, 3]]]);
    expect(links(found)).toEqual(expected);
    expect(licenses(found)).toEqual([["wandb:md5/1", "cc-by-4.0"]]);
    expect(found.graph.assets.get(`wandb:md5/${hex("1")}`)?.source).toBe("wandb:artifact/acme/demo/notes:v2");
    expect(JSON.stringify([[...found.graph.assets.values()], found.graph.statements, found.graph.findings])).not.toMatch(/jane|secret/);
  });

  it("on one artifact gives the run that made it and those that took it in", async () => {
    const maker = { __typename: "Run", name: "r1", createdAt: "2026-02-01", project: { name: "prep", entityName: "acme" } };
    const found = await read({ data: { artifact: artifact("dataset", "notes", "1", { createdBy: maker, usedBy: edges({ name: "abc", project: { name: "demo", entityName: "acme" } }) }) } }, { "second.json": project(run({ inputArtifacts: edges() })), "third.json": { data: { artifact: artifact("dataset", "raw", "4", { usedBy: edges(maker) }) } } });
    expect(found.problems).toEqual([]);
    expect(links(found)).toEqual([...expected, "?curate wandb:md5/4 > wandb:md5/1 2026-02-01"].toSorted());
  });

  it.each([
    ["with errors is read as far as it goes", { errors: [{ message: "run limit" }], ...project(run({})) }, ["bad-value"], 3],
    ["without the name of a run is a problem", { data: { project: { run: { inputArtifacts: edges(artifact("dataset", "notes", "1")) } } } }, ["missing-key"], 0],
    ["that was cut off is a problem", JSON.stringify(project(run({}))).slice(0, -9), ["json-syntax"], 0],
  ])("%s", async (_, content, codes, count) => {
    const found = await read(content);
    expect([found.problems.map((each) => each.code), links(found).length]).toEqual([codes, count]);
  });

  it("whose list does not say whether it went in or came out draws no link", async () => {
    const found = await read(project(run({ inputArtifacts: edges(), outputArtifacts: edges(), config: "{}", commit: null, artifacts: edges(artifact("model", "net", "2")) })));
    expect([links(found), found.graph.findings.map((each) => each.kind)]).toEqual([[], ["not-read-whole"]]);
  });
});

const unversioned = (digit: string) => ({ data: { artifact: artifact("dataset", "notes", digit, { versionIndex: undefined, metadata: '{"license": "cc-by-4.0"}' }) } });

it("artifacts without a version are all kept", async () => {
  const found = await read(unversioned("1"), { "second.json": unversioned("2") });
  expect(licenses(found)).toEqual([["wandb:md5/1", "cc-by-4.0"], ["wandb:md5/2", "cc-by-4.0"]]);
});

it("runs that a program exported give the same", async () => {
  const found = await read([{
    entity: "acme", project: "demo", name: "abc", created_at: "2026-03-01T10:00:00Z", commit: "c".repeat(40), config: { base_model: "acme/base" },
    used_artifacts: [{ name: "notes:v2", type: "dataset", digest: hex("1"), metadata: { license: "cc-by-4.0", rows: 9 } }], logged_artifacts: [{ name: "net:v2", type: "model", digest: hex("2") }],
  }]);
  expect([links(found), licenses(found)]).toEqual([expected, [["wandb:md5/1", "cc-by-4.0"]]]);
});

it("a name in a log and the digest that a server gives to it are a match, and stay two", async () => {
  const found = await read(project(run({})), { "wandb/run-20260301_100000-xyz/run-xyz.wandb": logBytes([runRecord({}), usedRecord("dataset", "notes:v2")]) });
  expect(found.graph.statements.filter((each) => each.what === "alternate-of").map((each) => [short(each.about.id), each.value])).toEqual([["wandb:md5/1", "wandb:artifact/acme/demo/notes:v2"]]);
  expect(found.graph.assets.has("wandb:artifact/acme/demo/notes:v2")).toBe(true);
});

it.each<[string, object, string[], number]>([
  ["an artifact that was deleted since", { inputArtifacts: { edges: [{ node: null }] } }, ["?train wandb:md5/2#dataset/unreadable > wandb:md5/2 2026-03-01"], 1],
  ["an artifact without its name and digest", { inputArtifacts: edges({ artifactType: { name: "model" } }) }, ["?finetune wandb:md5/2#model/unreadable > wandb:md5/2 2026-03-01"], 1],
  ["artifacts that are no objects", { inputArtifacts: edges(), used_artifacts: ["notes:v2", null] }, ["?train wandb:md5/2#dataset/unreadable > wandb:md5/2 2026-03-01"], 2],
  ["a configuration that is no JSON", { inputArtifacts: edges(), config: "{base_model: acme/base" }, ["?finetune wandb:md5/2#model/unreadable > wandb:md5/2 2026-03-01", "?train wandb:md5/2#dataset/unreadable > wandb:md5/2 2026-03-01"], 1],
  ["a configuration in a list", { inputArtifacts: edges(), config: [{ base_model: "acme/base" }] }, ["?finetune wandb:md5/2#model/unreadable > wandb:md5/2 2026-03-01", "?train wandb:md5/2#dataset/unreadable > wandb:md5/2 2026-03-01"], 1],
  ["an empty configuration", { inputArtifacts: edges(), config: null }, [], 0],
  ["no artifacts", { inputArtifacts: edges(), used_artifacts: null }, [], 0],
])("what a run took in and cannot be read is told and held open: %s", async (_, more, expectedLinks, told) => {
  const found = await read(project(run({ config: "{}", commit: null, ...more })));
  expect([links(found), found.problems.length]).toEqual([expectedLinks, told]);
});

it("a license in metadata that is no text is kept", async () => {
  const found = await read([{ entity: "acme", project: "demo", name: "abc", used_artifacts: [], logged_artifacts: [{ name: "net:v2", type: "model", digest: hex("2"), metadata: { license: { id: "MIT" } } }] }]);
  expect(licenses(found)).toEqual([["wandb:md5/2", '{"id":"MIT"}']]);
});
