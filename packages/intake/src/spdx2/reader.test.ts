import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const importOf = (path: string, text: string) => importFrom([memoryFile(path, text)], { us: "acme", recordedAt: "2026-11-21" });
const read = (document: object) => importOf("a.spdx.json", JSON.stringify({ spdxVersion: "SPDX-2.3", documentNamespace: "urn:doc", packages: [{ SPDXID: "a" }, { SPDXID: "b" }], ...document }));
const links = ({ graph }: Awaited<ReturnType<typeof read>>) => [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from.replaceAll("urn:doc#", "")} > ${each.to?.replace("urn:doc#", "")}`)).toSorted();
const related = (spdxElementId: unknown, relationshipType: unknown, relatedSpdxElement: unknown) => ({ spdxElementId, relationshipType, relatedSpdxElement });
const [openA, openB] = ["a#code/unreadable > a", "b#code/unreadable > b"];

describe("a relationship that names a source which cannot be read", () => {
  it.each([
    ["no source", { spdxElementId: "a", relationshipType: "CONTAINS" }, [`include ${openA}`]],
    ["a source that is nothing", related("a", "CONTAINS", null), [`include ${openA}`]],
    ["a source that is blank", related("a", "GENERATED_FROM", " "), [`?convert ${openA}`]],
    ["a source that is an object", related("a", "COPY_OF", { SPDXID: "b" }), [`copy ${openA}`]],
    ["a source that is a list", related("a", "DEPENDS_ON", ["b"]), [`?include ${openA}`]],
    ["a source that is missing on the left", { relationshipType: "CONTAINED_BY", relatedSpdxElement: "b" }, [`include ${openB}`]],
    ["no result", { relationshipType: "CONTAINS", relatedSpdxElement: "b" }, []],
    ["no result on the right", related("a", "ANCESTOR_OF", ""), []],
    ["no other variant", related("a", "VARIANT_OF", null), [`?convert ${openA}`]],
    ["a variant that is missing on the left", { relationshipType: "OTHER", relatedSpdxElement: "b" }, [`?include ${openB}`]],
    ["no type", { spdxElementId: "a", relatedSpdxElement: "b" }, [`?include ${openA}`, `?include ${openB}`]],
    ["a type that is an object", related("a", {}, "b"), [`?include ${openA}`, `?include ${openB}`]],
    ["a type that is none of the format", related("a", "HOLDS", "b"), [`?include ${openA}`, `?include ${openB}`]],
    ["a type that is a word of the language", related("a", "toString", "b"), [`?include ${openA}`, `?include ${openB}`]],
    ["no type, and one end in another document", { spdxElementId: "a", relatedSpdxElement: "DocumentRef-x:b" }, [`?include ${openA}`]],
    ["neither type nor source", { spdxElementId: "a" }, [`?include ${openA}`]],
    ["no type, of the document itself", { spdxElementId: "SPDXRef-DOCUMENT", relatedSpdxElement: "b" }, []],
    ["no source of what is about another thing", { spdxElementId: "a", relationshipType: "DOCUMENTATION_OF" }, []],
    ["no object", "a CONTAINS b", []],
  ])("is told, and held open: %s", async (_, relationship, expected) => {
    const found = await read({ relationships: [relationship] });
    expect(links(found)).toEqual(expected);
    expect(found.problems).toMatchObject([{ file: "a.spdx.json", line: 1, column: expect.any(Number) }]);
  });

  it.each([
    ["NONE", related("a", "CONTAINS", "NONE")], ["NOASSERTION", related("a", "GENERATED_FROM", "NOASSERTION")], ["a variant of nothing", related("a", "VARIANT_OF", "NONE")], ["a type in small letters", related("a", "documentation_of", "b")],
  ])("says nothing where the format leaves it open: %s", async (_, relationship) => {
    const found = await read({ relationships: [relationship] });
    expect([links(found), found.problems]).toEqual([[], []]);
  });

  it("holds a source open beside those that can be read, also in a file under a license of its package", async () => {
    const found = await read({ files: [{ SPDXID: "f" }], relationships: [related("a", "CONTAINS", "b"), related("a", "CONTAINS", "f"), related("a", "CONTAINS", null)] });
    expect([links(found), found.problems.length]).toEqual([[`include ${openA}`, "include b > a"], 1]);
  });

  it("is read as one where it stands alone", async () => {
    expect(links(await read({ packages: { SPDXID: "a" }, relationships: related("a", "CONTAINS", "b") }))).toEqual(["include code/b > a"]);
  });

  it.each([
    ["without an end", "Relationship: a CONTAINS", [`include ${openA}`]], ["without a type", "Relationship: a", [`?include ${openA}`]],
  ])("in tags, %s", async (_, line, expected) => {
    const found = await importOf("a.spdx", `SPDXVersion: SPDX-2.3\nDocumentNamespace: urn:doc\nPackageName: a\nSPDXID: a\n${line}\n`);
    expect(links(found)).toEqual(expected);
    expect(found.problems).toMatchObject([{ code: "missing-key", line: 5 }]);
  });
});

it.each([
  ["PACKAGE_OF", "include a > b"], ["PATCH_APPLIED", "include a > b"], ["FILE_ADDED", "include a > b"], ["PROVIDED_DEPENDENCY_OF", "?include a > b"], ["OPTIONAL_DEPENDENCY_OF", "?include a > b"], ["OPTIONAL_COMPONENT_OF", "?include a > b"],
  ["PREREQUISITE_FOR", "?include a > b"], ["HAS_PREREQUISITE", "?include b > a"], ["RUNTIME_DEPENDENCY_OF", "?include a > b"], ["CONTAINS", "include b > a"], ["ANCESTOR_OF", "?convert a > b"],
  ["BUILD_DEPENDENCY_OF", "?include a > b"], ["PATCH_FOR", "?include a > b"], ["DISTRIBUTION_ARTIFACT", "?include b > a"], ["FILE_MODIFIED", "?convert b > a"], ["VARIANT_OF", "?convert a > b", "?convert b > a"], ["OTHER", "?include a > b", "?include b > a"],
  ...["BUILD_TOOL_OF", "DEPENDENCY_MANIFEST_OF", "DEV_DEPENDENCY_OF", "DEV_TOOL_OF", "DOCUMENTATION_OF", "EXAMPLE_OF", "FILE_DELETED", "METAFILE_OF", "REQUIREMENT_DESCRIPTION_FOR", "SPECIFICATION_FOR", "TEST_CASE_OF", "TEST_DEPENDENCY_OF", "TEST_OF", "TEST_TOOL_OF"].map((type): [string] => [type]),
])("of `a %s b` it is read: %s", async (type, ...expected) => {
  const found = await read({ relationships: [related("a", type, "b")] });
  expect([links(found).map((each) => each.replaceAll("code/", "")), found.problems]).toEqual([expected, []]);
});

it("of packages that one file without a license is evidence for, none went into another", async () => {
  const found = await read({ files: [{ SPDXID: "f" }], relationships: [related("a", "OTHER", "f"), related("b", "OTHER", "f")] });
  expect(links(found)).toEqual(["?include a > f", "?include b > f"]);
  expect(links(await read({ packages: [{ SPDXID: "a" }, { SPDXID: "b", hasFiles: ["f"] }], files: [{ SPDXID: "f" }], relationships: [related("a", "OTHER", "f")] }))).toEqual(["?include a > b", "?include a > f"]);
});

const section = (...lines: string[]): string => `${lines.join("\n")}\n`;

describe("files and snippets", () => {
  const gpl = { licenseConcluded: "GPL-3.0-only" };
  it.each<[string, object, string[]]>([
    ["files that a package lists", { packages: [{ SPDXID: "a", hasFiles: ["f"] }], files: [{ SPDXID: "f", ...gpl }] }, ["include f > a"]],
    ["a file without a license of its own is under its package's", { packages: [{ SPDXID: "a", hasFiles: ["f"] }], files: [{ SPDXID: "f", licenseConcluded: "NOASSERTION" }] }, []],
    ["a relationship says the same", { packages: [{ SPDXID: "a", hasFiles: ["f"] }], files: [{ SPDXID: "f", ...gpl }], relationships: [related("a", "CONTAINS", "f")] }, ["include f > a"]],
    ["a relationship says less", { packages: [{ SPDXID: "a", hasFiles: ["f"] }], files: [{ SPDXID: "f", ...gpl }], relationships: [related("a", "DEPENDS_ON", "f")] }, ["include f > a"]],
    ["a snippet of a file with a license", { packages: [{ SPDXID: "a", hasFiles: ["f"] }], files: [{ SPDXID: "f", licenseConcluded: "MIT" }], snippets: [{ SPDXID: "s", snippetFromFile: "f", ...gpl }] }, ["include f > a", "include s > f"]],
    ["a snippet of a file that is under its package's license went into the package", { packages: [{ SPDXID: "a", hasFiles: ["f"] }], files: [{ SPDXID: "f" }], snippets: [{ SPDXID: "s", snippetFromFile: "f", licenseInfoInSnippets: ["GPL-3.0-only"] }] }, ["include s > a", "include s > f"]],
    ["a snippet without a license of its own", { packages: [{ SPDXID: "a", hasFiles: ["f"] }], files: [{ SPDXID: "f" }], snippets: [{ SPDXID: "s", snippetFromFile: "f", licenseConcluded: "NOASSERTION" }] }, []],
    ["a snippet of a file that nothing holds", { files: [{ SPDXID: "f" }], snippets: [{ SPDXID: "s", snippetFromFile: "f", ...gpl }] }, ["include s > f"]],
    ["a file that came of another went into the package with it", { packages: [{ SPDXID: "a", hasFiles: ["f"] }], files: [{ SPDXID: "f" }, { SPDXID: "g", ...gpl }], relationships: [related("f", "GENERATED_FROM", "g")] }, ["?convert g > a", "?convert g > f"]],
    ["a file of a package that came of the package", { packages: [{ SPDXID: "a", hasFiles: ["f"] }], files: [{ SPDXID: "f" }], relationships: [related("f", "GENERATED_FROM", "a")] }, ["?convert a > f"]],
    ["files that hold each other", { files: [{ SPDXID: "f" }, { SPDXID: "g" }, { SPDXID: "h", ...gpl }], relationships: [related("f", "CONTAINS", "g"), related("g", "CONTAINS", "f"), related("f", "CONTAINS", "h")] }, ["include h > f"]],
    ["a file that a file with a license depends on", { packages: [{ SPDXID: "a", hasFiles: ["f"] }], files: [{ SPDXID: "f", fileDependencies: ["g"] }, { SPDXID: "g", ...gpl }] }, ["?include g > a", "?include g > f"]],
    ["a file without a license that a file depends on", { files: [{ SPDXID: "f", fileDependencies: ["g"] }, { SPDXID: "g" }] }, []],
    ["a list in other documents", { packages: [{ SPDXID: "a", hasFiles: ["DocumentRef-x:f"] }], externalDocumentRefs: [{ externalDocumentId: "DocumentRef-x", spdxDocument: "https://example.org/x" }] }, ["include https://example.org/x#f > a"]],
  ])("are read: %s", async (_, document, expected) => {
    const found = await read(document);
    expect([links(found), found.problems]).toEqual([expected, []]);
  });

  it.each<[string, object, string[]]>([
    ["a file that is no text", { packages: [{ SPDXID: "a", hasFiles: [{ SPDXID: "f" }] }] }, [`include ${openA}`]],
    ["a file to depend on that is no text", { packages: [{ SPDXID: "a", hasFiles: ["f"] }], files: [{ SPDXID: "f", fileDependencies: [{}] }] }, [`?include ${openA}`, "?include f#code/unreadable > f"]],
    ["files that are no list", { packages: [{ SPDXID: "a", hasFiles: { f: 1 } }] }, [`include ${openA}`]],
    ["a snippet of no file", { snippets: [{ SPDXID: "s", ...gpl }] }, []], ["a snippet without an id", { snippets: [{ snippetFromFile: "f", ...gpl }] }, []],
  ])("are told where they cannot be read: %s", async (_, document, expected) => {
    const found = await read(document);
    expect(links(found)).toEqual(expected);
    expect(found.problems).toMatchObject([{ file: "a.spdx.json", line: 1, column: expect.any(Number) }]);
  });

  it("in tags depend on files by their names", async () => {
    const found = await importOf("a.spdx", section("SPDXVersion: SPDX-2.3", "DocumentNamespace: urn:doc") + section("FileName: ./f.c", "SPDXID: f", "FileDependency: ./g.h", "FileDependency: ./far.h") + section("FileName: ./g.h", "SPDXID: g", "LicenseConcluded: GPL-3.0-only"));
    expect([links(found), found.problems]).toEqual([["?include code/./far.h > f", "?include g > f"], []]);
  });

  it("in tags belong to the package that they follow, and to their file", async () => {
    const found = await importOf("a.spdx", section("SPDXVersion: SPDX-2.3", "DocumentNamespace: urn:doc") + section("FileName: first", "SPDXID: e", "LicenseConcluded: MIT") + section("PackageName: a", "SPDXID: a") + section("FileName: f", "SPDXID: f", "LicenseConcluded: MIT")
      + section("SnippetSPDXID: s", "SnippetFromFileSPDXID: f", "SnippetLicenseConcluded: GPL-3.0-only") + section("PackageName: b", "SPDXID: b") + section("FileName: g", "SPDXID: g", "LicenseInfoInFile: MIT"));
    expect([links(found), found.problems]).toEqual([["include f > a", "include g > b", "include s > f"], []]);
    expect(found.graph.statements.map(({ about, value }) => [about.id.replace("urn:doc#", ""), value])).toContainEqual(["s", "GPL-3.0-only"]);
  });
});

describe("a license that cannot be read", () => {
  it.each([
    ["an object", { licenseDeclared: { id: "MIT" } }, [["license", '{"id":"MIT"}', '{"id":"MIT"}']]],
    ["an object in a list", { licenseInfoFromFiles: ["MIT", { id: "GPL-2.0-only" }] }, [["license", 'MIT\n{"id":"GPL-2.0-only"}', '["MIT",{"id":"GPL-2.0-only"}]']]],
    ["a list in a list", { licenseConcluded: [["MIT"]] }, [["license", '["MIT"]', '[["MIT"]]']]],
  ])("is kept as one that nobody knows: %s", async (_, fields, expected) => {
    const found = await read({ packages: [{ SPDXID: "a", ...fields }] });
    expect(found.graph.statements.map((each) => [each.what, each.value, each.raw])).toEqual(expected);
    expect(found.problems).toMatchObject([{ code: "wrong-type", line: 1, column: expect.any(Number) }]);
  });

  it("hides none that stands under the same key", async () => {
    const found = await importOf("a.spdx.json", '{"spdxVersion": "SPDX-2.3", "packages": [{"SPDXID": "a",\n"licenseDeclared": "GPL-2.0-only",\n"licenseDeclared": "MIT"}]}');
    expect(found.graph.statements.map((each) => each.value).toSorted()).toEqual(["GPL-2.0-only", "MIT"]);
  });
});
