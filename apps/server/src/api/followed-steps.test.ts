import type { StepsSince, Workspace } from "@cleartitle/store";
import { expect, it } from "vitest";
import type { Backing } from "./backing.js";
import { followedSteps } from "./followed-steps.js";

interface Step {
  readonly of: string;
  readonly says: string;
}

/** Things whose steps are told as the store tells them, one answer after the other. */
function following(answers: readonly StepsSince<Step>[]) {
  const [asked, made]: [number[], string[]] = [[], []];
  const read = followedSteps<Step, string, string>({
    since: async (_, size) => {
      asked.push(size);
      return answers[asked.length - 1]!;
    },
    nameOf: ({ of }) => of,
    make: (name, steps) => {
      made.push(name);
      return `${name}: ${steps.map(({ says }) => says).join(" ")}`;
    },
    order: (a, b) => (a < b ? -1 : 1),
  });
  const backing = { states: { workspace: async () => ({}) as Workspace } } as unknown as Backing;
  return { asked, made, read: async () => read({ backing, workspace: "acme" }) };
}

const [a, b] = [{ of: "a", says: "one" }, { of: "b", says: "one" }];

it("makes things once, those with another step anew, and all where anything may be another", async () => {
  const { asked, made, read } = following([
    { size: 2, isAll: true, steps: [b, a] }, { size: 2, isAll: false, steps: [] }, { size: 4, isAll: false, steps: [] },
    { size: 5, isAll: false, steps: [a, { of: "a", says: "two" }] }, { size: 6, isAll: true, steps: [{ of: "b", says: "(redacted)" }] },
  ]);
  const told: (readonly string[])[] = [];
  for (let time = 0; time < 5; time += 1) told.push(await read());
  const first = ["a: one", "b: one"];
  expect(told).toEqual([first, first, first, ["a: one two", "b: one"], ["b: (redacted)"]]);
  expect([asked, made]).toEqual([[0, 2, 2, 4, 5], ["b", "a", "a", "b"]]);
});
