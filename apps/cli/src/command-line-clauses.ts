import type { Command } from "commander";
import { choice, type Done, examples } from "./command-option.js";
import type { Io } from "./io.js";

/** Commands on the clauses of the house. */
export function clauseCommands(program: Command, io: Io, done: Done): void {
  const clauses = program.command("clauses").description("clauses for AI deals: every topic in three versions");
  clauses.command("list").description("list the topics, with what carries each version").addOption(choice("--format <format>", "how to write it; md: topics by versions, with what carries each", ["table", "md", "json"]).default("table"))
    .addHelpText("after", examples("clauses list", "clauses list --format md", "clauses list --format json"))
    .action(async (options) => done(await (await import("./command/clauses.js")).list(io, options)));
  clauses.command("show").description("show a topic: fields, versions with reasons and risks, what to fall back to").argument("<topic>", "id or number of a topic")
    .addOption(choice("--side <side>", "this version only", ["licensor", "neutral", "licensee"])).addOption(choice("--format <format>", "how to write it", ["table", "json"]).default("table"))
    .addHelpText("after", examples("clauses show permitted-acts", "clauses show 13 --side neutral", "clauses show field-of-use --format json"))
    .action(async (topic, options) => done(await (await import("./command/clauses.js")).show(io, topic, options)));
}

/** Commands on a deal file. */
export function dealCommands(program: Command, io: Io, done: Done): void {
  const deal = program.command("deal").description("a deal made of clauses: whether it fits together, and what the engine takes of it");
  deal.command("check").description("say what does not fit together, what no norm carries, and what could not be asked").argument("<file>", "deal file")
    .option("--as-of <date>", "day on which it is asked whether a day has passed; default: today").option("--title <file>", "title file that is asked whether the licensor has what it licenses")
    .addOption(choice("--fail-on <severity>", "the least that stops", ["contradiction", "look"]).default("contradiction"))
    .addOption(choice("--format <format>", "how to write it", ["table", "json"]).default("table"))
    .addHelpText("after", examples("deal check deal.yaml", "deal check deal.yaml --title cleartitle.yaml --fail-on look", "deal check deal.yaml --as-of 2026-12-01 --format json"))
    .action(async (file, options) => done(await (await import("./command/deal.js")).checkFile(io, file, options)));
  deal.command("versions").description("write what each clause would change in the versions that the deal does not take, each alone, as if the deal were signed").argument("<file>", "deal file")
    .requiredOption("--title <file>", "title file whose uses are decided").option("--topic <id...>", "these topics only")
    .addOption(choice("--format <format>", "how to write it", ["table", "md", "json"]).default("table"))
    .addHelpText("after", examples("deal versions deal.yaml --title cleartitle.yaml", "deal versions deal.yaml --title cleartitle.yaml --topic improvements outputs", "deal versions deal.yaml --title cleartitle.yaml --format md"))
    .action(async (file, options) => done(await (await import("./command/version-table.js")).versionTable(io, file, options)));
  deal.command("compile").description("write the clauses, or what a title file takes of the deal").argument("<file>", "deal file")
    .option("--as-signed", "as if it were signed as it stands")
    .addOption(choice("--format <format>", "table: clauses, duties and days; title-file: a title file that holds the agreement; json: all of it", ["table", "title-file", "json"]).default("table"))
    .addHelpText("after", examples("deal compile deal.yaml", "deal compile deal.yaml --as-signed --format title-file > agreement.json", "deal compile deal.yaml --format json"))
    .action(async (file, options) => done(await (await import("./command/deal.js")).compileFile(io, file, options)));
}
