import { expect, it } from "vitest";
import { conceptsOf } from "./concept.js";

it.each<[why: string, one: string, two: string, isSame: boolean]>([
  ["words that say nearly the same", "solicit", "entice", true],
  ["every word that begins so", "affiliates", "affiliated", true],
  ["a longer beginning before a shorter one", "transferable", "transfer", false],
  ["few letters are a whole word", "fees", "feeds", false],
  ["others are told apart", "customers", "employees", false],
])("%s: %s, %s", (_why, one, two, isSame) => {
  const [first, second] = conceptsOf([[one], [two]]);
  expect(first).toHaveLength(1);
  expect(first?.[0] === second?.[0]).toBe(isSame);
});

it("keeps order and repeats, and leaves out what it knows nothing of", () => {
  const [of = [], once = []] = conceptsOf([["shall", "not", "solicit", "any", "customer", "or", "client"], ["customer"]]);
  expect(of).toHaveLength(4);
  expect(of.slice(2)).toEqual([...once, ...once]);
});
