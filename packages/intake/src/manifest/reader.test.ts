import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (path: string, content: string) => importFrom([memoryFile(path, content)], { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const said = ({ graph }: Read) => graph.statements.filter((each) => each.what !== "licensor").map((each) => [each.what, each.raw, each.value]);
const cff = (...lines: string[]) => ["cff-version: 1.2.0", "message: cite it", "title: Net", "authors:", "  - family-names: Doe", "    given-names: Jane", "    email: jane@acme.example", ...lines, ""].join("\n");

describe("manifests of projects", () => {
  it.each<[string, object, string, unknown[]]>([
    ["an expression", { name: "net", version: "1.0.0", license: "(MIT OR Apache-2.0)" }, "pkg:npm/net@1.0.0", [["license", "(MIT OR Apache-2.0)", "(MIT OR Apache-2.0)"]]],
    ["a package of a scope", { name: "@acme/net", version: "1.0.0", license: "MIT" }, "pkg:npm/@acme/net@1.0.0", [["license", "MIT", "MIT"]]],
    ["a private package", { name: "net", version: "1.0.0", private: true, license: "MIT" }, "manifest:package.json", [["license", "MIT", "MIT"]]],
    ["a package that nobody may use", { name: "net", version: "1.0.0", license: "UNLICENSED" }, "pkg:npm/net@1.0.0", [["license", "UNLICENSED", "NONE"]]],
    ["old objects", { name: "net", version: "1.0.0", licenses: [{ type: "MIT", url: "https://acme.example" }, { type: "GPL-2.0" }] }, "pkg:npm/net@1.0.0", [["license", '["MIT","GPL-2.0"]', "MIT\nGPL-2.0"]]],
    ["an empty place", { name: "net", license: "" }, "manifest:package.json", [["license-unsaid", "", "empty"]]],
    ["nothing on licenses", { name: "../../net", version: "1.0.0", author: "Jane Doe <jane@acme.example>" }, "manifest:package.json", []],
  ])("reads package.json with %s", async (_, content, id, expected) => {
    const result = await read("package.json", JSON.stringify(content, null, 1));
    expect(result.problems).toEqual([]);
    expect([...result.graph.assets.keys()]).toEqual([id]);
    expect(said(result)).toEqual(expected);
    expect(JSON.stringify([[...result.graph.assets.values()], result.graph.statements, result.graph.findings])).not.toMatch(/jane/i);
  });

  it.each<[string, string, string, string, unknown[]]>([
    ["software by its repository", cff("repository-code: https://github.com/acme/net", "doi: 10.5281/zenodo.1", "license: Apache-2.0"), "gh:acme/net", "code", [["license", "Apache-2.0", "Apache-2.0"]]],
    ["data by its DOI", cff("type: dataset", "repository-code: https://github.com/acme/net", "identifiers:", "  - { type: doi, value: 10.5281/zenodo.1 }", "license: [CC-BY-4.0, MIT]"), "doi:10.5281/zenodo.1", "dataset", [["license", '["CC-BY-4.0","MIT"]', "CC-BY-4.0\nMIT"]]],
    ["what has no identifier, with an address for its license", cff("license-url: https://acme.example/license", "references:", "  - { title: Other, doi: 10.5281/zenodo.2, license: MIT }"), "manifest:CITATION.cff", "code", [["license-link", "https://acme.example/license", "https://acme.example/license"]]],
  ])("reads CITATION.cff of %s", async (_, content, id, kind, expected) => {
    const result = await read("CITATION.cff", content);
    expect(result.problems).toEqual([]);
    expect([...result.graph.assets.values()].map((each) => [each.id, each.kind])).toEqual([[id, kind]]);
    expect(said(result)).toEqual(expected);
    expect(JSON.stringify([[...result.graph.assets.values()], result.graph.statements, result.graph.findings])).not.toMatch(/jane/i);
  });

  it.each([["package.json", "{".repeat(200_000)], ["package.json", '{"name": "net", "license": "MI'], ["CITATION.cff", "- a list\n"], ["CITATION.cff", `license: ${"[".repeat(10_000)}`], ["package.json", `{"license": "${"x".repeat(5_000_000)}"}`]])("records nothing of a broken %s", async (path, content) => {
    const { graph, problems, skipped } = await read(path, content);
    expect([graph.assets.size, graph.statements.length, problems.length > 0, skipped.length]).toEqual([0, 0, true, 1]);
  });
});
