import { expect, it } from "vitest";
import { structureOf } from "../text/read-text.js";
import { markedSpan } from "./marked-span.js";

const text = "1. Grant. Licensor grants\n  the rights.\n\n2. Term. The rights last.  aab aaab\n";
const document = structureOf(text, [0, 40]);
const wordsAt = (marked: Parameters<typeof markedSpan>[1]): string => {
  const found = markedSpan(document, marked, "a.txt");
  return "span" in found ? text.slice(found.span.start, found.span.end) : `${found.problem.code}: ${found.problem.message}; ${found.problem.hint ?? ""}`;
};

it.each([
  ["words across an end of line", { quote: " Licensor grants the rights. " }, "Licensor grants\n  the rights."],
  ["words that begin like what stands before them", { quote: "aaab" }, "aaab"],
  ["offsets, without the blanks around", { start: 9, end: 26 }, "Licensor grants"],
  ["all of it", { start: 0, end: text.length }, text.trim()],
])("%s", (_, marked, words) => expect(wordsAt(marked)).toBe(words));

it.each([
  ["words that do not stand there", { quote: "licensor grants" }, "not-found: these words do not stand"],
  ["no words", { quote: " \n" }, "not-found"],
  ["words at several places, each told", { quote: "rights" }, "conflict: these words stand at 2 places; say which by its offsets: 32 to 38 (page 1) in “1. Grant. Licensor grants the rights."],
  ["as many places as overlap", { quote: "a" }, "; and others"],
  ["a quote as long as a book", { quote: "a".repeat(20_001) }, "too-large"],
  ["a span that ends before it begins", { start: 5, end: 5 }, "bad-value"],
  ["a span past the end", { start: 5, end: text.length + 1 }, "bad-value"],
  ["what is no number", { start: Number.NaN, end: 5 }, "bad-value"],
  ["blanks", { start: 25, end: 28 }, "bad-value: from 25 to 28 nothing but blanks"],
])("refused: %s", (_, marked, said) => expect(wordsAt(marked)).toContain(said));

it("takes no longer where a text repeats itself", () => {
  const repeated = structureOf("a ".repeat(40_000), null);
  expect(markedSpan(repeated, { quote: `${"a ".repeat(9_000)}b` }, "a.txt")).toMatchObject({ problem: { code: "not-found" } });
});
