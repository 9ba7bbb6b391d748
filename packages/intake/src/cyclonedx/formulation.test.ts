import { expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const model = { type: "machine-learning-model", "bom-ref": "m", name: "m" };
const data = (name: string) => ({ type: "data", "bom-ref": name, name });
const on = (...refs: (string | null)[]) => refs.map((ref) => ({ resource: ref === null ? {} : { ref } }));
const task = (inputs: unknown, outputs?: unknown) => ({ "bom-ref": "t", uid: "t", taskTypes: ["build"], inputs, ...(outputs === undefined ? {} : { outputs }) });

async function read(workflow: object, rest: object = {}) {
  const document = { bomFormat: "CycloneDX", specVersion: "1.7", serialNumber: "urn:b", components: [model, data("d"), data("e")], formulation: [{ workflows: [{ "bom-ref": "w", uid: "w", taskTypes: ["build"], ...workflow }] }], ...rest };
  const { graph, problems } = await importFrom([memoryFile("a.json", JSON.stringify(document))], { us: "acme", recordedAt: "2026-11-21" });
  const links = [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from.replace("urn:b#", "")} > ${each.to?.replace("urn:b#", "") ?? "nothing"}`));
  return { links: links.toSorted(), problems, graph };
}

it.each<[string, object, string[], number]>([
  ["takes data in and gives a model out", { inputs: on("d"), outputs: on("m") }, ["?train d > m"], 0],
  ["takes data in and gives data out", { inputs: on("d"), outputs: on("e") }, ["?curate d > e"], 0],
  ["gives out what it takes in", { inputs: on("m", "d"), outputs: on("m") }, ["?train d > m"], 0],
  ["has a task that does", { tasks: [task(on("d"), on("m"))] }, ["?train d > m"], 0],
  ["takes in what its task makes a model of", { inputs: on("d"), tasks: [task(on("e"), on("m"))] }, ["?train d > m", "?train e > m"], 0],
  ["has a task that hands on what it took in", { tasks: [task(on("d")), task([], on("m"))] }, ["?train d > m"], 0],
  ["has a task that hands on what it took in to one that takes in more", { tasks: [task(on("d")), task(on("e"), on("m"))] }, ["?train d > m", "?train e > m"], 0],
  ["has tasks one after the other", { tasks: [task(on("d"), on("e")), task(on("e"), on("m"))] }, ["?curate d > e", "?train e > m"], 0],
  ["has tasks one after the other, and puts the last to use", { tasks: [task(on("d"), on("e")), task(on("e"), on("m")), task(on("m"))] }, ["?curate d > e", "?train e > m"], 0],
  ["has tasks that give out in a circle", { inputs: on("d"), tasks: [task(on("e"), on("m")), task(on("m"), on("e"))] }, ["?curate d > e", "?curate m > e", "?train d > m", "?train e > m"], 0],
  ["is set off with data", { trigger: { uid: "g", type: "api", inputs: on("d") }, outputs: on("m") }, ["?train d > m"], 0],
  ["takes in what has an address", { inputs: [{ resource: { externalReference: { type: "distribution", url: "https://huggingface.co/datasets/acme/x" } } }], outputs: on("m") }, ["?finetune hf:dataset/acme/x > m"], 0],
  ["takes in data that is written out, and what it is from", { inputs: [{ data: { content: "x" }, source: { ref: "d" } }, { data: { content: "y" } }], outputs: on("m") }, ["?train d > m"], 0],
  ["takes in parameters and variables", { inputs: [{ parameters: [{ name: "a", value: "1" }] }, { environmentVars: ["A"] }], outputs: on("m") }, [], 0],
  ["takes in what cannot be read", { inputs: [...on("d", null), null], outputs: on("m") }, ["?finetune m#code/unreadable > m", "?train d > m"], 2],
  ["gives out what cannot be read", { inputs: on("d"), outputs: on(null) }, [], 1],
  ["gives out nothing", { inputs: on("d") }, [], 0],
  ["says what was done in a word of ours", { inputs: on("d"), outputs: on("m"), properties: [{ name: "cleartitle:by", value: "evaluate" }] }, ["evaluate d > m"], 0],
])("what a workflow takes in went into what it gives out, where it %s", async (_, workflow, links, told) => {
  const found = await read(workflow);
  expect([found.links, found.problems.length]).toEqual([links, told]);
});

it("is of what the bill is of, where it gives nothing out", async () => {
  expect((await read({ inputs: on("d", "x") }, { metadata: { component: model }, components: [] })).links).toEqual(["?finetune code/d > m", "?finetune code/x > m"]);
});

it("describes things of its own", async () => {
  const { graph, links } = await read({}, { components: [model], formulation: [{ components: [{ ...data("d"), licenses: [{ license: { id: "MIT" } }] }], workflows: [{ inputs: on("d"), outputs: on("m") }] }] });
  expect([links, graph.statements.map((each) => each.value)]).toEqual([["?train d > m"], ["MIT"]]);
});

it("holds all results open where too much went in and came out to tell which of which", async () => {
  const names = Array.from({ length: 600 }, (_, index) => `x${index}`);
  const { links, problems } = await read({ inputs: on(...names), outputs: on(...names.map((each) => `y${each}`)) });
  expect(problems.map((each) => each.code)).toEqual(["too-many"]);
  expect(links).toHaveLength(600);
  expect(links[0]).toBe("?convert code/yx0#code/unreadable > code/yx0");
});

it("reads thousands of tasks", async () => {
  const tasks = Array.from({ length: 5000 }, (_, index) => task(on(`x${index}`), on(`x${index + 1}`)));
  expect((await read({ tasks })).links).toHaveLength(5000);
});
