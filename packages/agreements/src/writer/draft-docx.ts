import { sealDocx } from "@cleartitle/paper";
import {
  AlignmentType, BookmarkEnd, BookmarkStart, BorderStyle, Document, Footer, Header, HeadingLevel, InternalHyperlink, LevelFormat, NumberedItemReference, NumberedItemReferenceFormat, Packer, PageNumber, PageReference, Paragraph, type ParagraphChild, Tab, Table, TableCell, TableOfContents,
  TableRow, TextRun, WidthType,
} from "docx";
import { anchorsOf, contentsOf } from "../document/anchor.js";
import { carriedGuid, carriedSchema } from "../document/carried.js";
import type { AgreementDocument, DocumentClause, Piece } from "../document/document.js";

/** Every word processor has it, or one as wide. */
const font = "Arial";
/** Numbers of clauses, and of schedules. */
const [clauses, schedules] = ["clauses", "schedules"];
const step = 720;
const small = { size: 16, color: "666666", font };
const withoutControls = (text: string): string => text.replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, " ");
const run = (text: string, style: { readonly bold?: boolean; readonly color?: string; readonly size?: number } = {}): TextRun => new TextRun({ text: withoutControls(text), font, ...style });
const line = { style: BorderStyle.SINGLE, size: 4, color: "BBBBBB" } as const;

/** On a new page by itself. Word leaves out what would be free above it there, LibreOffice does not: with nothing to leave out pages begin alike in both. */
const atTop = { pageBreakBefore: true, spacing: { before: 0 } } as const;

const gap = (): Paragraph => new Paragraph({ children: [] });

/** Writes the parts of a document; marks have numbers in the order in which they are written. */
class DocxWriter {
  #marks = 0;
  readonly #anchors: ReturnType<typeof anchorsOf>;
  constructor(private readonly document: AgreementDocument, private readonly reckoned: boolean) {
    this.#anchors = anchorsOf(document);
  }

  #marked(id: string, children: readonly ParagraphChild[]): ParagraphChild[] {
    const link = (this.#marks += 1);
    return [new BookmarkStart(this.#anchors.of(id), link), ...children, new BookmarkEnd(link)] as unknown as ParagraphChild[];
  }

  #say(pieces: readonly Piece[]): ParagraphChild[] {
    return pieces.map((piece) => (piece.kind === "text" ? run(piece.text) : (new NumberedItemReference(this.#anchors.to(piece.to), piece.number, { hyperlink: true, referenceFormat: NumberedItemReferenceFormat.NO_CONTEXT }) as unknown as ParagraphChild)));
  }

  #table(header: readonly string[] | null, rows: readonly (readonly (readonly Piece[])[])[], shares: readonly number[]): Table {
    const cell = (children: ParagraphChild[], at: number): TableCell => new TableCell({ width: { size: shares[at]!, type: WidthType.PERCENTAGE }, margins: { top: 60, bottom: 60, left: 100, right: 100 }, children: [new Paragraph({ children, spacing: { after: 0 } })] });
    const head = header === null ? [] : [new TableRow({ tableHeader: true, cantSplit: true, children: header.map((title, at) => cell([run(title, { bold: true })], at)) })];
    return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }, rows: [...head, ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((pieces, at) => cell(this.#say(pieces), at)) }))] });
  }

  /** A break that stood before it could fall on a page where nothing else is. */
  #heading(id: string, title: string, level: 0 | 1, numbers: string | null, pageBreakBefore = false): Paragraph {
    return new Paragraph({ heading: level === 0 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, ...(numbers === null ? {} : { numbering: { reference: numbers, level } }), keepNext: true, ...(pageBreakBefore ? atTop : {}), children: this.#marked(id, [run(title)]) });
  }

  #clause(clause: DocumentClause): Paragraph[] {
    return [
      this.#heading(`clause.${clause.topic}`, clause.title, 1, clauses),
      ...clause.sentences.map((sentence) => new Paragraph({ style: "Sentence", numbering: { reference: clauses, level: 2 }, children: this.#marked(sentence.id, this.#say(sentence.pieces)) })),
    ];
  }

  /** A field that is filled in already, with pages as they are reckoned to fall; a word processor makes it anew when it is asked to. */
  #contents(): TableOfContents {
    const entries = contentsOf(this.document).map(({ level, id, number, title }) => {
      const mark = this.#anchors.of(id);
      const shown = [run(number), new TextRun({ children: [new Tab()], font }), run(title), new TextRun({ children: [new Tab()], font }), new PageReference(mark) as unknown as ParagraphChild];
      return new Paragraph({ style: `TOC${level}`, children: [new InternalHyperlink({ anchor: mark, children: shown })] });
    });
    return new TableOfContents(this.document.contentsTitle, { hyperlink: true, headingStyleRange: "1-2", contentChildren: entries, beginDirty: !this.reckoned });
  }

  #cover(): (Paragraph | Table)[] {
    const { title, written, status, cover, opening } = this.document;
    const rows = (list: readonly (readonly [string, string])[]): Table => this.#table(null, list.map((row) => row.map((text) => [{ kind: "text", text }])), [30, 70]);
    return [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }), new Paragraph({ style: "Status", children: [run(`${written} · ${status}`)] }), rows(cover.parties.map(({ role, name }) => [role, name])), gap(),
      ...(cover.edited?.map((text) => new Paragraph({ children: [run(text)] })) ?? (cover.terms.length === 0 ? [] : [rows(cover.terms.map((term) => [term.title, term.value])), gap()])),
      ...opening.map(({ id, pieces }) => new Paragraph({ children: this.#marked(id, this.#say(pieces)) })),
    ];
  }

  #signature(): Paragraph[] {
    const { signature, cover } = this.document;
    return [
      new Paragraph({ style: "Unnumbered", keepNext: true, children: this.#marked("signature", [run(signature.title)]) }), new Paragraph({ keepNext: true, children: [run(signature.says)] }),
      // Places to sign stand together: alone on a page, one says nothing of what is signed.
      ...cover.parties.flatMap(({ name, role }, nth) => [
        new Paragraph({ keepNext: true, spacing: { before: 280 }, children: [run(name, { bold: true }), run(` (${role})`)] }),
        ...signature.lines.map((label, at) => new Paragraph({ keepNext: at < signature.lines.length - 1 || nth < cover.parties.length - 1, spacing: { before: 120 }, tabStops: [{ type: "right", position: 6000, leader: "underscore" }], children: [run(`${label}:`), new TextRun({ children: [new Tab()], font })] })),
      ]),
    ];
  }

  children(): (Paragraph | Table | TableOfContents)[] {
    const { document } = this;
    const shares: Readonly<Record<number, readonly number[]>> = { 2: [30, 70], 3: [40, 45, 15], 4: [17, 42, 28, 13] };
    const assets = [20, 25, 30, 25];
    return [
      ...this.#cover(), new Paragraph({ style: "Unnumbered", ...atTop, children: this.#marked("contents", [run(document.contentsTitle)]) }), this.#contents(),
      this.#heading("definitions", document.definitions.title, 0, clauses, true),
      ...document.definitions.entries.map((entry) => new Paragraph({ style: "Definition", children: this.#marked(entry.id, [run(`${entry.term}.`, { bold: true }), run(" "), ...this.#say(entry.pieces)]) })),
      ...document.groups.flatMap((group) => [this.#heading(`group.${group.id}`, group.title, 0, clauses), ...group.clauses.flatMap((clause) => this.#clause(clause))]),
      ...this.#signature(),
      ...document.schedules.flatMap((schedule, at) => [
        this.#heading(`schedule.${schedule.id}`, schedule.title, 0, schedules, at === 0), new Paragraph({ keepNext: true, children: [run(schedule.says)] }),
        ...(schedule.edited?.map((text) => new Paragraph({ children: [run(text)] })) ?? [this.#table(schedule.columns, schedule.rows, schedule.id === "assets" ? assets : shares[schedule.columns.length]!)]),
      ]),
    ];
  }
}

const indent = (left: number, hanging = left): { readonly indent: { readonly left: number; readonly hanging: number } } => ({ indent: { left, hanging } });

const numbering = (word: string) => ({
  config: [
    { reference: clauses, levels: [
      { level: 0, format: LevelFormat.DECIMAL, text: "%1", alignment: AlignmentType.LEFT, style: { paragraph: indent(step), run: { bold: true } } },
      { level: 1, format: LevelFormat.DECIMAL, text: "%1.%2", alignment: AlignmentType.LEFT, style: { paragraph: indent(step), run: { bold: true } } },
      { level: 2, format: LevelFormat.DECIMAL, text: "%1.%2.%3", alignment: AlignmentType.LEFT, style: { paragraph: indent(step * 2, step) } },
    ] },
    { reference: schedules, levels: [{ level: 0, format: LevelFormat.UPPER_LETTER, text: `${word} %1`, alignment: AlignmentType.LEFT, style: { paragraph: indent(step * 2.5), run: { bold: true } } }] },
  ],
});

/** Where titles begin in the contents, and where the numbers of pages end. */
const pages = (title: number) => [{ type: "left", position: title }, { type: "right", position: 9300, leader: "dot" }] as const;
const headed = (size: number, before: number, after: number, outlineLevel?: number) => ({ run: { font, size, bold: true, color: "1A1A1A" }, paragraph: { spacing: { before, after }, keepNext: true, ...(outlineLevel === undefined ? {} : { outlineLevel }) } });
const styles = {
  default: { document: { run: { font, size: 20 }, paragraph: { spacing: { after: 100 } } }, title: { run: { font, size: 40, bold: true }, paragraph: { spacing: { before: 600, after: 200 } } }, heading1: headed(26, 360, 120, 0), heading2: headed(21, 240, 80, 1) },
  paragraphStyles: [
    { id: "Sentence", name: "Sentence", basedOn: "Normal", quickFormat: true },
    { id: "Definition", name: "Definition", basedOn: "Normal", quickFormat: true, paragraph: { indent: { left: step } } },
    { id: "Status", name: "Status", basedOn: "Normal", run: { color: "555555" }, paragraph: { spacing: { after: 300 } } },
    { id: "Unnumbered", name: "Unnumbered", basedOn: "Normal", ...headed(26, 360, 120) },
    { id: "TOC1", name: "toc 1", basedOn: "Normal", paragraph: { spacing: { before: 80, after: 20 }, tabStops: pages(1300) } },
    { id: "TOC2", name: "toc 2", basedOn: "Normal", paragraph: { spacing: { after: 0 }, indent: { left: 240 }, tabStops: pages(1300) } },
  ],
};

/** An agreement for a word processor: numbers, cross-references and contents are its own, so that they follow every change. The same deal gives the same bytes. */
export async function draftDocx(document: AgreementDocument, carried: string, reckoned: boolean): Promise<Uint8Array> {
  const { title, written } = document;
  const header = new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(title, small)] })] });
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(`${written} · `, small), new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], ...small })] })] });
  const made = new Document({
    title: withoutControls(title), creator: "Cleartitle", ...(reckoned ? { pageNumbers: (await import("docx/layout")).estimatePageNumbersWith({ guess: true }) } : {}), numbering: numbering(document.scheduleWord), styles,
    sections: [{ properties: { page: { margin: { top: 1300, bottom: 1300, left: 1300, right: 1300 } } }, headers: { default: header }, footers: { default: footer }, children: new DocxWriter(document, reckoned).children() }],
  });
  return sealDocx(await Packer.toBuffer(made), { title, day: written, carried: { namespace: carriedSchema, guid: carriedGuid, text: carried } });
}
