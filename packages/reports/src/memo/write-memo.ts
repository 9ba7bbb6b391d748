import type { Memo } from "./memo.js";

/** Documents as which a memo is written. */
export const memoFormats = {
  markdown: { mediaType: "text/markdown; charset=utf-8", extension: "md" },
  docx: { mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", extension: "docx" },
  pdf: { mediaType: "application/pdf", extension: "pdf" },
} as const;

export type MemoFormat = keyof typeof memoFormats;

/** A memo as a document; the libraries for one are loaded when it is asked for. The same memo gives the same bytes. */
export async function writeMemo(memo: Memo, format: MemoFormat): Promise<Uint8Array> {
  if (format === "docx") return (await import("./memo-docx.js")).memoDocx(memo);
  if (format === "pdf") return (await import("./memo-pdf.js")).memoPdf(memo);
  return Buffer.from((await import("./memo-markdown.js")).memoMarkdown(memo));
}
