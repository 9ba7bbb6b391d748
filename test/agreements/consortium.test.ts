import { readFileSync } from "node:fs";
import { runbookOf } from "@cleartitle/agreements";
import { decide } from "@cleartitle/engine";
import { expect, test } from "vitest";
import { catalogue } from "../cases/clause-house.js";
import { DealLife } from "./deal-life.js";

const folder = new URL("../../examples/data-pool/", import.meta.url);
const fileOf = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const deal = (member: string, version: string): string => fileOf(`agreement/${member}.yaml`).replace("consortium: { version: neutral", `consortium: { version: ${version}`);

/** A member's agreement, signed in the records of another one. */
function joined(member: string, version: string, beside: DealLife | null): DealLife {
  const life = new DealLife(`pool-${member}`, fileOf("cleartitle.yaml"));
  if (beside !== null) life.graph = beside.graph;
  return life.all(
    [{ step: "draft", text: deal(member, version) }], [{ step: "send", on: "2025-12-02" }],
    [{ step: "sign", side: "licensor", on: "2025-12-20", evidence: "membership" }, "ann"], [{ step: "sign", side: "licensee", on: "2025-12-20", evidence: "membership" }, "ann"],
  );
}

test.each<readonly [string, string, readonly string[]]>([
  ["licensor", "blocked", ["stop common-model", "stop pooled", "stop south-scans", "delete common-model", "delete pooled", "delete south-scans", "certify null"]],
  ["neutral", "unresolved", ["stop pooled", "stop south-scans", "certify null", "find-out common-model", "find-out pooled", "find-out south-scans"]],
  ["licensee", "cleared", ["certify null", "keep common-model", "keep pooled", "keep south-scans"]],
])("a member leaves under the %s's clause: the common model is %s", (version, expected, steps) => {
  const north = joined("north", version, null);
  expect(north.answer("serve")).toBe("blocked");
  const south = joined("south", version, north);
  expect(south.answer("serve")).toBe("cleared");
  const left = { on: "2026-05-20", how: "termination" as const };
  const book = runbookOf({ graph: south.graph, catalogue }, south.agreement(), left, { decide });
  expect(book.steps.map(({ kind, asset }) => `${kind} ${asset}`)).toEqual(steps);
  expect(book.steps.map(({ asset }) => asset)).not.toContain("north-scans");
  // What is to be found out says what would settle it.
  expect(book.steps.every(({ kind, settle }) => kind !== "find-out" || settle.length > 0)).toBe(true);
  south.all([{ step: "end", ...left, side: "licensor", why: "left on notice", evidence: "letter 9" }]);
  expect(south.answer("serve")).toBe(expected);
});

test("of what rests on another member who has not signed, nothing is said to go by this end", () => {
  const north = joined("north", "neutral", null);
  const { steps } = runbookOf({ graph: north.graph, catalogue }, north.agreement(), { on: "2026-05-20", how: "termination" }, { decide });
  expect(steps.map(({ kind, asset }) => `${kind} ${asset}`)).toEqual(["stop north-scans", "certify null", "find-out common-model", "find-out pooled", "find-out north-scans"]);
});
