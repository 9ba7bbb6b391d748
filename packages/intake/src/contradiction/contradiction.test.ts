import { openCatalogue } from "@cleartitle/catalogue";
import { readTitleFile } from "@cleartitle/title";
import { describe, expect, it } from "vitest";
import { contradictionsIn, withGatesTold } from "./contradiction.js";

const { catalogue } = openCatalogue();
const found = (yaml: string, asOf = "2026-12-01") => {
  const { graph, problems } = readTitleFile(`us: acme\n${yaml}`, { file: "x" });
  expect(problems).toEqual([]);
  return contradictionsIn(graph!, catalogue!, asOf).map((each) => [each.kind, each.asset]);
};
const said = (value: string, more = "") => `  - { about: a, what: license, value: ${value}, rung: declared, source: { system: hub }${more} }\n`;
const model = "assets: [{ id: a, kind: model }]\nstatements:\n";

const world = (license: string, by = "synthesize", maker = "kind: model, license: LicenseRef-Llama-3.1") => `assets: [{ id: m, ${maker} }, { id: d, kind: dataset, license: ${license} }]\nderivations: [{ from: m, to: d, by: ${by} }]\n`;

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
    expect(withGatesTold(open!, catalogue!).findings.map((each) => each.kind)).toEqual([...open!.findings.map((each) => each.kind), "gate-against-license"]);
    expect(withGatesTold(plain!, catalogue!)).toBe(plain);
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
