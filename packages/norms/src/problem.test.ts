import { describe, expect, it } from "vitest";
import { compareProblems, exitOf, formatProblem, isProblemCode, problem, problemTable } from "./problem.js";

describe("problem", () => {
  it.each([
    [problem("io", "cannot read"), "cannot read"],
    [problem("io", "cannot read", { file: "a.yaml" }), "a.yaml: cannot read"],
    [problem("unknown-key", "the key `x` is not known here", { file: "a.yaml", line: 2, column: 3, hint: "did you mean `y`?" }), "a.yaml:2:3: the key `x` is not known here\n  hint: did you mean `y`?"],
  ])("formats where, what and a hint", (p, text) => expect(formatProblem(p)).toBe(text));

  it("maps codes to exit codes", () => {
    expect(exitOf([])).toBe(0);
    expect(exitOf([problem("usage", "no")])).toBe(64);
    expect(exitOf([problem("unknown-key", "no")])).toBe(3);
    expect(exitOf([problem("io", "no")])).toBe(1);
    expect(Object.values(problemTable).every((row) => row.exit > 0 && row.http >= 400)).toBe(true);
    expect(isProblemCode("toString")).toBe(false);
  });

  it("orders by place, whatever the order of checks", () => {
    const a = problem("io", "a", { file: "a", line: 9 });
    const b = problem("io", "b", { file: "a", line: 10 });
    const c = problem("io", "c", { file: "b", line: 1 });
    expect([c, b, a].toSorted(compareProblems)).toEqual([a, b, c]);
  });
});
