import { expect, test } from "vitest";
import { answersByCountry, tallied } from "./place-answers.js";

test("a divided country comes to the worst of its parts, and all of them are told", () => {
  const answers = answersByCountry([{ territories: ["US", "DE"], decision: "conditional" }, { territories: ["US-CA"], decision: "blocked" }, { territories: ["US-NY"], decision: "cleared" }]);
  expect(answers.get("DE")).toEqual({ status: "conditional", parts: [["DE", "conditional"]] });
  expect(answers.get("US")).toEqual({ status: "blocked", parts: [["US", "conditional"], ["US-CA", "blocked"], ["US-NY", "cleared"]] });
  expect(tallied([...answers.values()].map(({ status }) => status))).toEqual([["blocked", 1], ["conditional", 1]]);
});
