import { StoreRefusal } from "@cleartitle/store";
import { expect, test } from "vitest";
import { anew } from "./anew.js";

const failing = (times: number, error: Error) => {
  const tried = { times: 0, attempt: async (): Promise<number> => {
    tried.times += 1;
    if (tried.times <= times) throw error;
    return tried.times;
  } };
  return tried;
};

test.each([
  ["somebody else was faster", 4, new StoreRefusal("conflict", "newer"), 5, 5],
  ["somebody else always is", 9, new StoreRefusal("conflict", "newer"), "newer", 5],
  ["it may not be", 1, new StoreRefusal("not-allowed", "no"), "no", 1],
  ["of a bug", 1, new Error("bug"), "bug", 1],
] as const)("where %s", async (_, times, error, outcome, tries) => {
  const tried = failing(times, error);
  expect([await anew(tried.attempt).catch((thrown: Error) => thrown.message), tried.times]).toEqual([outcome, tries]);
});
