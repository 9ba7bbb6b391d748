import { expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const lib = (name: string, more: object = {}) => ({ type: "library", "bom-ref": name, name, ...more });
const app = { type: "application", "bom-ref": "app", name: "app" };
const model = { type: "machine-learning-model", "bom-ref": "app", name: "app" };

async function read(whole: object, components: unknown, rest: object = {}) {
  const { graph, problems } = await importFrom([memoryFile("a.json", JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.7", serialNumber: "urn:b", metadata: { component: whole }, components, ...rest }))], { us: "acme", recordedAt: "2026-11-21" });
  const links = [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from.replace("urn:b#", "")} > ${each.to?.replace("urn:b#", "")}`));
  return [links.toSorted(), problems.length];
}

it.each<[string, object, unknown, object, string[], number]>([
  ["connects with nothing", app, [lib("a"), lib("b")], {}, ["?include a > app", "?include b > app"], 0],
  ["a dependency connects with it", app, [lib("a"), lib("b")], { dependencies: [{ ref: "app", dependsOn: ["a"] }] }, ["?include a > app", "?include b > app"], 0],
  ["went into what went into it", app, [lib("b"), lib("a")], { dependencies: [{ ref: "app", dependsOn: ["a"] }, { ref: "a", dependsOn: ["b"] }] }, ["?include a > app", "?include b > a"], 0],
  ["went into another part alone", app, [lib("b"), lib("a")], { dependencies: [{ ref: "a", dependsOn: ["b"] }] }, ["?include a > app", "?include b > a"], 0],
  ["went into each other", app, [lib("a"), lib("b")], { dependencies: [{ ref: "a", dependsOn: ["b"] }, { ref: "b", dependsOn: ["a"] }] }, ["?include a > app", "?include a > b", "?include b > a"], 0],
  ["came of it", app, [lib("a")], { dependencies: [{ ref: "a", dependsOn: ["app"] }] }, ["?include app > a"], 0],
  ["holds parts of its own", app, [lib("a", { components: [lib("b")] })], {}, ["?include a > app", "include b > a"], 0],
  ["is an ancestor of the whole, by the same package URL", { ...app, pedigree: { ancestors: [lib("x", { purl: "pkg:npm/a@1" })] } }, [lib("a", { purl: "pkg:npm/a@1" })], {}, ["?convert pkg:npm/a@1 > app"], 0],
  ["is data of a model, or a model", model, [{ type: "data", "bom-ref": "d", name: "d" }, { type: "machine-learning-model", "bom-ref": "n", name: "n" }, lib("a")], {}, ["?finetune n > app", "?include a > app", "?train d > app"], 0],
  ["is data of a model by its card", { ...model, modelCard: { modelParameters: { datasets: [{ ref: "d" }] } } }, [{ type: "data", "bom-ref": "d", name: "d" }], {}, ["train d > app"], 0],
  ["is of use in a test, or the environment's", app, [lib("a", { scope: "excluded" }), lib("b", { isExternal: true }), lib("c", { scope: "optional" })], {}, ["?include c > app"], 0],
  ["is data that is of no use at run time", model, [{ type: "data", "bom-ref": "d", name: "d", scope: "excluded" }], {}, ["?train d > app"], 0],
  ["cannot be read", app, [lib("a"), null], {}, ["?include a > app", "?include app#code/unreadable > app"], 1],
  ["is no list", app, "a", {}, ["?include app#code/unreadable > app"], 1],
  ["is what a document of ours tells of elsewhere", app, [lib("a", { properties: [{ name: "cleartitle:kind", value: "code" }] })], {}, [], 0],
  ["is nothing", app, [], {}, [], 0],
])("what a bill lists went into what it is of, where it %s", async (_, whole, components, rest, links, told) => {
  expect(await read(whole, components, rest)).toEqual([links, told]);
});

it("links thousands of parts in a chain, and thousands of loose ones", async () => {
  const names = Array.from({ length: 4000 }, (_, index) => `p${index}`);
  const dependencies = names.slice(0, 2000).map((ref, index) => ({ ref, dependsOn: [names[index + 1]] }));
  const [links] = await read(app, names.map((name) => lib(name)), { dependencies });
  expect((links as string[]).filter((each) => each.endsWith("> app"))).toHaveLength(4000 - 2000);
});
