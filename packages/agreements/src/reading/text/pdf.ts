import { type Problem, problem } from "@cleartitle/norms";
import type { PlainDocument } from "./docx.js";
import { readingLimits } from "./limit.js";

interface Item {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  /** Place on the page; the last number is the height of the baseline above the bottom. */
  readonly transform: readonly number[];
}

/** A gap between lines of more than so many heights of the letters parts paragraphs. */
const gapOfParagraphs = 1.7;

/** The lines of a page as it is read; an empty line where there is a gap. */
function pageText(items: readonly Item[]): string {
  let text = "";
  let baseline: number | null = null;
  let height = 0;
  for (const item of items) {
    if (item.str === "" && !item.hasEOL) continue;
    const at = item.transform[5] ?? 0;
    if (text.endsWith("\n") && item.str !== "" && baseline !== null && Math.abs(baseline - at) > gapOfParagraphs * Math.max(height, item.height, 4)) text += "\n";
    text += item.str;
    if (item.str.trim() !== "") {
      baseline = at;
      height = item.height;
    }
    if (item.hasEOL) text += "\n";
  }
  return text.split("\n").map((line) => line.trimEnd()).join("\n").trim();
}

const faults: Readonly<Record<string, readonly [Problem["code"], string, string]>> = {
  PasswordException: ["unsupported", "the PDF is encrypted", "open it with its password, and save it without one"],
  InvalidPDFException: ["format-syntax", "the file is no PDF that can be read", "is the file whole? print it to PDF again"],
  FormatError: ["format-syntax", "the PDF is damaged", "is the file whole? print it to PDF again"],
};

const listed = (pages: readonly number[]): string => (pages.length <= 8 ? pages.join(", ") : `${pages.slice(0, 8).join(", ")} and ${pages.length - 8} more`);

function join(pages: readonly string[], file: string): { readonly document: PlainDocument } | { readonly problem: Problem } {
  const empty = pages.flatMap((text, index) => (/\p{L}/u.test(text) ? [] : [index + 1]));
  if (empty.length === pages.length) return { problem: problem("unsupported", "the PDF has no text: its pages are pictures", { file, hint: "run text recognition (OCR) over it first" }) };
  const starts: number[] = [];
  let text = "";
  for (const page of pages) {
    starts.push(text.length);
    text += `${page}\n\n`;
  }
  const notes = empty.length === 0 ? [] : [`no text on ${empty.length === 1 ? "page" : "pages"} ${listed(empty)}: what is pictured there is not read`];
  return { document: { text: text.trimEnd(), pages: starts, notes } };
}

/** The text of a PDF, page by page. */
export async function readPdf(bytes: Uint8Array, file: string): Promise<{ readonly document: PlainDocument } | { readonly problem: Problem }> {
  const { getDocumentProxy } = await import("unpdf");
  try {
    // A copy: the parser takes the bytes for its own.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true });
    try {
      if (pdf.numPages > readingLimits.pages) return { problem: problem("too-many", `the PDF has ${pdf.numPages} pages; ${readingLimits.pages} are read at most`, { file, hint: "split it" }) };
      const pages: string[] = [];
      let characters = 0;
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const page = await pdf.getPage(number);
        const content = await page.getTextContent();
        const text = pageText(content.items.filter((item): item is typeof item & Item => "str" in item));
        page.cleanup();
        pages.push(text);
        characters += text.length;
        if (characters > readingLimits.characters) return { problem: problem("too-large", `the text has more than ${readingLimits.characters} characters`, { file, hint: "split it" }) };
      }
      return join(pages, file);
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    const [code, message, hint] = faults[error instanceof Error ? error.name : ""] ?? ["format-syntax", "the PDF cannot be read", "print it to PDF again"];
    return { problem: problem(code, message, { file, hint }) };
  }
}
