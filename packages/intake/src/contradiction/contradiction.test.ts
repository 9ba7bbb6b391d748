import { openCatalogue } from "@cleartitle/catalogue";
import { applyChanges, readTitleFile } from "@cleartitle/title";
import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";
import { contradictionsIn, withContradictionsTold } from "./contradiction.js";

const { catalogue } = openCatalogue();
const found = (yaml: string, asOf = "2026-12-01") => {
  const { graph, problems } = readTitleFile(`us: acme\n${yaml}`, { file: "x" });
  expect(problems).toEqual([]);
  return contradictionsIn(graph!, catalogue!, asOf).map((each) => [each.kind, each.asset]);
};
const said = (value: string, more = "") => `  - { about: a, what: license, value: ${value}, rung: declared, source: { system: hub }${more} }\n`;
const model = "assets: [{ id: a, kind: model }]\nstatements:\n";

const world = (license: string, by = "synthesize", maker = "kind: model, license: LicenseRef-Llama-3.1") => `assets: [{ id: m, ${maker} }, { id: d, kind: dataset, license: ${license} }]\nderivations: [{ from: m, to: d, by: ${by} }]\n`;
const pair = (first: string, second: string, more = "") => `assets: [{ id: a, kind: model, digest: "sha256:aa", ${first} }, { id: b, kind: model, digest: "sha256:aa", ${second} }${more} ]\n`;
const concluded = (about: string, value: string) => `  - { about: ${about}, what: license, value: ${value}, rung: concluded, by: counsel }\n`;
const bill = (of: string, id: string) => memoryFile(`${of}.cdx.json`, JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.5", components: [{ type: "library", "bom-ref": "m", name: of, purl: `pkg:generic/${of}@1`, hashes: [{ alg: "SHA-256", content: "a".repeat(64) }], licenses: [{ license: { id } }] }] }));
const importedSays = async (...licenses: string[]) => contradictionsIn((await importFrom(licenses.map((id, n) => bill(`p${n}`, id)), { us: "acme" })).graph, catalogue!, "2026-12-01").map((each) => [each.kind, each.asset]);

describe("what contradicts itself", () => {
  it.each([
    ["two spellings of one license", `${model}${said("mit")}${said("MIT")}`, []],
    ["two licenses", `${model}${said("mit")}${said("cc-by-nc-4.0")}`, [["channels-disagree", "a"]]],
    ["two licenses, of which one is concluded", `${model}${said("mit")}${said("apache-2.0")}  - { about: a, what: license, value: MIT, rung: concluded, by: counsel }\n`, []],
    ["two licenses of other things in it", `${model}${said("mit")}${said("CC0-1.0", ", scope: metadata")}`, []],
    ["a correction", `${model}${said("mit", ", id: old")}${said("apache-2.0", ", supersedes: old")}`, []],
    ["a changed text", `${model}  - { about: a, what: license, value: LicenseRef-x, raw: "MIT differs", rung: detected }\n`, [["license-modified", "a"]]],
    ["a gate against its license", `${model}${said("mit")}  - { about: a, what: gate, value: true, raw: "You agree to use it for research purposes only.", rung: declared }\n`, [["gate-against-license", "a"]]],
    ["a gate that its license says too", `${model}${said("cc-by-nc-4.0")}  - { about: a, what: gate, value: true, raw: "for non-commercial use", rung: declared }\n`, []],
    ["a gate for a name", `${model}${said("mit")}  - { about: a, what: gate, value: true, raw: "Tell us your name.", rung: declared }\n`, []],
    ["old evidence", `${model}${said("mit", ', recordedAt: "2025-01-01"')}`, [["evidence-stale", "a"]]],
    ["old evidence and new", `${model}${said("mit", ', recordedAt: "2025-01-01"')}${said("MIT", ', recordedAt: "2026-11-01"')}`, []],
    ["evidence without a date", `${model}${said("mit")}`, []],
    ["data from nowhere", "assets: [{ id: d, kind: dataset }]\n", [["data-without-origin", "d"]]],
    ["data that a script wrote, from nobody knows what", "assets: [{ id: d, kind: dataset }, { id: s, kind: code, license: MIT }]\nderivations: [{ from: s, to: d, by: generate }]\n", [["data-without-origin", "d"]]],
    ["data of a hub", 'assets: [{ id: "hf:dataset/acme/d", kind: dataset }]\n', []],
    ["data with a license", "assets: [{ id: d, kind: dataset, license: MIT }]\n", []],
    ["data that was made of other data", "assets: [{ id: d, kind: dataset }, { id: e, kind: dataset, license: MIT }]\nderivations: [{ from: e, to: d, by: subset }]\n", []],
  ])("%s", (_, yaml, expected) => expect(found(yaml)).toEqual(expected));

  it("puts a gate against its license into the graph, and nothing else", () => {
    const gated = `${model}${said("mit", ', recordedAt: "2020-01-01"')}  - { about: a, what: gate, value: true, raw: "You agree to use it for research purposes only.", rung: declared }\n`;
    const [open, plain] = [gated, `${model}${said("mit")}`].map((yaml) => readTitleFile(`us: acme\n${yaml}`, { file: "x" }).graph!);
    expect(withContradictionsTold(open!, catalogue!).findings.map((each) => each.kind)).toEqual([...open!.findings.map((each) => each.kind), "gate-against-license"]);
    expect(withContradictionsTold(plain!, catalogue!)).toBe(plain);
  });

  it("tells once, anew after changes, and no longer when what was told of is gone", () => {
    const graph = readTitleFile(`us: acme\n${pair("license: MIT", "license: ISC")}`, { file: "x" }).graph!;
    const told = withContradictionsTold(graph, catalogue!);
    expect([withContradictionsTold(graph, catalogue!), withContradictionsTold(told, catalogue!)].every((each) => each === told)).toBe(true);
    const saying = (id: string, value: string) => ({ change: "add-statement", statement: { ...told.statements.find(({ what }) => what === "license")!, id, about: { kind: "asset", id: "b" }, value, rung: "concluded", supersedes: "b:license" } }) as const;
    const after = [applyChanges(told, [saying("same", "MIT")]), applyChanges(told, [saying("other", "CC0-1.0")])].map((each) => withContradictionsTold(each, catalogue!).findings.map(({ kind, detail }) => `${kind}: ${detail}`));
    expect(after).toEqual([[], ["same-bytes-of-two-licenses: `MIT` is recorded, and of what has the same digest `CC0-1.0` of `b`", "same-bytes-of-two-licenses: `CC0-1.0` is recorded, and of what has the same digest `MIT` of `a`"]]);
  });

  const both = [["same-bytes-of-two-licenses", "a"], ["same-bytes-of-two-licenses", "b"]];

  it.each([
    ["two licenses", pair("license: MIT", "license: GPL-3.0-only"), both],
    ["two spellings of one", pair("license: mit", "license: MIT"), []],
    ["one license, and none recorded", pair("license: MIT", "version: x"), []],
    ["other digests", pair("license: MIT", "license: MIT", ', { id: c, kind: model, digest: "sha256:cc", license: GPL-3.0-only }'), []],
    ["a choice, and one of it", pair('license: "MIT OR GPL-3.0-only"', "license: MIT"), both],
    ["two parts of it", pair("license: MIT", "version: x") + "statements:\n  - { about: b, what: license, value: CC0-1.0, scope: metadata, rung: declared }\n", []],
    ["one concluded of both", pair("license: MIT", "license: GPL-3.0-only") + `statements:\n${concluded("a", "MIT")}${concluded("b", "MIT")}`, []],
    ["one concluded of one of them", pair("license: MIT", "license: GPL-3.0-only") + `statements:\n${concluded("a", "MIT")}`, both],
  ])("tells of equal bytes under unlike licenses: %s", (_, yaml, expected) => {
    expect(found(yaml)).toEqual(expected);
    const graph = readTitleFile(`us: acme\n${yaml}`, { file: "x" }).graph!;
    const told = withContradictionsTold(graph, catalogue!);
    expect(told.findings.map((each) => [each.kind, each.asset])).toEqual(expected);
    expect(told === graph).toBe(expected.length === 0);
  });

  it("tells of equal bytes that two files describe", async () => {
    expect(await importedSays("MIT", "GPL-3.0-only")).toEqual([["same-bytes-of-two-licenses", "pkg:generic/p0@1"], ["same-bytes-of-two-licenses", "pkg:generic/p1@1"]]);
    expect(await importedSays("MIT", "MIT")).toEqual([]);
  });

  it("names the first of many things with one digest, each the others", () => {
    const yaml = pair("license: MIT", "license: ISC", Array.from({ length: 9 }, (_, n) => `, { id: c${n}, kind: model, digest: "sha256:aa", license: ISC }`).join(""));
    const details = contradictionsIn(readTitleFile(`us: acme\n${yaml}`, { file: "x" }).graph!, catalogue!, "2026-12-01").map(({ asset, detail }) => [asset, detail]);
    expect([details.length, ...details.slice(0, 2)]).toEqual([
      11, ["a", "`MIT` is recorded, and of what has the same digest `ISC` of `b`, `ISC` of `c0`, `ISC` of `c1` and 7 more"], ["b", "`ISC` is recorded, and of what has the same digest `MIT` of `a`"],
    ]);
  });

  it("tells of terms that the record of what was generated does not name", () => {
    expect(found(world("MIT"))).toEqual([["terms-not-carried", "d"]]);
    expect(found(world('"MIT AND LicenseRef-Llama-3.1"'))).toEqual([]);
    expect(found(world("MIT", "evaluate"))).toEqual([]);
  });

  it.each([
    ["a service whose terms the catalogue does not have", "kind: model, license: OpenAI-Terms", 1], ["a model of which no terms are recorded", "kind: model", 1], ["a model of which something is recorded that names no license", "kind: model, license: other", 1],
    ["a choice of terms of which one is not known", 'kind: model, license: "MIT OR LicenseRef-x"', 1], ["a model under terms that do not speak of it", "kind: model, license: Apache-2.0", 0], ["a choice of such terms", 'kind: model, license: "MIT OR Apache-2.0"', 0],
    ["a model of one's own", "kind: model, licensor: acme", 0], ["code", "kind: code", 0],
  ])("tells of terms that nobody read: %s", (_, maker, expected) => {
    expect(found(world("CC-BY-4.0", "synthesize", maker))).toEqual(Array.from({ length: expected }, () => ["terms-not-carried", "d"]));
  });

  it("tells of none where what was generated names the same, or nothing", () => {
    expect(found(world('"MIT AND LicenseRef-x"', "synthesize", "kind: model, license: LicenseRef-x"))).toEqual([]);
    expect(found(world("MIT", "synthesize", "kind: model").replace(", license: MIT", ""))).toEqual([]);
  });
});
