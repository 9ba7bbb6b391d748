import { type Command, InvalidArgumentError } from "commander";
import { choice, countOf, type Done, examples } from "./command-option.js";
import type { Io } from "./io.js";

function durationOf(text: string): string {
  if (!/^P(?:\d{1,4}[YMWD]){1,4}$/.test(text)) throw new InvalidArgumentError("a duration is written like P90D, P3M or P1Y");
  return text;
}

/** The command that looks at many agreements together. */
export function portfolioCommand(program: Command, io: Io, done: Done): void {
  program.command("portfolio").description("look at many agreements together: what counts after amendments, what does not fit, what is due").argument("<folder>", "deal files, amendments, drafted documents, documents of others, and what `read --format json` wrote")
    .option("--as-of <date>", "day on which it is asked what counts; default: today")
    .option("--within <duration>", "how far ahead a closing window of notice is told", durationOf, "P90D")
    .option("--us <party>", "for whom it is looked at: the playbook is held against deals in which that is the party of its side")
    .option("--playbook <file>", "where deals are not what the house wants")
    .option("--draw-playbook <file>", "write what was usual as a playbook, for a person to approve; never over a file")
    .addOption(choice("--side <side>", "the side for which it is drawn", ["licensor", "licensee"]).default("licensee"))
    .option("--search <words>", "look for clauses in which all of these words stand")
    .option("--topic <topic>", "look for a topic, or a kind of clause as `read` names it")
    .option("--not-found", "with --topic: agreements in which nothing was found on it")
    .option("--party <name>", "look for agreements of a party").option("--law <place>", "under the law of a place").option("--place <place>", "with rights in a place")
    .option("--ends-from <date>", "that end on that day or later").option("--ends-by <date>", "that end on that day or earlier")
    .addOption(choice("--form <form>", "deals, or documents that were read", ["deal", "reading"]))
    .option("--terms", "also each agreement with the terms that count")
    .option("--most-chains <count>", "licenses out that are held against licenses in, at most; those left are named", countOf, 50)
    .addOption(choice("--fail-on <severity>", "the least that stops: what does not fit, what to look at, what is not known", ["conflict", "look", "open"]))
    .addOption(choice("--format <format>", "how to write it", ["text", "json", "md"]).default("text"))
    .addHelpText("after", examples("portfolio contracts/", "portfolio contracts/ --playbook playbook.yaml --us acme --as-of 2026-12-01 --fail-on conflict", "portfolio contracts/ --search \"sole remedy\" --law US-NY --ends-by 2027-12-31 --format json"))
    .action(async (folder, options) => done(await (await import("./command/portfolio.js")).portfolio(io, folder, options)));
}
