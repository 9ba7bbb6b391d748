import type { Command } from "commander";
import { choice, type Done, examples } from "./command-option.js";
import type { Io } from "./io.js";

const again = (value: string, all: readonly string[] | undefined): readonly string[] => [...(all ?? []), value];

/** What every command takes that says something of a reading. */
const reviewing = (command: Command): Command =>
  command.requiredOption("--by <who>", "who says so").requiredOption("--on <day>", "day on which it is said").option("--why <text>", "reason, kept with it").option("--document <file>", "document of the reading, where it has several");

/** Commands that read agreements of others, and that take what a person says of a reading. */
export function readCommands(program: Command, io: Io, done: Done): void {
  const read = program.command("read").description("read agreements (DOCX, PDF with text, Markdown, plain text; English): each kind of clause with its words, or that it was not found").argument("<file...>", "documents")
    .addOption(choice("--format <format>", "how to write it", ["text", "json"]).default("text"))
    .option("--out <file>", "write the reading there, to be accepted or corrected; never over a file")
    .option("--model", "ask the language model that CLEARTITLE_MODEL names too: parts of the documents go to its server; what it says stands beside the reading")
    .addHelpText("after", examples("read license.docx", "read license.pdf amendment-1.pdf", "read license.pdf --out reading.json"))
    .action(async (files, options) => done(await (await import("./command/read.js")).read(io, files, options)));
  reviewing(read.command("accept").description("accept fields of a reading as they were read").argument("<reading>", "file that `read --out` wrote").argument("<field...>", "kind and number: `governing-law.1`"))
    .addHelpText("after", examples("read accept reading.json governing-law.1 parties.1 --by jane --on 2026-12-01", "read accept reading.json effective-date.1 --by jane --on 2026-12-01 --why 'as signed'", "read accept reading.json anti-assignment.1 --document license.pdf --by jane --on 2026-12-01"))
    .action(async (file, fields, options) => done(await (await import("./command/read-review.js")).review(io, file, fields, "accepted", options)));
  reviewing(read.command("reject").description("say that a clause is not of the kind that it was read as").argument("<reading>", "file that `read --out` wrote").argument("<field...>", "kind and number"))
    .addHelpText("after", examples("read reject reading.json exclusivity.1 --by jane --on 2026-12-01", "read reject reading.json insurance.2 --by jane --on 2026-12-01 --why 'a recital'", "read reject reading.json exclusivity.1 --document license.pdf --by jane --on 2026-12-01"))
    .action(async (file, fields, options) => done(await (await import("./command/read-review.js")).review(io, file, fields, "rejected", options)));
  reviewing(read.command("correct").description("say what a clause states; what was read is kept beside it").argument("<reading>", "file that `read --out` wrote").argument("<field>", "kind and number"))
    .requiredOption("--value <value>", "what it states: `US-NY`, `2026-12-01`, `P90D`, `USD 100000`, `Acme Inc. = Licensor`; may be repeated", again)
    .addHelpText("after", examples("read correct reading.json governing-law.1 --value US-DE --by jane --on 2026-12-01", "read correct reading.json parties.1 --value 'Acme Inc. = Licensor' --value 'Beta LLC = Licensee' --by jane --on 2026-12-01", "read correct reading.json renewal-term.1 --value 'P1Y successive automatic' --by jane --on 2026-12-01"))
    .action(async (file, field, options) => done(await (await import("./command/read-review.js")).review(io, file, [field], "corrected", options)));
  reviewing(read.command("add").description("add a clause that the program missed: its words, or its offsets in the text of the document").argument("<reading>", "file that `read --out` wrote").argument("<file>", "the document, as it was read").argument("<kind>", "kind of the clause: `exclusivity`"))
    .option("--quote <words>", "words of the clause, exactly; where they stand at several places, these are told").option("--from <offset>", "where the clause begins").option("--to <offset>", "where it ends")
    .option("--value <value>", "what it states, as `correct` takes it; may be repeated; default: what is read from its words", again)
    .addHelpText("after", examples("read add reading.json license.pdf exclusivity --quote 'Licensor shall license the Data to nobody else.' --by jane --on 2026-12-01", "read add reading.json license.pdf governing-law --from 8120 --to 8204 --value US-NY --by jane --on 2026-12-01", "read add reading.json license.pdf output-ownership --from 910 --to 1002 --by jane --on 2026-12-01 --why 'in the schedule'"))
    .action(async (file, document, kind, options) => done(await (await import("./command/read-review.js")).add(io, file, document, kind, options)));
  read.command("deal").description("write a deal file of what was accepted: its clauses are the words of the document, and it grants nothing until a person writes what it permits").argument("<reading>", "file that `read --out` wrote")
    .requiredOption("--id <id>", "id of the deal").requiredOption("--asset <asset>", "what is licensed: `ID=KIND:LAYER,LAYER`; may be repeated", again)
    .option("--licensor <party>", "party that licenses; default: the one that the document calls so").option("--licensee <party>", "party that is licensed; default: the one that the document calls so")
    .option("--written <day>", "day of the agreement; default: the agreement date that was accepted").option("--document <file>", "document of the reading, where it has several").option("--output <file>", "write it there; never over a file")
    .addHelpText("after", examples("read deal reading.json --id scans-2026 --asset scans=dataset:copyright,related", "read deal reading.json --id scans-2026 --asset scans=dataset:copyright --licensor 'Acme Inc.' --licensee 'Beta LLC' --output deal.yaml", "read deal reading.json --id scans-2026 --asset scans=dataset:copyright --written 2026-11-01"))
    .action(async (file, options) => done(await (await import("./command/read-review.js")).dealOf(io, file, options)));
}
