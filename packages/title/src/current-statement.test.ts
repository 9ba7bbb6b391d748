import { always } from "@cleartitle/norms";
import { describe, expect, test } from "vitest";
import { currentStatements, type StatementQuery } from "./current-statement.js";
import type { Statement } from "./graph.js";

const said = (id: string, value: string | null, rest: Partial<Statement> = {}): Statement => ({
  id, about: { kind: "asset", id: "base" }, what: "license", raw: null, value, scope: null, part: null, rung: "declared", by: null, source: null,
  valid: always, recordedAt: "2026-01-01", supersedes: null, ...rest,
});
const asked: StatementQuery = { about: { kind: "asset", id: "base" }, what: "license", asOf: "2026-06-01", knownAt: "2026-06-01" };

const cases: readonly { name: string; statements: Statement[]; query?: Partial<StatementQuery>; concluded: string | null; candidates: string[] }[] = [
  { name: "nothing recorded", statements: [], concluded: null, candidates: [] },
  { name: "one declaration", statements: [said("a", "MIT")], concluded: null, candidates: ["a"] },
  { name: "declared and detected are both evidence", statements: [said("a", "MIT"), said("b", "GPL-3.0-only", { rung: "detected" })], concluded: null, candidates: ["a", "b"] },
  { name: "equal values are one candidate, the earliest", statements: [said("late", "MIT", { recordedAt: "2026-02-01" }), said("early", "MIT")], concluded: null, candidates: ["early"] },
  { name: "a conclusion wins over evidence", statements: [said("a", "MIT"), said("c", "Apache-2.0", { rung: "concluded" })], concluded: "c", candidates: ["c"] },
  { name: "an earlier conclusion wins over later evidence", statements: [said("a", "MIT", { recordedAt: "2026-05-01" }), said("c", "Apache-2.0", { rung: "concluded" })], concluded: "c", candidates: ["c"] },
  {
    name: "conclusions that differ are all candidates",
    statements: [said("a", "MIT"), said("d", "BSD-3-Clause", { rung: "concluded", recordedAt: "2026-02-01" }), said("c", "Apache-2.0", { rung: "concluded" })],
    concluded: null, candidates: ["c", "d"],
  },
  { name: "a correction supersedes", statements: [said("a", "MIT"), said("b", "GPL-3.0-only", { supersedes: "a", recordedAt: "2026-02-01" })], concluded: null, candidates: ["b"] },
  {
    name: "a correction not yet known does not",
    statements: [said("a", "MIT"), said("b", "GPL-3.0-only", { supersedes: "a", recordedAt: "2026-02-01" })], query: { knownAt: "2026-01-31" }, concluded: null, candidates: ["a"],
  },
  {
    name: "a correction of a correction does not bring back the first",
    statements: [said("a", "MIT"), said("b", "ISC", { supersedes: "a" }), said("c", "Zlib", { supersedes: "b" })], concluded: null, candidates: ["c"],
  },
  {
    name: "a correction that was true at another time takes the old one away all the same",
    statements: [said("a", "MIT"), said("b", "MIT", { supersedes: "a", valid: { from: null, to: "2025-12-31" } })], concluded: null, candidates: [],
  },
  { name: "a conclusion gives way to no tool", statements: [said("a", "CC-BY-NC-4.0", { rung: "concluded" }), said("b", "MIT", { rung: "detected", supersedes: "a" })], concluded: "a", candidates: ["a"] },
  { name: "a statement that supersedes itself counts", statements: [said("a", "MIT", { supersedes: "a" })], concluded: null, candidates: ["a"] },
  {
    name: "a relicensing adds from its date: before it",
    statements: [said("a", "MIT"), said("b", "BUSL-1.1", { valid: { from: "2026-05-01", to: null } })], query: { asOf: "2026-04-30" }, concluded: null, candidates: ["a"],
  },
  {
    name: "a relicensing adds from its date: on it",
    statements: [said("a", "MIT"), said("b", "BUSL-1.1", { valid: { from: "2026-05-01", to: null } })], query: { asOf: "2026-05-01" }, concluded: null, candidates: ["b", "a"],
  },
  { name: "a part of its own", statements: [said("a", "MIT"), said("p", "CC-BY-4.0", { part: "docs" })], query: { part: "docs" }, concluded: null, candidates: ["p"] },
  { name: "a part is no conflict with the whole", statements: [said("a", "MIT"), said("p", "CC-BY-4.0", { part: "docs" })], concluded: null, candidates: ["a"] },
  { name: "a part without a word of its own takes the whole's", statements: [said("a", "MIT")], query: { part: "docs", scope: "content" }, concluded: null, candidates: ["a"] },
  {
    name: "part before scope",
    statements: [said("a", "MIT", { scope: "content" }), said("p", "CC-BY-4.0", { part: "docs" })], query: { part: "docs", scope: "content" }, concluded: null, candidates: ["p"],
  },
  { name: "a license of the code is none of the weights", statements: [said("a", "MIT", { scope: "code" })], query: { scope: "weights" }, concluded: null, candidates: [] },
  { name: "nor of the whole", statements: [said("a", "MIT", { scope: "code" })], concluded: null, candidates: [] },
  { name: "a scope falls back to the whole", statements: [said("a", "MIT"), said("c", "ISC", { scope: "code" })], query: { scope: "weights" }, concluded: null, candidates: ["a"] },
  { name: "an instant is known by the end of its day", statements: [said("a", "MIT", { recordedAt: "2026-06-01T23:59:59Z" })], concluded: null, candidates: ["a"] },
  { name: "and not before the instant asked", statements: [said("a", "MIT", { recordedAt: "2026-06-01T12:00:01Z" })], query: { knownAt: "2026-06-01T12:00:00Z" }, concluded: null, candidates: [] },
  { name: "without normalized value the raw one tells apart", statements: [said("a", null, { raw: "mit-ish" }), said("b", null, { raw: "own" })], concluded: null, candidates: ["a", "b"] },
  { name: "of another matter", statements: [said("a", "meta", { what: "licensor" })], concluded: null, candidates: [] },
  { name: "about a party of the same name", statements: [said("a", "MIT", { about: { kind: "party", id: "base" } })], concluded: null, candidates: [] },
];

describe("current statements", () => {
  test.each(cases)("$name", ({ statements, query, concluded, candidates }) => {
    for (const order of [statements, statements.toReversed()]) {
      const found = currentStatements({ statements: order }, { ...asked, ...query });
      expect(found.concluded?.id ?? null).toBe(concluded);
      expect(found.candidates.map((s) => s.id)).toEqual(candidates);
    }
  });
});
