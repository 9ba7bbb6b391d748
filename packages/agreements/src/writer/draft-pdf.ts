import { pdfMargin, PdfPages, type PdfPiece } from "@cleartitle/paper";
import { anchorsOf, contentsOf } from "../document/anchor.js";
import { carriedFile } from "../document/carried.js";
import { type AgreementDocument, type DocumentClause, type Piece, shownText } from "../document/document.js";

const gray = "#5a5a5a";
const size = 10;
const text = (words: string, style: Partial<PdfPiece> = {}): PdfPiece => ({ text: words, size, ...style });

class PdfWriter {
  readonly #pages: PdfPages;
  readonly #anchors: ReturnType<typeof anchorsOf>;
  /** Where the contents wait for the numbers of their pages. */
  readonly #waiting: { readonly id: string; readonly page: number; readonly y: number }[] = [];
  readonly #pageOf = new Map<string, number>();
  constructor(private readonly document: AgreementDocument) {
    this.#pages = new PdfPages({ title: document.title, day: document.written });
    this.#anchors = anchorsOf(document);
  }

  get #pdf(): PdfPages["pdf"] {
    return this.#pages.pdf;
  }

  #page(): number {
    const { start, count } = this.#pdf.bufferedPageRange();
    return start + count - 1;
  }

  /** Something that is in the contents begins here. */
  #begins(id: string): void {
    this.#pageOf.set(id, this.#page());
    this.#pdf.addNamedDestination(this.#anchors.of(id), "XYZ", 0, this.#pdf.y, null);
  }

  #heading(id: string, number: string, title: string, level: 1 | 2): void {
    // Never without what it is the heading of.
    this.#pages.room(level === 1 ? 150 : 70);
    this.#pdf.y += level === 1 ? 16 : 10;
    this.#begins(id);
    const style = { bold: true, size: level === 1 ? 13 : 10.5 };
    this.#pages.paragraph([text(title, style)], { indent: level === 1 && number.length > 3 ? 80 : 36, mark: text(number, style), hang: level === 1 && number.length > 3 ? 80 : 36 });
    this.#pdf.y += level === 1 ? 4 : 2;
  }

  #table(header: readonly string[] | null, rows: readonly (readonly string[])[], shares: readonly number[]): void {
    const pdf = this.#pdf;
    const full = pdf.page.width - 2 * pdfMargin;
    const left = (at: number): number => shares.slice(0, at).reduce((sum, share) => sum + share, 0) * full / 100;
    const row = (cells: readonly string[], bold: boolean): void => {
      const height = Math.max(...cells.map((cell, at) => pdf.font("Helvetica").fontSize(9).heightOfString(cell, { width: (shares[at]! * full) / 100 - 8 }))) * 1.25 + 8;
      this.#pages.room(Math.min(height, 600));
      const [top, page] = [pdf.y, pdf.page];
      let deepest = top;
      for (const [at, cell] of cells.entries()) {
        if (pdf.page !== page) continue;
        pdf.y = top + 3;
        this.#pages.paragraph([text(cell, { size: 9, bold, ...(bold ? { color: gray } : {}) })], { indent: left(at), width: (shares[at]! * full) / 100 - 8 });
        deepest = Math.max(deepest, pdf.y);
      }
      pdf.y = deepest + 2;
      pdf.moveTo(pdfMargin, pdf.y).lineTo(pdf.page.width - pdfMargin, pdf.y).lineWidth(0.4).strokeColor("#cccccc").stroke();
    };
    if (header !== null) row(header, true);
    for (const cells of rows) row(cells, false);
    pdf.y += 8;
  }

  #line(pieces: readonly Piece[]): void {
    this.#pages.paragraph([text(shownText(pieces))], { before: 4 });
  }

  #cover(): void {
    const { title, written, status, cover, opening } = this.document;
    this.#pdf.y += 60;
    this.#pages.paragraph([text(title, { size: 22, bold: true })]);
    this.#pages.paragraph([text(`${written} · ${status}`, { color: gray })], { before: 4 });
    this.#pdf.y += 16;
    this.#table(null, cover.parties.map(({ role, name }) => [role, name]), [30, 70]);
    if (cover.edited === null) this.#table(null, cover.terms.map((term) => [term.title, term.value]), [30, 70]);
    else for (const words of cover.edited) this.#pages.paragraph([text(words)], { before: 4 });
    for (const { pieces } of opening) this.#line(pieces);
  }

  #contents(): void {
    this.#pdf.addPage();
    this.#pages.paragraph([text(this.document.contentsTitle, { size: 13, bold: true })]);
    this.#pdf.y += 4;
    for (const { level, id, number, title } of contentsOf(this.document)) {
      const top = level === 1 ? 5 : 1;
      this.#pages.room(20);
      this.#pages.paragraph([text(title)], { indent: level === 1 ? 72 : 108, mark: text(number), hang: level === 1 ? 72 : 36, before: top, width: 320 });
      this.#waiting.push({ id, page: this.#page(), y: this.#pdf.y });
    }
    this.#pdf.addPage();
  }

  /** Now it is known on which page each begins. */
  #fillContents(): void {
    const pdf = this.#pdf;
    for (const { id, page, y } of this.#waiting) {
      pdf.switchToPage(page);
      pdf.y = y - size * 1.362 - 2;
      this.#pages.paragraph([text(String(this.#pageOf.get(id)! + 1))], { indent: pdf.page.width - 2 * pdfMargin - 24, width: 24 });
      pdf.goTo(pdfMargin, y - 16, pdf.page.width - 2 * pdfMargin, 15, this.#anchors.of(id));
    }
  }

  #clause(clause: DocumentClause): void {
    this.#heading(`clause.${clause.topic}`, clause.number, clause.title, 2);
    for (const { number, pieces } of clause.sentences) this.#pages.paragraph([text(shownText(pieces))], { indent: 80, mark: text(number, { color: gray }), hang: 44, before: 3 });
  }

  #signature(): void {
    const { signature, cover } = this.document;
    const pdf = this.#pdf;
    // All places to sign on one page, as far as one holds them.
    const each = 40 + 24 * signature.lines.length;
    this.#pages.room(Math.min(60 + each * cover.parties.length, 640));
    pdf.y += 18;
    this.#pages.paragraph([text(signature.title, { size: 13, bold: true })]);
    this.#pages.paragraph([text(signature.says)], { before: 4 });
    for (const { name, role } of cover.parties) {
      this.#pages.room(each);
      this.#pages.paragraph([text(name, { bold: true }), text(` (${role})`)], { before: 14 });
      for (const label of signature.lines) {
        this.#pages.paragraph([text(`${label}:`, { color: gray })], { before: 8 });
        pdf.moveTo(pdfMargin + 70, pdf.y - 3).lineTo(pdfMargin + 300, pdf.y - 3).lineWidth(0.5).strokeColor("#888888").stroke();
      }
    }
  }

  #schedules(): void {
    const shares: Readonly<Record<number, readonly number[]>> = { 2: [30, 70], 3: [38, 46, 16], 4: [20, 42, 24, 14] };
    for (const [at, schedule] of this.document.schedules.entries()) {
      if (at === 0) this.#pdf.addPage();
      this.#heading(`schedule.${schedule.id}`, schedule.number, schedule.title, 1);
      this.#pages.paragraph([text(schedule.says, { color: gray, size: 9 })]);
      this.#pdf.y += 4;
      if (schedule.edited === null) this.#table(schedule.columns, schedule.rows.map((row) => row.map(shownText)), schedule.id === "assets" ? [22, 20, 38, 20] : shares[schedule.columns.length]!);
      else for (const words of schedule.edited) this.#pages.paragraph([text(words)], { before: 4 });
    }
  }

  async whole(carried: string): Promise<Uint8Array> {
    const { document } = this;
    this.#cover();
    this.#contents();
    this.#heading("definitions", document.definitions.number, document.definitions.title, 1);
    for (const { term, pieces } of document.definitions.entries) this.#pages.paragraph([text(`${term}. `, { bold: true }), text(shownText(pieces))], { indent: 36, before: 4 });
    for (const group of document.groups) {
      this.#heading(`group.${group.id}`, group.number, group.title, 1);
      for (const clause of group.clauses) this.#clause(clause);
    }
    this.#signature();
    this.#schedules();
    this.#fillContents();
    this.#pages.attach(carriedFile, "The deal that this document was drafted from", Buffer.from(carried));
    return this.#pages.finish(`${document.title} · ${document.written}`);
  }
}

/** An agreement as PDF, with the deal as an attachment. The same deal gives the same bytes. */
export const draftPdf = (document: AgreementDocument, carried: string): Promise<Uint8Array> => new PdfWriter(document).whole(carried);
