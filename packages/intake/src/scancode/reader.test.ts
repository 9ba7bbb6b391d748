import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (scan: object) => importFrom([memoryFile("scan.json", JSON.stringify({ headers: [{ tool_name: "scancode-toolkit", tool_version: "32.5" }], ...scan }))], { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const said = ({ graph }: Read) => graph.statements.filter((each) => each.what === "license").map((each) => [each.about.id, each.rung, each.value]);
const links = ({ graph }: Read) => [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from} > ${each.to}`));
const match = (score: number) => ({ score, start_line: 3, end_line: 9 });

describe("a scan", () => {
  it("keeps what a package declares apart from what is in its files", async () => {
    const found = await read({
      packages: [{ purl: "pkg:npm/x@1", package_uid: "pkg:npm/x@1?uuid=7", declared_license_expression_spdx: "MIT" }],
      files: [{ path: "x/a.js", type: "file", for_packages: ["pkg:npm/x@1?uuid=7"], detected_license_expression_spdx: "GPL-2.0-only", license_detections: [{ license_expression: "gpl-2.0", matches: [match(100)] }] }, { path: "x/b.js", type: "file", for_packages: ["pkg:npm/x@1?uuid=7"] }],
      dependencies: [{ purl: "pkg:npm/y@2", for_package_uid: "pkg:npm/x@1?uuid=7", is_runtime: true }, { purl: "pkg:npm/z@2", for_package_uid: "pkg:npm/x@1?uuid=7", is_runtime: false }],
    });
    expect(found.problems).toEqual([]);
    expect(said(found)).toEqual([["pkg:npm/x@1", "declared", "MIT"], ["scancode:scan.json#x/a.js", "detected", "GPL-2.0-only"]]);
    expect(links(found)).toEqual(["?include pkg:npm/y@2 > pkg:npm/x@1", "include scancode:scan.json#x/a.js > pkg:npm/x@1"]);
    expect(found.graph.statements.find((each) => each.rung === "detected")).toMatchObject({ by: "scancode-toolkit 32.5", source: { locator: "scan.json#L1 files/x/a.js:3-9" } });
  });

  it.each([
    ["of format 4, several that all hold", { license_detections: [{ license_expression_spdx: "MIT", matches: [match(99)] }, { license_expression_spdx: "ISC", matches: [match(80)] }] }, "(MIT) AND (ISC)", 0],
    ["of format 4, one matched too little", { detected_license_expression_spdx: "MIT AND ISC", license_detections: [{ license_expression_spdx: "MIT", matches: [match(99)] }, { license_expression_spdx: "ISC", matches: [match(20)] }] }, "MIT", 1],
    ["of format 2", { licenses: [{ key: "mit", spdx_license_key: "MIT", score: 100, start_line: 1, end_line: 2 }] }, "MIT", 0],
    ["of format 2, by a rule", { licenses: [{ key: "mit", score: 100, matched_rule: { license_expression: "mit OR gpl-2.0" } }, { key: "gpl-2.0", score: 100, matched_rule: { license_expression: "mit OR gpl-2.0" } }] }, "mit OR gpl-2.0", 0],
    ["that is a clue alone", { license_clues: [{ license_expression: "proprietary-license" }] }, null, 0],
  ])("reads a file %s", async (_, file, expected, weak) => {
    const found = await read({ files: [{ path: "a", type: "file", ...file }] });
    expect(said(found).map(([, , value]) => value)).toEqual(expected === null ? [] : [expected]);
    expect(found.graph.findings.filter((each) => each.kind === "weak-detection").length).toBe(weak);
  });
});

describe("what a scan names in a way that cannot be read", () => {
  const uid = "pkg:npm/x@1?uuid=7";
  const packages = [{ purl: "pkg:npm/x@1", package_uid: uid, declared_license_expression_spdx: "MIT" }];
  const detected = { type: "file", license_detections: [{ license_expression_spdx: "GPL-2.0-only", matches: [match(100)] }] };
  const [inPackage, inScan] = ["?include pkg:npm/x@1#code/unreadable > pkg:npm/x@1", "?include scancode:scan.json#scanned#code/unreadable > scancode:scan.json#scanned"];
  it.each<[string, object, string[]]>([
    ["a dependency without a package URL", { dependencies: [{ purl: null, for_package_uid: uid }] }, [inPackage]], ["a dependency by a name", { dependencies: [{ purl: "left-pad", for_package_uid: uid }] }, [inPackage]],
    ["dependencies in an object", { dependencies: { purl: "pkg:npm/y@2" } }, [inScan]], ["files in an object", { files: { path: "a" } }, [inScan]], ["a file that is a text", { files: ["a.c"] }, [inScan]],
    ["a file with a license and no path", { files: [{ ...detected, for_packages: [uid] }] }, [inPackage]],
    ["a dependency of a package that is not there", { dependencies: [{ for_package_uid: "pkg:npm/z@1?uuid=8" }] }, ["?include pkg:npm/z@1#code/unreadable > pkg:npm/z@1"]],
  ])("stands for it: %s", async (_, scan, expected) => {
    const found = await read({ packages, ...scan });
    expect([links(found), found.problems.map((each) => [each.code, each.file, each.line, (each.column ?? 0) > 1])]).toEqual([expected, [["wrong-type", "scan.json", 1, true]]]);
  });

  it.each<[string, object]>([
    ["a package that is none", { packages: [...packages, "y"] }], ["a dependency that is none", { dependencies: ["pkg:npm/y@2"] }], ["what a dependency is of", { dependencies: [{ purl: "pkg:npm/y@2", for_package_uid: { a: 1 } }] }],
  ])("is a problem alone where nothing came of it that is known: %s", async (_, scan) => {
    const found = await read({ packages, ...scan });
    expect([links(found), found.problems.map((each) => each.code)]).toEqual([[], ["missing-key"]]);
  });

  it.each<[string, object]>([["a dependency of no package", { dependencies: [{ purl: "pkg:npm/y@2", for_package_uid: null }] }], ["empty lists", { files: [], dependencies: null }], ["a file without a path or a license", { files: [{ type: "file" }] }]])("is not what the scanner leaves open: %s", async (_, scan) => {
    const found = await read({ packages, ...scan });
    expect([links(found), found.problems]).toEqual([[], []]);
  });

  it.each<[string, object, string]>([
    ["a detection without an expression", { files: [{ path: "a", type: "file", license_detections: [{ license_expression_spdx: "MIT" }, {}] }] }, "(MIT)\na license that cannot be read"],
    ["a detection in an object", { files: [{ path: "a", type: "file", license_detections: { license_expression: "mit" } }] }, "a license that cannot be read"],
    ["a license of an old format without a key", { files: [{ path: "a", type: "file", licenses: [{ score: 100 }] }] }, "a license that cannot be read"],
    ["a declared expression in an object", { packages: [{ purl: "pkg:npm/x@1", declared_license_expression_spdx: { id: "MIT" } }] }, '{"id":"MIT"}'],
    ["a declared expression that is none in SPDX", { packages: [{ purl: "pkg:npm/x@1", declared_license_expression_spdx: null, declared_license_expression: "proprietary-license" }] }, "proprietary-license"],
  ])("is a license all the same: %s", async (_, scan, value) => {
    expect(said(await read(scan)).map((each) => each[2])).toEqual([value]);
  });
});
