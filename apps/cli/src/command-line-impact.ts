import type { Command } from "commander";
import { asking, choice, countOf, type Done, examples } from "./command-option.js";
import type { Io } from "./io.js";

/** The command that asks what would be if a world were otherwise. */
export function impactCommand(program: Command, io: Io, done: Done): void {
  asking(program.command("impact").description("what a change set does: every answer that it can alter, before and after").argument("<file>", "title file").requiredOption("--change <file>", "change set"))
    .option("--uses-only", "only the uses of the file, and not each asset besides")
    .option("--purpose <purpose>", "ask each asset for this purpose", "commercial")
    .addOption(choice("--action <action>", "ask each asset for this action; default: distribute models and data sets, host the rest", ["host", "distribute"]))
    .option("--in <places>", "ask each asset for these places", "EU,US")
    .option("--most <count>", "questions that are decided at most; what is left is named", countOf, 1000)
    .option("--all", "tell also what stays as it was")
    .addOption(choice("--format <format>", "how to write it", ["table", "json"]).default("table"))
    .addHelpText("after", examples("impact cleartitle.yaml --change terminate.yaml", "impact cleartitle.yaml --change redline.yaml --uses-only --format json", "impact cleartitle.yaml --change leave-eu.yaml --as-of 2026-12-01 --in EU"))
    .action(async (file, options) => done(await (await import("./command/impact.js")).impact(io, file, options)));
}
