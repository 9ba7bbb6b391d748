import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readForeignJson } from "./foreign-json.js";
import type { YamlValue } from "./foreign-yaml.js";

const plain = (value: YamlValue): unknown =>
  value.entries !== null ? Object.fromEntries(value.entries.map(([key, each]) => [key, plain(each)])) : value.items !== null ? value.items.map(plain) : value.scalar;

describe("JSON of others", () => {
  it("reads what the language itself reads", () => {
    fc.assert(fc.property(fc.json({ maxDepth: 5 }), fc.nat(3), (text, space) => {
      const value: unknown = JSON.parse(text);
      const { root, problems } = readForeignJson(JSON.stringify(value, null, space), "a.json");
      expect(problems).toEqual([]);
      expect(JSON.stringify(plain(root!))).toBe(JSON.stringify(value));
    }));
  });

  it("tells where each value stands and keeps a key that stands twice", () => {
    const { root } = readForeignJson('{\n  "a": [1,\n    "x"],\n  "a": NaN\n}', "a.json");
    expect(root?.entries?.map(([key, value]) => [key, value.line, value.column])).toEqual([["a", 2, 8], ["a", 4, 8]]);
    expect(root?.entries?.[0]?.[1].items?.[1]).toMatchObject({ line: 3, column: 5, text: "x" });
  });

  it.each([
    ["", 1, 1], ["{", 1, 2], ['{"a" 1}', 1, 6], ['{"a":1,}', 1, 8], ["[1 2]", 1, 4], ['["\\x"]', 1, 2], ['\n"abc', 2, 1], ["01", 1, 1], ["{} {}", 1, 4], ["'a'", 1, 1], ['{"a":\n\u0001}', 2, 1],
  ])("says where %j stops being JSON", (text, line, column) => {
    expect(readForeignJson(text, "a.json")).toMatchObject({ root: null, problems: [{ code: "json-syntax", file: "a.json", line, column }] });
  });

  it("refuses what is nested without end", () => {
    expect(readForeignJson("[".repeat(100_000), "a.json").problems).toMatchObject([{ code: "too-deep" }]);
    expect(readForeignJson('{"a":'.repeat(100_000), "a.json").problems).toMatchObject([{ code: "too-deep" }]);
  });
});
