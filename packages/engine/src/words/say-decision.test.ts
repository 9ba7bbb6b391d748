import { readFileSync } from "node:fs";
import type { PlaceGroup } from "@cleartitle/norms";
import { describe, expect, test } from "vitest";
import type { Decision, Premise } from "../decision.js";
import { sayDue } from "./duty.js";
import { sayPremise, sayPremises } from "./premise.js";
import { escapeMarkdown, sayDecision, sayDecisionInMarkdown, sayObligation, sayPlaces, sayProof, sayRange, sayReason, sayReasonAlone, withoutControls, type PlaceOptions } from "./say-decision.js";

const decision = JSON.parse(readFileSync(new URL("../../../../test/fixtures/decision.json", import.meta.url), "utf8")) as Decision;
function first<T>(list: readonly T[]): T {
  const [found] = list;
  if (found === undefined) throw new Error("the fixture is empty");
  return found;
}
const reason = first(decision.reasons);
const eu = first(decision.byTerritory.filter((row) => row.decision === "blocked")).territories;
const groups = new Map<string, PlaceGroup>([
  ["EU", { id: "EU", title: "European Union", members: [...eu, { place: "GB", from: "1973-01-01", to: "2020-01-31" }] }],
  ["EEA", { id: "EEA", title: "European Economic Area", members: ["EU", "IS", "LI", "NO"] }],
  ["LOOP", { id: "LOOP", title: "a group in itself", members: ["LOOP"] }],
]);

describe("a decision in words", () => {
  const said = sayDecision(decision, { groups });

  test("the verdict is first, as shape and word", () => {
    expect(said.split("\n")[0]).toBe("✖ BLOCKED  launch");
  });
  test.each([
    "May acme host assistant, for commercial purposes (customer support), in EU (27), US, on 2026-12-01, at 2,000,000 monthly active users?",
    "r1 ✖ blocked host notes (copyright): nothing gives the right: CC-BY-NC-4.0 does not (not for this purpose).",
    "✖ grant under CC-BY-NC-4.0 does not serve — the purpose of the use is commercial, needs non-commercial (s.1(i), s.2(a)(1))",
    "“NonCommercial means not primarily intended for commercial advantage”",
    "by way of assistant ← tuned ← notes",
    "source: Llama-3.1 s.1.a, s.1.b.i",
    "2 more groups of reasons, 5 in all.",
    "unknown: train on notes by acme in DE on 2026-03-01",
    "acme to meta, under Llama-3.1: · name prefix: “Built with Llama” — on assistant, before the use (host)",
    "Had the rights holder of notes reserved text and data mining",
    "obtain: a commercial license for notes — then conditional [r1]",
    "Over the contested positions the answer runs from conditional to blocked. It turns on model_weights_as_copy.",
    "position rely-on-publisher for base: relies",
    "Not asked, because nothing raised it: moral rights and patents.",
    "2027-08-02: a duty begins (art. 1)",
    "positions cautious; catalogue sha256:000000000000;",
  ])("says %s", (text) => {
    expect(said.replaceAll(/\s+/g, " ")).toContain(text);
  });
  test("the worst territory is told first", () => {
    expect(said.indexOf("✖ blocked EU (27) — r1; also r2")).toBeGreaterThan(0);
    expect(said.indexOf("✖ blocked EU (27)")).toBeLessThan(said.indexOf("? unresolved US"));
  });
  test("no line is wider than asked, and no color is used unless asked", () => {
    expect(Math.max(...sayDecision(decision, { groups, width: 80 }).split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(said).not.toContain("\u001b");
    expect(sayDecision(decision, { color: true })).toContain("\u001b[1;31m✖ BLOCKED\u001b[0m");
  });
});

test.each<[string, readonly string[], PlaceOptions, string]>([
  ["a whole group", [...eu, "US"], { groups, on: "2026-12-01" }, "EU (27), US"],
  ["the larger group first", [...eu, "IS", "LI", "NO"], { groups, on: "2026-12-01" }, "EEA (30)"],
  ["membership is dated", eu, { groups, on: "2019-12-01" }, "AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR and 16 more"],
  ["a federation with all its parts", ["US", "US-CA", "US-NY", "JP"], { all: ["US", "US-CA", "US-NY", "JP"] }, "US (with its states), JP"],
  ["a federation without one of them", ["US", "US-NY"], { all: ["US", "US-CA", "US-NY"] }, "US except US-CA"],
  ["a part by itself", ["US-CA"], { all: ["US", "US-CA"] }, "US-CA"],
  ["a group without some that are in play", eu.filter((place) => place !== "DE" && place !== "FR"), { groups, on: "2026-12-01", all: eu }, "EU (27) except DE and FR"],
  ["without groups a list", ["US", "JP"], {}, "US, JP"],
  ["nowhere", [], {}, "no place"],
])("places: %s", (_, places, options, expected) => {
  expect(sayPlaces(places, options)).toBe(expected);
});

test.each([
  ["P30D", "within 30 days of the act"], ["P1Y6M:release", "within 1 year and 6 months of the release"], ["with", "together with the act"], ["before:use", "before the use"], ["on-request:act", "on request"], ["2027-01-01", "by 2027-01-01"], ["on-request", "on request"], ["after:sale", "after:sale"],
])("due %s is said as %s", (due, expected) => {
  expect(sayDue(due)).toBe(expected);
});

test.each([
  [{ outcome: "prohibited", instrument: "acme-policy" }, "acme-policy forbids it to acme."],
  [{ outcome: "may be prohibited", instrument: "acme-policy" }, "acme-policy may forbid it to acme."],
  [{ outcome: "a statutory duty applies", instrument: "eu.ai-act" }, "eu.ai-act asks: a duty applies, see Obligations."],
  [{ outcome: "upstream not disclosed" }, "the copyright in notes: upstream not disclosed."],
  [{ outcome: "no basis (no license)", options: reason.options }, "nothing gives the right: CC-BY-NC-4.0 does not (not for this purpose)."],
  [{ outcome: "no license recorded", options: reason.options, decision: "unresolved" as const }, "whether anything gives the right is not known: no license recorded."],
])("without a basis, %o is said as: %s", (changed, expected) => {
  expect(sayReason({ ...reason, options: [], ...changed }).says).toBe(expected);
});

test.each([
  [{ reads: "position model_weights_as_copy", of: "AT", is: "yes", needs: "as the position says", result: "true" as const }, "position model_weights_as_copy is taken as yes"],
  [{ reads: "work.protected", of: "notes", is: null, needs: "false", result: "unknown" as const }, "work.protected of notes is not recorded, needs no"],
  [{ reads: "use.purpose", of: null, is: "commercial", needs: "commercial", result: "true" as const }, "the purpose of the use is commercial"],
])("the premise %o is said as: %s", (premise, expected) => {
  expect(sayPremise(premise)).toBe(expected);
});

const taken = (of: string): Premise => ({ reads: "position weights", of, is: "yes", needs: "as the position says", result: "unknown" });

test("what differs in the place alone is told once", () => {
  const option = { ...first(reason.options), interval: { best: "cleared" as const, worst: "blocked" as const } };
  expect(sayPremises([taken("US"), taken("JP"), taken("US")])).toEqual(["position weights is taken as yes"]);
  expect(sayPremises([taken("US"), { ...taken("JP"), is: "no" }])).toEqual(["position weights is taken as yes (in US)", "position weights is taken as no (in JP)"]);
  expect(sayReason({ ...reason, options: [{ ...option, premises: [taken("US")] }, { ...option, premises: [taken("JP")] }] }).options.map((each) => each.text)).toEqual([
    "grant under CC-BY-NC-4.0 may serve — position weights is taken as yes",
  ]);
});

test("many premises are cut in the list and told in full alone", () => {
  const premises = Array.from({ length: 9 }, (_, at) => ({ reads: `fact.${at}`, of: null, is: null, needs: "true", result: "unknown" as const }));
  const long = { ...decision, reasons: [{ ...reason, options: [], premises }] };
  expect(sayDecision(long)).toContain("6 more facts (explain r1 tells all)");
  expect(sayDecision(long)).not.toContain("fact.8");
  expect(sayReasonAlone(long, first(long.reasons))).toContain("fact.8 is not recorded");
});

test("an obligation that hangs on an unknown says on which", () => {
  expect(sayObligation({ ...first(decision.obligations), state: "if", if: "the release counts as distribution" }).state).toBe("only if the release counts as distribution");
});

test("a range that was not computed is not told; one that does not move says so", () => {
  expect(sayRange(null)).toBeNull();
  expect(sayRange({ conservative: "cleared", permissive: "cleared", exact: true, pivots: [] })).toContain("the answer is cleared");
});

describe("recorded text stays text", () => {
  const hostile = "x\u001b[31m<script>alert(1)</script>|`[a](javascript:b)`\u202e";
  const named = { ...decision, reasons: [{ ...reason, asset: hostile, quote: `</q>\n# ${hostile}` }] };
  test("in a terminal", () => {
    expect(sayDecision(named)).not.toContain("\u001b");
    expect(sayDecision(named)).not.toContain("\u202e");
    expect(withoutControls("a\u001bb")).toBe("a\\u{1b}b");
  });
  test("in Markdown", () => {
    const markdown = sayDecisionInMarkdown(named);
    expect(markdown).not.toContain("<script>");
    expect(markdown).not.toMatch(/\n# x/);
    expect(markdown).not.toContain("](javascript");
    expect(markdown.startsWith("# ✖ BLOCKED — launch\n")).toBe(true);
    expect(escapeMarkdown("a & <b> *c*")).toBe("a &amp; &lt;b&gt; \\*c\\*");
  });
});

describe("the proof in words", () => {
  const options = { color: false, width: 100, full: true };
  const leaf = "✖ blocked leaf: purpose is commercial (s.1(i)) [n2]\n";
  test("tells a shared node once", () => {
    expect(sayProof(decision, options)).toBe(
      `✖ blocked decision: launch — the worst of 2 [n0]\n  ✖ blocked demand: host notes, copyright — the best of 1 [n1]\n    ${leaf}  ↑ n2, told above\n`,
    );
  });
  test("begins at the node asked for", () => {
    expect(sayProof(decision, { ...options, from: "n1" })).toBe(`✖ blocked demand: host notes, copyright — the best of 1 [n1]\n  ${leaf}`);
    expect(sayProof(decision, { ...options, from: "elsewhere" })).toBe("");
  });
  test("leaves out what stands under a cleared node unless all is asked for", () => {
    const cleared = { ...decision, proof: { ...decision.proof!, dag: (decision.proof?.dag ?? []).map((node) => ({ ...node, interval: { best: "cleared" as const, worst: "cleared" as const } })) } };
    expect(sayProof(cleared, { ...options, full: false }).split("\n")).toHaveLength(2);
    expect(sayProof(cleared, options).split("\n")).toHaveLength(5);
  });
});
