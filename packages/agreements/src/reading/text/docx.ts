import type { Problem } from "@cleartitle/norms";
import { openDocx } from "../../docx/archive.js";
import { hasOpenChanges, paragraphsOf } from "../../docx/paragraph.js";
import { readingLimits } from "./limit.js";

export interface PlainDocument {
  readonly text: string;
  readonly pages: readonly number[] | null;
  /** What a reader of what comes of it ought to know. */
  readonly notes: readonly string[];
}

/** The text of a Word document, with the numbers that Word shows; words that are struck by a tracked change are left out, words put in are there. */
export function readDocx(bytes: Uint8Array, file: string): { readonly document: PlainDocument } | { readonly problem: Problem } {
  const opened = openDocx(bytes, file, readingLimits.bytes);
  if ("problems" in opened) return { problem: opened.problems[0]! };
  const lines = paragraphsOf(opened.archive, "accepted").filter(({ text }) => text.trim() !== "").map(({ text, shown }) => `${shown === "" ? "" : `${shown} `}${text.trim().replaceAll("\u2011", "-")}`);
  return { document: { text: lines.join("\n\n"), pages: null, notes: hasOpenChanges(opened.archive) ? ["the document has tracked changes: it is read as if all were accepted"] : [] } };
}
