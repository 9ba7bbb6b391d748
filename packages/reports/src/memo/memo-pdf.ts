import type { Block, Item } from "@cleartitle/engine";
import type { Status } from "@cleartitle/norms";
import { PdfPages, type PdfPiece } from "@cleartitle/paper";
import type { Memo } from "./memo.js";
import { statusColor } from "./status-color.js";

const gray = "#5a5a5a";

const word = (status: Status, size: number): PdfPiece => ({ text: `${status.toUpperCase()}  `, size, bold: true, color: statusColor[status] });

function writeItem(pages: PdfPages, entry: Item, mark: string): void {
  pages.paragraph([...(entry.status === null ? [] : [word(entry.status, 10)]), { text: entry.text, size: 10 }], { indent: 24, mark: { text: mark, size: 10, color: gray }, before: 4 });
  if (entry.quote !== null) {
    const { y, page } = pages.pdf;
    pages.paragraph([{ text: `“${entry.quote}”`, size: 9, color: gray }], { indent: 48, before: 2 });
    pages.barSince(y, page, 48);
  }
  for (const detail of entry.details) pages.paragraph([{ text: detail.trim().replace(/^· /, ""), size: 9 }], { indent: 44, mark: { text: "    –", size: 9, color: gray }, before: 1 });
}

function writeBlock(pages: PdfPages, block: Block): void {
  if (block.kind === "heading") {
    pages.room(60);
    pages.paragraph([{ text: block.text, size: 13, bold: true }], { before: 12 });
  } else if (block.kind === "text") pages.paragraph([{ text: block.text, size: 10 }], { before: 3 });
  else if (block.kind === "verdict") pages.paragraph([word(block.status, 14), { text: block.text, size: 11 }], { before: 3 });
  else for (const [at, entry] of block.items.entries()) writeItem(pages, entry, block.ordered === false ? "•" : block.ordered === "ids" ? (entry.ids[0] ?? "•") : `${at + 1}.`);
}

/** A memo as PDF. The same memo gives the same bytes: the document has the day of the answer, and no other. */
export function memoPdf(memo: Memo): Promise<Uint8Array> {
  const pages = new PdfPages(memo);
  pages.paragraph([{ text: memo.title, size: 20, bold: true }]);
  pages.rule();
  for (const [name, value] of memo.facts) pages.paragraph([{ text: `${name}: `, size: 9, color: gray }, { text: value, size: 9 }]);
  pages.rule();
  for (const block of memo.blocks) writeBlock(pages, block);
  return pages.finish(`${memo.title} · ${memo.day}`);
}
