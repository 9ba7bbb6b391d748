import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const importOf = (name: string, text: string) => importFrom([memoryFile(name, text)], { us: "acme", recordedAt: "2026-11-21" });
const read = (document: object) => importOf("a.json", JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.7", serialNumber: "urn:b", ...document }));
const readModel = (component: object) => read({ components: [{ type: "machine-learning-model", "bom-ref": "m", name: "m", ...component }] });
const links = ({ graph }: Awaited<ReturnType<typeof read>>) => [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from.replace("urn:b#", "")} > ${each.to?.replace("urn:b#", "") ?? "nothing"}`)).toSorted();
const openOf = (by: string, kind = "model") => [`${by} m#${kind}/unreadable > m`];
const trainedOn = (...datasets: unknown[]) => ({ modelCard: { modelParameters: { datasets } } });
const kin = { type: "machine-learning-model", "bom-ref": "k", name: "k" };
const oneProblem = [{ file: "a.json", line: 1, column: expect.any(Number) }];

describe("a source that a component names and nobody can read", () => {
  it.each([
    ["a part that is nothing", { components: [null] }, openOf("include", "code")],
    ["a part that is a text", { components: ["l"] }, openOf("include", "code")],
    ["parts that are no list", { components: "l" }, openOf("include", "code")],
    ["an ancestor that is a text", { pedigree: { ancestors: ["acme/base"] } }, openOf("?finetune")],
    ["ancestors that are no list", { pedigree: { ancestors: 7 } }, openOf("?finetune")],
    ["a pedigree that is a text", { pedigree: "acme/base" }, openOf("?finetune")],
    ["a variant that is a text", { pedigree: { variants: ["acme/twin"] } }, openOf("?finetune")],
    ["variants that are no list", { pedigree: { variants: true } }, openOf("?finetune")],
    ["a patch that is a text", { pedigree: { patches: ["fix.diff"] } }, openOf("?include", "code")],
    ["patches that are no list", { pedigree: { patches: "fix.diff" } }, openOf("?include", "code")],
    ["a patch that is nothing, beside another", { pedigree: { patches: [null, { type: "backport" }] } }, [...openOf("?include", "code"), "?include m/patch/2 > m"].toSorted()],
    ["a descendant that is a text", { pedigree: { descendants: ["acme/next"] } }, []],
    ["data that is nothing", trainedOn(null), openOf("train", "dataset")],
    ["data that is an empty object, beside other", trainedOn({}, { ref: "d" }), ["train dataset/d > m", ...openOf("train", "dataset")]],
    ["data that is a list", trainedOn(["d"]), openOf("train", "dataset")],
    ["data with a blank reference", trainedOn({ ref: " " }), openOf("train", "dataset")],
    ["data with a name that is no text", trainedOn({ type: "dataset", name: { en: "notes" } }), openOf("train", "dataset")],
    ["a tag with a name that is no id", { tags: ["base_model:quantized:../base"] }, openOf("?convert")],
    ["a tag without a name", { tags: ["base_model:"] }, openOf("?finetune")],
    ["a tag with a relation alone", { tags: ["base_model:merge:"] }, openOf("?merge")],
    ["a tag with data that is no id", { tags: ["dataset:../notes"] }, openOf("?train", "dataset")],
    ["a tag without data", { tags: ["dataset:"] }, openOf("?train", "dataset")],
    ["a property with a name that is no id", { modelCard: { properties: [{ name: "base_model", value: "the base of ours" }] } }, openOf("?finetune")],
    ["a property with an object", { modelCard: { properties: [{ name: "base_model", value: { id: "acme/base" } }] } }, openOf("?finetune")],
  ])("is told, and held open: %s", async (_, component, expected) => {
    const found = await readModel(component);
    expect(links(found)).toEqual(expected);
    expect(found.problems).toMatchObject(oneProblem);
  });

  it.each([
    ["data by its address alone", trainedOn({ type: "dataset", contents: { url: "https://huggingface.co/datasets/acme/x" } }), ["train hf:dataset/acme/x > m"]],
    ["data by its own reference alone", trainedOn({ type: "dataset", "bom-ref": "d" }), ["train dataset/d > m"]],
    ["data of which only the type is said, as the schema allows", trainedOn({ type: "dataset" }), openOf("train", "dataset")],
    ["a base by the name that it had on the hub before", { tags: ["base_model:gpt2"] }, ["?finetune model/gpt2 > m"]],
    ["a base by its address", { tags: ["base_model:https://huggingface.co/acme/base"] }, ["?finetune hf:model/acme/base > m"]],
    ["bases in one property", { modelCard: { properties: [{ name: "base_model", value: ["acme/base", "acme/other"] }] } }, ["?finetune hf:model/acme/base > m", "?finetune hf:model/acme/other > m"]],
    ["bases in one text", { modelCard: { properties: [{ name: "base_model", value: "acme/base, acme/other" }] } }, ["?finetune hf:model/acme/base > m", "?finetune hf:model/acme/other > m"]],
    ["a base in a property of the component", { properties: [{ name: "base_model", value: "acme/base" }] }, ["?finetune hf:model/acme/base > m"]],
    ["data in a tag", { tags: ["dataset:acme/notes", "dataset:notes", "datasets:acme/other"] }, ["?train dataset/notes > m", "?train hf:dataset/acme/notes > m"]],
    ["data in a tag that its card names too", { tags: ["dataset:acme/notes", "dataset:acme/x", "dataset:acme/y"], ...trainedOn({ type: "dataset", name: "acme/notes" }, { type: "dataset", contents: { url: "https://huggingface.co/datasets/acme/x" } }) }, ["?train hf:dataset/acme/y > m", "train dataset/acme/notes > m", "train hf:dataset/acme/x > m"]],
    ["a base without a value", { modelCard: { properties: [{ name: "base_model" }, { name: "base_model", value: "" }] } }, []],
    ["empty lists", { ...trainedOn(), components: [], tags: [], pedigree: { ancestors: [], descendants: [], variants: [], patches: [] } }, []],
    ["an ancestor", { pedigree: { ancestors: [kin] } }, ["?finetune k > m"]],
    ["what came of it", { pedigree: { descendants: [kin] } }, ["?finetune m > k"]],
    ["a variant, which may be either", { pedigree: { variants: [kin] } }, ["?finetune k > m", "?finetune m > k"]],
    ...["unofficial", "monkey", "backport", "cherry-pick", "hotfix"].map((type): [string, object, string[]] => [`a patch of the type ${type}`, { pedigree: { patches: [{ type, diff: { url: "https://github.com/acme/fix/commit/1.diff" } }] } }, ["?include m/patch/1 > m"]]),
    ["a patch without a type", { pedigree: { patches: [{}] } }, ["?include m/patch/1 > m"]],
    ["commits and notes alone", { pedigree: { commits: [{ uid: "1", url: "https://github.com/acme/other/commit/1" }], notes: "See the commit." } }, []],
    ["that it was modified, and not from what", { modified: true }, openOf("?finetune")],
    ["that it was modified, beside what came of it", { modified: true, pedigree: { descendants: [kin] } }, ["?finetune m > k", ...openOf("?finetune")].toSorted()],
    ["that it was modified, and from what", { modified: true, pedigree: { ancestors: [kin] } }, ["?finetune k > m"]],
    ["that it was not modified", { modified: false }, []],
    ["nothing in the place of a list", { components: null, tags: null, pedigree: null, modelCard: { modelParameters: { datasets: null } } }, []],
  ])("is none where it can be read, or names nothing: %s", async (_, component, expected) => {
    const found = await readModel(component);
    expect([links(found), found.problems]).toEqual([expected, []]);
  });
});

it("tells of a patch, a variant and a modification why they count", async () => {
  const { graph } = await readModel({ modified: true, pedigree: { descendants: [kin], variants: [{ ...kin, type: "data", "bom-ref": "v" }], patches: [{ type: "unofficial" }] } });
  expect(graph.assets.get("urn:b#m/patch/1")).toMatchObject({ kind: "code", placeholder: true });
  expect(graph.findings.filter((each) => each.kind === "derivation-kind-assumed").map((each) => [each.asset, each.detail])).toContainEqual(["urn:b#m", expect.stringContaining("neither whose it is nor under which license")]);
});

it("does not take data twice that its card names by reference, and a tag by its name", async () => {
  const found = await read({ components: [{ type: "machine-learning-model", "bom-ref": "m", name: "m", tags: ["dataset:acme/notes"], ...trainedOn({ ref: "notes-1" }) }, { type: "data", "bom-ref": "notes-1", name: "acme/notes" }] });
  expect(links(found)).toEqual(["train notes-1 > m"]);
});

describe("a dependency that cannot be read", () => {
  it.each([
    ["a blank", { ref: "m", dependsOn: [" ", "l"] }, ["?include code/l > m", ...openOf("?include", "code")]],
    ["nothing", { ref: "m", dependsOn: [null] }, openOf("?include", "code")],
    ["an object", { ref: "m", provides: [{ ref: "l" }] }, openOf("?include", "code")],
    ["no reference of what depends", { dependsOn: ["l"] }, []],
    ["no object", "m", []],
  ])("is told, and held open: %s", async (_, dependency, expected) => {
    const found = await read({ components: [{ type: "machine-learning-model", "bom-ref": "m", name: "m" }], dependencies: [dependency] });
    expect(links(found)).toEqual(expected);
    expect(found.problems).toMatchObject(oneProblem);
  });

  it.each([["one alone", { ref: "m", dependsOn: "l" }, ["?include code/l > m"]], ["itself", { ref: "m", dependsOn: ["m"] }, []], ["none", { ref: "m" }, []]])("is none: %s", async (_, dependency, expected) => {
    const found = await read({ components: [{ type: "machine-learning-model", "bom-ref": "m", name: "m" }], dependencies: [dependency] });
    expect([links(found), found.problems]).toEqual([expected, []]);
  });

  it("is told of the whole, where the place is none", async () => {
    expect((await read({ metadata: { component: "m" }, components: "m", dependencies: "m" })).problems.map((each) => each.code)).toEqual(["wrong-type", "wrong-type", "missing-key"]);
  });
});

describe("a workflow of a document of ours", () => {
  const [input, output] = [{ resource: { ref: "s" } }, { resource: { ref: "m" } }];
  it.each([
    ["a source without a reference", { inputs: [input, { resource: {} }], outputs: [output] }, ["train code/s > m", "train m#code/unreadable > m"], 1],
    ["a source that is nothing", { inputs: [null], outputs: [output] }, ["train m#code/unreadable > m"], 1],
    ["a source by its address", { inputs: [{ resource: { externalReference: { type: "distribution", url: "https://huggingface.co/datasets/acme/x" } } }], outputs: [output] }, ["train hf:dataset/acme/x > m"], 0],
    ["parameters", { inputs: [input, { parameters: [{ name: "rate", value: "1" }] }], outputs: [output, { environmentVars: ["a"] }] }, ["train code/s > m"], 0],
    ["a result that is lost", { inputs: [input], outputs: [{}] }, [], 1],
    ["no result", { inputs: [input] }, ["train code/s > nothing"], 0],
  ])("has %s", async (_, workflow, expected, told) => {
    const found = await read({ components: [{ type: "machine-learning-model", "bom-ref": "m", name: "m" }], formulation: [{ workflows: [{ "bom-ref": "w", properties: [{ name: "cleartitle:by", value: "train" }], ...workflow }] }] });
    expect([links(found), found.problems.length]).toEqual([expected, told]);
  });
});

describe("a license that cannot be read", () => {
  it.each([
    ["no id and no name", [{ license: { id: "MIT" } }, { license: { url: "https://acme.example/l" } }], 'MIT\n{"license":{"url":"https://acme.example/l"}}'],
    ["a text", ["GPL-2.0-only"], '"GPL-2.0-only"'],
    ["a license that is a text", [{ license: "GPL-2.0-only" }], '{"license":"GPL-2.0-only"}'],
    ["an expression that is a list", [{ expression: ["MIT"] }], '{"expression":["MIT"]}'],
    ["an id that is a list, beside a name", [{ license: { id: ["GPL-2.0-only"], name: "MIT" } }], 'MIT\n["GPL-2.0-only"]'],
    ["a license that is a text, beside an expression", [{ license: "GPL-2.0-only", expression: "MIT" }], 'MIT\n"GPL-2.0-only"'],
    ["a license without a name, beside an expression", [{ license: { url: "https://acme.example/l" }, expression: "MIT" }], 'MIT\n{"url":"https://acme.example/l"}'],
    ["an expression that is an object, beside a license", [{ license: { id: "MIT" }, expression: { all: ["GPL-2.0-only"] } }], 'MIT\n{"all":["GPL-2.0-only"]}'],
    ["nothing in a list", [null, { expression: "MIT" }], "null\nMIT"],
    ["no list", "MIT", '"MIT"'],
  ])("is kept as one that nobody knows: %s", async (_, licenses, expected) => {
    const found = await readModel({ licenses });
    expect(found.graph.statements.map((each) => [each.what, each.value])).toEqual([["license", expected]]);
    expect(found.problems).toMatchObject(oneProblem);
  });

  it.each([[[{ license: { id: "MIT" }, expression: "GPL-2.0-only" }], "MIT\nGPL-2.0-only"], [{ license: { id: "MIT" } }, "MIT"], [[], "empty"], [null, "empty"]])("is none: %j", async (licenses, expected) => {
    const found = await readModel({ licenses });
    expect([found.graph.statements.map((each) => each.value), found.problems]).toEqual([[expected], []]);
  });

  it("of a part is kept too", async () => {
    const found = await readModel({ properties: [{ name: "code_license", value: { name: "GPL" } }] });
    expect([found.graph.statements.map((each) => each.value), found.problems.length]).toEqual([['{"name":"GPL"}'], 1]);
  });
});

const bom = (line: string) => `<bom xmlns="http://cyclonedx.org/schema/bom/1.7" serialNumber="urn:b">\n${line}\n</bom>`;

describe("a bill in XML", () => {
  it.each([
    ["a dependency on nothing", "<components><component type='machine-learning-model' bom-ref='m'/></components><dependencies><dependency ref='m'><dependency/></dependency></dependencies>", openOf("?include", "code")],
    ["a dependency of nothing", "<dependencies><dependency><dependency ref='l'/></dependency></dependencies>", []],
    ["an empty part", "<components><component bom-ref='m'><components><component/></components></component></components>", openOf("include", "code")],
    ["an empty ancestor", "<components><component type='machine-learning-model' bom-ref='m'><pedigree><ancestors><component/></ancestors></pedigree></component></components>", openOf("?finetune")],
    ["an empty variant", "<components><component type='machine-learning-model' bom-ref='m'><pedigree><variants><component/></variants></pedigree></component></components>", openOf("?finetune")],
    ["an empty patch", "<components><component bom-ref='m'><pedigree><patches><patch/></patches></pedigree></component></components>", openOf("?include", "code")],
    ["empty data", "<components><component bom-ref='m'><modelCard><modelParameters><datasets><dataset/></datasets></modelParameters></modelCard></component></components>", openOf("train", "dataset")],
  ])("holds open %s", async (_, line, expected) => {
    const found = await importOf("b.xml", bom(line));
    expect(links(found)).toEqual(expected);
    expect(found.problems).toMatchObject([{ file: "b.xml", line: 2 }]);
  });
});
