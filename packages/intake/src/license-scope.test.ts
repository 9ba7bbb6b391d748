import { expect, it } from "vitest";
import { importFrom, memoryFile } from "./index.js";
import { partOfLicenseKey, scopeOfWord } from "./license-scope.js";

it.each<[key: string, part: string | null]>([
  ["license", ""], ["Licence", ""], ["licenses", ""], ["license_name", ""], ["code_license", "code"], ["source-code-license", "source-code"], ["modelLicense", "model"], ["license_data", "data"], ["weights_license_id", "weights"],
  ["output_license", "output"], ["metadata.license", "metadata"], ["license_url", null], ["license_link", null], ["extra_license", null], ["licensed", null], ["license_code_data", null],
])("%s is a key of", (key, part) => expect(partOfLicenseKey(key)).toBe(part));

it.each([["model", "model", null], ["model", "dataset", "weights"], ["code", "model", "code"], ["code", "code", null], ["data", "dataset", null], ["dataset", "model", "database"], ["metadata", "dataset", "metadata"], ["notes", "model", null]])("%s of a %s is %s", (word, kind, scope) => expect(scopeOfWord(word, kind)).toBe(scope));

const model = `m-${"b".repeat(32)}`;
const table = { typeName: "hive_table", guid: "1", attributes: { qualifiedName: "db.t@c", license: "MIT", code_license: "Apache-2.0" } };
const event = { eventType: "COMPLETE", eventTime: "2026-03-01T10:00:00Z", run: { runId: "r" }, job: { namespace: "j", name: "n" }, outputs: [{ namespace: "db", name: "t", facets: { tags: { tags: [{ key: "license", value: "MIT" }, { key: "code_license", value: "Apache-2.0" }] } } }] };
const artifact = { node: { digest: "e".repeat(32), versionIndex: 0, artifactType: { name: "model" }, artifactSequence: { name: "net" }, metadata: { license: "MIT", code_license: "Apache-2.0" } } };

const bom = { bomFormat: "CycloneDX", specVersion: "1.6", version: 1 };
const component = { type: "machine-learning-model", name: "net", "bom-ref": "net", licenses: [{ license: { id: "MIT" } }] };
const element = { type: "ai_AIPackage", spdxId: "https://x.example/net", name: "net", licenseDeclared: "MIT" };

it.each<[string, Readonly<Record<string, string>>]>([
  ["a card", { "README.md": "---\nbase_model: acme/base\nlicense: MIT\ncode_license: Apache-2.0\n---\n" }],
  ["a run", { [`mlruns/7/models/${model}/meta.yaml`]: `model_id: ${model}\nexperiment_id: '7'\n`, [`mlruns/7/models/${model}/tags/model_license`]: "MIT", [`mlruns/7/models/${model}/params/code_license`]: "Apache-2.0" }],
  ["an artifact", { "r.json": JSON.stringify({ data: { project: { name: "demo", entityName: "acme", runs: { edges: [{ node: { name: "r2", config: "{}", inputArtifacts: { edges: [] }, outputArtifacts: { edges: [artifact] } } }] } } } }) }],
  ["a table", { "t.json": JSON.stringify({ entities: [table], referredEntities: {} }) }],
  ["what DVC tracks", { "model.dvc": `outs:\n- md5: ${"a".repeat(32)}\n  path: model\n  type: model\nmeta:\n  license: MIT\n  code_license: Apache-2.0\n` }],
  ["what DVC imported", { "model.dvc": `outs:\n- md5: ${"a".repeat(32)}\n  path: model\n  type: model\nmeta:\n  origin:\n    license: { name: MIT }\n    code_license: { name: Apache-2.0 }\n` }],
  ["a component", { "bom.cdx.json": JSON.stringify({ ...bom, components: [{ ...component, properties: [{ name: "acme:code_license", value: "Apache-2.0" }, { name: "license", value: "of the scanner" }] }] }) }],
  ["a model card", { "bom.cdx.json": JSON.stringify({ ...bom, components: [{ ...component, modelCard: { properties: [{ name: "codeLicense", value: "Apache-2.0" }] } }] }) }],
  ["an AI package", { "net.spdx3.json": JSON.stringify({ "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [{ ...element, extension: [{ type: "extension_CdxPropertiesExtension", extension_cdxProperty: [{ type: "extension_CdxPropertyEntry", extension_cdxPropName: "code_license", extension_cdxPropValue: "Apache-2.0" }] }] }] }) }],
  ["an entity", { "p.json": JSON.stringify({ prefix: { ex: "https://x.example/" }, entity: { "ex:net": { "prov:type": "ex:Model", "ex:license": "MIT", "ex:codeLicense": "Apache-2.0" } } }) }],
  ["an event", { "e.json": JSON.stringify(event) }],
])("the license of the code of %s stands against no license of the whole", async (_, files) => {
  const { graph, problems } = await importFrom(Object.entries(files).map(([path, content]) => memoryFile(path, content)), { us: "us" });
  expect(problems).toEqual([]);
  expect(graph.statements.filter((each) => each.what === "license").map(({ value, scope }) => [value, scope]).toSorted()).toEqual([["Apache-2.0", "code"], ["MIT", null]]);
  expect(graph.findings.filter((each) => each.kind === "channels-disagree")).toEqual([]);
});
