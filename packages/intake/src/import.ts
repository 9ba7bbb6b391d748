import { compareProblems, problem } from "@cleartitle/norms";
import type { Problem } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";
import { assemble } from "./assemble.js";
import { dvc } from "./dvc/reader.js";
import { Evidence } from "./evidence.js";
import type { FileRead, FileSkipped } from "./evidence.js";
import { filesOf } from "./folder.js";
import { huggingFaceCard } from "./hugging-face-card/reader.js";
import type { Reader } from "./reader.js";
import { headOf } from "./source-file.js";
import type { SourceFile } from "./source-file.js";
import { supplyChain } from "./supply-chain/reader.js";

/** Every format that is read, in the order in which they are asked and read. */
export const readers: readonly Reader[] = [huggingFaceCard, supplyChain, dvc];

export interface ImportOptions {
  /** The party on whose behalf the material is kept. */
  readonly us: string;
  /** When this was learned: a date or an instant. The reading has no clock, so that the same input gives the same graph. */
  readonly recordedAt?: string;
  /** Reads with this format alone, also files that do not look like it. */
  readonly reader?: string;
}

/** What an import gives. Problems do not make it fail: what could be read is in the graph. */
export interface Intake {
  readonly graph: TitleGraph;
  readonly problems: readonly Problem[];
  readonly read: readonly FileRead[];
  readonly skipped: readonly FileSkipped[];
}

const byPath = <T extends { readonly file: string }>(records: readonly T[]): T[] => records.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));

/**
 * Imports files, or a folder or file by its path, into one title graph. Records of several formats about one identifier meet
 * in one asset; reading the same again changes nothing. Expected failures are problems; it throws for none of them.
 */
export async function importFrom(source: readonly SourceFile[] | string, options: ImportOptions): Promise<Intake> {
  const into = new Evidence(options.us, options.recordedAt ?? null);
  const { files, problems } = typeof source === "string" ? await filesOf(source) : { files: source, problems: [] };
  into.problems.push(...problems);
  const chosen = readers.filter((each) => options.reader === undefined || each.id === options.reader);
  if (chosen.length === 0) {
    const known = readers.map((each) => `\`${each.id}\``).join(", ");
    into.problems.push(problem("unknown-name", `no reader \`${options.reader}\``, { offending: options.reader ?? null, hint: `the readers are ${known}` }));
  } else {
    for (const [reader, own] of await sorted(uniqueByPath(files), chosen, options.reader !== undefined, into)) {
      into.system = reader.id;
      await reader.read(own, into);
    }
  }
  return { graph: assemble(into), problems: into.problems.toSorted(compareProblems), read: byPath(into.read), skipped: byPath(into.skipped) };
}

/** The order of reading is the order of paths, so that nothing depends on how a folder was listed. */
function uniqueByPath(files: readonly SourceFile[]): SourceFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()].toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Gives each file to the first reader that is sure of it, else to the first that is not sure it is another's. */
async function sorted(files: readonly SourceFile[], chosen: readonly Reader[], forced: boolean, into: Evidence): Promise<Map<Reader, SourceFile[]>> {
  const groups = new Map<Reader, SourceFile[]>(chosen.map((reader) => [reader, []]));
  for (const file of files) {
    const entry = await entryOf(file, into);
    if (entry === null) continue;
    const answers = chosen.map((reader) => ({ reader, answer: reader.detect(entry) }));
    const taken = answers.find(({ answer }) => answer === "yes") ?? answers.find(({ answer }) => answer === "maybe") ?? (forced ? answers[0] : undefined);
    if (taken === undefined) into.skipped.push({ file: file.path, why: "of no format that is read" });
    else groups.get(taken.reader)?.push(file);
  }
  return groups;
}

async function entryOf(file: SourceFile, into: Evidence): Promise<{ path: string; size: number; head: string } | null> {
  try {
    return { path: file.path, size: file.size, head: await headOf(file) };
  } catch (error) {
    into.problems.push(problem("io", `cannot read \`${file.path}\``, { file: file.path, hint: String((error as { code?: unknown }).code ?? "check its permissions") }));
    into.skipped.push({ file: file.path, why: "it cannot be read" });
    return null;
  }
}
