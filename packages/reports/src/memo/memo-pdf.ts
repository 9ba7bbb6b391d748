import { withoutControls, type Block, type Item } from "@cleartitle/engine";
import type { Status } from "@cleartitle/norms";
import Pdf from "pdfkit";
import { fontBytes, type FontName, fontRuns } from "./font.js";
import type { Memo } from "./memo.js";
import { statusColor } from "./status-color.js";

const margin = 56;
const ink = "#1a1a1a";
const gray = "#5a5a5a";

interface Style {
  readonly size: number;
  readonly color?: string;
  readonly bold?: boolean;
}

interface Piece extends Style {
  readonly text: string;
}

/** What no font of the memo has, by what one has. */
const drawable = (text: string): string => text.replaceAll("✖", "×");

/** Writes paragraphs of pieces in several fonts, and asks for a page where there is no more room. */
class Writer {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #registered = new Set<string>();

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf;
  }

  #font(name: FontName, bold: boolean): string {
    const key = `${name}${bold && name === "latin" ? "-bold" : ""}`;
    if (!this.#registered.has(key)) {
      this.#pdf.registerFont(key, Buffer.from(fontBytes(name, bold)));
      this.#registered.add(key);
    }
    return key;
  }

  /** One paragraph, indented, with a mark that hangs before it. */
  paragraph(pieces: readonly Piece[], { indent = 0, mark = null, before = 0 }: { readonly indent?: number; readonly mark?: Piece | null; readonly before?: number } = {}): void {
    const pdf = this.#pdf;
    pdf.y += before;
    const [left, size] = [margin + indent, pieces[0]?.size ?? 10];
    if (pdf.y + size * 2 > pdf.page.height - margin) pdf.addPage();
    if (mark !== null) {
      const { y } = pdf;
      this.#pieces([mark], left - 20, 60);
      pdf.y = y;
    }
    this.#pieces(pieces, left, pdf.page.width - margin - left);
  }

  #pieces(pieces: readonly Piece[], left: number, width: number): void {
    const runs = pieces.flatMap(({ text, ...style }) => fontRuns(drawable(withoutControls(text))).map((run) => ({ ...run, ...style })));
    const pdf = this.#pdf;
    pdf.x = left;
    // All stand on one line, whatever the font and size of each: as deep as the largest of the first font.
    const baseline = -1.069 * Math.max(...runs.map(({ size }) => size));
    for (const [at, { text, font, size, color = ink, bold = false }] of runs.entries()) {
      pdf.font(this.#font(font, bold)).fontSize(size).fillColor(color);
      const options = { continued: at < runs.length - 1, width, lineGap: 2, baseline };
      if (at === 0) pdf.text(text, left, pdf.y, options);
      else pdf.text(text, options);
    }
  }

  /** One line where the page has its foot. */
  foot(pieces: readonly Piece[]): void {
    this.#pieces(pieces, margin, this.#pdf.page.width - 2 * margin);
  }

  rule(): void {
    const pdf = this.#pdf;
    pdf.moveTo(margin, pdf.y + 3).lineTo(pdf.page.width - margin, pdf.y + 3).lineWidth(0.5).strokeColor("#cccccc").stroke();
    pdf.y += 8;
  }

  /** A bar left of what was written since a height, where it is on the same page. */
  barSince(y: number, page: unknown, indent: number): void {
    const pdf = this.#pdf;
    if (pdf.page !== page) return;
    pdf.moveTo(margin + indent - 8, y + 2).lineTo(margin + indent - 8, pdf.y - 2).lineWidth(1.5).strokeColor("#bbbbbb").stroke();
  }
}

const word = (status: Status, size: number): Piece => ({ text: `${status.toUpperCase()}  `, size, bold: true, color: statusColor[status] });

function writeItem(writer: Writer, pdf: PDFKit.PDFDocument, entry: Item, mark: string): void {
  writer.paragraph([...(entry.status === null ? [] : [word(entry.status, 10)]), { text: entry.text, size: 10 }], { indent: 24, mark: { text: mark, size: 10, color: gray }, before: 4 });
  if (entry.quote !== null) {
    const [y, page] = [pdf.y, pdf.page];
    writer.paragraph([{ text: `“${entry.quote}”`, size: 9, color: gray }], { indent: 48, before: 2 });
    writer.barSince(y, page, 48);
  }
  for (const detail of entry.details) writer.paragraph([{ text: detail.trim().replace(/^· /, ""), size: 9 }], { indent: 44, mark: { text: "    –", size: 9, color: gray }, before: 1 });
}

function writeBlock(writer: Writer, pdf: PDFKit.PDFDocument, block: Block): void {
  if (block.kind === "heading") {
    if (pdf.y + 60 > pdf.page.height - margin) pdf.addPage();
    writer.paragraph([{ text: block.text, size: 13, bold: true }], { before: 12 });
  } else if (block.kind === "text") writer.paragraph([{ text: block.text, size: 10 }], { before: 3 });
  else if (block.kind === "verdict") writer.paragraph([word(block.status, 14), { text: block.text, size: 11 }], { before: 3 });
  else for (const [at, entry] of block.items.entries()) writeItem(writer, pdf, entry, block.ordered === false ? "•" : block.ordered === "ids" ? (entry.ids[0] ?? "•") : `${at + 1}.`);
}

/** Page numbers, when it is known how many pages there are. */
function numberPages(pdf: PDFKit.PDFDocument, writer: Writer, { title, day }: Memo): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Beyond the margin, where a text would ask for another page.
    pdf.page.margins.bottom = 0;
    pdf.y = pdf.page.height - margin + 18;
    writer.foot([{ text: `${title} · ${day} · ${page - start + 1} / ${count}`, size: 8, color: gray }]);
  }
}

/** A memo as PDF. The same memo gives the same bytes: the document has the day of the answer, and no other. */
export async function memoPdf(memo: Memo): Promise<Uint8Array> {
  const date = new Date(`${memo.day}T00:00:00Z`);
  const pdf = new Pdf({ size: "A4", margin, bufferPages: true, lang: "en", displayTitle: true, info: { Title: withoutControls(memo.title), Author: "Cleartitle", Creator: "Cleartitle", Producer: "Cleartitle", CreationDate: date, ModDate: date } });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("end", resolve);
    pdf.on("error", reject);
  });
  const writer = new Writer(pdf);
  writer.paragraph([{ text: memo.title, size: 20, bold: true }]);
  writer.rule();
  for (const [name, value] of memo.facts) writer.paragraph([{ text: `${name}: `, size: 9, color: gray }, { text: value, size: 9 }]);
  writer.rule();
  for (const block of memo.blocks) writeBlock(writer, pdf, block);
  numberPages(pdf, writer, memo);
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}
