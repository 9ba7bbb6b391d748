import { type Problem, problem } from "@cleartitle/norms";
import { type PlainDocument, readDocx } from "./docx.js";
import { isEnglish, languageNotes } from "./language.js";
import { readingLimits } from "./limit.js";
import { plainOfMarkdown } from "./markdown.js";
import { paragraphsOf } from "./paragraph.js";
import { readPdf } from "./pdf.js";
import { sentencesOf } from "./sentence.js";
import type { DocumentText } from "./text.js";

type DocumentFormat = "docx" | "pdf" | "markdown" | "text";

export interface ReadDocument extends DocumentText {
  readonly file: string;
  readonly format: DocumentFormat;
  readonly notes: readonly string[];
}

const archive = [0x50, 0x4b, 0x03, 0x04];
const compound = [0xd0, 0xcf];
const begins = (bytes: Uint8Array, sign: readonly number[]): boolean => sign.every((each, index) => bytes[index] === each);

/** What the bytes say they are, else what the name says. */
function formatOf(bytes: Uint8Array, file: string): DocumentFormat {
  if (Buffer.from(bytes.subarray(0, 1_024)).includes("%PDF-")) return "pdf";
  if (begins(bytes, archive) || begins(bytes, compound)) return "docx";
  if (/\.pdf$/i.test(file)) return "pdf";
  if (/\.do[ct][xm]?$/i.test(file)) return "docx";
  return /\.(?:md|markdown)$/i.test(file) ? "markdown" : "text";
}

function decode(bytes: Uint8Array, file: string): { readonly text: string } | { readonly problem: Problem } {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return { text: text.replace(/\r\n?/g, "\n") };
  } catch {
    // Told below.
  }
  return { problem: problem("format-syntax", "the file is neither DOCX nor PDF nor text in UTF-8", { file, hint: "save it as one of them" }) };
}

/** Text whose words are not as they stand in the file. */
const markup = [{ name: "RTF", sign: /^\s*\{\\rtf/ }, { name: "HTML", sign: /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i }] as const;

async function plainDocument(bytes: Uint8Array, file: string, format: DocumentFormat): Promise<{ readonly document: PlainDocument } | { readonly problem: Problem }> {
  if (format === "pdf") return readPdf(bytes, file);
  if (format === "docx") return readDocx(bytes, file);
  const decoded = decode(bytes, file);
  if ("problem" in decoded) return decoded;
  const marked = markup.find(({ sign }) => sign.test(decoded.text));
  if (marked !== undefined) return { problem: problem("unsupported", `the file is ${marked.name}, which is not read`, { file, hint: "open it and save it as `.docx` or `.pdf`" }) };
  return { document: { text: format === "markdown" ? plainOfMarkdown(decoded.text) : decoded.text, pages: null, notes: [] } };
}

/** Paragraphs and sentences of a text that is at hand already. */
export function structureOf(text: string, pages: readonly number[] | null): DocumentText {
  const paragraphs = paragraphsOf(text);
  return { text, pages, paragraphs, sentences: sentencesOf(text, paragraphs) };
}

const refuse = (...problems: Problem[]): { readonly document: null; readonly problems: readonly Problem[] } => ({ document: null, problems });

/** Reads a document from its bytes. What cannot be read whole is not read at all, and said why. */
export async function readDocument(bytes: Uint8Array, file: string): Promise<{ readonly document: ReadDocument | null; readonly problems: readonly Problem[] }> {
  if (bytes.length > readingLimits.bytes) return refuse(problem("too-large", `the file has ${bytes.length} bytes; ${readingLimits.bytes} are read at most`, { file, hint: "split it, or leave its pictures out" }));
  const format = formatOf(bytes, file);
  const read = await plainDocument(bytes, file, format);
  if ("problem" in read) return refuse(read.problem);
  const { text, pages, notes } = read.document;
  if (text.length > readingLimits.characters) return refuse(problem("too-large", `the text has more than ${readingLimits.characters} characters`, { file, hint: "split it" }));
  if (!/\p{L}/u.test(text)) return refuse(problem("unsupported", "the document has no text", { file, hint: "if its pages are pictures, run text recognition (OCR) over it first" }));
  if (!isEnglish(text)) return refuse(problem("unsupported", "the document does not read as English; only English is read so far", { file, hint: "read a translation, and keep the original beside it" }));
  const structure = structureOf(text, pages);
  return { document: { ...structure, file, format, notes: [...notes, ...languageNotes(structure)] }, problems: [] };
}
