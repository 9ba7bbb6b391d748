import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Persons } from "@cleartitle/intake";
import { exitOf, type ExitCode } from "@cleartitle/norms";
import { withNotRead, writeTitleFile } from "@cleartitle/title";
import { fileStop } from "../file.js";
import { numbered } from "../import/say-files.js";
import type { Io } from "../io.js";
import { sayProblems } from "../say-problems.js";
import { starter } from "../starter.js";
import { importTold, writeNew } from "./import.js";

interface InitOptions {
  readonly us: string;
  readonly empty?: boolean;
  readonly persons?: Persons;
}

/** Writes a first title file into a folder: out of what lies there, if any of it is of a format that is read, else the starter. Never over one that is there. What could not be read is told, and the exit code says so. */
export async function init(io: Io, folder: string, options: InitOptions): Promise<ExitCode> {
  try {
    await mkdir(resolve(io.folder, folder), { recursive: true });
  } catch (error) {
    throw fileStop(error, folder, "written");
  }
  const path = join(folder, "cleartitle.yaml");
  const { graph, problems: all } = options.empty === true ? { graph: null, problems: [] } : await importTold(io, [folder], { us: options.us, ...(options.persons === undefined ? {} : { persons: options.persons }) });
  // That a folder holds nothing to read is no fault of it; what is wrong with its files is.
  const problems = all.filter(({ code, file }) => code !== "unsupported" || file !== folder);
  await sayProblems(io, problems);
  if (graph === null || graph.assets.size === 0) {
    await writeNew(io, path, starter);
    io.stdout.write(`written: ${path}, an example to be changed into what you have\n`);
    io.stderr.write(`next: cleartitle ask ${path} --use launch\n`);
    return exitOf(problems);
  }
  await writeNew(io, path, writeTitleFile(withNotRead(graph, problems)));
  io.stdout.write(`written: ${path} (${numbered(graph.assets.size, "asset")}, ${numbered(graph.derivations.size, "derivation")})\n`);
  io.stderr.write(`next: cleartitle check ${path}\n`);
  return exitOf(problems);
}
