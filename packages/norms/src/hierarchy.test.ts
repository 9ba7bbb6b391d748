import { describe, expect, it } from "vitest";
import { ancestors, descendants, findCycle, isA } from "./hierarchy.js";

const tree = (entries: Record<string, string[]>) => new Map(Object.entries(entries).map(([id, isAs]) => [id, { isA: isAs }]));
const purposes = tree({ research: [], commercial: [], academic: ["research"], trial: ["commercial", "research"], thesis: ["academic"] });

describe("hierarchy", () => {
  it("climbs any number of steps, and a term is itself", () => {
    expect([...ancestors(purposes, "thesis")]).toEqual(["thesis", "academic", "research"]);
    expect([...descendants(purposes, "research")].toSorted()).toEqual(["academic", "research", "thesis", "trial"]);
    expect(isA(purposes, "thesis", "research")).toBe(true);
    expect(isA(purposes, "research", "thesis")).toBe(false);
    expect(isA(purposes, "no-such", "research")).toBe(false);
  });

  it("finds cycles, also long ones, and none where paths only meet", () => {
    expect(findCycle(purposes)).toBeNull();
    expect(findCycle(tree({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }))).toBeNull();
    expect(findCycle(tree({ x: ["a"], a: ["b"], b: ["a"] }))).toEqual(["a", "b", "a"]);
    expect(findCycle(tree({ a: ["a"] }))).toEqual(["a", "a"]);
    const long = new Map(Array.from({ length: 20_000 }, (_, i) => [`t${i}`, { isA: [`t${(i + 1) % 20_000}`] }]));
    expect(findCycle(long)).toHaveLength(20_001);
  });
});
