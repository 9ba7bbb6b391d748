import { expect, test } from "vitest";
import { close, openMore, readOpened, stepsAtOnce, writeOpened } from "./opened.js";

test.each([
  ["nothing", undefined], ["no JSON", "[[\"a\""], ["no list", "{}"],
])("%s is a step each way", (_, text) => {
  expect(readOpened(text, "x")).toEqual([{ id: "x", side: "sources", shown: stepsAtOnce }, { id: "x", side: "results", shown: stepsAtOnce }]);
});

test("what is no opening is left out, and none is larger than a side", () => {
  expect(readOpened('[["a","s",3],["b","q",1],[1,"s",1],["c","r",0],["d","r",1.5],7,["e","r",1000000]]', "x")).toEqual([{ id: "a", side: "sources", shown: 3 }, { id: "e", side: "results", shown: 200 }]);
});

test("a hop is taken back, and an address says what was open", () => {
  const one = openMore(readOpened("[]", "x"), "a", "sources");
  const more = openMore(one, "a", "sources");
  expect(more).toEqual([{ id: "a", side: "sources", shown: 2 * stepsAtOnce }]);
  expect(readOpened(writeOpened(more), "x")).toEqual(more);
  expect(close(more, "a", "results")).toEqual(more);
  expect(close(more, "a", "sources")).toEqual([]);
});
