import { withoutControls } from "@cleartitle/engine";
import Pdf from "pdfkit";
import { fontBytes, type FontName, fontRuns } from "./font.js";

/** Between the edge of the page and what is written. */
export const pdfMargin = 56;
const margin = pdfMargin;
const ink = "#1a1a1a";
const gray = "#5a5a5a";

interface Style {
  readonly size: number;
  readonly color?: string;
  readonly bold?: boolean;
}

/** A stretch of text in one style. */
export interface PdfPiece extends Style {
  readonly text: string;
}

interface Place {
  readonly indent?: number;
  /** What hangs before the first line. */
  readonly mark?: PdfPiece | null;
  /** How far before it. */
  readonly hang?: number;
  readonly before?: number;
  /** How wide it may be; left out: to the margin. */
  readonly width?: number;
}

/** What no font of the house has, by what one has. */
const drawable = (text: string): string => text.replaceAll("✖", "×");

interface Described {
  readonly title: string;
  /** The only day that the document has, so that the same content gives the same bytes. */
  readonly day: string;
}

/** Writes pages of paragraphs in several fonts, and asks for a page where there is no more room. */
export class PdfPages {
  readonly pdf: PDFKit.PDFDocument;
  readonly #registered = new Set<string>();
  readonly #chunks: Uint8Array[] = [];
  readonly #done: Promise<void>;
  readonly #date: Date;

  constructor({ title, day }: Described) {
    this.#date = new Date(`${day}T00:00:00Z`);
    const date = this.#date;
    this.pdf = new Pdf({ size: "A4", margin, bufferPages: true, lang: "en", displayTitle: true, info: { Title: withoutControls(title), Author: "Cleartitle", Creator: "Cleartitle", Producer: "Cleartitle", CreationDate: date, ModDate: date } });
    this.#done = new Promise<void>((resolve, reject) => {
      this.pdf.on("data", (chunk: Uint8Array) => this.#chunks.push(chunk));
      this.pdf.on("end", resolve);
      this.pdf.on("error", reject);
    });
  }

  #font(name: FontName, bold: boolean): string {
    const key = `${name}${bold && name === "latin" ? "-bold" : ""}`;
    if (!this.#registered.has(key)) {
      this.pdf.registerFont(key, Buffer.from(fontBytes(name, bold)));
      this.#registered.add(key);
    }
    return key;
  }

  /** One paragraph, indented, with a mark that hangs before it. */
  paragraph(pieces: readonly PdfPiece[], { indent = 0, mark = null, hang = 20, before = 0, width }: Place = {}): void {
    const { pdf } = this;
    pdf.y += before;
    const [left, size] = [margin + indent, pieces[0]?.size ?? 10];
    if (pdf.y + size * 2 > pdf.page.height - margin) pdf.addPage();
    if (mark !== null) {
      const { y } = pdf;
      this.#pieces([mark], left - hang, hang + 40);
      pdf.y = y;
    }
    this.#pieces(pieces, left, width ?? pdf.page.width - margin - left);
  }

  #pieces(pieces: readonly PdfPiece[], left: number, width: number): void {
    const runs = pieces.flatMap(({ text, ...style }) => fontRuns(drawable(withoutControls(text))).map((run) => ({ ...run, ...style })));
    const { pdf } = this;
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

  /** A new page, unless there is so much room. */
  room(height: number): void {
    const { pdf } = this;
    if (pdf.y + height > pdf.page.height - margin) pdf.addPage();
  }

  rule(): void {
    const { pdf } = this;
    pdf.moveTo(margin, pdf.y + 3).lineTo(pdf.page.width - margin, pdf.y + 3).lineWidth(0.5).strokeColor("#cccccc").stroke();
    pdf.y += 8;
  }

  /** A bar left of what was written since a height, where it is on the same page. */
  barSince(y: number, page: unknown, indent: number): void {
    const { pdf } = this;
    if (pdf.page !== page) return;
    pdf.moveTo(margin + indent - 8, y + 2).lineTo(margin + indent - 8, pdf.y - 2).lineWidth(1.5).strokeColor("#bbbbbb").stroke();
  }

  /** A file that the document carries. */
  attach(name: string, description: string, bytes: Uint8Array): void {
    this.pdf.file(Buffer.from(bytes), { name, description, type: "application/json", creationDate: this.#date, modifiedDate: this.#date });
  }

  /** Page numbers, when it is known how many pages there are. */
  #number(words: string): void {
    const { pdf } = this;
    const { start, count } = pdf.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      pdf.switchToPage(page);
      // Beyond the margin, where a text would ask for another page.
      pdf.page.margins.bottom = 0;
      pdf.y = pdf.page.height - margin + 18;
      this.#pieces([{ text: `${words} · ${page - start + 1} / ${count}`, size: 8, color: gray }], margin, pdf.page.width - 2 * margin);
    }
  }

  /** Ends the document, with words and the number of the page at the foot of each. */
  async finish(words: string): Promise<Uint8Array> {
    this.#number(words);
    this.pdf.end();
    await this.#done;
    return Buffer.concat(this.#chunks);
  }
}
