import type { Status } from "@cleartitle/norms";
import type { Waiver } from "@cleartitle/title";
import { describe, expect, test } from "vitest";
import { exitOfRows, judge, keyOf, type FailOn } from "./gate.js";
import type { Row, RowReason } from "./row.js";

const reason = (decision: Status, asset: string, rest: Partial<RowReason> = {}): RowReason => ({
  id: `r-${asset}`, decision, asset, layer: "copyright", action: "host", instrument: null, outcome: "no basis", cite: null, says: "", ...rest,
});
const row = (decision: Status, reasons: readonly RowReason[], rest: Partial<Row> = {}): Row => ({
  file: "a.yaml", use: "launch", asset: "assistant", synthetic: false, decision, reasons, hiddenReasons: 0, obligations: 0, openExposures: 0, findings: [], drift: [], unknowns: [], ...rest,
});
const waiver = (rest: Partial<Waiver>): Waiver => ({ id: "W", use: null, asset: null, kind: "any", reason: "settled", by: "counsel", from: null, until: "2026-12-31", ...rest });
const gate = (waivers: readonly Waiver[], failOn: FailOn = "unresolved", on = "2026-11-21") => ({ failOn, on, waivers, baseline: null });

describe("what a waiver leaves", () => {
  const two = row("blocked", [reason("blocked", "notes"), reason("unresolved", "base")]);
  test.each<[string, Row, readonly Waiver[], Status, string]>([
    ["nothing waived", two, [], "blocked", "stops"],
    ["one of two reasons", two, [waiver({ asset: "notes" })], "unresolved", "stops"],
    ["both reasons", two, [waiver({ asset: "notes" }), waiver({ asset: "base" })], "cleared", "waived"],
    ["the use as a whole", two, [waiver({ use: "launch" })], "cleared", "waived"],
    ["another use", two, [waiver({ use: "research" })], "blocked", "stops"],
    ["the reasons of a status", two, [waiver({ kind: "unresolved" })], "blocked", "stops"],
    ["what is blocked, and not what is not known besides", two, [waiver({ kind: "blocked" })], "unresolved", "stops"],
    ["the same of the thing that is used", two, [waiver({ asset: "assistant", kind: "blocked" })], "unresolved", "stops"],
    ["what is blocked and what is not known", two, [waiver({ use: "launch", kind: "blocked" }), waiver({ kind: "unresolved" })], "cleared", "waived"],
    ["what is blocked, of which no reason tells", { ...two, hiddenReasons: 3 }, [waiver({ use: "launch", kind: "blocked" })], "cleared", "waived"],
    ["what is not known, beside duties", row("unresolved", [reason("unresolved", "base")], { obligations: 1 }), [waiver({ use: "launch", kind: "unresolved" })], "conditional", "waived"],
    ["another layer", two, [waiver({ asset: "notes", kind: "patent" })], "blocked", "stops"],
    ["an outcome", row("blocked", [reason("blocked", "notes", { outcome: "prohibited" })]), [waiver({ asset: "notes", kind: "prohibited" })], "cleared", "waived"],
    ["one reason, while others are not shown", { ...two, hiddenReasons: 3 }, [waiver({ asset: "notes" }), waiver({ asset: "base" })], "blocked", "stops"],
    ["a decision that no reason explains", row("blocked", [reason("unresolved", "base")]), [waiver({ asset: "base" })], "blocked", "stops"],
    ["a reason beside duties", row("blocked", [reason("blocked", "notes")], { obligations: 1 }), [waiver({ asset: "notes" })], "conditional", "waived"],
    ["before it begins", two, [waiver({ use: "launch", from: "2026-11-22" })], "blocked", "stops"],
    ["on its last day", two, [waiver({ use: "launch", until: "2026-11-21" })], "cleared", "waived"],
    ["a day after its end", two, [waiver({ use: "launch", until: "2026-11-20" })], "blocked", "stops"],
    ["nothing to waive", row("cleared", []), [waiver({})], "cleared", "passes"],
  ])("%s", (_, given, waivers, left, at) => {
    const judged = judge(given, gate(waivers));
    expect([judged.left, judged.gate, judged.decision]).toEqual([left, at, given.decision]);
  });
  test("an exposure can be accepted, which clears the condition and no more", () => {
    const exposed = row("conditional", [], { openExposures: 1 });
    expect(judge(exposed, gate([waiver({ kind: "exposure" })], "conditional")).gate).toBe("waived");
    expect(judge(two, gate([waiver({ kind: "exposure" })])).gate).toBe("stops");
  });
});

test.each<[Status[], FailOn, number]>([
  [[], "conditional", 0],
  [["cleared"], "conditional", 0],
  [["conditional"], "conditional", 2],
  [["conditional", "unresolved"], "conditional", 4],
  [["conditional", "unresolved", "blocked"], "conditional", 2],
  [["unresolved"], "unresolved", 4],
  [["unresolved", "blocked"], "unresolved", 2],
  [["unresolved"], "blocked", 0],
])("%o with --fail-on %s exits %i", (statuses, failOn, exit) => {
  expect(exitOfRows(statuses.map((status, at) => judge(row(status, [], { use: `u${at}` }), gate([], failOn))))).toBe(exit);
});

test.each<[Status[], string]>([[[], "stops"], [["conditional"], "stops"], [["unresolved"], "known"], [["blocked"], "known"]])("unresolved now, %o in the baseline: %s", (before, at) => {
  const now = row("unresolved", []);
  const baseline = new Map(before.map((status) => [keyOf(now), status]));
  expect(judge(now, { ...gate([]), baseline }).gate).toBe(at);
});
