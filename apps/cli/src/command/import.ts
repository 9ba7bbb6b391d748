import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { formatProblem, type ExitCode } from "@cleartitle/norms";
import { writeTitleFile } from "@cleartitle/title";
import { fileStop } from "../file.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";
import { instantOption } from "../world.js";

export interface ImportOptions {
  readonly from?: string;
  readonly output?: string;
  readonly us: string;
  readonly recordedAt?: string;
}

/** Writes a new file and never over one that is there. */
export async function writeNew(io: Io, path: string, text: string): Promise<void> {
  try {
    const file = await open(resolve(io.folder, path), "wx");
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileStop(error, path);
  }
}

/** Reads what others recorded and writes it as a title file. What could not be read is told, and the rest is written. */
export async function importEvidence(io: Io, paths: readonly string[], options: ImportOptions): Promise<ExitCode> {
  const recordedAt = options.recordedAt === undefined ? undefined : instantOption("--recorded-at", options.recordedAt);
  const { graph, problems, notes } = await io.rooms.import({ paths, format: options.from, us: options.us, recordedAt, folder: io.folder });
  if (graph === null) throw new Stop(problems);
  for (const problem of problems) io.stderr.write(`${formatProblem(problem)}\n`);
  for (const note of notes) io.stderr.write(`${note}\n`);
  const text = writeTitleFile(graph);
  if (options.output === undefined) io.stdout.write(text);
  else {
    await writeNew(io, options.output, text);
    io.stderr.write(`written: ${options.output} (${graph.assets.size} assets, ${graph.derivations.size} derivations)\n`);
  }
  return 0;
}
