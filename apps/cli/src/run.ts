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
  const { formatProblem } = await import("@cleartitle/norms");
  const { withoutControls } = await import("@cleartitle/engine");
  for (const problem of error.problems.slice(0, most)) io.stderr.write(`${formatProblem(problem).split("\n").map(withoutControls).join("\n")}\n`);
  if (error.problems.length > most) io.stderr.write(`… and ${error.problems.length - most} more problems\n`);
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
