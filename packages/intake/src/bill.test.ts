import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "./index.js";

const read = (path: string, content: string | object) => importFrom([memoryFile(path, typeof content === "string" ? content : JSON.stringify(content))], { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const links = ({ graph }: Read) => [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from} > ${each.to ?? "nothing"}`)).toSorted();
const licenses = ({ graph }: Read) => graph.statements.filter((each) => each.what.startsWith("license")).map((each) => [each.what, each.rung, each.value, each.by]).toSorted();

const spdx2 = (packages: object[], relationships: [string, string, string][] = [], more: object = {}) => read("a.spdx.json", {
  spdxVersion: "SPDX-2.3", documentNamespace: "urn:doc", creationInfo: { creators: ["Tool: scanner-1", "Person: Jane Roe (jane@example.org)"] }, packages,
  relationships: relationships.map(([spdxElementId, relationshipType, relatedSpdxElement]) => ({ spdxElementId, relationshipType, relatedSpdxElement })), ...more,
});

const own = (text: string) => spdx2([{ SPDXID: "a", licenseDeclared: "LicenseRef-1 OR MIT" }], [], { hasExtractedLicensingInfos: [{ licenseId: "LicenseRef-1", extractedText: text }] });

describe("SPDX 2", () => {
  it.each([
    ["CONTAINS", ["include urn:doc#b > urn:doc#a"]], ["CONTAINED_BY", ["include urn:doc#a > urn:doc#b"]], ["GENERATED_FROM", ["?convert urn:doc#b > urn:doc#a"]], ["COPY_OF", ["copy urn:doc#b > urn:doc#a"]],
    ["DEPENDENCY_OF", ["?include urn:doc#a > urn:doc#b"]], ["TEST_DEPENDENCY_OF", []], ["DESCRIBES", ["?include urn:doc#b > urn:doc#a"]],
  ])("reads the relationship %s", async (type, expected) => {
    const found = await spdx2([{ SPDXID: "a" }, { SPDXID: "b" }], [["a", type, "b"], ["a", type, "NOASSERTION"], ["SPDXRef-DOCUMENT", type, "a"]]);
    expect([links(found), found.problems]).toEqual([expected, []]);
  });

  it.each([
    ["declared and concluded", { licenseDeclared: "MIT", licenseConcluded: "Apache-2.0", licenseInfoFromFiles: ["BSD-3-Clause"] }, [["license", "declared", "MIT", null], ["license", "detected", "Apache-2.0", "scanner-1"]]],
    ["nothing concluded, several in files", { licenseDeclared: "MIT", licenseConcluded: "NOASSERTION", licenseInfoFromFiles: ["MIT", "GPL-2.0-only"] },
      [["license", "declared", "MIT", null], ["license", "detected", "MIT\nGPL-2.0-only", "scanner-1"], ["license-unsaid", "detected", "NOASSERTION", "scanner-1"]]],
    ["none", { licenseDeclared: "NONE" }, [["license", "declared", "NONE", null]]],
    ["an empty place", { licenseDeclared: "" }, [["license-unsaid", "declared", "empty", null]]],
    ["no place", {}, []],
  ])("keeps apart what is said of a license: %s", async (_, fields, expected) => {
    expect(licenses(await spdx2([{ SPDXID: "a", ...fields }]))).toEqual(expected);
  });

  it("marks a license of the document's own by its text", async () => {
    const [one, other, again] = [licenses(await own("terms"))[0]?.[2], licenses(await own("other terms"))[0]?.[2], licenses(await own("terms"))[0]?.[2]];
    expect(one).toMatch(/^LicenseRef-1-[0-9a-f]{8} OR MIT$/);
    expect([one === again, one === other]).toEqual([true, false]);
  });

  it("does not take two packages of one repository for it", async () => {
    const two = await spdx2(["a", "b"].map((SPDXID) => ({ SPDXID, downloadLocation: "https://github.com/acme/app" })));
    expect([...two.graph.assets.keys()]).toEqual(["urn:doc#a", "urn:doc#b"]);
    expect([...(await spdx2([{ SPDXID: "a", downloadLocation: "https://github.com/acme/app" }])).graph.assets.keys()]).toEqual(["gh:acme/app"]);
  });

  it("believes no digest that two kinds of things share", async () => {
    const sum = [{ algorithm: "SHA256", checksumValue: "a".repeat(64) }];
    const { graph } = await spdx2([{ SPDXID: "a", checksums: sum }], [], { files: [{ SPDXID: "b", fileTypes: ["TEXT"], checksums: sum }] });
    expect([...graph.assets.values()].map((each) => each.digest)).toEqual([null, null]);
    expect(graph.findings.map((each) => each.kind)).toEqual(["same-bytes-of-two-kinds"]);
  });
});

const spdx3 = (...elements: object[]) => read("a.json", { "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": elements });
const relationship = (from: string, relationshipType: string, ...to: string[]) => ({ type: "Relationship", spdxId: `urn:r/${from}/${relationshipType}`, from, relationshipType, to });

describe("SPDX 3", () => {
  const [model, data] = [{ type: "ai_AIPackage", spdxId: "urn:m" }, { type: "dataset_DatasetPackage", spdxId: "urn:d" }];
  it.each([
    ["trainedOn", "urn:m", "urn:d", ["train urn:d > urn:m"]], ["testedOn", "urn:m", "urn:d", ["evaluate urn:d > nothing", "evaluate urn:m > nothing"]], ["descendantOf", "urn:m", "urn:n", ["?finetune urn:n > urn:m"]],
    ["generates", "urn:m", "urn:d", ["?synthesize urn:m > urn:d"]], ["contains", "urn:d", "urn:f", ["include urn:f > urn:d"]], ["hasEvidence", "urn:m", "urn:d", []],
  ])("reads the relationship %s", async (type, from, to, expected) => expect(links(await spdx3(model, data, relationship(from, type, to)))).toEqual(expected));

  it.each([
    ["an expression", [{ type: "simplelicensing_LicenseExpression", spdxId: "urn:l", simplelicensing_licenseExpression: "MIT OR Apache-2.0" }], "MIT OR Apache-2.0"],
    ["a set", [{ type: "expandedlicensing_DisjunctiveLicenseSet", spdxId: "urn:l", expandedlicensing_member: ["https://spdx.org/licenses/MIT", "urn:k"] }, { type: "simplelicensing_LicenseExpression", spdxId: "urn:k", simplelicensing_licenseExpression: "ISC" }], "(MIT OR ISC)"],
    ["a set of itself", [{ type: "expandedlicensing_ConjunctiveLicenseSet", spdxId: "urn:l", expandedlicensing_member: ["urn:l"] }], "urn:l"],
    ["a name beside the reference that was made of it", [{ type: "simplelicensing_LicenseExpression", spdxId: "urn:l", name: "Acme Terms", simplelicensing_licenseExpression: "LicenseRef-Acme-Terms" }], "Acme Terms"],
    ["one of its own with the name of another", [{ type: "simplelicensing_LicenseExpression", spdxId: "urn:l", name: "MIT", simplelicensing_licenseExpression: "LicenseRef-MIT" }], "LicenseRef-MIT"],
    ["one of its own with the name of another in small letters", [{ type: "simplelicensing_LicenseExpression", spdxId: "urn:l", name: "mit", simplelicensing_licenseExpression: "LicenseRef-mit" }], "LicenseRef-mit"],
    ["one of its own whose text lies elsewhere", [{ type: "simplelicensing_LicenseExpression", spdxId: "urn:l", name: "MIT License", simplelicensing_licenseExpression: "LicenseRef-MIT-License", simplelicensing_customIdToUri: [{ key: "LicenseRef-MIT-License", value: "urn:t" }] }], "LicenseRef-MIT-License"],
    ["one of its own with its text", [{ type: "simplelicensing_LicenseExpression", spdxId: "urn:l", name: "MIT License", simplelicensing_licenseExpression: "LicenseRef-MIT-License" }, { type: "simplelicensing_SimpleLicensingText", spdxId: "urn:d#LicenseRef-MIT-License", simplelicensing_licenseText: "terms" }], expect.stringMatching(/^LicenseRef-MIT-License-[0-9a-f]{8}$/)],
    ["one of its own without a text", [{ type: "expandedlicensing_CustomLicense", spdxId: "urn:d#MIT" }, { type: "expandedlicensing_ConjunctiveLicenseSet", spdxId: "urn:l", expandedlicensing_member: ["urn:d#MIT"] }], "LicenseRef-MIT"],
  ])("reads a license that is %s", async (_, elements, expected) => {
    expect(licenses(await spdx3(model, ...elements, relationship("urn:m", "hasDeclaredLicense", "urn:l")))).toEqual([["license", "declared", expected, null]]);
  });
});

const cyclone = (component: object, more: object = {}) => read("a.json", { bomFormat: "CycloneDX", specVersion: "1.7", serialNumber: "urn:b", components: [{ type: "machine-learning-model", "bom-ref": "m", name: "m", ...component }], ...more });

describe("CycloneDX", () => {
  it.each([
    ["data by reference", { modelCard: { modelParameters: { datasets: [{ ref: "d" }] } } }, { components: [{ type: "machine-learning-model", "bom-ref": "m", name: "m", modelCard: { modelParameters: { datasets: [{ ref: "d" }] } } }, { type: "data", "bom-ref": "d", name: "d" }] }, ["train urn:b#d > urn:b#m"]],
    ["data by address", { modelCard: { modelParameters: { datasets: [{ type: "dataset", name: "x", contents: { url: "https://huggingface.co/datasets/acme/x" } }] } } }, {}, ["train hf:dataset/acme/x > urn:b#m"]],
    ["data by a word", { modelCard: { modelParameters: { datasets: [{ type: "dataset", name: "for", contents: { url: "https://huggingface.co/datasets/for" } }] } } }, {}, ["train urn:b#dataset/for > urn:b#m"]],
    ["an ancestor", { pedigree: { ancestors: [{ type: "machine-learning-model", name: "base", purl: "pkg:huggingface/acme/base@1" }] } }, {}, ["?finetune hf:model/acme/base > urn:b#m"]],
    ["a tag of the hub", { tags: ["base_model:acme/base", "base_model:quantized:acme/base"] }, {}, ["?convert hf:model/acme/base > urn:b#m"]],
    ["a part", { components: [{ type: "library", "bom-ref": "l", name: "l" }] }, {}, ["include urn:b#l > urn:b#m"]],
    ["a dependency", {}, { dependencies: [{ ref: "m", dependsOn: ["pkg:pypi/torch@2"] }] }, ["?include pkg:pypi/torch@2 > urn:b#m"]],
  ])("reads %s", async (_, component, more, expected) => {
    const found = await cyclone(component, more);
    expect([links(found), found.problems]).toEqual([expected, []]);
  });

  it("keeps the contract behind a license, without persons", async () => {
    const licensing = { licensor: { organization: { name: "Acme" } }, purchaser: { individual: { name: "Jane Roe" } }, expiration: "2023-04-13T20:20:39+00:00" };
    const { graph } = await cyclone({ licenses: [{ expression: "LicenseRef-Acme", licensing }] });
    expect(graph.statements.filter((each) => each.what === "licensing").map((each) => each.raw)).toEqual([expect.stringContaining('"licensor":"Acme"')]);
    expect(JSON.stringify(graph.statements)).not.toContain("Jane");
  });

  it("passes over a version that it does not know", async () => {
    expect((await read("a.json", { bomFormat: "CycloneDX", specVersion: "2.0" })).problems).toMatchObject([{ code: "unsupported", file: "a.json" }]);
  });
});
