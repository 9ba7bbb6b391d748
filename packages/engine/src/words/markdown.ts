import { type Block, type Item, shapes } from "./block.js";
import { withoutControls } from "./terminal.js";

/** Text as text: nothing that Markdown or HTML would take for markup survives. */
export function escapeMarkdown(text: string): string {
  return withoutControls(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(/[\\`*_{}[\]()#!|~>]/g, (found) => (found === ">" ? "&gt;" : `\\${found}`));
}

function itemLines(entry: Item, mark: string): string[] {
  const indent = mark.startsWith("- ") ? "  " : " ".repeat(mark.length);
  const status = entry.status === null ? "" : `**${shapes[entry.status]} ${entry.status}** `;
  const details = entry.details.map((detail) => `${indent}- ${escapeMarkdown(detail.trim().replace(/^· /, ""))}`);
  const quote = entry.quote === null ? [] : ["", `${indent}> ${escapeMarkdown(entry.quote)}`, ""];
  return [`${mark}${status}${escapeMarkdown(entry.text)}`, ...quote, ...details];
}

function blockLines(block: Block): string[] {
  if (block.kind === "verdict") return [`# ${shapes[block.status]} ${block.status.toUpperCase()} — ${escapeMarkdown(block.text)}`, ""];
  if (block.kind === "heading") return [`## ${escapeMarkdown(block.text)}`, ""];
  if (block.kind === "text") return [escapeMarkdown(block.text), ""];
  return [...block.items.flatMap((entry, at) => itemLines(entry, block.ordered === false ? "- " : block.ordered === "ids" ? `- **${escapeMarkdown(entry.ids[0] ?? "")}** ` : `${at + 1}. `)), ""];
}

/** Blocks as a Markdown document. */
export const toMarkdown = (blocks: readonly Block[]): string => `${blocks.flatMap(blockLines).join("\n").replaceAll(/\n{3,}/g, "\n\n").trimEnd()}\n`;
