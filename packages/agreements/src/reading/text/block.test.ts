import { expect, it } from "vitest";
import { blocksOf } from "./block.js";
import { structureOf } from "./read-text.js";

it("parts a text into blocks of whole paragraphs, none left out and none twice", () => {
  const { paragraphs } = structureOf(Array.from({ length: 40 }, (_, index) => `${index + 1}. ${"Licensor grants. ".repeat(50)}`).join("\n\n"), null);
  const blocks = blocksOf(paragraphs);
  expect(blocks.length).toBeGreaterThan(1);
  expect(blocks.flatMap(({ first, paragraphs: count }) => paragraphs.slice(first, first + count))).toEqual(paragraphs);
  for (const { start, end, first, paragraphs: count } of blocks) expect([start, end]).toEqual([paragraphs[first]!.start, paragraphs[first + count - 1]!.end]);
  expect(blocksOf([])).toEqual([]);
});
