import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const context = "https://spdx.org/rdf/3.0.1/spdx-context.jsonld";
const importOf = (document: object) => importFrom([memoryFile("a.json", JSON.stringify({ "@context": context, ...document }))], { us: "acme", recordedAt: "2026-11-21" });
const [model, data] = [{ type: "ai_AIPackage", spdxId: "urn:m" }, { type: "dataset_DatasetPackage", spdxId: "urn:d" }];
const read = (...elements: unknown[]) => importOf({ "@graph": [model, data, ...elements] });
const links = ({ graph }: Awaited<ReturnType<typeof read>>) => [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from.replace("urn:", "")} > ${each.to?.replace("urn:", "") ?? "nothing"}`)).toSorted();
const related = (from: unknown, relationshipType: unknown, to: unknown) => ({ type: "Relationship", spdxId: "urn:r", from, relationshipType, to });
const held = ["?include d#code/unreadable > d", "?include m#code/unreadable > m"];

it.each([
  ["patchedBy", "?include d > m"], ["hasAddedFile", "include d > m"], ["hasOptionalDependency", "?include d > m"], ["hasOptionalComponent", "?include d > m"], ["hasProvidedDependency", "?include d > m"], ["packagedBy", "include m > d"],
  ["hasRequirement", "?include d > m"], ["hasVariant", "?curate m > d", "?finetune d > m"], ["modifiedBy", "?curate m > d", "?finetune d > m"], ["other", "?include d > m", "?include m > d"],
  ...["amendedBy", "configures", "hasDeletedFile", "hasDependencyManifest", "hasDocumentation", "hasEvidence", "hasExample", "hasHost", "hasMetadata", "hasSpecification", "hasTest", "hasTestCase", "usesTool"].map((type): [string] => [type]),
])("of a model and `%s` data it is read: %s", async (type, ...expected) => {
  const found = await read(related("urn:m", type, ["urn:d"]));
  expect([links(found), found.problems]).toEqual([expected, []]);
});

describe("a snippet", () => {
  const [file, licensed] = [{ type: "software_File", spdxId: "urn:f" }, { type: "Relationship", spdxId: "urn:l", from: "urn:s", relationshipType: "hasConcludedLicense", to: ["https://spdx.org/licenses/GPL-3.0-only"] }];
  const snippet = { type: "software_Snippet", spdxId: "urn:s", software_snippetFromFile: "urn:f" };
  it.each<[string, object[], string[]]>([
    ["its file", [file, snippet, licensed], ["include s > f"]],
    ["what holds its file, which is under the license of that", [file, snippet, licensed, related("urn:d", "contains", ["urn:f"])], ["include s > d", "include s > f"]],
    ["nothing, where it has no license of its own", [file, snippet], []],
    ["its file, by the name without its profile", [file, { type: "software_Snippet", spdxId: "urn:s", snippetFromFile: "urn:f" }, licensed], ["include s > f"]],
  ])("went into %s", async (_, elements, expected) => {
    const found = await read(...elements);
    expect([links(found), found.problems]).toEqual([expected, []]);
  });

  it("of no file is told", async () => {
    const found = await read({ type: "software_Snippet", spdxId: "urn:s" }, licensed);
    expect([links(found), found.problems.map(({ code }) => code)]).toEqual([[], ["missing-key"]]);
  });
});

describe("a relationship that names a source which cannot be read", () => {
  it.each([
    ["no source", { type: "Relationship", spdxId: "urn:r", from: "urn:m", relationshipType: "trainedOn" }, ["train m#dataset/unreadable > m"]],
    ["a source that is nothing", related("urn:m", "trainedOn", null), ["train m#dataset/unreadable > m"]],
    ["a source that is blank", related("urn:m", "descendantOf", " "), ["?finetune m#model/unreadable > m"]],
    ["a source that is nothing in a list", related("urn:m", "trainedOn", ["urn:d", null]), ["train d > m", "train m#dataset/unreadable > m"]],
    ["a source that is an object without an id", related("urn:d", "contains", [{ name: "x" }]), ["include d#code/unreadable > d"]],
    ["a source that is missing on the left", { type: "LifecycleScopedRelationship", spdxId: "urn:r", relationshipType: "generates", to: ["urn:d"] }, ["?convert d#code/unreadable > d"]],
    ["a source on the left that is a list of nothing", related([null], "copiedTo", ["urn:d"]), ["copy d#code/unreadable > d"]],
    ["no result", { type: "Relationship", spdxId: "urn:r", relationshipType: "trainedOn", to: ["urn:d"] }, []],
    ["no result on the right", related("urn:m", "generates", [""]), []],
    ["a variant that is nothing", related("urn:m", "hasVariant", [null]), ["?finetune m#model/unreadable > m"]],
    ["a variant on the left that is nothing", related(null, "hasVariant", ["urn:d"]), ["?curate d#code/unreadable > d"]],
    ["no type", { type: "Relationship", spdxId: "urn:r", from: "urn:m", to: ["urn:d", "urn:other"] }, held],
    ["a type that is an object", related("urn:m", {}, ["urn:d"]), held],
    ["a type that is none of the format", related("urn:m", "madeOf", ["urn:d"]), held],
    ["neither type nor end", { type: "Relationship", spdxId: "urn:r", from: "urn:m" }, ["?include m#code/unreadable > m"]],
    ["nothing that it was measured with", related("urn:m", "testedOn", null), ["evaluate m > nothing"]],
    ["nothing that tells of it", related("urn:m", "hasDocumentation", null), []],
    ["an element of no type", { spdxId: "urn:r", from: "urn:m", relationshipType: "trainedOn", to: ["urn:d"] }, ["train d > m"]],
    ["an element that is no object", "urn:r", []],
  ])("is told, and held open: %s", async (_, element, expected) => {
    const found = await read(element);
    expect(links(found)).toEqual(expected);
    expect(found.problems).toMatchObject([{ file: "a.json", line: 1, column: expect.any(Number) }]);
  });

  it.each([
    ["an empty list", related("urn:m", "trainedOn", []), []], ["nothing, by its name", related("urn:m", "trainedOn", ["https://spdx.org/rdf/3.0.1/terms/Core/NoneElement"]), []],
    ["no assertion", related("urn:m", "descendantOf", "https://spdx.org/rdf/3.0.1/terms/Core/NoAssertionElement"), []], ["a relation to nothing", related("urn:m", "other", []), []],
    ["objects with ids", related({ "@id": "urn:m" }, "trainedOn", [{ spdxId: "urn:d" }]), ["train d > m"]], ["an end in a list", related(["urn:m"], "trainedOn", "urn:d"), ["train d > m"]],
    ["a relationship without an id", { ...related("urn:m", "trainedOn", ["urn:d"]), spdxId: undefined }, ["train d > m"]], ["a type in a list", { ...related("urn:m", "trainedOn", ["urn:d"]), type: ["Relationship"] }, ["train d > m"]],
  ])("is none where the format allows what stands there: %s", async (_, element, expected) => {
    const found = await read(element);
    expect([links(found), found.problems]).toEqual([expected, []]);
  });

  it("is read beside another with the same id, and one element beside another", async () => {
    const found = await read(related("urn:m", "trainedOn", ["urn:d"]), related("urn:m", "trainedOn", ["urn:e"]), { ...model, licenseDeclared: "GPL-2.0-only" }, { ...model, licenseDeclared: "MIT" });
    expect(links(found)).toEqual(["train d > m", "train e > m"]);
    expect(found.graph.statements.map((each) => each.value).toSorted()).toEqual(["GPL-2.0-only", "MIT"]);
  });

  it("is told where the whole graph is none, and read where one element stands alone", async () => {
    expect((await importOf({ "@graph": "urn:m" })).problems).toMatchObject([{ code: "wrong-type", line: 1 }]);
    expect([...(await importOf({ "@graph": model })).graph.assets.keys()]).toEqual(["urn:m"]);
  });
});

const annotated = (statement: object) => ({ type: "Annotation", spdxId: "urn:n", contentType: "application/json", subject: "urn:r", statement: JSON.stringify(statement) });

describe("an act of a document of ours", () => {
  it.each([
    ["a source that is lost", related("urn:m", "trainedOn", ["urn:d", {}]), "from", ["train d > m", "train m#code/unreadable > m"], 1],
    ["a source on the left that is lost", related(null, "generates", ["urn:m"]), "to", ["train m#code/unreadable > m"], 1],
    ["a source that the document does not list", related("urn:m", "trainedOn", ["urn:d", "urn:x"]), "from", ["train d > m", "train x > m"], 0],
    ["no assertion", related("urn:m", "other", ["https://spdx.org/rdf/3.0.1/terms/Core/NoAssertionElement"]), "none", ["train m > nothing"], 0],
  ])("keeps %s", async (_, relationship, result, expected, told) => {
    const found = await read(relationship, annotated({ "cleartitle:by": "train", "cleartitle:act": "urn:act", "cleartitle:result": result }));
    expect([links(found), found.problems.length]).toEqual([expected, told]);
  });
});

const licenses = ({ graph }: Awaited<ReturnType<typeof read>>) => graph.statements.filter((each) => each.what.startsWith("license")).map((each) => [each.what, each.value]).toSorted();
const expression = { type: "simplelicensing_LicenseExpression", spdxId: "urn:l" };

describe("a license that cannot be read", () => {
  it.each([
    ["no end", [{ type: "Relationship", spdxId: "urn:r", from: "urn:m", relationshipType: "hasDeclaredLicense" }], [["license", expect.stringContaining("hasDeclaredLicense")]], 1],
    ["an end that is nothing", [related("urn:m", "hasConcludedLicense", null)], [["license", "null"]], 1],
    ["an end that is an object", [related("urn:m", "hasDeclaredLicense", ["https://spdx.org/licenses/MIT", { name: "GPL" }])], [["license", 'MIT\n{"name":"GPL"}']], 1],
    ["an end that is an object with an id", [related("urn:m", "hasDeclaredLicense", [{ "@id": "https://spdx.org/licenses/MIT" }])], [["license", "MIT"]], 0],
    ["nothing that it is of", [related(null, "hasDeclaredLicense", ["https://spdx.org/licenses/MIT"])], [], 1],
    ["no expression", [expression, related("urn:m", "hasDeclaredLicense", ["urn:l"])], [["license", "urn:l"]], 1],
    ["a member that is nothing", [{ type: "expandedlicensing_ConjunctiveLicenseSet", spdxId: "urn:l", expandedlicensing_member: ["https://spdx.org/licenses/MIT", null] }, related("urn:m", "hasDeclaredLicense", ["urn:l"])], [["license", "(MIT AND null)"]], 1],
    ["an object beside a model", [{ ...model, spdxId: "urn:x", licenseDeclared: { name: "GPL" } }], [["license", '{"name":"GPL"}']], 1],
    ["an object for a part", [{ ...model, spdxId: "urn:x", extension: [{ extension_cdxProperty: [{ extension_cdxPropName: "code_license", extension_cdxPropValue: ["MIT", { name: "GPL" }] }] }] }], [["license", 'MIT\n{"name":"GPL"}']], 1],
    ["an empty list", [related("urn:m", "hasDeclaredLicense", [])], [["license-unsaid", "empty"]], 0],
  ])("is kept as one that nobody knows: %s", async (_, elements, expected, told) => {
    const found = await read(...elements);
    expect(licenses(found)).toEqual(expected);
    expect(found.problems.map((each) => [each.line, each.column === null])).toEqual(Array.from({ length: told }, () => [1, false]));
  });
});
