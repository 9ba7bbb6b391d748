import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultCatalogueDir, loadCatalogue, loadKnowledge } from "@cleartitle/catalogue";
import { expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const dir = defaultCatalogueDir()!;
const knowledge = loadKnowledge(dir, loadCatalogue(dir).catalogue!).knowledge!;
const apache = readFileSync(join(dir, "..", "LICENSE"), "utf8");

const valuesOf = async (name: string, text: string) =>
  (await importFrom([memoryFile(name, text)], { us: "acme", knowledge: () => knowledge })).graph.statements.filter((each) => each.what.startsWith("license") && each.what !== "licensing").flatMap((each) => String(each.value).split("\n")).toSorted();
const read = (component: object) => valuesOf("a.json", JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.7", serialNumber: "urn:b", components: [{ type: "library", "bom-ref": "a", name: "a", ...component }] }));
const changed = `${apache}\n\nYou may not use the model in a product with more than a million users.\n`;
const other = expect.stringMatching(/^LicenseRef-Apache-2\.0-modified-/) as string;
const detailed = (expression: string, ...expressionDetails: object[]) => ({ licenses: [{ expression, expressionDetails }] });

it.each<[string, object, string[]]>([
  ["of that license", detailed("Apache-2.0 AND MIT", { licenseIdentifier: "Apache-2.0", text: { content: apache } }), ["Apache-2.0 AND MIT"]],
  ["of that license, changed", detailed("Apache-2.0 AND MIT", { licenseIdentifier: "Apache-2.0", text: { content: changed } }), ["Apache-2.0 AND MIT", other]],
  ["of another license", detailed("MIT", { licenseIdentifier: "MIT", text: { content: apache } }), ["Apache-2.0", "MIT"]],
  ["without the license that it is of", detailed("MIT", { text: { content: apache } }), ["Apache-2.0", "MIT"]],
  ["of a license of its own", detailed("LicenseRef-ours AND MIT", { licenseIdentifier: "LicenseRef-ours", text: { content: apache } }), ["Apache-2.0 AND MIT"]],
  ["of a license with an exception", detailed("Apache-2.0 WITH LLVM-exception", { licenseIdentifier: "Apache-2.0 WITH LLVM-exception", text: { content: apache } }), ["Apache-2.0 WITH LLVM-exception"]],
  ["that is nothing", detailed("MIT", { licenseIdentifier: "MIT", text: null }, { licenseIdentifier: "MIT", text: { content: " " } }), ["MIT"]],
])("a text beside a part of an expression, %s, is heard", async (_, component, expected) => expect(await read(component)).toEqual(expected));

const at = (url: string) => ({ licenses: [{ license: { id: "CC-BY-4.0" } }], externalReferences: [{ type: "license", url }] });
const nc = "https://creativecommons.org/licenses/by-nc/4.0/";
it.each<[string, object, string[]]>([
  ["of that license", at("https://creativecommons.org/licenses/by/4.0/legalcode"), ["CC-BY-4.0"]],
  ["of another license", at(nc), ["CC-BY-4.0", nc]],
  ["of another that the catalogue alone knows", at("https://www.apache.org/licenses/LICENSE-2.0.txt"), ["CC-BY-4.0", "https://www.apache.org/licenses/LICENSE-2.0.txt"]],
  ["of a file that nobody knows", at("https://github.com/acme/a/blob/main/LICENSE"), ["CC-BY-4.0"]],
  ["of a license, where none is named", { externalReferences: [{ type: "license", url: nc }] }, [nc]],
  ["of something else", { ...at(nc), externalReferences: [{ type: "documentation", url: nc }] }, ["CC-BY-4.0"]],
  ["beside an id of another license", { licenses: [{ license: { id: "CC-BY-4.0", url: nc } }] }, ["CC-BY-4.0", nc]],
  ["beside an id, of its own page", { licenses: [{ license: { id: "GPL-2.0-or-later", url: "https://spdx.org/licenses/GPL-2.0-only.html" } }] }, ["GPL-2.0-or-later"]],
  ["beside an id, a name of another license", { licenses: [{ license: { id: "CC-BY-4.0", name: "cc-by-nc-4.0" } }] }, ["CC-BY-4.0", "cc-by-nc-4.0"]],
  ["beside an id, a title", { licenses: [{ license: { id: "CC-BY-4.0", name: "our terms" } }] }, ["CC-BY-4.0"]],
  ["beside a name that nobody knows", { licenses: [{ license: { name: "The Acme License, Version 2.0", url: "https://www.apache.org/licenses/LICENSE-2.0.txt" } }] }, ["The Acme License, Version 2.0"]],
  ["beside a name of the same license", { licenses: [{ license: { name: "Apache License 2.0", url: "https://www.apache.org/licenses/LICENSE-2.0.txt" } }] }, ["Apache License 2.0"]],
  ["beside an expression that has it", { licenses: [{ expression: "(MIT OR CC-BY-NC-4.0)", expressionDetails: [{ licenseIdentifier: "CC-BY-NC-4.0", url: nc }] }] }, ["(MIT OR CC-BY-NC-4.0)"]],
  ["beside a part of an expression, of none of them", { licenses: [{ expression: "MIT", expressionDetails: [{ licenseIdentifier: "MIT", url: nc }] }] }, ["MIT", nc]],
])("an address or a name %s is heard", async (_, component, expected) => expect(await read(component)).toEqual(expected.toSorted()));

const by = { licenses: [{ license: { id: "CC-BY-4.0" } }] };
const value = (name: string, text: unknown) => [{ name, value: text }];
it.each<[string, object, string[]]>([
  ["a tag of the same license", { ...by, tags: ["license:cc-by-4.0", "text"] }, ["CC-BY-4.0"]],
  ["a tag of another license", { ...by, tags: ["license:cc-by-nc-4.0"] }, ["CC-BY-4.0", "cc-by-nc-4.0"]],
  ["a tag of one that nobody knows", { ...by, tags: ["license:acme-only"] }, ["CC-BY-4.0", "acme-only"]],
  ["a tag that does not say which", { ...by, tags: ["license:other", "license:"] }, ["CC-BY-4.0"]],
  ["a tag beside a license that nobody knows", { licenses: [{ license: { name: "acme-only" } }], tags: ["license:Acme-Only"] }, ["acme-only"]],
  ["a tag alone", { tags: ["license:mit"] }, ["mit"]],
  ["a tag alone that does not say which", { tags: ["license:other"] }, ["other"]],
  ["a tag beside what a scan found", { evidence: by, tags: ["license:cc-by-4.0"] }, ["CC-BY-4.0", "cc-by-4.0"]],
  ["a property of another license", { ...by, properties: value("acme:license", "cc-by-nc-4.0") }, ["CC-BY-4.0", "cc-by-nc-4.0"]],
  ["a property of several", { ...by, modelCard: { properties: value("license", "cc-by-4.0, cc-by-nc-4.0") } }, ["CC-BY-4.0", "cc-by-nc-4.0"]],
  ["a property with a comma in a name", { licenses: [{ license: { id: "Apache-2.0" } }], properties: value("license", "Apache License, Version 2.0") }, ["Apache-2.0"]],
  ["a property of data", { ...by, data: [{ type: "dataset", contents: { properties: value("license", "cc-by-nc-4.0") } }] }, ["CC-BY-4.0", "cc-by-nc-4.0"]],
  ["a property of something that nobody knows", { ...by, properties: value("license", "of the scanner") }, ["CC-BY-4.0"]],
  ["a property of something else", { ...by, properties: value("license_url", "cc-by-nc-4.0") }, ["CC-BY-4.0"]],
  ["a property alone, which gives none", { properties: value("license", "mit") }, []],
])("what tools copy is heard: %s", async (_, component, expected) => expect(await read(component)).toEqual(expected.toSorted()));

const inXml = (licenses: string, rest = "") => valuesOf("a.xml", `<bom xmlns="http://cyclonedx.org/schema/bom/1.7" serialNumber="urn:b"><components><component type="library"><name>a</name><licenses>${licenses}</licenses>${rest}</component></components></bom>`);

it("is read in XML alike, also a text without attributes", async () => {
  expect(await inXml(`<license><id>Apache-2.0</id><text><![CDATA[${changed}]]></text></license>`)).toEqual(["Apache-2.0", other]);
  expect(await inXml(`<expression-detailed expression="Apache-2.0 AND MIT"><details license-identifier="MIT"><url>https://opensource.org/license/mit</url></details><details license-identifier="Apache-2.0"><text><![CDATA[${changed}]]></text></details></expression-detailed>`)).toEqual(["Apache-2.0 AND MIT", other]);
  expect(await inXml("<license><id>CC-BY-4.0</id></license>", `<externalReferences><reference type="license"><url>${nc}</url></reference></externalReferences>`)).toEqual(["CC-BY-4.0", nc]);
});

it.each([
  ["of that license", "Apache-2.0", apache, ["Apache-2.0"]],
  ["of another license", "MIT", apache, ["MIT", "Apache-2.0"]],
  ["of that license, changed", "Apache-2.0", `${apache}\n\nYou may not use the model in a product with more than a million users.\n`, ["Apache-2.0", expect.stringMatching(/^LicenseRef-Apache-2\.0-modified-/)]],
  ["of that license and of it changed", "Apache-2.0", `${apache}\n\n${apache.replace("You may reproduce", "You may not sell what you reproduce, and may reproduce")}`, ["Apache-2.0", expect.stringMatching(/^LicenseRef-Apache-2\.0-modified-/)]],
  ["that nobody knows", "MIT", "See our site.", ["MIT"]],
])("a text beside an id, %s, is heard", async (_, id, content, expected) => {
  const component = { type: "library", "bom-ref": "a", name: "a", licenses: [{ license: { id, text: { content: Buffer.from(content).toString("base64"), encoding: "base64" } } }] };
  const { graph } = await importFrom([memoryFile("a.json", JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.7", serialNumber: "urn:b", components: [component] }))], { us: "acme", knowledge: () => knowledge });
  expect(graph.statements.filter((each) => each.what === "license").flatMap((each) => String(each.value).split("\n"))).toEqual(expected);
});
