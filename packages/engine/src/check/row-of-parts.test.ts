import { exactly, type Status } from "@cleartitle/norms";
import { describe, expect, test } from "vitest";
import { composed } from "./row-of-parts.js";
import type { PartDuty, PartReason, RowPart } from "./row-part.js";

const reason = (asset: string, more: Partial<PartReason> = {}): PartReason => ({
  decision: "conditional", tense: "present", party: "us", asset, layer: "copyright", action: "host", instrument: "MIT", norm: "use", outcome: "granted", basisKind: "granted", bound: null, part: null, act: null, cite: "s. 1", depth: 2, territories: "DE", seeds: null, says: "", ...more,
});
const own = (more: Partial<PartReason> = {}): PartReason => reason("tool", { depth: 1, ...more });
const brought = (norm: string): PartReason => own({ layer: "contract", norm, outcome: "a contractual duty applies", basisKind: "none" });
const duty = (norm: string, more: Partial<PartDuty> = {}): PartDuty => ({ do: "attribute", instrument: "MIT", norm, creditor: null, object: "tool", trigger: "host", state: "open", says: "", of: norm, words: "", ...more });
const finding = (asset: string | null, detail = "told") => ({ kind: "license-unknown", asset, detail, settle: "say it" });

const part = ({ status = "conditional", reasons = [own()], duties = [], findings = [] }: { status?: Status; reasons?: PartReason[]; duties?: PartDuty[]; findings?: RowPart["findings"] }): RowPart =>
  ({ interval: status === "unresolved" ? { best: "cleared", worst: "blocked" } : exactly(status), reasons, duties, findings });

const clash = (first: PartDuty, second: PartDuty): boolean => [first.norm, second.norm].includes("name-a") && [first.norm, second.norm].includes("name-b");
const row = (...parts: RowPart[]) => composed("tool", parts, clash);

test("parts come together as the worst of them, each reason and duty once, in the order of a decision", () => {
  const one = part({ reasons: [own(), reason("b"), brought("notice")], duties: [duty("notice"), duty("notice", { object: "b" })], findings: [finding("b"), finding(null)] });
  const other = part({ status: "unresolved", reasons: [own(), reason("a"), reason("c", { decision: "unresolved" }), brought("notice")], duties: [duty("notice"), duty("field", { do: "undertake", object: "", says: "not for harm" })], findings: [finding("a", "else")] });
  const another = part({ duties: [duty("field", { do: "undertake", object: "", says: "not for harm" })] });
  const found = row(one, other, another)!;
  expect(found.decision).toBe("unresolved");
  expect(found.reasons.map(({ asset, norm }) => `${asset} ${norm}`)).toEqual(["c use", "tool use", "a use", "b use", "tool notice"]);
  expect([found.obligations, found.hiddenReasons]).toEqual([3, 0]);
  expect(found.findings).toEqual([finding("a", "else"), finding("b")]);
});

const to = (creditor: string, more: Partial<PartDuty> = {}): PartDuty => duty("notice", { creditor, ...more });
const owed = (...parts: PartDuty[][]): number | undefined => row(...parts.map((duties) => part({ duties })))?.obligations;

test("a duty that is owed to several is one to each of them", () => {
  expect([owed([to("a")], [to("a")]), owed([to("a")], [to("b")]), owed([to("a"), to("b")], [to("b"), to("c")]), owed([to("a")], [to("b", { state: "if" })]), owed([to("a")], [to("a", { state: "if" })])]).toEqual([1, 2, 3, 2, undefined]);
});

test("of more reasons than a decision shows the others are counted", () => {
  const found = row(...["a", "b"].map((mark) => part({ reasons: [own(), ...Array.from({ length: 30 }, (_, i) => reason(`${mark}${i}`))] })))!;
  expect([found.reasons.length, found.hiddenReasons]).toEqual([50, 11]);
});

describe("a question is judged as a whole where", () => {
  test.each<[what: string, parts: RowPart[]]>([
    ["parts tell the same of the thing itself, of other places", [part({}), part({ reasons: [own({ territories: "US" })] })]],
    ["they tell the same of it, by another clause", [part({}), part({ reasons: [own({ cite: "s. 2" })] })]],
    ["they say the same of it in other words", [part({}), part({ reasons: [own({ says: "otherwise" })] })]],
    ["what a norm asks is said otherwise of one source", [part({ duties: [duty("notice", { object: "a", words: "show it" })] }), part({ duties: [duty("notice", { object: "b", words: "keep it" })] })]],
    ["a duty on it is sure in one and may be in another", [part({ duties: [duty("notice")] }), part({ duties: [duty("notice", { state: "if" })] })]],
    ["a duty on it has more triggers in one", [part({ duties: [duty("notice")] }), part({ duties: [duty("notice"), duty("notice", { trigger: "adapt" })] })]],
    ["two duties on it, of one part each, may not both be kept", [part({ duties: [duty("name-a")] }), part({ duties: [duty("name-b")] })]],
    ["one of them is owed to another in a second part", [part({ duties: [duty("name-a", { creditor: "a" })] }), part({ duties: [duty("name-a", { creditor: "b" }), duty("name-b")] })]],
    ["two reasons are told apart by how somebody is bound alone", [part({ reasons: [own(), reason("a")] }), part({ reasons: [own(), reason("a", { bound: "acceptance" })] })]],
  ])("%s", (_, parts) => {
    expect(row(...parts)).toBe(null);
  });
});
