import type { Command } from "commander";
import { choice, type Done, examples } from "./command-option.js";
import type { Io } from "./io.js";

/** Commands that draft agreements and read them back. */
export function draftCommands(program: Command, io: Io, done: Done): void {
  const draft = program.command("draft").description("draft an agreement of a deal file, begin one of a template, or read a drafted one back");
  draft.command("write", { isDefault: true }).description("draft the agreement of a deal file, which it carries inside; the word `write` may be left out").argument("<deal>", "deal file")
    .addOption(choice("--format <format>", "how to write it; default: by the name of the output", ["docx", "pdf", "md"])).option("--output <file>", "where to write it; nothing that is there is written over")
    .addHelpText("after", examples("draft deal.yaml --output agreement.docx", "draft deal.yaml --format pdf --output agreement.pdf", "draft deal.yaml > agreement.md"))
    .action(async (deal, options) => done(await (await import("./draft/write.js")).write(io, deal, options)));
  draft.command("templates").description("list the templates, or show what one asks").argument("[template]", "id of a template").addOption(choice("--format <format>", "how to write it", ["table", "json"]).default("table"))
    .addHelpText("after", examples("draft templates", "draft templates data-license", "draft templates evaluation --format json"))
    .action(async (template, options) => done(await (await import("./draft/template.js")).templates(io, template, options)));
  draft.command("new").description("make a deal file of a template: asks on a terminal, or takes a file of answers").argument("<template>", "id of a template")
    .option("--answers <file>", "answers, by the ids of the questions").addOption(choice("--position <side>", "the side from which topics are taken that no answer speaks of", ["licensor", "neutral", "licensee"])).option("--output <file>", "where to write the deal file; default: the output")
    .addHelpText("after", examples("draft new evaluation", "draft new data-license --answers answers.yaml --output deal.yaml", "draft new model-access --answers answers.yaml --position licensee"))
    .action(async (template, options) => done(await (await import("./draft/template.js")).make(io, template, options)));
  draft.command("read").description("read a drafted document back to its deal, and tell in what its text differs from the deal inside").argument("<file>", "DOCX, Markdown or PDF")
    .option("--deal <file>", "the deal as it was sent out: what no text shows, as a signature, is taken where it says so too").option("--output <file>", "where to write the deal as the document says it")
    .option("--by-text", "where the deal inside was taken out: read by its words what was drafted here")
    .addOption(choice("--format <format>", "how to tell it", ["table", "json"]).default("table"))
    .addHelpText("after", examples("draft read agreement.docx", "draft read agreement.docx --deal deal.yaml --output theirs.yaml", "draft read saved-elsewhere.docx --by-text"))
    .action(async (file, options) => done(await (await import("./draft/read.js")).read(io, file, options)));
}
