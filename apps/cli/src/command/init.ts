import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ExitCode } from "@cleartitle/norms";
import { fileStop } from "../file.js";
import type { Io } from "../io.js";
import { starter } from "../starter.js";
import { writeNew } from "./import.js";

/** Writes a first title file into a folder, and never over one that is there. */
export async function init(io: Io, folder: string): Promise<ExitCode> {
  try {
    await mkdir(resolve(io.folder, folder), { recursive: true });
  } catch (error) {
    throw fileStop(error, folder);
  }
  const path = join(folder, "cleartitle.yaml");
  await writeNew(io, path, starter);
  io.stdout.write(`written: ${path}\n`);
  io.stderr.write(`next: cleartitle ask ${path} --use launch\n`);
  return 0;
}
