import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Drawn } from "./drawn.js";
import { layoutOf } from "./layout.js";
import { layerGap, rowGap, thingHeight, thingWidth } from "./measure.js";

const drawn = (ids: readonly string[], lines: readonly (readonly [string, string])[]): Drawn => ({ things: ids.map((id) => ({ node: { id } })), lines: lines.map(([from, to]) => ({ from, to })) }) as unknown as Drawn;
const step = thingWidth + layerGap;
const row = thingHeight + rowGap;

test.each([
  ["one thing", ["a"], [], { a: [0, 0] }],
  ["nothing", [], [], {}],
  ["a way", ["c", "a", "b"], [["a", "b"], ["b", "c"]], { a: [0, 0], b: [1, 0], c: [2, 0] }],
  ["what has two sources stands between them", ["x", "a", "b"], [["a", "x"], ["b", "x"]], { a: [0, 0], b: [0, 1], x: [1, 0.5] }],
  ["a source stands right before its result", ["a", "b", "c", "late"], [["a", "b"], ["b", "c"], ["late", "c"]], { a: [0, 0], b: [1, 0], late: [1, 1], c: [2, 0.5] }],
  ["lines do not cross where they need not", ["a", "b", "x", "y"], [["a", "y"], ["b", "x"]], { a: [0, 0], b: [0, 1], y: [1, 0], x: [1, 1] }],
  ["a circle begins at the first of it", ["a", "b"], [["a", "b"], ["b", "a"], ["a", "a"]], { a: [0, 0], b: [1, 0] }],
] as const)("%s", (_, ids, lines, places) => {
  const found = [...layoutOf(drawn(ids, lines as readonly (readonly [string, string])[]))];
  const left = Math.min(...found.map(([, { x }]) => x));
  const top = Math.min(...found.map(([, { y }]) => y));
  expect(Object.fromEntries(found.map(([id, { x, y }]) => [id, [(x - left) / step, (y - top) / row]]))).toEqual(places);
});

test("nothing lies on another, and the same drawing has the same places", () => {
  const sizes = fc.integer({ min: 1, max: 40 }).chain((size) => fc.tuple(fc.constant(size), fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 80 })));
  fc.assert(
    fc.property(sizes, ([size, pairs]) => {
      const given = drawn(Array.from({ length: size }, (_, at) => `n${at}`), pairs.map(([from, to]) => [`n${from}`, `n${to}`]));
      const places = [...layoutOf(given)];
      expect(places).toHaveLength(size);
      expect(places.flatMap(([id, { x, y }]) => places.filter(([other, at]) => id < other && at.x === x && Math.abs(at.y - y) < thingHeight))).toEqual([]);
      expect([...layoutOf(given)]).toEqual(places);
    }),
    { numRuns: 60, seed: 3 },
  );
});
