import { type Command, InvalidArgumentError } from "commander";
import { asking, choice, countOf, type Done, examples } from "./command-option.js";
import type { Io } from "./io.js";

function seedOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("a seed is a whole number from 0 to 999999999");
  return Number(text);
}

/** The command that prepares a negotiation and plays it. */
export function negotiateCommand(program: Command, io: Io, done: Done): void {
  asking(program.command("negotiate").description("two parties over the topics of a deal: what both could take, what is efficient, what to give next; or a session of offers").argument("<file>", "negotiation: issues, options, what they are worth to whom"))
    .option("--for <party>", "whose next concession is told, and who offers; default: the first party")
    .option("--from <package>", "the package from which to concede, as issue=option,issue=option; default: the last one offered, else the best one for the party")
    .option("--record <file>", "record of positions: is begun, or added to, and never written over")
    .option("--offer <package>", "offer this; what is left out stays as it was last offered by the party. The simulated side answers")
    .option("--accept", "accept what was offered last")
    .option("--leave", "leave")
    .option("--play", "let both sides be simulated until it is over")
    .option("--seed <number>", "of the simulated side: the same seed, the same session", seedOf, 1)
    .option("--model", "let the language model that CLEARTITLE_MODEL names speak for the simulated side, and choose among what its tactic allows: interests and offers go to its server, worths do not")
    .option("--most <count>", "combinations of clauses that are asked of the engine at most; what is left is told", countOf, 1000)
    .addOption(choice("--format <format>", "how to write it", ["text", "json", "md"]).default("text"))
    .addHelpText("after", examples("negotiate negotiation.yaml", "negotiate negotiation.yaml --play --seed 7", "negotiate negotiation.yaml --record positions.jsonl --offer improvements=neutral,fee=low"))
    .action(async (file, options) => done(await (await import("./command/negotiate.js")).negotiate(io, file, options)));
}
