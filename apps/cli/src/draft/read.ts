import { dealText, readDraft, type DraftDifference, type DraftRead } from "@cleartitle/agreements";
import type { ExitCode } from "@cleartitle/norms";
import { jsonWith, openClauses, writeLines } from "../command/clauses.js";
import { writeNew } from "../command/import.js";
import { readBytes, readText } from "../file.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";
import { draftingOf } from "./deal-text.js";

/** Differences that change what the deal says. */
const changes = ({ kind }: DraftDifference): boolean => kind === "value" || kind === "edited" || kind === "added" || kind === "removed";

const words: Readonly<Record<DraftDifference["kind"], string>> = { value: "another value", edited: "edited", added: "added", removed: "taken out", "filled-in": "filled in", open: "open change", untold: "beside the text" };

const differenceLines = ({ kind, where, before, after, note }: DraftDifference): string[] => [
  `${words[kind]}: ${where}`, ...(before === null ? [] : [`  - ${before}`]), ...(after === null ? [] : [`  + ${after}`]), `  ${note}`,
];

function told({ carries, differences, isCompared }: DraftRead): string[] {
  const byText = carries === "nothing" ? ["The document carries no deal: it was read by its words, and what is not in the words of the house is words of the parties. Ids of parties are made of their names."] : [];
  const head = isCompared ? byText : ["The text was not compared with the deal inside: of a PDF the attachment alone is read."];
  if (differences.length === 0) return isCompared && byText.length === 0 ? ["The document says what the deal inside says."] : head;
  return [...head, ...(head.length === 0 ? [] : [""]), `${differences.length} ${differences.length === 1 ? "difference" : "differences"}`, "", ...differences.flatMap(differenceLines)];
}

/** Reads a drafted document back to its deal, and tells in what its text differs; a difference in what it says stops. */
export async function read(io: Io, path: string, { deal, output, format, byText = false }: { readonly deal?: string; readonly output?: string; readonly byText?: boolean; readonly format: "table" | "json" }): Promise<ExitCode> {
  const opened = await openClauses(io);
  const known = deal === undefined ? undefined : draftingOf(await readText(io, deal), deal, opened).deal;
  const found = readDraft(await readBytes(io, path), { file: path, library: opened.library, taxonomies: opened.catalogue.taxonomies, byText, ...(known === undefined ? {} : { known }) });
  if (found.deal === null) throw new Stop(found.problems);
  if (output !== undefined) await writeNew(io, output, dealText(found.deal.deal));
  if (format === "json") io.stdout.write(jsonWith("draft-read", opened.library, { compared: found.isCompared, byText: found.carries === "nothing", differences: found.differences, deal: found.deal.deal }));
  else writeLines(io, told(found));
  if (output !== undefined) io.stderr.write(`written: ${output}\n`);
  return found.differences.some(changes) ? 2 : 0;
}
