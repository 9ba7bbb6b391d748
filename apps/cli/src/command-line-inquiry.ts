import type { Command } from "commander";
import { asking, choice, countOf, type Done, examples } from "./command-option.js";
import type { Io } from "./io.js";

/** Commands that ask somebody for what is lacking, and record what is answered. */
export function inquiryCommands(program: Command, io: Io, done: Done): void {
  asking(program.command("questions").description("what has to be answered before a use can be decided, and why").argument("<file>", "title file").requiredOption("--use <name>", "which use"))
    .option("--in <places>", "ask for these places instead, separated by commas")
    .option("--effects", "decide again with each possible answer, and put first what settles most")
    .option("--most <count>", "questions that are told at most", countOf, 10)
    .option("--budget <count>", "with --effects: times that the use is decided again at most", countOf, 60)
    .addOption(choice("--format <format>", "how to write it", ["table", "json", "markdown"]).default("table"))
    .addHelpText("after", examples("questions cleartitle.yaml --use launch", "questions cleartitle.yaml --use launch --in DE --effects", "questions cleartitle.yaml --use launch --format json > questions.json"))
    .action(async (file, options) => done(await (await import("./command/questions.js")).questions(io, file, options)));
  asking(program.command("answer").description("record answers in a title file, never over evidence").argument("<file>", "title file").argument("<answers...>", "FACT=VALUE, or FACT@OF=VALUE").requiredOption("--use <name>", "the use they were asked for"))
    .option("--by <person>", "who concludes it; without it the answer is declared")
    .option("--recorded-at <instant>", "when it was learned; default: today")
    .option("--during <period>", "of a party: when it was so, like 2026-01-01/..")
    .option("--dry-run", "write the changed file to standard output and leave it as it is")
    .addHelpText("after", examples("answer cleartitle.yaml --use launch source.lawful_access=true", "answer cleartitle.yaml --use launch model.memorises@tuned=false --by counsel", "answer cleartitle.yaml --use launch monthly-active-users@acme=..5000000 --during 2026-01-01/.."))
    .action(async (file, answers, options) => done(await (await import("./command/answer.js")).answer(io, file, answers, options)));
}
