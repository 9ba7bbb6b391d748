import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, digestOf, sha256 } from "./canonical-json.js";

describe("canonicalJson", () => {
  it.each([
    [{ b: 1, a: [true, null, "é\n"], c: undefined }, '{"a":[true,null,"é\\n"],"b":1}'],
    [new Map([["z", 1], ["a", 2]]), '{"a":2,"z":1}'], [new Set(["b", "a"]), '["a","b"]'], [1e21, "1e+21"], [-0, "0"], [{ "\u20ac": 1, "1": 2, "\u{1f600}": 3, "\ufb33": 4 }, '{"1":2,"\u20ac":1,"\u{1f600}":3,"\ufb33":4}'],
  ])("writes %j", (value, text) => expect(canonicalJson(value)).toBe(text));

  it("refuses what JSON cannot say", () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
    expect(() => canonicalJson(() => 1)).toThrow(TypeError);
  });

  it("does not depend on the order of keys and means the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        const turned: unknown = value !== null && typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value;
        expect(canonicalJson(turned)).toBe(text);
      }),
    );
  });

  it("digests", () => {
    expect(sha256("")).toBe("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(digestOf({ a: 1, b: 2 })).toBe(digestOf({ b: 2, a: 1 }));
  });
});
