import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PatchedMap } from "./patched-map.js";

const ids = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;
const id = fc.constantFrom(...ids);
const step = fc.oneof(fc.record({ put: id, to: fc.nat({ max: 3 }) }), fc.record({ drop: id }));

test("a map with changes on top is the changed map in the order of ids, and the one below stays as it was", () => {
  fc.assert(fc.property(fc.uniqueArray(id), fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 3 }), (first, changes) => {
    const below = new Map<string, number>(first.toSorted().map((each) => [each, -1]));
    const before = [...below];
    const plain = new Map(below);
    let patched: ReadonlyMap<string, number> = below;
    for (const steps of changes) {
      const [was, next] = [patched, PatchedMap.over(patched)];
      const content = [...was];
      for (const each of steps) {
        const answers = [next, plain].map((map) => ("put" in each ? map.set(each.put, each.to).size : map.delete(each.drop)));
        expect(answers[0]).toBe(answers[1]);
      }
      expect([...was]).toEqual(content);
      patched = next;
    }
    const expected = [...plain].toSorted(([a], [b]) => (a < b ? -1 : 1));
    expect([...patched]).toEqual(expected);
    expect([[...patched.keys()], [...patched.values()], patched.size]).toEqual([expected.map(([key]) => key), expected.map(([, value]) => value), plain.size]);
    for (const key of ids) expect([patched.get(key), patched.has(key)]).toEqual([plain.get(key), plain.has(key)]);
    expect([...below]).toEqual(before);
  }), { seed: 20261128 });
});
