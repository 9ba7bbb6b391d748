import { expect, test } from "vitest";
import { fileFindings } from "./finding.js";

const finding = (kind: string, asset: string | null, detail = "x") => ({ kind, asset, detail, settle: "look" });
const row = (asset: string, decision: "blocked" | "unresolved", reasons: [string, "blocked" | "unresolved"][] = []) => ({ asset, decision, reasons: reasons.map(([of, status]) => ({ asset: of, decision: status })) as never });

test("a finding weighs what the worst answer does in which its asset has a part", () => {
  const rows = [row("product", "blocked", [["data", "unresolved"], ["base", "blocked"]])];
  const found = fileFindings("f", rows, [[finding("a", "data"), finding("b", "base"), finding("c", "elsewhere"), finding("d", null), finding("e", "product")]], null);
  expect(found.map((each) => [each.kind, each.bearsOn])).toEqual([["b", "blocked"], ["e", "blocked"], ["a", "unresolved"], ["c", null], ["d", null]]);
});

test("a finding keeps its fingerprint when a line moves, and is known to a baseline by it", () => {
  const [before] = fileFindings("f", [], [[finding("a", "data", "`mit` by hub (README.md#L3)")]], null);
  const after = fileFindings("g", [], [[finding("a", "data", "`mit` by hub (README.md#L9)"), finding("a", "data", "`isc` by hub")]], new Set([before!.fingerprint]));
  expect([before!.known, ...after.map((each) => [each.detail.slice(0, 5), each.known])]).toEqual([null, ["`isc`", false], ["`mit`", true]]);
});

test("the same finding under several questions is one", () => {
  expect(fileFindings("f", [], [[finding("a", "x")], [finding("a", "x")]], null).length).toBe(1);
});
