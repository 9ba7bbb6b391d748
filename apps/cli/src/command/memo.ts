import { namesOf } from "@cleartitle/engine";
import type { ExitCode } from "@cleartitle/norms";
import type { Io } from "../io.js";
import { usageStop } from "../stop.js";
import { decideOptions, decideUse, openWorld, type AskingOptions } from "../world.js";
import { writeNew } from "./import.js";

interface MemoCommand extends AskingOptions {
  readonly use: string;
  readonly in?: string;
  readonly format: "markdown" | "docx" | "pdf";
  readonly output?: string;
}

/** Decides a use, and writes the memo of it: the assessment that counsel hands on. */
export async function memo(io: Io, file: string, options: MemoCommand): Promise<ExitCode> {
  const { memoOf, writeMemo } = await import("@cleartitle/reports");
  const { format, output } = options;
  if (format !== "markdown" && output === undefined) throw usageStop(`a memo as ${format} is written into a file`, "name it by --output");
  const world = await openWorld(io, file);
  const decision = await decideUse(io, world, options.use, decideOptions(options), options.in);
  const bytes = await writeMemo(memoOf(decision, { names: namesOf(world), graph: world.graph }), format);
  if (output === undefined) io.stdout.write(Buffer.from(bytes).toString("utf8"));
  else {
    await writeNew(io, output, bytes);
    io.stderr.write(`written: ${output}\n`);
  }
  return 0;
}
