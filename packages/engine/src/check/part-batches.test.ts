import { expect, test } from "vitest";
import { PartBatches } from "./part-batches.js";

const part = (number: number, ...things: string[]) => ({ number, things });

/** Pieces of the batches that are judged first. */
const planned = (...questions: [bringing: string, own: number, ...parts: ReturnType<typeof part>[]][]) => {
  const batches = new PartBatches();
  for (const [bringing, own, ...parts] of questions) batches.add(bringing, own, parts);
  batches.plan();
  return batches.first.map((number) => batches.all[number]!).map(({ own, parts, singles, isOfOwn }) => ({ own, parts, isOfOwn, alone: singles.map((single) => batches.all[single]!.parts[0]) }));
};

test("what things are asked themselves and what sources bring are judged together, each once", () => {
  expect(planned(["a", 0, part(1, "x"), part(2, "y")], ["a", 0, part(2, "y")], ["a", 0, part(3, "z")])).toEqual([{ own: 0, parts: [1, 2, 3], isOfOwn: false, alone: [1, 2, 3] }]);
});

test("parts that have something upstream in common are judged apart", () => {
  expect(planned(["a", 0, part(1, "x", "base"), part(2, "y", "base"), part(3, "z")]).map(({ parts }) => parts)).toEqual([[1, 3], [2]]);
});

test("each thing is asked itself, where there are no other parts beside those of its question with the fewest things", () => {
  expect(planned(["a", 0, part(1, "x")], ["a", 2, part(1, "x"), part(3, "y", "base"), part(4, "z", "base")], ["a", 2, part(3, "y", "base"), part(4, "z", "base")], ["a", 5, part(1, "x")])).toEqual([
    { own: 0, parts: [1, 3], isOfOwn: false, alone: [1, 3] }, { own: 2, parts: [4], isOfOwn: false, alone: [] }, { own: 5, parts: [1], isOfOwn: true, alone: [] },
  ]);
  expect(planned(["a", 0, part(1, "x")], ["a", 2, part(1, "x"), part(3, "base")], ["a", 2, part(3, "base")]).at(-1)).toEqual({ own: 2, parts: [3], isOfOwn: true, alone: [] });
});

test("what is asked otherwise is judged by itself", () => {
  expect(planned(["a", 0, part(1, "x")], ["b", 2, part(3, "y")]).map(({ own, parts }) => [own, ...parts])).toEqual([[0, 1], [2, 3]]);
});
