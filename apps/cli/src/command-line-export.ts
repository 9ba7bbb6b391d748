import type { Command } from "commander";
import { asking, choice, type Done, examples } from "./command-option.js";
import { writtenFormats } from "./format.js";
import type { Io } from "./io.js";

/** The command that writes the assessment that counsel hands on. */
export function memoCommand(program: Command, io: Io, done: Done): void {
  asking(program.command("memo").description("write the memo of an answer: question, answer by place, reasons with quotes, what is open, whom to ask").argument("<file>", "title file").requiredOption("--use <name>", "which use"))
    .option("--in <places>", "ask for these places instead, separated by commas")
    .addOption(choice("--format <format>", "as what", ["markdown", "docx", "pdf"]).default("markdown"))
    .option("-o, --output <file>", "write there instead of standard output; never over a file")
    .addHelpText("after", examples("memo cleartitle.yaml --use launch", "memo cleartitle.yaml --use launch --format pdf -o launch.pdf", "memo cleartitle.yaml --use launch --in EU --format docx -o launch-eu.docx"))
    .action(async (file, options) => done(await (await import("./command/memo.js")).memo(io, file, options)));
}

/** The command that writes what others read. */
export function exportCommand(program: Command, io: Io, done: Done): void {
  program.command("export").description("write the title graph in a format of others, and say what it cannot tell them").argument("<file>", "title file")
    .addOption(choice("--to <format>", "the format", writtenFormats).makeOptionMandatory())
    .option("--of <asset>", "only this asset and what it came from")
    .option("--use <name...>", "send the answers of these uses along, each with its asset")
    .option("--losses", "in place of the document, list each thing that whoever reads it is not told")
    .option("--whole", "carry the title file too, for `import --whole`: also positions, agreements, waivers")
    .option("--created <instant>", "the document's own date; default: of the latest record")
    .option("-o, --output <file>", "write there instead of standard output; never over a file")
    .addHelpText("after", examples("export cleartitle.yaml --to cyclonedx --of assistant --use launch -o assistant.cdx.json", "export cleartitle.yaml --to card --of tuned > README.md", "export cleartitle.yaml --to spdx-3 --whole -o kept.spdx3.json"))
    .action(async (file, options) => done(await (await import("./command/export.js")).exportTitle(io, file, options)));
}
