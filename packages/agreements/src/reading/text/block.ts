import type { Paragraph, Span } from "./text.js";

/** Some paragraphs that follow each other: what is shown of a long document at once. */
export interface Block extends Span {
  /** Index of its first paragraph. */
  readonly first: number;
  readonly paragraphs: number;
}

/** A block is closed when it has so many characters. */
const enough = 12_000;

/** A document in blocks, each of whole paragraphs. */
export function blocksOf(paragraphs: readonly Paragraph[]): readonly Block[] {
  const blocks: Block[] = [];
  let first = 0;
  paragraphs.forEach(({ end }, index) => {
    const { start } = paragraphs[first] as Paragraph;
    if (end - start < enough && index < paragraphs.length - 1) return;
    blocks.push({ start, end, first, paragraphs: index + 1 - first });
    first = index + 1;
  });
  return blocks;
}
