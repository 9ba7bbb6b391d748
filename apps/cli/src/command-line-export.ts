import type { Command } from "commander";
import { choice, type Done, examples } from "./command-option.js";
import { writtenFormats } from "./format.js";
import type { Io } from "./io.js";

/** The command that writes what others read. */
export function exportCommand(program: Command, io: Io, done: Done): void {
  program.command("export").description("write the title graph in a format of others, and say what it cannot tell them").argument("<file>", "title file")
    .addOption(choice("--to <format>", "the format", writtenFormats).makeOptionMandatory())
    .option("--of <asset>", "only this asset and what it came from")
    .option("--use <name...>", "send the answers of these uses along, each with its asset")
    .option("--whole", "carry the title file too, for `import --whole`: also positions, agreements, waivers")
    .option("--created <instant>", "the document's own date; default: of the latest record")
    .option("-o, --output <file>", "write there instead of standard output; never over a file")
    .addHelpText("after", examples("export cleartitle.yaml --to cyclonedx --of assistant --use launch -o assistant.cdx.json", "export cleartitle.yaml --to card --of tuned > README.md", "export cleartitle.yaml --to spdx-3 --whole -o kept.spdx3.json"))
    .action(async (file, options) => done(await (await import("./command/export.js")).exportTitle(io, file, options)));
}
