import { expect, test } from "vitest";
import { day, law, reading } from "../portfolio.fixture.js";
import { readReadings } from "./reading-file.js";

const whole = { $schema: "urn:cleartitle:schema:reading:1", version: 1, basis: { weights: "0" }, problems: [] };
const said = { by: "jane", on: "2026-12-01" };

test("a reading is taken as persons left it: what was rejected is gone, what was corrected states what they said, and the last word holds", () => {
  const document = reading("one.txt", law("US-NY"), day("effective-date", "2026-01-01"), ["exclusivity", "Acme sells to nobody else."]);
  const reviews = [
    { field: "exclusivity.1", verdict: "accepted", ...said },
    { field: "exclusivity.1", verdict: "rejected", ...said },
    { field: "governing-law.1", verdict: "corrected", ...said, values: [{ type: "law", places: ["US-DE"] }], was: [] },
  ];
  const { readings, problems } = readReadings({ ...whole, documents: [{ ...document, digest: "sha256:0", reviews }] }, "reading.json");
  const clausesOf = (kind: string): unknown => readings[0]?.kinds.find((each) => each.kind === kind)?.clauses;
  expect(problems).toEqual([]);
  expect(clausesOf("exclusivity")).toEqual([]);
  expect(clausesOf("governing-law")).toMatchObject([{ quote: "the law of US-NY", values: [{ type: "law", places: ["US-DE"], quote: "the law of US-NY" }] }]);
  expect(clausesOf("effective-date")).toMatchObject([{ values: [{ type: "day", on: "2026-01-01" }] }]);
});

test("a clause that a person added counts, until it is rejected", () => {
  const document = reading("one.txt", law("US-NY"));
  const clause = { start: 40, end: 60, page: null, quote: "the law of Delaware", number: "9.", heading: null, values: [{ type: "law", places: ["US-DE"], start: 51, end: 59, page: null, quote: "Delaware" }] };
  const added = [{ field: "governing-law.2", verdict: "added", ...said, clause }, { field: "exclusivity.1", verdict: "added", ...said, clause: { ...clause, values: [] } }];
  const lawsOf = (...reviews: readonly object[]): unknown => readReadings({ ...whole, documents: [{ ...document, digest: "sha256:0", reviews }] }, "reading.json").readings[0]?.kinds.find(({ kind }) => kind === "governing-law")?.clauses;
  expect(lawsOf(...added)).toMatchObject([{ quote: "the law of US-NY" }, { quote: "the law of Delaware", confidence: null, number: "9.", values: [{ places: ["US-DE"], quote: "Delaware" }] }]);
  expect(lawsOf(...added, { field: "governing-law.2", verdict: "rejected", ...said }, { field: "governing-law.1", verdict: "rejected", ...said })).toEqual([]);
  expect(readReadings({ ...whole, documents: [{ ...document, digest: "sha256:0", reviews: [{ field: "exclusivity.1", verdict: "accepted", ...said, clause }] }] }, "reading.json").problems).toHaveLength(1);
});

test("what is no review is told", () => {
  const document = reading("one.txt", law("US-NY"));
  const { readings, problems } = readReadings({ ...whole, documents: [{ ...document, digest: "sha256:0", reviews: [{ field: "law", verdict: "accepted", ...said }] }] }, "reading.json");
  expect(readings).toEqual([]);
  expect(problems).toMatchObject([{ message: expect.stringContaining("a field is kind and number") }]);
});
