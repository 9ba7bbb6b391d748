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
