import { canonicalJson } from "@cleartitle/norms";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { inOrder } from "./content-order.js";

const word = fc.constantFrom("a", "ab", "a b", "a!", "b", "\"", "\\", "é", "", "\u2028", "\uffff", "\u{1f600}", "\ud800", "A");
const value = fc.oneof(word, fc.constantFrom(1, 12, 1.5, true, null), fc.record({ id: word, kind: word }), fc.array(word, { maxLength: 2 }));
const record = fc.record({ about: fc.oneof(word, value), detail: word, of: value, a: fc.constant(undefined) }, { requiredKeys: [] });

/** Long lists of few records, so that many begin alike and many say the same. */
const lists = fc.array(record, { minLength: 1, maxLength: 60 }).map((few) => Array.from({ length: 1100 }, (_, i) => ({ ...few[(i * 7) % few.length] })));

it("puts a long list in the order in which the texts of its records are", () => {
  fc.assert(fc.property(lists, (list) => {
    const texts = list.map((each) => canonicalJson(each)).toSorted();
    expect(inOrder(list).map((each) => canonicalJson(each))).toEqual(texts);
    expect(inOrder(list, true).map((each) => canonicalJson(each))).toEqual([...new Set(texts)]);
  }), { seed: 20261129, numRuns: 40 });
});

it("keeps what stands first first where records say the same", () => {
  const list = Array.from({ length: 2000 }, (_, i) => Object.defineProperty({ about: `a${i % 3}` }, "number", { value: i, enumerable: false }) as { readonly about: string; readonly number: number });
  expect(inOrder(list).map(({ number }) => number)).toEqual([0, 1, 2].flatMap((rest) => list.map(({ number }) => number).filter((number) => number % 3 === rest)));
});
