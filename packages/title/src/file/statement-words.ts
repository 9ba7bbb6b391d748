import { nearest } from "@cleartitle/norms";
import { type FileReport, recordsOf } from "./report.js";
import type { TitleFile } from "./title-file.js";

/** What a statement says that decisions read by a word of its own. */
const read = ["license", "licensor", "upstream"] as const;
/** Words of imports that are like one of these, and another. */
const others: ReadonlySet<string> = new Set(["licensing"]);

/** The word that was meant, where a statement says something else by a slip; null: it says what nobody decides by, or what it should. */
function meant(what: string): string | null {
  const [, start, name] = /^(facts?|quantit(?:y|ies))\s*:\s*(.*)$/i.exec(what.trim()) ?? [];
  if (start !== undefined) {
    const proper = `${start.toLowerCase().startsWith("f") ? "fact" : "quantity"}:${name}`;
    return proper === what ? null : proper;
  }
  if (read.some((word) => word === what) || others.has(what) || what.includes("-")) return null;
  return nearest(what.trim(), read);
}

/** Statements that would be read by nobody for how their `what` is written: a license that is recorded as a `licence` would stand against nothing. */
export function checkStatementWords(file: TitleFile, report: FileReport): void {
  for (const [{ what }, path] of recordsOf(file.statements, "statements")) {
    const word = meant(what);
    if (word !== null) report.add("unknown-name", [...path, "what"], `nothing is decided by what is recorded as \`${what}\``, what, `did you mean \`${word}\`?`);
  }
}
