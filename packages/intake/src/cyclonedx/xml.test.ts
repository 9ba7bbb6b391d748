import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const importOf = (name: string, text: string) => importFrom([memoryFile(name, text)], { us: "acme", recordedAt: "2026-11-21" });
const bom = (...lines: string[]) => ['<bom xmlns="http://cyclonedx.org/schema/bom/1.7" xmlns:x="https://acme.example/x" serialNumber="urn:uuid:1">', ...lines, "</bom>"].join("\n");

/** What is known of things and links, without where it was read. */
const evidenceOf = ({ graph }: Awaited<ReturnType<typeof importOf>>) => [
  [...graph.assets.values()].map(({ id, kind, version, digest, licensor, placeholder }) => [id, kind, version, digest, licensor, placeholder]),
  [...graph.derivations.values()].map(({ id, from, by, during }) => [id, from, by, during.from]),
  graph.statements.map(({ about, what, raw, value, rung, by }) => [about.id, what, raw, value, rung, by].join(" | ")).toSorted(),
  graph.findings.map(({ kind, asset }) => [kind, asset].join(" | ")).toSorted(),
];

/** One bill, in both forms. */
const twins: readonly (readonly [title: string, json: object, xml: readonly string[]])[] = [
  ["licenses by id, name, text and expression, declared, concluded and found",
    { metadata: { tools: { components: [{ type: "application", name: "scanner" }] } }, components: [
      { type: "library", "bom-ref": "a", group: "org", name: "a", version: "1", purl: "pkg:npm/a@1", hashes: [{ alg: "MD5", content: "1" }, { alg: "SHA-256", content: "a".repeat(64) }], manufacturer: { name: "Acme" }, licenses: [{ license: { id: "MIT", acknowledgement: "declared" } }, { license: { name: "House terms", text: { encoding: "base64", content: "SG91c2UgdGVybXM=" } } }, { expression: "(MIT OR Apache-2.0)", acknowledgement: "concluded" }], evidence: { licenses: [{ license: { id: "GPL-3.0-only" } }] } },
      { type: "library", "bom-ref": "b", name: "b", licenses: [] },
      { type: "library", "bom-ref": "c", name: "c", licenses: [{ expression: "LicenseRef-Acme", licensing: { licensor: { organization: { name: "Acme" } }, licenseTypes: ["appliance"], expiration: "2027-01-01T00:00:00Z" } }] },
    ] },
    ["<metadata><tools><components><component type='application'><name>scanner</name></component></components></tools></metadata>",
      "<components><component type='library' bom-ref='a'><group>org</group><name>a</name><version>1</version><purl>pkg:npm/a@1</purl><x:name>other</x:name>",
      `<hashes><hash alg="MD5">1</hash><hash alg="SHA-256">${"a".repeat(64)}</hash></hashes><manufacturer><name>Acme</name></manufacturer>`,
      "<licenses><license acknowledgement='declared'><id>MIT</id></license><license><name>House terms</name><text encoding='base64'>SG91c2UgdGVybXM=</text></license><expression acknowledgement='concluded'>(MIT OR Apache-2.0)</expression><x:license><x:id>GPL-2.0-only</x:id></x:license></licenses>",
      "<evidence><licenses><license><id>GPL-3.0-only</id></license></licenses></evidence></component>",
      "<component type='library' bom-ref='b'><name>b</name><licenses/></component>",
      "<component type='library' bom-ref='c'><name>c</name><licenses><expression-detailed expression='LicenseRef-Acme'><licensing><licensor><organization><name>Acme</name></organization></licensor><licenseTypes><licenseType>appliance</licenseType></licenseTypes><expiration>2027-01-01T00:00:00Z</expiration></licensing></expression-detailed></licenses></component></components>"]],
  ["a model with its data, bases, pedigree, parts and dependencies",
    { metadata: { component: { type: "application", "bom-ref": "app", name: "app" }, tools: [{ name: "maker" }] }, components: [
      { type: "machine-learning-model", "bom-ref": "net", name: "net", tags: ["base_model:quantized:acme/base"], swhid: [`swh:1:cnt:${"b".repeat(40)}`], pedigree: { ancestors: [{ type: "machine-learning-model", "bom-ref": "old", name: "old" }] }, components: [{ type: "file", "bom-ref": "part", name: "part" }],
        modelCard: { modelParameters: { datasets: [{ ref: "notes" }, { type: "dataset", name: "pairs", contents: { url: "https://huggingface.co/datasets/acme/pairs" } }] }, properties: [{ name: "base_model", value: "acme/other" }] }, externalReferences: [{ type: "website", url: "https://huggingface.co/acme/elsewhere" }] },
      { type: "data", "bom-ref": "notes", name: "notes" },
    ], dependencies: [{ ref: "app", dependsOn: ["net", "notes"], provides: ["part"] }] },
    ["<metadata><tools><tool><name>maker</name></tool></tools><component type='application' bom-ref='app'><name>app</name></component></metadata>",
      "<components><component type='machine-learning-model' bom-ref='net'><name>net</name><tags><tag>base_model:quantized:acme/base</tag></tags>", `<swhid>swh:1:cnt:${"b".repeat(40)}</swhid>`,
      "<pedigree><ancestors><component type='machine-learning-model' bom-ref='old'><name>old</name></component></ancestors></pedigree><components><component type='file' bom-ref='part'><name>part</name></component></components>",
      "<modelCard><modelParameters><datasets><ref>notes</ref><dataset><type>dataset</type><name>pairs</name><contents><url>https://huggingface.co/datasets/acme/pairs</url></contents></dataset></datasets></modelParameters><properties><property name='base_model'>acme/other</property></properties></modelCard>",
      "<externalReferences><reference type='website'><url>https://huggingface.co/acme/elsewhere</url></reference></externalReferences></component>",
      "<component type='data' bom-ref='notes'><name>notes</name></component></components>",
      "<dependencies><dependency ref='app'><dependency ref='net'/><dependency ref='notes'/><provides ref='part'/></dependency></dependencies>"]],
  ["a pedigree with kin of all sorts, patches and commits, and a component that was modified",
    { components: [
      { type: "library", "bom-ref": "l", name: "l", pedigree: { ancestors: [{ type: "library", "bom-ref": "a", name: "a" }], descendants: [{ type: "library", "bom-ref": "d", name: "d" }], variants: [{ type: "library", "bom-ref": "v", name: "v", licenses: [{ license: { id: "MIT" } }] }, { type: "library", "bom-ref": "w", name: "w" }], commits: [{ uid: "1" }], patches: [{ type: "unofficial", diff: { url: "fix.diff" } }, { type: "monkey" }] } },
      { type: "library", "bom-ref": "o", name: "o", modified: true },
    ] },
    ["<components><component type='library' bom-ref='l'><name>l</name><pedigree><ancestors><component type='library' bom-ref='a'><name>a</name></component></ancestors><descendants><component type='library' bom-ref='d'><name>d</name></component></descendants>",
      "<variants><component type='library' bom-ref='v'><name>v</name><licenses><license><id>MIT</id></license></licenses></component><component type='library' bom-ref='w'><name>w</name></component></variants>",
      "<commits><commit><uid>1</uid></commit></commits><patches><patch type='unofficial'><diff><url>fix.diff</url></diff></patch><patch type='monkey'/></patches></pedigree></component>",
      "<component type='library' bom-ref='o'><name>o</name><modified>true</modified></component></components>"]],
  ["a workflow of somebody else, with tasks",
    { components: [{ type: "machine-learning-model", "bom-ref": "d", name: "d" }], formulation: [{ components: [{ type: "data", "bom-ref": "s", name: "s", licenses: [{ license: { id: "MIT" } }] }], workflows: [{ "bom-ref": "w", tasks: [{ inputs: [{ resource: { ref: "s" } }, { environmentVars: ["A"] }] }, { trigger: { inputs: [{ resource: { ref: "t" } }] }, outputs: [{ resource: { ref: "d" } }] }] }] }] },
    ["<components><component type='machine-learning-model' bom-ref='d'><name>d</name></component></components><formulation><formula><components><component type='data' bom-ref='s'><name>s</name><licenses><license><id>MIT</id></license></licenses></component></components><workflows><workflow bom-ref='w'><tasks>",
      "<task><inputs><input><resource><ref>s</ref></resource></input><input><environmentVars><environmentVar>A</environmentVar></environmentVars></input></inputs></task><task><trigger><inputs><input><resource><ref>t</ref></resource></input></inputs></trigger><outputs><output><resource><ref>d</ref></resource></output></outputs></task></tasks></workflow></workflows></formula></formulation>"]],
  ["a workflow that says what was done",
    { components: [{ type: "data", "bom-ref": "s", name: "s" }, { type: "machine-learning-model", "bom-ref": "d", name: "d" }], formulation: [{ workflows: [{ "bom-ref": "w", timeStart: "2026-03-01T10:00:00Z", inputs: [{ resource: { ref: "s" } }], outputs: [{ resource: { ref: "d" } }], properties: [{ name: "cleartitle:by", value: "train" }] }] }] },
    ["<components><component type='data' bom-ref='s'><name>s</name></component><component type='machine-learning-model' bom-ref='d'><name>d</name></component></components>",
      "<formulation><formula><workflows><workflow bom-ref='w'><inputs><input><resource><ref>s</ref></resource></input></inputs><outputs><output><resource><ref>d</ref></resource></output></outputs><timeStart>2026-03-01T10:00:00Z</timeStart><properties><property name='cleartitle:by'>train</property></properties></workflow></workflows></formula></formulation>"]],
];

describe("a bill of materials in XML", () => {
  it.each(twins)("says what the one in JSON says: %s", async (_, json, xml) => {
    const [inJson, inXml] = [await importOf("b.json", JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.7", serialNumber: "urn:uuid:1", ...json })), await importOf("b.xml", bom(...xml))];
    expect(inXml.problems).toEqual([]);
    expect(inXml.graph.assets.size).toBeGreaterThan(1);
    expect(evidenceOf(inXml)).toEqual(evidenceOf(inJson));
  });

  it("has the lines of its statements, and prefixes of its own", async () => {
    const { graph } = await importOf("b.xml", '<c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.4" serialNumber="urn:uuid:1">\n<c:components><c:component type="library"><c:name>a</c:name>\n<c:licenses><c:license><c:id>MIT</c:id></c:license></c:licenses></c:component></c:components></c:bom>');
    expect(graph.statements.map((each) => [each.value, each.source?.locator])).toEqual([["MIT", "b.xml#L3 licenses"]]);
  });

  it.each([
    ["a version that is not known", bom().replace("1.7", "2.0"), "unsupported"],
    ["a document type", `<!DOCTYPE bom [<!ENTITY a "MIT">]>${bom("<components/>")}`, "unsupported"],
    ["an end in the middle", bom("<components>"), "format-syntax"],
    ["another element first", '<bom xmlns="https://acme.example/bom" xmlns:c="http://cyclonedx.org/schema/bom/1.7"/>', "wrong-type"],
  ])("refuses %s, and records nothing of it", async (_, text, code) => {
    const { graph, problems, skipped } = await importOf("b.xml", text);
    expect([graph.assets.size, skipped.length, problems.map((each) => each.code)]).toEqual([0, 1, [code]]);
  });
});
