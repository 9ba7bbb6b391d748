import { withoutControls, type Block, type Item } from "@cleartitle/engine";
import type { Status } from "@cleartitle/norms";
import { sealDocx } from "@cleartitle/paper";
import { AlignmentType, BorderStyle, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { Memo } from "./memo.js";
import { statusColor } from "./status-color.js";

const font = "Noto Sans";
const run = (text: string, style: { readonly bold?: boolean; readonly italics?: boolean; readonly color?: string; readonly size?: number } = {}): TextRun => new TextRun({ text: withoutControls(text), font, ...style });
const word = (status: Status): TextRun => run(status.toUpperCase(), { bold: true, color: statusColor[status].slice(1) });

/** Steps of a list, in twentieths of a point. */
const step = 360;

function itemParagraphs(entry: Item, mark: string): Paragraph[] {
  const head = [run(`${mark}\t`), ...(entry.status === null ? [] : [word(entry.status), run("  ")]), run(entry.text)];
  return [
    new Paragraph({ children: head, indent: { left: step, hanging: step }, tabStops: [{ type: "left", position: step }], spacing: { before: 100 } }),
    ...(entry.quote === null ? [] : [new Paragraph({ children: [run(entry.quote, { italics: true })], indent: { left: step * 2 }, border: { left: { style: BorderStyle.SINGLE, size: 12, color: "999999", space: 8 } }, spacing: { before: 60, after: 60 } })]),
    ...entry.details.map((detail) => new Paragraph({ children: [run("–\t"), run(detail.trim().replace(/^· /, ""))], indent: { left: step * 2, hanging: step }, tabStops: [{ type: "left", position: step * 2 }], spacing: { before: 30 } })),
  ];
}

function blockParagraphs(block: Block): Paragraph[] {
  if (block.kind === "heading") return [new Paragraph({ children: [run(block.text, { bold: true, size: 26 })], heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 280, after: 80 } })];
  if (block.kind === "text") return [new Paragraph({ children: [run(block.text)], spacing: { before: 80 } })];
  if (block.kind === "verdict") return [new Paragraph({ children: [word(block.status), run(`   ${block.text}`)], spacing: { before: 80 } })];
  return block.items.flatMap((entry, at) => itemParagraphs(entry, block.ordered === false ? "•" : block.ordered === "ids" ? (entry.ids[0] ?? "•") : `${at + 1}.`));
}

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const cell = (child: TextRun, share: number): TableCell => new TableCell({ width: { size: share, type: WidthType.PERCENTAGE }, children: [new Paragraph({ children: [child] })], borders: { top: none, left: none, right: none, bottom: { style: BorderStyle.SINGLE, size: 4, color: "DDDDDD" } } });

/** A memo as a document for a word processor. The same memo gives the same bytes. */
export async function memoDocx({ title, day, facts, blocks }: Memo): Promise<Uint8Array> {
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(`${title} · ${day} · `, { size: 16, color: "666666" }), new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], font, size: 16, color: "666666" })] })] });
  const children = [
    new Paragraph({ children: [run(title, { bold: true, size: 36 })], heading: HeadingLevel.TITLE, spacing: { after: 160 } }),
    new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: facts.map(([name, value]) => new TableRow({ children: [cell(run(name, { color: "555555" }), 24), cell(run(value), 76)] })) }),
    ...blocks.flatMap(blockParagraphs),
  ];
  const document = new Document({ title: withoutControls(title), creator: "Cleartitle", styles: { default: { document: { run: { font, size: 20 } } } }, sections: [{ properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } }, footers: { default: footer }, children }] });
  return sealDocx(await Packer.toBuffer(document), { title, day });
}
