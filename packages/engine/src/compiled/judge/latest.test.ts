import { expect, test } from "vitest";
import { Latest } from "./latest.js";

const thing = (weight: number): { weight: number } => ({ weight });
const weightOf = ({ weight }: { weight: number }): number => weight;

test.each<[what: string, weights: number[], most: number, left: number[]]>([
  ["all of them where they weigh little", [1, 2, 3], 6, [1, 2, 3]],
  ["the last ones that together weigh no more", [5, 1, 3], 4, [1, 3]],
  ["the last one, whatever it weighs", [1, 1, 9], 4, [9]],
  ["nothing of nothing", [], 0, []],
])("lightened it holds %s", (_, weights, most, left) => {
  const latest = new Latest<{ weight: number }>(10);
  for (const [i, weight] of weights.entries()) latest.of(`${i}`, () => thing(weight));
  latest.lighten(weightOf, most);
  expect(weights.filter((__, i) => latest.find((each) => each.weight === weights[i]) !== undefined)).toEqual(left);
  expect(latest.weigh(weightOf)).toBe(left.reduce((sum, each) => sum + each, 0));
});

test("what was asked for last goes last", () => {
  const latest = new Latest<{ weight: number }>(2);
  const [one] = ["one", "two"].map((name) => latest.of(name, () => thing(1)));
  expect(latest.of("one", () => thing(2))).toBe(one);
  latest.of("three", () => thing(3));
  expect([latest.of("one", () => thing(4)), latest.weigh(weightOf)]).toEqual([one, 4]);
});
