import { expect, test } from "vitest";
import { Made } from "./made.js";

test("of several groups of sources the worst act in each layer counts", () => {
  const [one, other] = [new Made([["copyright", "covered"], ["copyright", "unknown"]]), new Made([["copyright", "covered"], ["related", "open"]])];
  expect([one.text, Made.together([one, other])?.text, Made.together([])?.text]).toEqual(["copyright unknown", "copyright unknown,related open", ""]);
});

test("of two that are as bad nobody can say which counts", () => {
  expect(Made.together([new Made([["copyright", "cured"]]), new Made([["copyright", "released"]])])).toBe(null);
  expect(Made.together([new Made([["copyright", "cured"], ["copyright", "released"]])])).toBe(null);
  expect(Made.together([new Made([["copyright", "cured"]]), new Made([["copyright", "released"]]), new Made([["copyright", "open"]])])).toBe(null);
});
