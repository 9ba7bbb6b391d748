import type { Command } from "commander";
import { asking, choice, countOf, type Done, examples } from "./command-option.js";
import type { Io } from "./io.js";

/** The command that compares two agreements. */
export function diffCommand(program: Command, io: Io, done: Done): void {
  asking(program.command("diff").description("compare two agreements: their words, and what the second does otherwise").argument("<first>", "deal file, or document: .docx, Markdown, plain text").argument("<second>", "the same"))
    .option("--title <file>", "title file: which of its uses are answered otherwise, and which clause does it")
    .option("--playbook <file>", "where the second is not what the house wants, and what to propose")
    .option("--redline <file>", "write one .docx with tracked changes there; never over a file")
    .option("--most <count>", "uses that are decided at most in each comparison; what is left is named", countOf, 1000)
    .option("--purpose <purpose>", "for title files without uses: ask each asset for this purpose", "commercial")
    .addOption(choice("--action <action>", "for title files without uses: ask for this action; default: distribute models and data sets, host the rest", ["host", "distribute"]))
    .option("--in <places>", "for title files without uses: ask for these places", "EU,US")
    .addOption(choice("--fail-on <what>", "make a gate of it: blocked: a use became blocked, or the playbook stops; worse: also any use that became worse; deviation: also what the playbook asks somebody about", ["blocked", "worse", "deviation"]))
    .addOption(choice("--format <format>", "how to write it", ["text", "json", "md"]).default("text"))
    .addHelpText("after", examples("diff ours.yaml theirs.yaml --title cleartitle.yaml", "diff ours.docx theirs.docx --redline redline.docx", "diff ours.yaml theirs.yaml --title cleartitle.yaml --playbook playbook.yaml --fail-on worse --format md > change.md"))
    .action(async (first, second, options) => done(await (await import("./command/diff.js")).diff(io, first, second, options)));
}
