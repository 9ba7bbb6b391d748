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
  asking(program.command("assess").description("run a questionnaire on a use: what is answered, what answers mean, the answer now").argument("<file>", "title file").requiredOption("--use <name>", "which use").requiredOption("--with <questionnaire>", "us-fair-use, eu-mining, human-authorship, derivative-work"))
    .option("--in <places>", "ask for these places instead, separated by commas")
    .addOption(choice("--format <format>", "how to write it", ["table", "json", "markdown"]).default("table"))
    .addHelpText("after", examples("assess cleartitle.yaml --use launch --with us-fair-use --in US", "assess cleartitle.yaml --use launch --with eu-mining --in DE", "assess cleartitle.yaml --use poster --with human-authorship --format markdown"))
    .action(async (file, options) => done(await (await import("./command/assess.js")).assessUse(io, file, options)));
}

/** Commands that report what the catalogue knows, without a title file. */
export function reportCommands(program: Command, io: Io, done: Done): void {
  program.command("risk").description("how risky a type of source is, by place and with reasons; no answer rests on it").argument("<source-type>", "like news, shadow_libraries, open_licence")
    .option("--in <places...>", "places or groups; default: all of the table")
    .option("--on <date>", "date at which groups of places are read; default: today")
    .addOption(choice("--format <format>", "how to write it", ["table", "json"]).default("table"))
    .addHelpText("after", examples("risk news --in US EU JP", "risk shadow_libraries", "risk scraped_social_media --in DE --format json"))
    .action(async (type, options) => done(await (await import("./command/risk.js")).risk(io, type, options)));
  program.command("calendar").description("what is to come: law that begins or ends, announced rulings, what is pending, reviews due")
    .option("--from <date>", "first day; default: today")
    .option("--to <date>", "last day; default: open")
    .option("--in <places...>", "law of these places or groups only")
    .addOption(choice("--format <format>", "how to write it", ["table", "json"]).default("table"))
    .addHelpText("after", examples("calendar", "calendar --from 2026-12-01 --to 2027-12-31 --in EU", "calendar --in US US-CA --format json"))
    .action(async (options) => done(await (await import("./command/calendar.js")).calendar(io, options)));
}
