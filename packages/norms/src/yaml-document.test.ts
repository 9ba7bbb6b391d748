import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYaml } from "./yaml-document.js";

const read = (text: string, rest = {}) => readYaml(text, { file: "f.yaml", ...rest });
const codes = (text: string, rest = {}) => read(text, rest).problems.map((p) => `${p.code}@${p.line}:${p.column}`);

describe("readYaml", () => {
  it("reads the core schema of YAML 1.2: countries and dates are strings", () => {
    expect(read("in: [NO, ON, y]\non: 2026-03-01\nn: 5\nb: true\nnull: ~\n").problems[0]?.code).toBe("wrong-type");
    expect(read("in: [NO, ON, y]\non: 2026-03-01\nn: 5\nb: true\nv: ~\n\"1\": one\n").document?.value).toEqual({ in: ["NO", "ON", "y"], on: "2026-03-01", n: 5, b: true, v: null, 1: "one" });
    expect(read("").document?.value).toBeNull();
    expect(read("a: |\n  {{{[[[\n  text\n").document?.value).toEqual({ a: "{{{[[[\ntext\n" });
  });

  it.each([
    ["a: 1\nb: 2\na: 3\n", ["duplicate-key@3:1"]],
    ["a: &x 1\nb: *x\n", ["alias-forbidden@1:7", "alias-forbidden@2:4"]],
    ["a: {<<: {b: 1}}\n", ["alias-forbidden@1:5"]],
    ["a: !!int \"3\"\n", ["tag-forbidden@1:10"]],
    ["a: 1\n---\nb: 2\n", ["several-documents@2:1"]],
    ["%YAML 1.1\n---\na: NO\n", ["yaml-syntax@1:1"]],
    ["? [a, b]\n: 1\n", ["wrong-type@1:3"]],
  ])("refuses %j", (text, expected) => expect(codes(text)).toEqual(expected));

  it("says where the syntax breaks", () => {
    const { problems, document } = read("a: [1, 2\nb: 3\n");
    expect(document).toBeNull();
    expect(problems.every((p) => p.code === "yaml-syntax" && p.line !== null && p.line >= 1)).toBe(true);
  });

  it.each([
    ["flow lists", "[".repeat(10_000)],
    ["closed flow lists", "[".repeat(10_000) + "]".repeat(10_000)],
    ["flow mappings", "{a: ".repeat(10_000)],
    ["lists in one line", "- ".repeat(10_000)],
    ["explicit keys", "? ".repeat(10_000)],
    ["indentation", Array.from({ length: 10_000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n").slice(0, 7_900_000)],
  ])("refuses 10,000 levels of %s before it builds a tree", (_, text) => expect(read(text).problems.map((p) => p.code)).toEqual(["too-deep"]));

  it("takes nesting up to the limit", () => {
    expect(codes(`${"[".repeat(60)}${"]".repeat(60)}`)).toEqual([]);
    expect(codes("[[[1]]]", { maxDepth: 2 })).toEqual(["too-deep@1:3"]);
  });

  it("refuses by bytes before it parses, also one long line", () => {
    expect(read(`a: "${"x".repeat(10_000_000)}"`).problems.map((p) => p.code)).toEqual(["too-large"]);
    expect(read("é: 1", { maxBytes: 4 }).problems.map((p) => p.code)).toEqual(["too-large"]);
  });

  it("refuses by words, signs and line ends, where the text breaks the limit", () => {
    expect(codes("a: 1\nb: 2\n", { maxLexemes: 8 })).toEqual(["too-many@1:5"]);
  });

  it.each([["brackets", "]".repeat(200_000)], ["anchors", "&a ".repeat(50_000)], ["aliases in a list", `[${"*a,".repeat(50_000)}]`], ["quotes", '"'.repeat(200_000)], ["documents", "---\n".repeat(50_000)], ["repeated keys", "a: 1\n".repeat(50_000)]])(
    "reports a bounded number of problems for many %s",
    (_, text) => {
      const { problems } = read(text);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.length).toBeLessThanOrEqual(100);
    },
  );

  it("refuses a key named __proto__, and lets it reach nothing", () => {
    expect(codes("a: { __proto__: {polluted: true} }\n")).toEqual(["unknown-key@1:6"]);
    expect(read("constructor: 1\n").document?.value).toEqual({ constructor: 1 });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([["NUL", "a: b\u0000\n", "yaml-syntax@1:5"], ["half a character", "a: 1\nb: \ud800\n", "yaml-syntax@2:4"]])("refuses %s", (_, text, expected) => expect(codes(text)).toEqual([expected]));

  it("locates values, keys and what is missing", () => {
    const document = read("a:\n  - {b: 1, c: 2}\nd: 3\n").document!;
    expect(document.locate(["a", 0, "c"])).toEqual({ line: 2, column: 15 });
    expect(document.locateKey(["a", 0], "c")).toEqual({ line: 2, column: 12 });
    expect(document.locate(["a", 0, "zzz", "y"])).toEqual({ line: 2, column: 5 });
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from("[]{}:,-?!&*#|>'\"%@` \n\tab1")), maxLength: 80 })), (text) => {
        const { document, problems } = read(text);
        expect((document === null) === problems.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
