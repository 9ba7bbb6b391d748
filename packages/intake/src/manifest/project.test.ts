import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (path: string, content: string) => importFrom([memoryFile(path, content)], { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const said = ({ graph }: Read) => graph.statements.map((each) => [each.what, each.value, each.source?.locator?.split("#")[1]]);
const project = (...lines: string[]) => ["[build-system]", 'requires = ["hatchling"]', "[project]", 'name = "My.Net_x"', 'version = "1.0"', 'authors = [{ name = "Jane Doe", email = "jane@acme.example" }]', ...lines, ""].join("\n");
const net = "pkg:pypi/my-net-x@1.0";

describe("manifests of Python and Rust projects", () => {
  it.each<[string, string, string, string, unknown[]]>([
    ["an expression", "pyproject.toml", project('license = "MIT OR Apache-2.0"', 'license-files = ["LICENSE"]'), net, [["license", "MIT OR Apache-2.0", "L7 license"]]],
    ["a table with a name", "pyproject.toml", project('license = { text = "BSD-3-Clause" }'), net, [["license", "BSD-3-Clause", "L7 license"]]],
    ["a table with a file", "sub/pyproject.toml", project('license = { file = "LICENSE" }'), net, [["license-link", "LICENSE", "L7 license"]]],
    ["classifiers that say otherwise", "pyproject.toml", project('license = "MIT"', 'classifiers = ["Topic :: AI", "License :: OSI Approved", "License :: OSI Approved :: Apache Software License"]'), net, [["license", "Apache Software License", "L8 classifiers"], ["license", "MIT", "L7 license"]]],
    ["no license", "pyproject.toml", project(), net, []],
    ["an empty license", "pyproject.toml", project('license = ""'), net, [["license-unsaid", "empty", "L7 license"]]],
    ["a private project", "pyproject.toml", project('license = "MIT"', 'classifiers = ["Private :: Do Not Upload"]'), "manifest:pyproject.toml", [["license", "MIT", "L7 license"]]],
    ["a version that is computed", "pyproject.toml", '[project]\nname = "net"\ndynamic = ["version"]\nlicense = "MIT"\n', "manifest:pyproject.toml", [["license", "MIT", "L4 license"]]],
    ["Poetry's table", "pyproject.toml", '[tool.poetry]\nname = "net"\nversion = "2.0"\nlicense = "MIT"\nauthors = ["Jane Doe <jane@acme.example>"]\n', "pkg:pypi/net@2.0", [["license", "MIT", "L4 license"]]],
    ["settings", "setup.cfg", "[metadata]\nname = My_Net\nversion = 1.0\nauthor = Jane Doe\nlicense = MIT\nclassifiers =\n    Topic :: AI\n    License :: OSI Approved :: MIT License\n[options]\nlicense = GPL\n", "pkg:pypi/my-net@1.0", [["license", "MIT", "L5 license"], ["license", "MIT License", "L8 classifiers"]]],
    ["settings with a license of several lines", "setup.cfg", "[metadata]\nname = net\nversion = 1.0\nlicense = MIT\n    for what is not sold\n", "pkg:pypi/net@1.0", [["license", "MIT for what is not sold", "L4 license"]]],
    ["settings with a license in the lines below its key", "setup.cfg", "[metadata]\nname = net\nversion = 1.0\nlicense =\n    MIT\n", "pkg:pypi/net@1.0", [["license", "MIT", "L5 license"]]],
    ["settings with a line of blanks", "setup.cfg", `[metadata]\nname = net\nversion = 1.0\nlicense = MIT\nurl =${" ".repeat(400_000)}x\ry\n`, "pkg:pypi/net@1.0", [["license", "MIT", "L4 license"]]],
    ["a line of blanks in a bracket", "pyproject.toml", `[ project ]\nname = "net"\nversion = "1.0"\nlicense = "MIT"\ndescription = """\n[${" ".repeat(100_000)}\n"""\n`, "pkg:pypi/net@1.0", [["license", "MIT", "L4 license"]]],
    ["settings with a version that is computed", "setup.cfg", "[metadata]\nname = net\nversion = attr: net.version\nlicense = MIT\n", "manifest:setup.cfg", [["license", "MIT", "L4 license"]]],
    ["a crate with the old way of a choice", "Cargo.toml", '[package]\nname = "net"\nversion = "0.1.0"\nlicense = "MIT/Apache-2.0"\n[dependencies]\nserde = "1"\n', "pkg:cargo/net@0.1.0", [["license", "MIT OR Apache-2.0", "L4 license"]]],
    ["a crate with a file", "Cargo.toml", '[package]\nname = "net"\nversion = "0.1.0"\nlicense-file = "LICENSE"\n', "pkg:cargo/net@0.1.0", [["license-link", "LICENSE", "L4 license-file"]]],
    ["a crate of a workspace", "Cargo.toml", '[package]\nname = "net"\nversion.workspace = true\nlicense.workspace = true\npublish = false\n', "manifest:Cargo.toml", []],
  ])("are read: %s", async (_, path, content, id, expected) => {
    const found = await read(path, content);
    expect(found.problems).toEqual([]);
    expect([...found.graph.assets.keys()].map((each) => each.replace("manifest:sub/", "manifest:"))).toEqual([id]);
    expect(said(found)).toEqual(expect.arrayContaining(expected));
    expect(said(found).length).toBe(expected.length);
    expect(JSON.stringify([[...found.graph.assets.values()], found.graph.statements, found.graph.findings])).not.toMatch(/jane/i);
  });

  it("names the license of a text that stands in the manifest by a mark of it", async () => {
    const found = await read("pyproject.toml", project(`license = { text = """${"You may use this in any way that you like.\n".repeat(5)}""" }`));
    expect(found.graph.statements.map((each) => [each.what, each.rung, /^LicenseRef-project-[0-9a-f]{8}$/.test(String(each.value))])).toEqual([["license", "detected", true]]);
  });

  it("leaves tables of tools alone", async () => {
    expect((await read("pyproject.toml", "[tool.black]\nline-length = 100\n")).skipped).toEqual([{ file: "pyproject.toml", why: "of no format that is read" }]);
  });

  it.each([
    ["pyproject.toml", "[project]\nlicense = \"MI"], ["pyproject.toml", `[project]\nlicense = ${"[".repeat(20_000)}`], ["Cargo.toml", "[package]\nname = \"a\"\nname = \"b\"\n"], ["Cargo.toml", `[package]\na${".a".repeat(50_000)} = 1\n`], ["setup.cfg", `[metadata]\nlicense = ${"x".repeat(5_000_000)}`],
  ])("record nothing of a broken %s", async (path, content) => {
    const { graph, problems, skipped } = await read(path, content);
    expect([graph.assets.size, graph.statements.length, problems.length > 0, skipped.length]).toEqual([0, 0, true, 1]);
  });
});

describe("a license in a form that cannot be read", () => {
  it.each<[string, string, string[], number]>([
    ["package.json", JSON.stringify({ name: "a", version: "1.0.0", license: { text: "MIT" } }), ['{"text":"MIT"}'], 1], ["package.json", JSON.stringify({ name: "a", version: "1.0.0", licenses: ["MIT", {}] }), ["MIT\n{}"], 1], ["package.json", JSON.stringify({ name: "a", version: "1.0.0", license: [["MIT"]] }), ['["MIT"]'], 1],
    ["pyproject.toml", project('license = ["MIT"]'), ['["MIT"]'], 1], ["pyproject.toml", project('license = { name = "MIT" }'), ['{"name":"MIT"}'], 1], ["pyproject.toml", project('license = { text = ["MIT"] }'), ['{"text":["MIT"]}'], 1], ["pyproject.toml", project('classifiers = "License :: OSI Approved :: MIT License"'), ["MIT License"], 0],
    ["Cargo.toml", '[package]\nname = "a"\nversion = "1.0.0"\nlicense = ["MIT"]\n', ['["MIT"]'], 1], ["Cargo.toml", '[package]\nname = "a"\nversion = "1.0.0"\nlicense = { text = "MIT" }\n', ['{"text":"MIT"}'], 1],
    ["CITATION.cff", "cff-version: 1.2.0\ntitle: Net\nlicense: { name: MIT }\n", ['{"name":"MIT"}'], 1], ["CITATION.cff", "cff-version: 1.2.0\ntitle: Net\nlicense: [MIT, [ISC]]\n", ['MIT\n["ISC"]'], 1],
  ])("stands in %s: %s", async (path, content, expected, told) => {
    const found = await read(path, content);
    expect([said(found).filter(([what]) => String(what).startsWith("license")).map((each) => each[1]), found.problems.map((each) => [each.code, each.file, (each.line ?? 0) > 0])]).toEqual([expected, Array.from({ length: told }, () => ["wrong-type", path, true])]);
  });
});
