import { expect, test } from "vitest";
import { type ConclusionText, proposedIn, valueAs } from "./proposed.js";

type Changes = Parameters<typeof proposedIn>[0]["changes"];
const about = { kind: "asset", id: "notes" } as const;
const statement = { id: "s", about, what: "license", raw: null, value: "MIT", scope: null, part: null, rung: "concluded", by: "p", source: { system: "proposal", locator: "mail", sha256: null, retrieved: null }, valid: { from: "2026-01-01", to: null }, recordedAt: "2026-01-02", supersedes: null } as const;

test.each<[string, Changes, ReturnType<typeof proposedIn>]>([
  ["a position", [{ change: "add-position", position: { position: "p", territory: "EU", option: "a", by: "jane", on: "2026-05-01" } }], { kind: "position", position: "p", territory: "EU", option: "a", on: "2026-05-01" }],
  ["one that is taken back", [{ change: "remove-position", position: "p" }], { kind: "position", position: "p", territory: "WORLD", option: null, on: null }],
  ["a profile", [{ change: "set-profile", profile: "strict" }], { kind: "profile", profile: "strict" }],
  ["a conclusion", [{ change: "add-statement", statement }], { kind: "conclusion", about, what: "license", value: "MIT", scope: null, part: null, from: "2026-01-01", to: null, supersedes: null, evidence: "mail" }],
  ["one that is withdrawn", [{ change: "remove-statement", statement: "s" }], { kind: "withdrawal", statement: "s" }],
  ["a waiver", [{ change: "add-waiver", waiver: { id: "w", kind: "any", use: null, asset: "notes", reason: "r", by: "p", from: null, until: "2026-12-31" } }], { kind: "waiver", finding: "any", use: null, asset: "notes", reason: "r", from: null, until: "2026-12-31" }],
  ["one that ends", [{ change: "remove-waiver", waiver: "w" }], { kind: "ended-waiver", waiver: "w" }],
  ["what no screen writes", [{ change: "remove-event", event: "e" }], null],
  ["several things at once", [{ change: "set-profile", profile: "strict" }, { change: "remove-waiver", waiver: "w" }], null],
  ["nothing", [], null],
])("%s is written again", (_, changes, expected) => expect(proposedIn({ changes })).toEqual(expected));

test.each<[ConclusionText["value"], string, ConclusionText["value"]]>([
  ["MIT", " ISC ", "ISC"], ["1", "2", "2"], [1, "2", 2], [1, "", ""], [1, "two", "two"], [true, "false", false], [true, "perhaps", "perhaps"], [false, "0", "0"],
])("in place of %j, %j is %j", (before, written, expected) => expect(valueAs(before, written)).toBe(expected));
