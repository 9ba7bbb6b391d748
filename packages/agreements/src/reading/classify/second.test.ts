import { expect, it } from "vitest";
import { readSecond, secondSum, writeSecond } from "./second.js";

const written = writeSecond({
  inputs: 3,
  trees: [
    { inputs: [], bounds: [], below: [], above: [], ends: [0.25] },
    { inputs: [0, 2], bounds: [0.5, -1], below: [-1, -2], above: [1, -3], ends: [1, 10, 100] },
    { inputs: [1], bounds: [0.123456789], below: [-2], above: [-1], ends: [1000, 2000] },
  ],
});

it.each<[why: string, seen: readonly number[], sum: number]>([
  ["all at most their bounds", [0.25, 0, 0], 5 + 0.25 + 1 + 2000],
  ["a number that is its bound is at most it", [0.5, 1, 0], 5 + 0.25 + 1 + 1000],
  ["the second question of a tree", [1, 1, -2], 5 + 0.25 + 10 + 1000],
  ["no question answered with at most", [1, 1, 0], 5 + 0.25 + 100 + 1000],
  ["bounds are kept with five digits", [0.25, 0.123458, 0], 5 + 0.25 + 1 + 2000],
])("adds what each tree ends in to the start: %s", (_why, seen, sum) => {
  expect(secondSum(readSecond(written, 3), Float32Array.from(seen), 5)).toBe(sum);
});

it("refuses trees that ask for other numbers", () => {
  expect(() => readSecond(written, 4)).toThrow("other features");
});
