import { expect, test } from "vitest";
import { driftFindings, fileFindings } from "./finding.js";

const finding = (kind: string, asset: string | null, detail = "x") => ({ kind, asset, detail, settle: "look" });
const row = (asset: string, decision: "blocked" | "unresolved", reasons: [string, "blocked" | "unresolved"][] = []) => ({ asset, decision, reasons: reasons.map(([of, status]) => ({ asset: of, decision: status })) as never });

test("a finding weighs what the worst answer does in which its asset has a part; what was not read comes first", () => {
  const rows = [row("product", "blocked", [["data", "unresolved"], ["base", "blocked"]])];
  const found = fileFindings("f", rows, [[finding("not-read", null), finding("a", "data"), finding("b", "base"), finding("c", "elsewhere"), finding("d", null), finding("e", "product")]], null);
  expect(found.map((each) => [each.kind, each.bearsOn])).toEqual([["not-read", "blocked"], ["b", "blocked"], ["e", "blocked"], ["a", "unresolved"], ["c", null], ["d", null]]);
});

test("a finding keeps its fingerprint when a line moves, and is known to a baseline by it", () => {
  const [before] = fileFindings("f", [], [[finding("a", "data", "`mit` by hub (README.md#L3)")]], null);
  const after = fileFindings("g", [], [[finding("a", "data", "`mit` by hub (README.md#L9)"), finding("a", "data", "`isc` by hub")]], new Set([before!.fingerprint]));
  expect([before!.known, ...after.map((each) => [each.detail.slice(0, 5), each.known])]).toEqual([null, ["`isc`", false], ["`mit`", true]]);
});

const at = (path: string, same: string) => ({ ...finding("a", "data", `\`mit\` by hub (${path}); \`isc\` by hub (LICENSE#L1)`), same });

test("what its evidence lies in is no part of a finding that says what tells it from others", () => {
  const [before] = fileFindings("f", [], [[at("snapshots/r1/README.md#L3", "isc mit")]], null);
  expect(fileFindings("f", [], [[at("snapshots/r2/README.md#L3", "isc mit"), at("snapshots/r1/README.md#L3", "isc gpl")]], new Set([before!.fingerprint])).map((each) => each.known)).toEqual([false, true]);
});

test("the same finding under several questions is one", () => {
  expect(fileFindings("f", [], [[finding("a", "x")], [finding("a", "x")]], null).length).toBe(1);
});

test.each([
  ["what a source refuses", "refused", [], 1], ["what a source refuses, beside what the engine found", "refused", ["tuned"], 1],
  ["other terms that a source asks for", "outbound", [], 1], ["other terms, which the engine found", "outbound", ["tuned"], 0], ["other terms, where the engine found some of another asset", "outbound", ["other"], 1],
] as const)("drift is a finding: %s", (_, why, found, expected) => {
  const drift = [{ declared: "MIT", source: "base", license: "CC-BY-NC-4.0", why, through: "model", depth: 1, cite: "s.2(a)(1)" }] as const;
  const told = driftFindings({ asset: "tuned", drift, findings: found.map((asset) => ({ kind: "license-drift", asset, detail: "", settle: "" })) });
  expect(told.map((each) => [each.kind, each.asset, each.detail.includes("`CC-BY-NC-4.0` (s.2(a)(1)) of `base`")])).toEqual(Array.from({ length: expected }, () => ["license-drift", "tuned", true]));
});
