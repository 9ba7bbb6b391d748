import { expect, test } from "vitest";
import { Shelf, shelves } from "./shelf.js";

test("of too many values those go that were neither put nor asked for longest", () => {
  const shelf = new Shelf<string, number>(2);
  shelf.put("a", 1);
  shelf.put("b", 2);
  expect(shelf.get("a")).toBe(1);
  expect(shelf.put("c", 3)).toBe(3);
  expect(["a", "b", "c"].map((key) => shelf.get(key))).toEqual([1, undefined, 3]);
  shelf.put("a", 4);
  shelf.delete("c");
  expect(["a", "c"].map((key) => shelf.get(key))).toEqual([4, undefined]);
});

test("each of those that something is kept for has a shelf of its own", () => {
  const [shelfOf, one, other] = [shelves<number>(1), {}, {}];
  shelfOf(one).put("a", 1);
  expect([shelfOf(one).get("a"), shelfOf(other).get("a")]).toEqual([1, undefined]);
});
