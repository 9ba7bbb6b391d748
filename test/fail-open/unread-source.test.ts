import { decide } from "@cleartitle/engine";
import { importFrom, memoryFile } from "@cleartitle/intake";
import type { Use } from "@cleartitle/title";
import { describe, expect, it } from "vitest";
import { realCatalogue } from "../cases/case-file.js";

const asked: Use = { name: "asked", of: "hf:dataset/acme/notes", actions: ["train-on"], actor: "us", recipients: [], as: null, named: null, purpose: ["commercial"], field: ["general"], in: ["US"], hosted: [], on: "2026-11-01", scale: [], facts: [] };
const address = "https://huggingface.co/datasets/acme/notes";

const answered = (name: string, document: object, of = asked.of) => answeredOver(memoryFile(name, JSON.stringify(document)), of);

async function answeredOver(file: ReturnType<typeof memoryFile>, of: string) {
  const { graph, problems } = await importFrom([file], { us: "us", recordedAt: "2026-10-01" });
  const { decision } = decide({ graph: { ...graph, uses: new Map([["asked", { ...asked, of }]]) }, catalogue: realCatalogue() }, "asked", { withoutRange: true });
  return [decision, problems.length];
}

const spdx2 = (...relationships: object[]) => ({ spdxVersion: "SPDX-2.3", documentNamespace: "urn:doc", packages: [{ SPDXID: "a", name: "notes", downloadLocation: address, licenseDeclared: "CC-BY-4.0" }], relationships });
const spdx3 = (...elements: object[]) => ({
  "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
  "@graph": [{ type: "dataset_DatasetPackage", spdxId: "urn:d", name: "notes", software_downloadLocation: address }, { type: "Relationship", spdxId: "urn:l", from: "urn:d", relationshipType: "hasDeclaredLicense", to: ["https://spdx.org/licenses/CC-BY-4.0"] }, ...elements],
});
const cyclone = (component: object, dependencies: object[] = []) => ({
  bomFormat: "CycloneDX", specVersion: "1.7", serialNumber: "urn:b", components: [{ type: "data", "bom-ref": "d", name: "acme/notes", externalReferences: [{ type: "website", url: address }], licenses: [{ license: { id: "CC-BY-4.0" } }], ...component }], dependencies,
});
const prov = (records: object) => ({ prefix: { hub: "https://huggingface.co/datasets/acme/" }, entity: { "hub:notes": { "prov:type": "prov:Dataset", "dcterms:license": "CC-BY-4.0" } }, ...records });

describe("what came of a source that is named and cannot be read", () => {
  it.each([["a.spdx.json", spdx2()], ["a.json", spdx3()], ["b.json", cyclone({})], ["p.json", prov({})]])("would be cleared without it: %s", async (name, document) => expect(await answered(name, document)).toEqual(["cleared", 0]));

  it.each([
    ["a.spdx.json", "a part without an id", spdx2({ spdxElementId: "a", relationshipType: "CONTAINS" })],
    ["a.spdx.json", "a relationship without a type", spdx2({ spdxElementId: "a", relatedSpdxElement: "b" })],
    ["a.spdx.json", "an origin that is blank", spdx2({ spdxElementId: "a", relationshipType: "GENERATED_FROM", relatedSpdxElement: "" })],
    ["a.json", "a source that is nothing", spdx3({ type: "Relationship", spdxId: "urn:r", from: "urn:d", relationshipType: "descendantOf", to: null })],
    ["a.json", "a relationship of no known type", spdx3({ type: "Relationship", spdxId: "urn:r", from: "urn:d", relationshipType: "madeOf", to: ["urn:x"] })],
    ["b.json", "a part that is nothing", cyclone({ components: [null] })],
    ["b.json", "an ancestor that is a text", cyclone({ pedigree: { ancestors: ["base"] } })],
    ["b.json", "a variant that is a text", cyclone({ pedigree: { variants: ["base"] } })],
    ["b.json", "a patch that is a text", cyclone({ pedigree: { patches: ["fix.diff"] } })],
    ["b.json", "a tag without data", cyclone({ tags: ["dataset:"] })],
    ["b.json", "a dependency that is blank", cyclone({}, [{ ref: "d", dependsOn: [""] }])],
    ["b.json", "a license without a name", cyclone({ licenses: [{ license: { id: "CC-BY-4.0" } }, { license: {} }] })],
    ["p.json", "a derivation without a source", prov({ wasDerivedFrom: { d: { "prov:generatedEntity": "hub:notes" } } })],
    ["p.json", "an influence by nothing", prov({ wasInfluencedBy: { i: { "prov:influencee": "hub:notes", "prov:influencer": null } } })],
    ["p.json", "an influence by what is recorded as nothing", prov({ wasInfluencedBy: { i: { "prov:influencee": "hub:notes", "prov:influencer": "my:base" } } })],
    ["p.json", "an act that nothing informed", prov({ wasInformedBy: { c: { "prov:informed": "hub:a", "prov:informant": null } }, wasGeneratedBy: { g: { "prov:entity": "hub:notes", "prov:activity": "hub:a" } } })],
    ["p.json", "a relation that the standard does not have", prov({ wasMadeOf: { w: { "prov:generatedEntity": "hub:notes", "prov:usedEntity": "my:base" } } })],
    ["p.json", "a member that is nothing", prov({ hadMember: { m: { "prov:collection": "hub:notes", "prov:entity": [null] } } })],
  ])("is not, in %s: %s", async (name, _, document) => expect(await answered(name, document)).toEqual(["unresolved", 1]));
  const [informed, base] = [{ wasInformedBy: { c: { "prov:informed": "hub:a", "prov:informant": "hub:b" } } }, { "prov:type": "prov:Dataset", "dcterms:license": "CC-BY-NC-4.0" }];
  const made = { "prov:entity": "hub:notes", "prov:activity": "hub:a" };
  it.each<[string, object]>([
    ["a derivation", { wasDerivedFrom: { i: { "prov:generatedEntity": "hub:notes", "prov:usedEntity": "hub:base" } } }],
    ["an influence", { wasInfluencedBy: { i: { "prov:influencee": "hub:notes", "prov:influencer": "hub:base" } } }],
    ["an act that another informed, which made it", { ...informed, wasGeneratedBy: { g: made, h: { "prov:entity": "hub:base", "prov:activity": "hub:b" } } }],
    ["an act that another informed, of which nothing named came", { ...informed, wasGeneratedBy: { g: made } }],
    ["the plan of the act that made it", { wasGeneratedBy: { g: made }, wasAssociatedWith: { w: { "prov:activity": "hub:a", "prov:plan": "hub:recipe" } } }],
    ["an act that a bundle says to have used it", { wasGeneratedBy: { g: made }, bundle: { "hub:x": { used: { u: { "prov:activity": "hub:a", "prov:entity": "hub:base" } } } } }],
    ["an act that another informed, which used it and of which nothing named came", { ...informed, wasGeneratedBy: { g: made }, used: { u: { "prov:activity": "hub:b", "prov:entity": "hub:base" } } }],
  ])("nor what came of a thing under another license by way of %s", async (_, records) => {
    const document = prov(records);
    expect(await answered("p.json", { ...document, entity: { ...document.entity, "hub:base": base } })).toEqual(["unresolved", 0]);
  });
});

const named = (name: string, license: string) => ({ type: "data", "bom-ref": name, name, licenses: [{ license: { id: license } }] });

it.each<[string, object, "cleared" | "unresolved"]>([
  ["the same license", { externalReferences: [{ type: "license", url: "https://creativecommons.org/licenses/by/4.0/" }] }, "cleared"],
  ["another license", { externalReferences: [{ type: "license", url: "https://creativecommons.org/licenses/by-nc/4.0/" }] }, "unresolved"],
  ["a file that nobody knows", { externalReferences: [{ type: "license", url: "https://acme.example/LICENSE" }] }, "cleared"],
  ["no license, and the tag of another", { tags: ["license:cc-by-nc-4.0"] }, "unresolved"],
  ["no license, and a property with another", { properties: [{ name: "license", value: "cc-by-nc-4.0" }] }, "unresolved"],
  ["another license beside the id", { licenses: [{ license: { id: "CC-BY-4.0", url: "https://creativecommons.org/licenses/by-nc/4.0/" } }] }, "unresolved"],
])("what a bill gives a license for is decided by the address of %s too", async (_, component, expected) => {
  const references = [...cyclone({}).components.flatMap((each) => each.externalReferences), ...("externalReferences" in component ? (component.externalReferences as object[]) : [])];
  expect(await answered("b.json", cyclone({ ...component, externalReferences: references }))).toEqual([expected, 0]);
});

describe("what a bill relates to another thing by its pedigree", () => {
  it.each<[string, object, "cleared" | "unresolved"]>([
    ["an ancestor under terms that allow it", { pedigree: { ancestors: [named("base", "CC-BY-4.0")] } }, "cleared"],
    ["an ancestor under terms that do not", { pedigree: { ancestors: [named("base", "CC-BY-NC-4.0")] } }, "unresolved"],
    ["a variant under terms that allow it", { pedigree: { variants: [named("twin", "CC-BY-4.0")] } }, "cleared"],
    ["a variant under terms that do not", { pedigree: { variants: [named("twin", "CC-BY-NC-4.0")] } }, "unresolved"],
    ["a variant without a license", { pedigree: { variants: [{ type: "data", name: "twin" }] } }, "unresolved"],
    ...["unofficial", "monkey", "backport", "cherry-pick"].map((type): [string, object, "unresolved"] => [`a patch of the type ${type}`, { pedigree: { ancestors: [named("base", "CC-BY-4.0")], patches: [{ type }] } }, "unresolved"]),
    ["what came of it", { pedigree: { descendants: [named("next", "CC-BY-NC-4.0")] } }, "cleared"],
    ["commits and notes", { pedigree: { commits: [{ uid: "1" }], notes: "cleaned" } }, "cleared"],
    ["an original that is not named", { modified: true }, "unresolved"],
  ])("is decided by %s", async (_, component, expected) => expect(await answered("b.json", cyclone(component))).toEqual([expected, 0]));

  it("counts where that thing is asked about", async () => {
    const twin = { ...cyclone({}).components[0], licenses: [{ license: { id: "CC-BY-4.0" } }] };
    const bill = (key: string) => ({ ...cyclone({}), components: [{ ...named("own", "CC-BY-NC-4.0"), pedigree: { [key]: [twin] } }] });
    expect([await answered("b.json", bill("variants")), await answered("b.json", bill("descendants")), await answered("b.json", bill("ancestors"))]).toEqual([["unresolved", 0], ["unresolved", 0], ["cleared", 0]]);
  });
});

const pack = (license: string) => ({ SPDXID: "b", name: "b", licenseDeclared: license });

it.each<[string, "before" | "after" | null]>([
  ...["VARIANT_OF", "OTHER"].flatMap((type): [string, "before" | "after"][] => [[type, "before"], [type, "after"]]),
  ["FILE_MODIFIED", "after"], ["DISTRIBUTION_ARTIFACT", "after"], ["BUILD_DEPENDENCY_OF", "before"], ["PATCH_FOR", "before"],
  ["TEST_OF", null], ["BUILD_TOOL_OF", null], ["DOCUMENTATION_OF", null],
])("what SPDX 2 relates by `%s` to another thing is decided by it, where that stands %s", async (type, place) => {
  const [a, b] = place === "before" ? ["b", "a"] : ["a", "b"];
  const bill = (license: string, [spdxElementId, relatedSpdxElement]: string[]) => ({ ...spdx2({ spdxElementId, relationshipType: type, relatedSpdxElement }), packages: [...spdx2().packages, pack(license)] });
  expect(await answered("a.spdx.json", bill("CC-BY-4.0", [a, b]))).toEqual(["cleared", 0]);
  const far = [await answered("a.spdx.json", bill("CC-BY-NC-4.0", [a, b])), await answered("a.spdx.json", bill("CC-BY-NC-4.0", [b, a]))];
  expect(far.map(([decision]) => decision)).toEqual(place === null ? ["cleared", "cleared"] : ["unresolved", type === "VARIANT_OF" || type === "OTHER" ? "unresolved" : "cleared"]);
});

it.each<[string, boolean]>([["hasVariant", true], ["other", true], ["modifiedBy", true], ["hasRequirement", true], ["usesTool", false], ["hasTest", false], ["hasDocumentation", false]])("what SPDX 3 relates by `%s` to another thing is decided by it: %s", async (relationshipType, counts) => {
  const bill = (license: string) => spdx3({ type: "dataset_DatasetPackage", spdxId: "urn:b" }, { type: "Relationship", spdxId: "urn:k", from: "urn:b", relationshipType: "hasDeclaredLicense", to: [`https://spdx.org/licenses/${license}`] }, { type: "Relationship", spdxId: "urn:r", from: "urn:d", relationshipType, to: ["urn:b"] });
  expect([await answered("a.json", bill("CC-BY-4.0")), await answered("a.json", bill("CC-BY-NC-4.0"))]).toEqual([["cleared", 0], [counts ? "unresolved" : "cleared", 0]]);
});

it.each<[string, object, "cleared" | "unresolved", number]>([
  ["nothing", {}, "cleared", 0],
  ["what is under terms that allow it", { inputs: [{ resource: { ref: "free" } }] }, "cleared", 0],
  ["what is under terms that do not", { inputs: [{ resource: { ref: "closed" } }] }, "unresolved", 0],
  ["what cannot be read", { inputs: [{ resource: {} }] }, "unresolved", 1],
])("what a workflow of a bill gives out is decided by what it takes in: %s", async (_, workflow, expected, told) => {
  const formulation = [{ components: [named("free", "CC-BY-4.0"), named("closed", "CC-BY-NC-4.0")], workflows: [{ ...workflow, outputs: [{ resource: { ref: "d" } }] }] }];
  expect(await answered("b.json", { ...cyclone({}), formulation })).toEqual([expected, told]);
});

it.each<[string, unknown[], "cleared" | "unresolved", number]>([
  ["nothing", [], "cleared", 0],
  ["what is under terms that allow it", [named("base", "CC-BY-4.0")], "cleared", 0],
  ["what is under terms that do not", [named("base", "CC-BY-NC-4.0")], "unresolved", 0],
  ["what has no license", [{ type: "data", name: "base" }], "unresolved", 0],
  ["what cannot be read", [null], "unresolved", 1],
])("what a bill is of is decided by what it lists: %s", async (_, components, expected, told) => {
  const bill = cyclone({});
  expect(await answered("b.json", { ...bill, metadata: { component: bill.components[0] }, components })).toEqual([expected, told]);
});

it.each<[string, string | null, "cleared" | "unresolved"]>([
  ["what is under terms that allow it", "CC-BY-4.0", "cleared"], ["what is under terms that do not", "CC-BY-NC-4.0", "unresolved"], ["what has no license", null, "unresolved"],
])("what a build of SPDX 3 gives out is decided by what it takes in: %s", async (_, license, expected) => {
  const [input, output] = [["hasInput", "urn:b"], ["hasOutput", "urn:d"]].map(([relationshipType, to]) => ({ type: "LifecycleScopedRelationship", spdxId: `urn:${relationshipType}`, from: "urn:x", relationshipType, to: [to] }));
  const licensed = license === null ? [] : [{ type: "Relationship", spdxId: "urn:k", from: "urn:b", relationshipType: "hasDeclaredLicense", to: [`https://spdx.org/licenses/${license}`] }];
  expect(await answered("a.json", spdx3({ type: "build_Build", spdxId: "urn:x" }, { type: "dataset_DatasetPackage", spdxId: "urn:b" }, input!, output!, ...licensed))).toEqual([expected, 0]);
});

it.each<[string, string | null, "cleared" | "unresolved"]>([
  ["nothing", null, "cleared"], ["what is under terms that allow it", "CC-BY-4.0", "cleared"], ["what is under terms that do not", "CC-BY-NC-4.0", "unresolved"], ["what says nothing of its terms", "NOASSERTION", "unresolved"],
])("what a document of SPDX describes is decided by what it lists: %s", async (_, license, expected) => {
  const listed = license === null ? [] : [pack(license)];
  for (const rest of [{ documentDescribes: ["a"] }, { relationships: [{ spdxElementId: "SPDXRef-DOCUMENT", relationshipType: "DESCRIBES", relatedSpdxElement: "a" }] }]) expect(await answered("a.spdx.json", { ...spdx2(), packages: [...spdx2().packages, ...listed], ...rest })).toEqual([expected, 0]);
  const licensed = { type: "Relationship", spdxId: "urn:k", from: "urn:b", relationshipType: "hasDeclaredLicense", to: [`https://spdx.org/licenses/${license}`] };
  const elements = license === null ? [] : [{ type: "software_Package", spdxId: "urn:b" }, ...(license === "NOASSERTION" ? [] : [licensed])];
  expect(await answered("a.json", spdx3({ type: "SpdxDocument", spdxId: "urn:doc", rootElement: ["urn:d"] }, ...elements))).toEqual([expected, 0]);
});

describe("a file or a snippet under another license than its package", () => {
  const [held, free] = [{ hasFiles: ["f"] }, { SPDXID: "f", fileName: "f" }];
  const bill = (whole: object, file: object, rest: object = {}) => ({ ...spdx2(), packages: [{ ...spdx2().packages[0], ...whole }], files: [{ ...free, ...file }], ...rest });
  const nc = { licenseConcluded: "CC-BY-NC-4.0" };
  it.each<[string, object, string]>([
    ["a file without one", bill(held, {}), "cleared"],
    ["a file", bill(held, nc), "unresolved"],
    ["a snippet in a file without one", bill(held, {}, { snippets: [{ SPDXID: "s", snippetFromFile: "f", ...nc }] }), "unresolved"],
    ["what a file without one depends on", bill(held, {}, { files: [{ ...free, fileDependencies: ["g"] }, { SPDXID: "g", fileName: "g", ...nc }] }), "unresolved"],
    ["what a file without one was made from", bill(held, {}, { files: [free, { SPDXID: "g", fileName: "g", ...nc }], relationships: [{ spdxElementId: "f", relationshipType: "GENERATED_FROM", relatedSpdxElement: "g" }] }), "unresolved"],
    ["a file that is no text", bill({ hasFiles: [{}] }, {}), "unresolved"],
  ])("counts: %s", async (_, document, expected) => expect((await answered("a.spdx.json", document))[0]).toBe(expected));
});

const card = (owner: string, name: string, license: string) => memoryFile(`models--${owner}--${name}/snapshots/r/README.md`, `---\nlicense: ${license}\nlibrary_name: transformers\n---\n`);

describe("a model of which a later document of its merge names a source", () => {
  it.each([
    ["a source that may be used", "name: one\nmodels: [base/free]\n---\nmodels: [one, base/other]", ["cleared", 0]],
    ["one that may not", "name: one\nmodels: [base/free]\n---\nmodels: [one, base/closed]", ["unresolved", 0]],
    ["one that cannot be read", "name: one\nmodels: [base/free]\n---\nmodels: [one, {}]", ["unresolved", 1]],
    ["one that a document names which is no mapping", "models: [base/free]\n---\n[base/closed]", ["unresolved", 1]],
  ])("is decided by %s too", async (_, merge, expected) => {
    const files = [card("acme", "m", "apache-2.0"), card("base", "free", "apache-2.0"), card("base", "other", "apache-2.0"), card("base", "closed", "cc-by-nc-4.0"), memoryFile("models--acme--m/snapshots/r/mergekit_config.yml", merge)];
    const { graph, problems } = await importFrom(files, { us: "us", recordedAt: "2026-10-01" });
    const run: Use = { ...asked, of: "hf:model/acme/m", actions: ["run"], actor: "hf:acme" };
    expect([decide({ graph: { ...graph, uses: new Map([["asked", run]]) }, catalogue: realCatalogue() }, "asked", { withoutRange: true }).decision, problems.length]).toEqual(expected);
  });
});

const set = (name: string) => ({ namespace: "db", name, type: "DATASET" });
const licensed = (name: string, value: string, lineage?: object) => ({ ...set(name), facets: { tags: { tags: [{ key: "license", value }] }, ...(lineage === undefined ? {} : { lineage }) } });
const run = (lineage?: object, entries?: object) => [
  { eventType: "COMPLETE", eventTime: "2026-03-01T10:00:00Z", run: { runId: "r1" }, job: { namespace: "jobs", name: "clean", facets: entries === undefined ? {} : { lineage: { entries: [entries] } } }, outputs: [licensed("notes", "CC-BY-4.0", lineage)] },
  { eventType: "COMPLETE", eventTime: "2026-03-01T09:00:00Z", run: { runId: "r0" }, job: { namespace: "jobs", name: "load" }, outputs: [licensed("base", "CC-BY-NC-4.0")] },
];

const waits = (dependency_type: string) => run().map((each, at) => (at === 0 ? { ...each, run: { runId: "r1", facets: { jobDependencies: { upstream: [{ job: { namespace: "jobs", name: "load" }, dependency_type }] } } } } : each));

describe("a data set of which a lineage names a source", () => {
  it.each<[string, object[], [string, number]]>([
    ["none", run(), ["cleared", 0]],
    ["one of its own record", run({ inputs: [set("base")] }), ["unresolved", 0]],
    ["one of its fields", run({ fields: { text: { inputs: [set("base")] } } }), ["unresolved", 0]],
    ["a job that made it", run({ inputs: [{ namespace: "jobs", name: "load", type: "JOB" }] }), ["unresolved", 0]],
    ["one by the record of its job", run(undefined, { ...set("notes"), inputs: [set("base")] }), ["unresolved", 0]],
    ["one that went into its job", run(undefined, { type: "JOB", inputs: [set("base")] }), ["unresolved", 0]],
    ["one that cannot be read", run({ inputs: [{ type: "DATASET" }] }), ["unresolved", 1]],
    ["a job that ran before", waits("DIRECT_INVOCATION"), ["cleared", 0]],
    ["a job for whose data it waited", waits("IMPLICIT_ASSET_DEPENDENCY"), ["unresolved", 0]],
  ])("is decided by it: %s", async (_, events, expected) => expect(await answered("e.json", events, "openlineage:db/notes")).toEqual(expected));
});

const needs = (...dependencies: unknown[]) => ({ dependencies });

describe("a package that a scan tells of", () => {
  const [uid, y] = ["pkg:npm/x@1?uuid=7", { purl: "pkg:npm/y@2", declared_license_expression_spdx: "CC-BY-NC-4.0" }];
  const x = { purl: "pkg:npm/x@1", package_uid: uid, declared_license_expression_spdx: "CC-BY-4.0" };
  const scan = (more: object = {}, file: object = {}) => ({ headers: [{ tool_name: "scancode-toolkit" }], packages: [{ ...x, ...more }, y], files: [{ path: "a", type: "file", for_packages: [uid], ...file }] });
  it.each<[string, object, [string, number]]>([
    ["nothing else", scan(), ["cleared", 0]],
    ["a dependency for the build", scan(needs({ purl: "pkg:npm/y@2", is_runtime: false })), ["cleared", 0]],
    ["its own data again", scan({}, { package_data: [{ ...x, ...needs() }] }), ["cleared", 0]],
    ["a failure of what finds no licenses", scan({}, { scan_errors: ["ERROR: for scanner: info: timeout"] }), ["cleared", 0]],
    ["a dependency in it", scan(needs({ purl: "pkg:npm/y@2" })), ["unresolved", 0]],
    ["a dependency that cannot be read", scan(needs({})), ["unresolved", 1]],
    ["a dependency in the data of a file", scan({}, { package_data: [{ ...x, ...needs({ purl: "pkg:npm/y@2" }) }] }), ["unresolved", 0]],
    ["a dependency in data that name no package", scan({}, { package_data: [needs({ purl: "pkg:npm/y@2" })] }), ["unresolved", 0]],
    ["another license in the data of a file", scan({}, { package_data: [{ ...x, declared_license_expression_spdx: "CC-BY-NC-4.0" }] }), ["unresolved", 0]],
    ["another license that was found in it", scan({ other_license_expression_spdx: "CC-BY-NC-4.0" }), ["unresolved", 0]],
    ["what it was made from", scan({ source_packages: ["pkg:npm/y@2"] }), ["unresolved", 0]],
    ["a file with a license by its expression alone", scan({}, { detected_license_expression_spdx: "CC-BY-NC-4.0" }), ["unresolved", 0]],
    ["a file of which the scan failed", scan({}, { scan_errors: ["ERROR: for scanner: licenses: timeout"] }), ["unresolved", 0]],
  ])("is decided by %s", async (_, document, expected) => expect(await answered("scan.json", document, "pkg:npm/x@1")).toEqual(expected));
});

const tracked = (...documents: string[]) => documents.map((each) => `${each}\nouts:\n- path: notes.csv\n`).join("---\n");

describe("a data set of which a second document of its file tells", () => {
  const [free, other] = ["meta: { license: CC-BY-4.0 }", "meta: { license: CC-BY-NC-4.0 }"];
  it.each<[string, string, [string, number]]>([
    ["nothing", `${tracked(free)}---\n# a remark\n`, ["cleared", 0]],
    ["the same", tracked(free, free), ["cleared", 1]],
    ["another license", tracked(free, other), ["unresolved", 1]],
    ["what it was made of", tracked(free, "deps: [base.csv]"), ["unresolved", 1]],
    ["nothing that can be read", `${tracked(free)}---\n- x\n`, ["unresolved", 2]],
  ])("is decided by it: %s", async (_, text, expected) => expect(await answeredOver(memoryFile("notes.csv.dvc", text), "dvc:path/notes.csv")).toEqual(expected));
});

describe("a data set of which triples name a source by the inverse of a property", () => {
  const free = '<https://huggingface.co/datasets/acme/notes> a prov:Entity ; dct:license "CC-BY-4.0" ; dct:type <http://purl.org/dc/dcmitype/Dataset> .';
  const other = '<https://huggingface.co/datasets/acme/base> a prov:Entity ; dct:license "CC-BY-NC-4.0"';
  const [notes, head] = ["<https://huggingface.co/datasets/acme/notes>", "@prefix prov: <http://www.w3.org/ns/prov#> . @prefix dct: <http://purl.org/dc/terms/> ."];
  it.each<[string, string, string]>([
    ["none", ".", "cleared"], ["a quotation", `; prov:quotedAs ${notes} .`, "unresolved"], ["a revision", `; prov:hadRevision ${notes} .`, "unresolved"], ["a first source", `; prov:wasPrimarySourceOf ${notes} .`, "unresolved"],
    ["a node", `; prov:entityOfInfluence _:n . _:n prov:qualifiedDerivationOf ${notes} .`, "unresolved"],
  ])("is decided by it: %s", async (_, rest, expected) => expect((await answeredOver(memoryFile("p.ttl", `${head}\n${free}\n${other} ${rest}\n`), asked.of))[0]).toBe(expected));
});
