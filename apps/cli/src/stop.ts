import { problem, problemTable, type ExitCode, type Problem } from "@cleartitle/norms";

/** Ends a command for problems that the user can mend; `run` prints them and gives their exit code. Never for a bug. */
export class Stop extends Error {
  readonly exit: ExitCode;
  constructor(readonly problems: readonly Problem[]) {
    super(problems[0]?.message ?? "stopped");
    this.exit = problems[0] === undefined ? 1 : problemTable[problems[0].code].exit;
  }
}

/** A wrong word on the command line. */
export const usageStop = (message: string, hint: string | null = null): Stop => new Stop([problem("usage", message, { hint })]);
