import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { docx, paragraph, pdf } from "./document-sample.fixture.js";
import { daySpans } from "../classify/candidate.js";
import { plainOfMarkdown } from "./markdown.js";
import { readDocument, structureOf } from "./read-text.js";

const bytes = (text: string): Uint8Array => strToU8(text);

const sentencesIn = (text: string): string[] => {
  const { sentences } = structureOf(text, null);
  return sentences.map(({ start, end }) => text.slice(start, end));
};

const notesOn = async (...paragraphs: readonly string[]): Promise<readonly string[] | undefined> => (await readDocument(bytes(paragraphs.join("\n\n")), "a.txt")).document?.notes;

describe("sentences", () => {
  it.each([
    ["ends and abbreviations", "Acme Inc. and Beta Corp. agree. They pay U.S. $5. No. 7 stands.", ["Acme Inc. and Beta Corp. agree.", "They pay U.S. $5.", "No. 7 stands."]],
    ["a closing quote belongs to its sentence", 'It is called "the Work." It stays.', ['It is called "the Work."', "It stays."]],
    ["wrapped lines are one", "The licensee shall pay each of the fees within\nthirty days of the invoice.\n\nNext.", ["The licensee shall pay each of the fees within\nthirty days of the invoice.", "Next."]],
    ["a numbered line begins anew", "1. Term. It lasts.\n2. Fees. They are due.", ["1. Term. It lasts.", "2. Fees. They are due."]],
    ["a page number does not cut a sentence", `${"The licensee shall keep records of every use of the data and of all ".repeat(2).trim()}\n\n12\n\ncopies that it makes.`, [`${"The licensee shall keep records of every use of the data and of all ".repeat(2).trim()}\n\n12\n\ncopies that it makes.`]],
  ])("%s", (_, text, sentences) => {
    expect(sentencesIn(text)).toEqual(sentences);
  });

  it("bounds a sentence without an end", () => {
    const long = "word ".repeat(4_000);
    const pieces = sentencesIn(long);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(2_400);
    expect(pieces.join("").replaceAll(" ", "")).toBe(long.replaceAll(" ", ""));
  });
});

it("takes hostile texts in one go", () => {
  for (const text of ["a\n".repeat(300_000), `# ${" ".repeat(200_000)}a`, "[".repeat(200_000), `1${" ".repeat(2_000)}`.repeat(100), "1. ".repeat(100_000)]) {
    const { sentences } = structureOf(text, null);
    expect(sentences.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
    expect(plainOfMarkdown(text).length).toBeLessThanOrEqual(text.length + 2);
    expect(daySpans(text)).toEqual([]);
  }
});

describe("days in a text", () => {
  it.each([
    ["this 26th day of March, 2014", ["26th day of March, 2014"]],
    ["this 26t h day of March, 2014", ["26t h day of March, 2014"]],
    ["this 1s t day of May, 2014 and the 2n d day of June 2015", ["1s t day of May, 2014", "2n d day of June 2015"]],
    ["this 3 r d\nday of April", ["3 r d\nday of April"]],
    ["Section 26 t h March 2014", ["March 2014"]],
    ["in 26 s t days of March", []],
  ])("%s", (text, days) => {
    expect(daySpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(days);
  });
});

describe("numbers and headings", () => {
  it.each([
    ["ARTICLE IV\n\nText of it.", "ARTICLE IV", null],
    ["5.2 Reports. The licensee reports.", "5.2", "Reports"],
    ["(b) The licensee reports.", "(b)", null],
    ["GOVERNING LAW\n\nThe law of Ohio governs.", null, "GOVERNING LAW"],
    ["Section 7. Limitation of Liability\n\nNothing.", "Section 7.", "Limitation of Liability"],
  ])("%s", (text, number, heading) => {
    const first = structureOf(text, null).paragraphs[0];
    expect(first?.number).toBe(number);
    expect(first?.heading === undefined || first.heading === null ? null : text.slice(first.heading.start, first.heading.end)).toBe(heading);
  });
});

describe("documents", () => {
  it("has the numbers that Word shows, and leaves out what is struck", async () => {
    const body = [paragraph("Term", 0), paragraph("It lasts a year.", 1), paragraph("It renews.", 1), paragraph("Fees & taxes", 0), "<w:p><w:r><w:t>They are </w:t></w:r><w:del><w:r><w:t>not </w:t></w:r></w:del><w:ins><w:r><w:t>due.</w:t></w:r></w:ins></w:p>"].join("");
    const { document } = await readDocument(docx(body), "a.docx");
    expect(document?.text).toBe("1. Term\n\n1(a) It lasts a year.\n\n1(b) It renews.\n\n2. Fees & taxes\n\nThey are due.");
    expect(document?.notes).toEqual(["the document has tracked changes: it is read as if all were accepted"]);
  });

  it("knows the pages of a PDF, and says which have no text", async () => {
    const { document } = await readDocument(pdf([["First line of the", "first paragraph.", "", "Second."], [], ["On the third page."]]), "a.pdf");
    expect(document?.text).toBe("First line of the\nfirst paragraph.\n\nSecond.\n\n\n\nOn the third page.");
    expect(document?.pages?.map((start) => document.text.slice(start, start + 5))).toEqual(["First", "\n\nOn ", "On th"]);
    expect(document?.notes).toEqual(["no text on page 2: what is pictured there is not read"]);
  });

  it("reads Markdown as its reader sees it", async () => {
    const { document } = await readDocument(bytes("# 1. Term\nIt lasts **one year**, as [here](https://example.org) said.\r\n"), "a.md");
    expect(document?.text.trim()).toBe("1. Term\n\nIt lasts one year, as here said.");
    expect(document?.format).toBe("markdown");
  });

  it("tells of paragraphs in another language, and of names in none", async () => {
    const english = "The licensor grants the licensee the right to use the data of the archive for research and for nothing else.";
    const french = "Le concédant accorde au licencié le droit d'utiliser les données pour la recherche, et pour rien d'autre, dans les pays qui sont nommés.";
    const names = "Attn: Chief Executive, Avenue des Sports 42, Yverdon-les-Bains; Steven van der Velden, Hans van Leeuwen";
    expect(await notesOn(english, names, english)).toEqual([]);
    expect(await notesOn(english, french, english, french)).toEqual(["2 paragraphs are not in English, the first at character 110: clauses there are not found"]);
    expect(await notesOn("Acme de la Cruz, Inc. and van der Berg B.V.")).toEqual([]);
  });

  const german = "Dieser Vertrag wird zwischen den Parteien geschlossen und regelt die Nutzung der Daten durch den Lizenznehmer. ".repeat(8);
  it.each([
    ["pictures only", pdf([[], []]), "a.pdf", "unsupported", "the PDF has no text"],
    ["an encrypted PDF", pdf([["Words."]], { encrypted: true }), "a.pdf", "unsupported", "the PDF is encrypted"],
    ["a cut PDF", bytes("%PDF-1.4\nnothing"), "a.pdf", "format-syntax", "the file is no PDF"],
    ["1,501 pages", pdf(Array.from({ length: 1_501 }, () => ["Words."])), "a.pdf", "too-many", "the PDF has 1501 pages; 1500 are read at most"],
    ["a cut DOCX", docx(paragraph("Words.")).slice(0, 200), "a.docx", "format-syntax", "the document cannot be unpacked"],
    ["XML that is none", docx("<w:p>"), "a.docx", "format-syntax", "not well-formed"],
    ["macros", docx(paragraph("Words."), { "word/vbaProject.bin": "x" }), "a.docm", "not-allowed", "carries macros"],
    ["another archive", docx(paragraph("Words.")).slice(0, 0), "a.docx", "format-syntax", "the document cannot be unpacked"],
    ["an encrypted DOCX", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "a.docx", "unsupported", "the document is encrypted"],
    ["elements without end", docx("<w:sdt>".repeat(300) + "</w:sdt>".repeat(300)), "a.docx", "too-deep", "nested deeper than 128 levels"],
    ["another language", bytes(german), "a.txt", "unsupported", "does not read as English"],
    ["a short page in another language", bytes("Mietvertrag\n\nZwischen der Vermieterin Müller GmbH, Berlin, und dem Mieter Schulze AG, München, wird folgender Vertrag geschlossen."), "a.txt", "unsupported", "does not read as English"],
    ["letters of another script", bytes("本协议由甲方和乙方签订。甲方授予乙方使用数据的权利。"), "a.txt", "unsupported", "does not read as English"],
    ["RTF", bytes("{\\rtf1\\ansi The licensor grants the rights.}"), "a.rtf", "unsupported", "the file is RTF"],
    ["a page of the web", bytes("<!DOCTYPE html>\n<html><body>The licensor grants the rights.</body></html>"), "a.txt", "unsupported", "the file is HTML"],
    ["no text at all", bytes(" \n 12 \n"), "a.txt", "unsupported", "the document has no text"],
    ["bytes that are no text", Uint8Array.from([0x61, 0xff, 0xfe, 0x00]), "a.txt", "format-syntax", "neither DOCX nor PDF nor text"],
    ["fifty megabytes", new Uint8Array(50_000_000), "a.txt", "too-large", "50000000 bytes"],
  ])("refuses %s", async (_, content, file, code, message) => {
    const { document, problems } = await readDocument(content, file);
    expect(document).toBeNull();
    expect(problems).toMatchObject([{ code, file, message: expect.stringContaining(message) as string }]);
    expect(problems[0]?.hint).not.toBeNull();
  });
});
