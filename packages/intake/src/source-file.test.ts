import { describe, expect, it } from "vitest";
import { headOf, linesOf, memoryFile, textOf } from "./source-file.js";
import type { SourceFile } from "./source-file.js";

const inPieces = (text: string, size: number): SourceFile => {
  const bytes = new TextEncoder().encode(text);
  return { path: "x", size: bytes.length, chunks: () => Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size)) };
};
const lines = async (file: SourceFile, limit = 10) => {
  const found: unknown[] = [];
  for await (const line of linesOf(file, limit)) found.push("text" in line ? line.text : line.fault);
  return found;
};

describe("lines", () => {
  it.each([
    ["a\nb", ["a", "b"]],
    ["a\r\nb\r\n", ["a", "b"]],
    ["\uFEFFa\n\nb\n", ["a", "", "b"]],
    ["grün\n", ["grün"]],
    [`${"x".repeat(11)}\nb\n`, ["too-large", "b"]],
    [`a\n${"x".repeat(999)}`, ["a", "too-large"]],
    ["", []],
  ])("%j, however it is cut", async (text, expected) => {
    for (const size of [1, 2, 3, 7, 2_000]) expect(await lines(inPieces(text, size))).toEqual(expected);
  });

  it("tells bytes that are no UTF-8 from text, line by line", async () => {
    expect(await lines(memoryFile("x", new Uint8Array([97, 10, 0xff, 10, 98])))).toEqual(["a", "not-utf8", "b"]);
  });
});

it("reads a whole text within its limit", async () => {
  expect(await textOf(inPieces("grün", 1), 5)).toEqual({ text: "grün" });
  expect(await textOf(inPieces("grün!", 1), 5)).toEqual({ fault: "too-large" });
  expect(await textOf({ ...inPieces("a longer text", 2), size: 1 }, 5)).toEqual({ fault: "too-large" });
});

it("reads no more than the head", async () => {
  expect(await headOf(inPieces("\uFEFFabcdef", 2), 6)).toBe("abc");
});
