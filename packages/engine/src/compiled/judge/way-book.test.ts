import { expect, test } from "vitest";
import { WayBook } from "./way-book.js";

const names = ["c", "a", "b", "a-b"];

test("a way has one number however often it is gone, and is written out from where it begins", () => {
  const ways = new WayBook(names);
  const start = ways.from(0);
  const on = ways.on(start, 2);
  const far = ways.on(on, 1);
  expect([ways.from(0), ways.on(start, 2), ways.on(on, 1)]).toEqual([start, on, far]);
  expect(ways.pathOf(far)).toEqual(["c", "b", "a"]);
  expect([ways.endOf(far), ways.beforeOf(far), ways.beforeOf(start), ways.lengthOf(far)]).toEqual([1, on, -1, 3]);
  expect([0, 1, 2, 3].map((node) => ways.has(far, node))).toEqual([true, true, true, false]);
});

test.each<[one: number[], other: number[], order: number]>([
  [[0, 1], [0, 1], 0],
  [[0, 1], [0, 2], -1],
  [[0, 2, 1], [0, 1, 2], 1],
  [[0, 3, 1], [0, 1, 2], 1],
  [[0, 1, 3], [0, 1, 2], -1],
])("%j beside %j: by the first things in which they differ", (one, other, order) => {
  const ways = new WayBook(names);
  const wayOf = ([first, ...rest]: number[]): number => rest.reduce((way, node) => ways.on(way, node), ways.from(first!));
  expect(ways.compare(wayOf(one), wayOf(other))).toBe(order);
});
