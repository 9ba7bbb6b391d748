import { CommanderError } from "commander";
import type { ExitCode } from "@cleartitle/norms";
import { commandLine } from "./command-line.js";
import type { Io } from "./io.js";
import { ownVersion } from "./version.js";

/** How many problems are printed; a broken file can have thousands. */
const most = 50;

/** A stop knows its problems; asked by shape, so that `--help` need not load what makes them. */
async function printStop(error: unknown, io: Io): Promise<ExitCode> {
  const { Stop } = await import("./stop.js");
  if (!(error instanceof Stop)) throw error;
  const { sayProblems } = await import("./say-problems.js");
  await sayProblems(io, error.problems, most);
  return error.exit;
}

/**
 * Runs one command line (without the program's name) and gives its exit code. Results go to stdout, all else to stderr.
 * A bug is thrown.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const program = commandLine(io, ownVersion(), (code) => {
    exit = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 64;
    return printStop(error, io);
  }
}
