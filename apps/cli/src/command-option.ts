import { type Command, InvalidArgumentError, Option } from "commander";
import type { ExitCode } from "@cleartitle/norms";

/** Three real examples under the help of a command. */
export const examples = (...lines: readonly [string, string, string]): string => `\nExamples:\n${lines.map((line) => `  $ cleartitle ${line}`).join("\n")}\n`;

export const choice = (flags: string, says: string, choices: readonly string[]): Option => new Option(flags, says).choices(choices);

export function countOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError("a count is a number from 1 to 999999");
  return Number(text);
}

/** Options of a question that every asking command takes. */
export const asking = (command: Command): Command =>
  command
    .option("--as-of <date>", "date of the answer; default: the date of the use")
    .option("--known-at <instant>", "count only what was recorded by then")
    .addOption(choice("--profile <name>", "where no position is taken", ["cautious", "strict", "permissive"]));

/** Takes the exit code that a command gives. */
export type Done = (exit: ExitCode) => void;
