import { strFromU8, unzipSync } from "fflate";
import { type Problem, problem } from "@cleartitle/norms";
import { readingLimits } from "./limit.js";

const wanted = new Set(["word/document.xml", "word/numbering.xml", "word/styles.xml"]);
const compound = [0xd0, 0xcf, 0x11, 0xe0];

export interface DocxParts {
  readonly document: string;
  readonly numbering: string | null;
  readonly styles: string | null;
}

const isCompound = (bytes: Uint8Array): boolean => compound.every((each, index) => bytes[index] === each);

/** The parts of a DOCX file that its text comes of, or why they cannot be had. */
export function docxParts(bytes: Uint8Array, file: string): { readonly parts: DocxParts } | { readonly problem: Problem } {
  if (isCompound(bytes)) return { problem: problem("unsupported", "the document is encrypted, or of Word before 2007", { file, hint: "open it with its password, and save it as .docx without one" }) };
  let isMacro = false;
  let isLarge = false;
  let found: Readonly<Record<string, Uint8Array>>;
  try {
    found = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (name === "word/vbaProject.bin") isMacro = true;
        if (!wanted.has(name)) return false;
        if (originalSize > readingLimits.part) isLarge = true;
        return !isLarge;
      },
    });
  } catch {
    return { problem: problem("format-syntax", "the document cannot be unpacked", { file, hint: "is the file whole? save it again as .docx" }) };
  }
  if (isMacro) return { problem: problem("not-allowed", "the document carries macros", { file, hint: "save it as .docx without macros" }) };
  if (isLarge) return { problem: problem("too-large", `a part of the document has more than ${readingLimits.part} bytes unpacked`, { file, hint: "split it" }) };
  const document = found["word/document.xml"];
  if (document === undefined) return { problem: problem("format-syntax", "the archive holds no Word document", { file, hint: "save it again as .docx" }) };
  const text = (name: string): string | null => (found[name] === undefined ? null : strFromU8(found[name]));
  return { parts: { document: strFromU8(document), numbering: text("word/numbering.xml"), styles: text("word/styles.xml") } };
}
