import { carriedText } from "../document/carried.js";
import { documentOf } from "../document/document-of.js";
import type { Drafting } from "../document/schedule.js";

/** Documents as which an agreement is drafted. */
export const draftFormats = {
  md: { mediaType: "text/markdown; charset=utf-8", extension: "md" },
  docx: { mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", extension: "docx" },
  pdf: { mediaType: "application/pdf", extension: "pdf" },
} as const;

export type DraftFormat = keyof typeof draftFormats;

interface DraftOptions {
  /** Whether the contents of a DOCX tell pages before a word processor has laid them out: reckoning where they fall takes a second or more. */
  readonly reckoned?: boolean;
}

/** Drafts the agreement of a deal, which the document carries inside; the libraries for one are loaded when it is asked for. The same deal gives the same bytes. */
export async function writeDraft(drafting: Drafting, format: DraftFormat, { reckoned = true }: DraftOptions = {}): Promise<Uint8Array> {
  const document = documentOf(drafting);
  const carried = carriedText(document, drafting.deal, drafting.library);
  if (format === "docx") return (await import("./draft-docx.js")).draftDocx(document, carried, reckoned);
  if (format === "pdf") return (await import("./draft-pdf.js")).draftPdf(document, carried);
  return Buffer.from((await import("./draft-markdown.js")).draftMarkdown(document, carried));
}
