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
    ["that is a clue alone", { license_clues: [{ license_expression: "proprietary-license" }] }, null, 1],
    ["of which the detections were left out", { detected_license_expression: "gpl-2.0", license_detections: [] }, "gpl-2.0", 0],
    ["of format 2 of which the matches were left out", { licenses: [], license_expressions: ["mit", "gpl-2.0"] }, "(mit) AND (gpl-2.0)", 0],
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

  it.each<[string, object]>([["empty lists", { files: [], dependencies: null }], ["empty data of packages", { files: [{ path: "a", type: "file", package_data: [], packages: null }] }], ["a file without a path or a license", { files: [{ type: "file" }] }]])("is not what the scanner leaves open: %s", async (_, scan) => {
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

describe("packages that are told of in files", () => {
  const uid = "pkg:npm/x@1?uuid=7";
  const x = { purl: "pkg:npm/x@1", declared_license_expression_spdx: "MIT" };
  const [listed, dependency] = [{ ...x, package_uid: uid }, { purl: "pkg:npm/y@2", scope: "dependencies", is_runtime: true }];
  const link = "?include pkg:npm/y@2 > pkg:npm/x@1";
  const inFile = (data: object, file: object = { for_packages: [uid] }) => ({ files: [{ path: "x/package.json", type: "file", ...file, package_data: [data] }] });

  it.each<[string, object, string[], number]>([
    ["in a package of the list", { packages: [{ ...listed, dependencies: [dependency] }] }, [link], 1],
    ["in the data of a file", { packages: [listed], ...inFile({ ...x, dependencies: [dependency] }) }, [link], 1],
    ["in data without a version", { packages: [listed], ...inFile({ purl: "pkg:npm/x", dependencies: [dependency] }) }, [link], 1],
    ["in data that name no package", { packages: [listed], ...inFile({ purl: null, dependencies: [dependency] }) }, [link], 1],
    ["in both and in the list of dependencies", { packages: [{ ...listed, dependencies: [dependency] }], ...inFile({ ...x, dependencies: [dependency] }), dependencies: [{ ...dependency, for_package_uid: uid }] }, [link], 1],
    ["in a file of an old format", { files: [{ path: "x/package.json", type: "file", packages: [{ ...x, dependencies: [dependency] }] }] }, [link], 1],
    ["at a folder of an old format", { files: [{ path: "x", type: "directory", packages: [{ ...x, dependencies: [dependency] }] }] }, [link], 1],
    ["in data alone", inFile({ ...x, dependencies: [dependency] }, {}), [link], 1],
    ["for another while it runs", { packages: [{ ...listed, dependencies: [{ ...dependency, is_runtime: false }] }], dependencies: [{ ...dependency, for_package_uid: uid }] }, [link], 1],
    ["for the build alone", { packages: [{ ...listed, dependencies: [{ ...dependency, is_runtime: false }] }] }, [], 0],
    ["that is optional", { packages: [{ ...listed, dependencies: [{ ...dependency, is_optional: true }] }] }, [link], 1],
    ["that was resolved, with its own", { packages: [{ ...listed, dependencies: [{ purl: "pkg:npm/y", resolved_package: { purl: "pkg:npm/y@2", dependencies: [{ purl: "pkg:npm/z@3" }] } }] }] }, ["?include pkg:npm/y > pkg:npm/x@1", link, "?include pkg:npm/z@3 > pkg:npm/y@2"], 3],
    ["by the package that it was resolved to alone", { packages: [{ ...listed, dependencies: [{ purl: null, resolved_to_package_uid: "pkg:npm/y@2?uuid=9" }] }] }, [link], 1],
    ["of a file that is in no package", { ...inFile({ purl: null, dependencies: [dependency] }, {}), packages: [listed] }, ["?include pkg:npm/y@2 > scancode:scan.json#scanned"], 1],
    ["of the list, of no package", { packages: [listed], dependencies: [{ ...dependency, for_package_uid: null }] }, ["?include pkg:npm/y@2 > scancode:scan.json#scanned"], 1],
    ["of the list, by its file", { packages: [listed], files: [{ path: "r", type: "file", for_packages: [uid] }], dependencies: [{ ...dependency, for_package_uid: null, datafile_path: "r" }] }, [link], 1],
    ["as the source of a package", { packages: [{ ...listed, source_packages: ["pkg:npm/y@2", "pkg:npm/x@1?arch=source"] }] }, ["?convert pkg:npm/y@2 > pkg:npm/x@1"], 1],
    ["of another package in its file", { packages: [listed], ...inFile({ purl: "pkg:npm/y@2" }) }, [link], 1],
  ])("have what they need linked once: %s", async (_, scan, expected, count) => {
    const found = await read(scan);
    expect([links(found).toSorted(), found.problems, found.read.map((each) => each.links)]).toEqual([expected.toSorted(), [], [count]]);
  });

  it.each<[string, object]>([
    ["a dependency without a package URL", { dependencies: [{ purl: null }] }], ["a dependency that is a text", { dependencies: ["y"] }], ["a dependency that is nothing", { dependencies: [null] }], ["dependencies in an object", { dependencies: { purl: "pkg:npm/y@2" } }],
    ["a source by a name", { source_packages: ["y"] }], ["a source that is nothing", { source_packages: [null] }], ["a package that a dependency was resolved to in a text", { dependencies: [{ purl: "pkg:npm/x@1", resolved_package: "y" }] }],
  ])("stand for what cannot be read: %s", async (_, data) => {
    const expected = [["?include pkg:npm/x@1#code/unreadable > pkg:npm/x@1"], ["wrong-type"]];
    const [inPackage, inData] = [await read({ packages: [{ ...listed, ...data }] }), await read({ packages: [listed], ...inFile({ ...x, ...data }) })];
    expect([inPackage, inData].map((found) => [links(found), found.problems.map((each) => each.code)])).toEqual([expected, expected]);
  });

  it.each<[string, object]>([["data that are a text", { package_data: ["y"] }], ["data that are no list", { package_data: { purl: "pkg:npm/y@2" } }], ["packages that are no list", { packages: "y" }]])("stand for %s", async (_, data) => {
    const found = await read({ packages: [listed], files: [{ path: "a", type: "file", for_packages: [uid], ...data }] });
    expect([links(found), found.problems.map((each) => each.code)]).toEqual([["?include pkg:npm/x@1#code/unreadable > pkg:npm/x@1"], ["wrong-type"]]);
  });

  it.each<[string, object, string[][]]>([
    ["the same again", { packages: [listed], ...inFile(x) }, [["pkg:npm/x@1", "declared", "MIT"]]],
    ["another than the list has", { packages: [listed], ...inFile({ ...x, declared_license_expression_spdx: "GPL-2.0-only" }) }, [["pkg:npm/x@1", "declared", "GPL-2.0-only"], ["pkg:npm/x@1", "declared", "MIT"]]],
    ["of a package that no list has", inFile(x, {}), [["pkg:npm/x@1", "declared", "MIT"]]],
    ["of no package", { packages: [listed], ...inFile({ ...x, purl: null, declared_license_expression_spdx: "GPL-2.0-only" }) }, [["pkg:npm/x@1", "declared", "MIT"], ["scancode:scan.json#x/package.json", "declared", "GPL-2.0-only"]]],
    ["in words of which no expression was made", { packages: [{ ...listed, declared_license_expression_spdx: null, extracted_license_statement: "- Our terms\n- MIT\n" }] }, [["pkg:npm/x@1", "declared", "Our terms\nMIT"]]],
    ["in words of an old format", { packages: [{ purl: "pkg:npm/x@1", license_expression: null, declared_license: { license: "Our terms" } }] }, [["pkg:npm/x@1", "declared", '{"license":"Our terms"}']]],
    ["in detections alone", { packages: [{ purl: "pkg:npm/x@1", license_detections: [{ license_expression: "gpl-2.0" }] }] }, [["pkg:npm/x@1", "declared", "gpl-2.0"]]],
    ["found in it beside what it declares", { packages: [{ ...listed, other_license_expression: "gpl-2.0" }] }, [["pkg:npm/x@1", "declared", "MIT"], ["pkg:npm/x@1", "detected", "gpl-2.0"]]],
    ["of what a dependency was resolved to", { packages: [{ ...listed, dependencies: [{ purl: "pkg:npm/y@2", resolved_package: { license_expression: "gpl-2.0" } }] }] }, [["pkg:npm/x@1", "declared", "MIT"], ["pkg:npm/y@2", "declared", "gpl-2.0"]]],
  ])("have their licenses kept: %s", async (_, scan, expected) => expect(said(await read(scan)).toSorted()).toEqual(expected));
});

describe("what a scan says as a whole", () => {
  const whole = "scancode:scan.json#scanned";
  const file = { path: "a", type: "file", detected_license_expression_spdx: "MIT", license_detections: [{ license_expression: "mit" }] };
  it.each<[string, object, string[]]>([
    ["a detection that no file has", { license_detections: [{ license_expression: "gpl-2.0", license_expression_spdx: "GPL-2.0-only" }] }, ["GPL-2.0-only"]],
    ["a detection that a file has", { license_detections: [{ license_expression: "mit" }] }, []],
    ["one in a summary that no file has", { summary: { declared_license_expression: "mit AND gpl-2.0" } }, ["mit AND gpl-2.0"]],
    ["one beside it", { summary: { declared_license_expression: "mit", other_license_expressions: [{ value: null, count: 1 }, { value: "gpl-2.0", count: 1 }] } }, ["gpl-2.0"]],
    ["one in a summary that a file has", { summary: { declared_license_expression: "mit" } }, []],
    ["a consolidated one", { consolidated_packages: [{ consolidated_license_expression: "gpl-2.0" }] }, ["gpl-2.0"]],
    ["a detection that is none", { license_detections: [{}] }, ["a license that cannot be read"]],
  ])("is of all that was scanned: %s", async (_, scan, expected) => {
    expect(said(await read({ files: [file], ...scan })).filter(([id]) => id === whole).map((each) => each[2])).toEqual(expected);
  });

  const uid = "pkg:npm/x@1?uuid=7";
  const packages = [{ purl: "pkg:npm/x@1", package_uid: uid, declared_license_expression_spdx: "MIT" }];
  const failing = (text: string, rest: object = {}) => ({ packages, files: [{ path: "a", type: "file", for_packages: [uid], scan_errors: [text], ...rest }] });
  it.each<[string, object, string[]]>([
    ["of licenses", failing("ERROR: for scanner: licenses:\nERROR: Processing interrupted: timeout after 120 seconds."), ["include scancode:scan.json#a > pkg:npm/x@1"]],
    ["of nobody knows what", failing("ERROR"), ["include scancode:scan.json#a > pkg:npm/x@1"]],
    ["of packages, where a license was found", failing("ERROR: for scanner: packages:", { license_detections: [{ license_expression: "mit" }] }), ["include pkg:npm/x@1#code/unreadable > pkg:npm/x@1", "include scancode:scan.json#a > pkg:npm/x@1"]],
    ["of other things", failing("ERROR: for scanner: info:\nERROR: timeout"), []],
    ["of a file that is not listed", { packages, headers: [{ errors: ["Path: x/b.c"] }] }, [`include ${whole}#code/unreadable > ${whole}`]],
    ["of a file that tells it", { ...failing("ERROR: for scanner: info:"), headers: [{ errors: ["Path: x/a"] }] }, []],
  ])("holds open what a file is in of which the scan failed: %s", async (_, scan, expected) => {
    const found = await read(scan);
    expect([links(found).toSorted(), found.graph.findings.filter((each) => each.kind === "scan-failed").length]).toEqual([expected, expected.length > 0 ? 1 : 0]);
  });
});
