import { checkDeal, documentOf, draftFormats, type DraftFormat, writeDraft } from "@cleartitle/agreements";
import type { ExitCode } from "@cleartitle/norms";
import { writeNew } from "../command/import.js";
import type { Io } from "../io.js";
import { usageStop } from "../stop.js";
import { type Drafting, openDrafting } from "./deal-text.js";

/** What of a deal does not fit together: a document is written all the same, and whoever writes it has to know. */
function sayClashes(io: Io, path: string, drafting: Drafting): void {
  const clashes = checkDeal({ ...drafting, on: io.today(), document: documentOf(drafting) }).findings.filter(({ severity }) => severity === "contradiction");
  if (clashes.length === 0) return;
  io.stderr.write(`${clashes.map(({ topics, message }) => `does not fit together (${topics.join(", ")}): ${message}\n`).join("")}  hint: \`cleartitle deal check ${path}\` tells what to do\n`);
}

/** Drafts the agreement of a deal file. */
export async function write(io: Io, path: string, { format, output }: { readonly format?: DraftFormat; readonly output?: string }): Promise<ExitCode> {
  const named = (Object.keys(draftFormats) as DraftFormat[]).find((each) => output?.toLowerCase().endsWith(`.${draftFormats[each].extension}`) === true);
  const chosen = format ?? named ?? "md";
  if (chosen !== "md" && output === undefined) throw usageStop(`an agreement as ${chosen} is written into a file`, "name it by --output");
  const drafting = await openDrafting(io, path);
  const bytes = await writeDraft(drafting, chosen);
  if (output === undefined) io.stdout.write(Buffer.from(bytes).toString("utf8"));
  else {
    await writeNew(io, output, bytes);
    io.stderr.write(`written: ${output}\n`);
  }
  sayClashes(io, path, drafting);
  return 0;
}
