import { escapeMarkdown, sayBlocksInMarkdown } from "@cleartitle/engine";
import type { Memo } from "./memo.js";

/** A memo as Markdown. Recorded text is text, whatever it looks like. */
export function memoMarkdown({ title, facts, blocks }: Memo): string {
  const head = facts.map(([name, value]) => `- **${escapeMarkdown(name)}:** ${escapeMarkdown(value)}`);
  return `# ${escapeMarkdown(title)}\n\n${head.join("\n")}\n\n${sayBlocksInMarkdown(blocks.map((block) => (block.kind === "verdict" ? { kind: "items", ordered: false, items: [{ status: block.status, text: block.text, details: [], quote: null, ids: [] }] } : block)))}`;
}
