import type { FileFinding, JudgedRow } from "@cleartitle/engine";
import { expect, test } from "vitest";
import { renderSarif } from "./render-sarif.js";
import type { CheckReport } from "./report.js";

const row = (n: number): JudgedRow => ({ file: "models", use: `u${n}`, asset: `a${n}`, decision: n < 3 ? "blocked" : "unresolved", gate: "stops", reasons: [], waivers: [], findings: [], drift: [], unknowns: [] }) as unknown as JudgedRow;
const finding = (n: number): FileFinding => ({ file: "models", kind: "placeholder", asset: `a${n}`, detail: "x", settle: "look", fingerprint: `f${n}`, bearsOn: "unresolved", known: null });
const report = (rows: number, findings: number, places: CheckReport["places"] = new Map()): CheckReport =>
  ({ exit: 2, failOn: "blocked", rows: Array.from({ length: rows }, (_, n) => row(n)), findings: Array.from({ length: findings }, (_, n) => finding(n)), summary: { findings: [] }, basis: [], compared: false, places, problems: [] }) as unknown as CheckReport;
interface Run {
  readonly results: readonly { readonly ruleId: string; readonly locations: readonly { readonly physicalLocation: object }[] }[];
  readonly properties: { readonly total: number; readonly shown: number };
}
const runOf = (made: CheckReport): Run => (JSON.parse(renderSarif(made)) as { runs: Run[] }).runs[0]!;

test.each([[4_999, 0, 4_999, 0], [4_000, 2_000, 4_000, 1_000], [5_001, 10, 5_000, 0], [6_000, 6_000, 5_000, 0]])("%i answers and %i findings are at most 5,000 results, answers before findings, and all are counted", (rows, findings, ofRows, ofFindings) => {
  const { results, properties } = runOf(report(rows, findings));
  const told = (start: string): number => results.filter((each) => each.ruleId.startsWith(start)).length;
  expect([told("rights/"), told("finding/"), properties.total, properties.shown]).toEqual([ofRows, ofFindings, rows + findings, ofRows + ofFindings]);
  expect(results.slice(0, 4).map((each) => each.ruleId)).toEqual(["rights/blocked", "rights/blocked", "rights/blocked", "rights/unresolved"]);
});

test("a finding that is worse comes before an answer that is better, and what is new before what was there", () => {
  const worse = { ...finding(7), bearsOn: "blocked" as const };
  const { results } = runOf({ ...report(5, 0), rows: [{ ...row(4), gate: "known" }, { ...row(5), decision: "conditional" }, row(6)], findings: [{ ...worse, known: true }, { ...worse, known: false }, { ...finding(8), known: false }] } as CheckReport);
  expect(results.map((each) => each.ruleId)).toEqual(["finding/placeholder", "rights/unresolved", "finding/placeholder", "rights/conditional", "finding/placeholder", "rights/unresolved"]);
});

test("a result stands where its evidence does, else in what was named", () => {
  const { results } = runOf(report(1, 2, new Map([["models", new Map([["a0", { file: "models/a b/README.md", line: 2 }]])]])));
  expect(results.map((each) => each.locations[0]?.physicalLocation)).toEqual([
    ...[0, 1].map(() => ({ artifactLocation: { uri: "models/a%20b/README.md" }, region: { startLine: 2 } })), { artifactLocation: { uri: "models" }, region: { startLine: 1 } },
  ]);
});
