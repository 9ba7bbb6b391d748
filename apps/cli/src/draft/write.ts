import { draftFormats, type DraftFormat, writeDraft } from "@cleartitle/agreements";
import type { ExitCode } from "@cleartitle/norms";
import { writeNew } from "../command/import.js";
import type { Io } from "../io.js";
import { usageStop } from "../stop.js";
import { openDrafting } from "./deal-text.js";

/** Drafts the agreement of a deal file. */
export async function write(io: Io, path: string, { format, output }: { readonly format?: DraftFormat; readonly output?: string }): Promise<ExitCode> {
  const named = (Object.keys(draftFormats) as DraftFormat[]).find((each) => output?.toLowerCase().endsWith(`.${draftFormats[each].extension}`) === true);
  const chosen = format ?? named ?? "md";
  if (chosen !== "md" && output === undefined) throw usageStop(`an agreement as ${chosen} is written into a file`, "name it by --output");
  const bytes = await writeDraft(await openDrafting(io, path), chosen);
  if (output === undefined) io.stdout.write(Buffer.from(bytes).toString("utf8"));
  else {
    await writeNew(io, output, bytes);
    io.stderr.write(`written: ${output}\n`);
  }
  return 0;
}
