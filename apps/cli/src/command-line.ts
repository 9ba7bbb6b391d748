import { Command, InvalidArgumentError, Option } from "commander";
import { agreementCommands } from "./command-line-agreements.js";
import { clauseCommands, dealCommands } from "./command-line-clauses.js";
import { draftCommands } from "./command-line-draft.js";
import { dbCommands } from "./command-line-db.js";
import { diffCommand } from "./command-line-diff.js";
import { exportCommand, memoCommand } from "./command-line-export.js";
import { impactCommand } from "./command-line-impact.js";
import { inquiryCommands, reportCommands } from "./command-line-inquiry.js";
import { ledgerCommands } from "./command-line-ledger.js";
import { mcpCommand } from "./command-line-mcp.js";
import { negotiateCommand } from "./command-line-negotiate.js";
import { portfolioCommand } from "./command-line-portfolio.js";
import { readCommands } from "./command-line-read.js";
import { asking, choice, countOf, type Done, examples } from "./command-option.js";
import { connectionKinds, formatNames } from "./format.js";
import type { Io } from "./io.js";

const personsOption = (): Option => choice("--persons <how>", "natural persons whom files name: leave out, tell apart without names, or record", ["drop", "hash", "keep"]).default("drop");

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError("a port is a number from 0 to 65535");
  return port;
}

function questionCommands(program: Command, io: Io, done: Done): void {
  asking(program.command("ask").description("answer one use of a title file").argument("<file>", "title file").requiredOption("--use <name>", "which use"))
    .option("--in <places>", "ask for these places instead, separated by commas")
    .addOption(choice("--format <format>", "how to write it", ["table", "json", "markdown"]).default("table"))
    .addOption(choice("--fail-on <status>", "make a gate of it", ["blocked", "unresolved", "conditional"]))
    .option("--proof", "with every node of the proof")
    .option("--outline", "of a thing with very many sources: judge one of each kind, without its range")
    .option("--claims <count>", "most claims that earlier acts are judged against; default: 100000, with --outline none", countOf)
    .addHelpText("after", examples("ask cleartitle.yaml --use launch", "ask cleartitle.yaml --use launch --in EU,US --as-of 2026-12-01 --outline", "ask cleartitle.yaml --use launch --format json --proof > decision.json"))
    .action(async (file, options) => done(await (await import("./command/ask.js")).ask(io, file, options)));
  asking(program.command("check").description("answer every use, and stop where one is too bad").argument("[files...]", "title files, or folders to import; default: cleartitle.yaml, else this folder"))
    .option("--waivers <file>", "waivers beside those in the files: each with reason and end")
    .addOption(choice("--fail-on <status>", "the least that stops", ["blocked", "unresolved", "conditional"]).default("unresolved"))
    .option("--baseline <file>", "what `check --format json` wrote before: only what is worse stops")
    .option("--offline", "use no network (it never does)")
    .addOption(choice("--from <format>", "import the files instead of reading title files", formatNames))
    .option("--us <party>", "for what is imported: on whose behalf it is asked", "us")
    .option("--purpose <purpose>", "for files without uses: ask each asset for this purpose", "commercial")
    .addOption(choice("--action <action>", "for files without uses: ask for this action; default: distribute models and data sets, host the rest", ["host", "distribute"]))
    .option("--in <places>", "for files without uses: ask for these places", "EU,US")
    .addOption(choice("--format <format>", "how to write it", ["table", "json", "sarif", "junit", "markdown", "csv"]).default("table"))
    .addHelpText("after", examples("check", "check --waivers waivers.yaml --fail-on blocked --format sarif > rights.sarif", "check models/ --from hugging-face --action distribute --in EU --format csv"))
    .action(async (files, options) => done(await (await import("./command/check.js")).checkFiles(io, files, options)));
  asking(program.command("explain").description("say why: one reason, or the whole proof in words").argument("<file>", "title file").argument("[reason-id]", "a reason of the answer, like r1").requiredOption("--use <name>", "which use"))
    .option("--full", "also what stands under cleared nodes")
    .addHelpText("after", examples("explain cleartitle.yaml --use launch", "explain cleartitle.yaml --use launch r1", "explain cleartitle.yaml --use launch --full"))
    .action(async (file, id, options) => done(await (await import("./command/explain.js")).explain(io, file, id, options)));
}

function graphCommands(program: Command, io: Io, done: Done): void {
  program.command("graph").description("write the title graph").argument("<file>", "title file").option("--use <name>", "only what this use stands on, with the answer drawn in")
    .addOption(choice("--format <format>", "how to write it", ["json", "mermaid", "dot", "svg"]).default("mermaid"))
    .addHelpText("after", examples("graph cleartitle.yaml", "graph cleartitle.yaml --use launch --format svg > launch.svg", "graph cleartitle.yaml --format dot | dot -Tpdf > title.pdf"))
    .action(async (file, options) => done(await (await import("./command/graph.js")).graph(io, file, options)));
  program.command("import").description("read what others recorded into a title file").argument("<path...>", "files or folders; with --connect an address, and what to ask it for")
    .addOption(choice("--from <format>", "their format; default: recognized", formatNames))
    .option("--us <party>", "on whose behalf the material is kept", "us")
    .option("--recorded-at <instant>", "when it was learned, if that is to be recorded")
    .addOption(personsOption())
    .option("--list", "tell of each file what became of it")
    .option("--whole", "take the title file that a document of your own carries, as `export --whole` wrote it")
    .option("-o, --output <file>", "write there instead of standard output; never over a file")
    .option("--trust-anchors <file>", "certificates (PEM) of whom you trust to sign Content Credentials")
    .addOption(choice("--connect <kind>", "ask a server; its token comes from the environment", connectionKinds))
    .option("--keep <folder>", "where its answers stay, to be read again or asked on; default: the user's cache, until all was read")
    .option("--private", "the name in the address may lead into a private network")
    .addHelpText("after", `${examples("import models/", "import . --from dvc -o cleartitle.yaml", "import --connect hugging-face https://huggingface.co acme/net datasets/acme/notes")}
Tokens: HF_TOKEN, MLFLOW_TRACKING_TOKEN (or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD), WANDB_API_KEY,
MARQUEZ_API_KEY, ATLAS_TOKEN (or ATLAS_USERNAME and ATLAS_PASSWORD).
`)
    .action(async (paths, options) => done(await (await import("./command/import.js")).importEvidence(io, paths, options)));
}

function houseCommands(program: Command, io: Io, done: Done): void {
  program.command("identify").description("name the licenses in files: the base, and whether the text is the same").argument("<path...>", "files or folders")
    .addOption(choice("--format <format>", "how to write it", ["table", "json"]).default("table"))
    .addHelpText("after", examples("identify LICENSE", "identify models/ --format json > licenses.json", "identify README.md src/ LICENSES/"))
    .action(async (paths, options) => done(await (await import("./command/identify.js")).identify(io, paths, options)));
  program.command("schema").description("write the JSON Schema of a file that is read, or of an answer").addArgument(program.createArgument("[of]", "which").choices(["title", "changes", "decision", "questions", "assessment", "impact", "outline"]).default("title"))
    .addHelpText("after", examples("schema", "schema title > cleartitle.schema.json", "schema questions"))
    .action(async (of) => done(await (await import("./command/schema.js")).schema(io, of)));
  program.command("init").description("write a first title file out of what a folder holds, or a starter; never over one").argument("[folder]", "where", ".")
    .option("--us <party>", "on whose behalf the material of the folder is kept", "us")
    .addOption(personsOption())
    .option("--empty", "write the starter, whatever is in the folder")
    .addHelpText("after", examples("init", "init services/assistant --empty", "init . --us acme && cleartitle check"))
    .action(async (folder, options) => done(await (await import("./command/init.js")).init(io, folder, options)));
  program.command("doctor").description("say whether the program can work here, and on which catalogue")
    .addHelpText("after", examples("doctor", "doctor > report.txt", "doctor && cleartitle check"))
    .action(async () => done(await (await import("./command/doctor.js")).doctor(io, process.versions.node)));
  asking(program.command("serve").description("say the answer, then serve the application of the browser and the API on this machine").argument("[file]", "title file; left out: the workspaces of the database").option("--use <name>", "which use is shown first"))
    .option("--data <folder>", "serve the embedded database of this folder; a title file is made a workspace of it, if it is none yet")
    .option("--workspace <name>", "whose uses are shown; default: named for the folder of the title file")
    .option("--with <folder>", "what a new workspace begins with: `agreements` and `negotiations` (files as `agreements add` and `negotiate` take them) and `contracts` to be read")
    .option("--people <file>", "people sign in, with roles: their settings, as docs/people.md has them")
    .option("--model", "people may have the language model asked that the environment names; parts of contracts then go to its server")
    .option("--ledger-key <file...>", "sign what is recorded with the secret keys of these ledgers; without one it is entered unsigned")
    .option("--quiet", "log no requests, but bugs")
    .addOption(new Option("--port <number>", "default: a free one").argParser(portNumber).default(0, "free"))
    .addHelpText("after", examples("serve cleartitle.yaml --use launch", "serve cleartitle.yaml --use launch --data .cleartitle", "serve --data .cleartitle --workspace acme --port 8080"))
    .action(async (file, options) => done(await (await import("./command/serve.js")).serve(io, file, options)));
}

const repeat = (value: string, all: readonly string[] | undefined): readonly string[] => [...(all ?? []), value];

function odrlCommands(program: Command, io: Io, done: Done): void {
  const odrl = program.command("odrl").description("policies in ODRL 2.2: evaluate, compare, write, read");
  odrl.command("evaluate").description("answer a request under a policy in a state of the world").requiredOption("--policy <file>", "policy in Turtle or JSON-LD").requiredOption("--request <file>", "what is asked")
    .option("--state <file>", "what holds: time, memberships, duties done").option("--vocabulary <file>", "which term is what; may be given again", repeat)
    .option("--parent <file>", "document whose policies are inherited from; may be given again", repeat)
    .addOption(choice("--duty-reading <reading>", "duties that do not say: must come first, run along, come after", ["precondition", "concurrent", "after"]).default("precondition"))
    .addOption(choice("--conflict <strategy>", "where a policy names no strategy (ODRL's own default is invalid)", ["prohibit", "perm", "invalid"]).default("prohibit"))
    .addOption(choice("--behavior <behavior>", "what no rule speaks of", ["closed", "open"]).default("closed"))
    .addOption(choice("--missing <reading>", "a rule without action or target", ["refuse", "any"]).default("refuse"))
    .addOption(choice("--fail-on <decision>", "make a gate of it", ["deny", "undetermined"]))
    .addOption(choice("--format <format>", "how to write it", ["table", "json", "turtle", "draft"]).default("table"))
    .addHelpText("after", examples("odrl evaluate --policy policy.ttl --request request.ttl --state state.ttl", "odrl evaluate --policy policy.jsonld --request request.ttl --duty-reading concurrent", "odrl evaluate --policy policy.ttl --request request.ttl --format turtle > report.ttl"))
    .action(async (options) => done(await (await import("./command/odrl.js")).evaluatePolicy(io, options)));
  odrl.command("compatible").description("can two policies stand together? Conflict, Compatible with a witness, or Unknown").argument("<first>", "policy").argument("<second>", "policy")
    .option("--vocabulary <file>", "which term is what; may be given again", repeat)
    .option("--parent <file>", "document whose policies are inherited from; may be given again", repeat)
    .addOption(choice("--relation <relation>", "can one act be allowed by both; or: is all of the first allowed by the second", ["conflict", "refines"]).default("conflict"))
    .addOption(choice("--silent <reading>", "an operand of which one says nothing", ["unknown", "free"]).default("unknown"))
    .addOption(choice("--matching <matching>", "isAnyOf and isNoneOf: what lies under a term too, or the term alone", ["descent", "identity"]).default("descent"))
    .addOption(choice("--format <format>", "how to write it", ["table", "json"]).default("table"))
    .addHelpText("after", examples("odrl compatible offer.ttl request.ttl", "odrl compatible offer.ttl request.ttl --vocabulary places.ttl", "odrl compatible narrow.ttl wide.ttl --relation refines --format json"))
    .action(async (first, second, options) => done(await (await import("./command/odrl.js")).compatiblePolicies(io, first, second, options)));
  odrl.command("export").description("write an instrument of the catalogue, or of a title file, as a policy").argument("<id>", "like CC-BY-4.0").option("--title <file>", "an agreement or other instrument that this title file has of its own").addOption(choice("--format <format>", "how to write it", ["jsonld", "turtle"]).default("jsonld"))
    .addHelpText("after", examples("odrl export CC-BY-NC-4.0", "odrl export CC-BY-NC-4.0 --format turtle > policy.ttl", "odrl export deal --title cleartitle.yaml > deal.jsonld"))
    .action(async (id, options) => done(await (await import("./command/odrl.js")).exportPolicy(io, id, options)));
  odrl.command("import").description("read a policy, and say what is not understood in it").argument("<file>", "policy in Turtle or JSON-LD")
    .option("--parent <file>", "document whose policies are inherited from; may be given again", repeat)
    .addOption(choice("--format <format>", "its single rules (an instrument of ours: the instrument), or all of it written again", ["rules", "jsonld", "turtle"]).default("rules"))
    .addHelpText("after", examples("odrl import policy.ttl", "odrl import policy.jsonld --format turtle > policy.ttl", "odrl export MIT > mit.jsonld && cleartitle odrl import mit.jsonld"))
    .action(async (file, options) => done(await (await import("./command/odrl.js")).importPolicy(io, file, options)));
}

const format = (...formats: string[]): Option => choice("--format <format>", "how to write it", formats).default("table");

function catalogueCommands(program: Command, io: Io, done: Done): void {
  const catalogue = program.command("catalogue").description("licenses, law and positions: list, explain, compare, check");
  const asOf = "day for which reviews are overdue; default: today";
  catalogue.command("list").description("list records, with counts").option("--kind <kind>", "license, terms, policy, agreement, law, position").option("--family <name>", "a folder (models, data, software, …) or a family (llama, cc, …)")
    .option("--place <place>", "rules of law that hold there").addOption(choice("--verified <how>", "how well it is known", ["primary", "secondary", "partial", "memory", "unverified"])).option("--overdue", "only what is to be reviewed").option("--as-of <date>", asOf).addOption(format("table", "json"))
    .addHelpText("after", examples("catalogue list --family llama", "catalogue list --kind law --place DE", "catalogue list --verified partial --format json"))
    .action(async (options) => done(await (await import("./command/catalogue.js")).list(io, options)));
  catalogue.command("show").description("explain a license, terms, a rule of law or a position in plain words").argument("<id>", "id or name of a record").option("--as-of <date>", asOf).addOption(format("table", "json", "markdown"))
    .addHelpText("after", examples("catalogue show Apache-2.0", "catalogue show llama3.1", "catalogue show us.fair_use_training"))
    .action(async (id, options) => done(await (await import("./command/catalogue.js")).show(io, id, options)));
  catalogue.command("diff").description("say what changed between two texts, for whom").argument("<before>", "id or name").argument("<after>", "id or name").addOption(format("table", "json", "markdown"))
    .addHelpText("after", examples("catalogue diff LicenseRef-Llama-3 LicenseRef-Llama-3.1", "catalogue diff GPL-3.0-only AGPL-3.0-only", "catalogue diff LicenseRef-EXAONE-1.1-NC LicenseRef-EXAONE-1.2-NC --format markdown"))
    .action(async (before, after, options) => done(await (await import("./command/catalogue.js")).diff(io, before, after, options)));
  catalogue.command("why").description("which rules and norms answer an act, and why each does or does not").requiredOption("--action <action>", "like train-on, host, distribute").requiredOption("--kind <kind>", "of thing: dataset, model, code, …").requiredOption("--in <places>", "separated by commas")
    .option("--on <date>", "day of the act; default: today").option("--purpose <purpose>", "what for").option("--license <id>", "also the norms of this text").addOption(choice("--profile <name>", "where no position is taken", ["cautious", "strict", "permissive"])).option("--all", "also norms that name other acts").addOption(format("table", "json"))
    .addHelpText("after", examples("catalogue why --action train-on --kind dataset --in DE --on 2026-12-01", "catalogue why --action host --kind model --in US --license llama3.1", "catalogue why --action mine --kind dataset --in JP,SG --purpose research --format json"))
    .action(async (options) => done(await (await import("./command/catalogue-why.js")).why(io, options)));
  catalogue.command("validate").description("check every record, and say how each term of each text is carried").argument("[ids...]", "tell of these instruments in full").option("--folder <folder>", "another catalogue than the one that comes with the program").option("--as-of <date>", asOf).addOption(format("table", "json"))
    .addHelpText("after", examples("catalogue validate", "catalogue validate llama3.1", "catalogue validate --folder my-catalogue --format json"))
    .action(async (ids, options) => done(await (await import("./command/catalogue-validate.js")).validate(io, ids, options)));
  catalogue.command("counts").description("how many records, norms, cases and known texts there are, and whether the built catalogue is what the records say").option("--as-of <date>", asOf).addOption(format("table", "json"))
    .addHelpText("after", examples("catalogue counts", "catalogue counts --as-of 2027-12-01", "catalogue counts --format json"))
    .action(async (options) => done(await (await import("./command/catalogue-counts.js")).counts(io, options)));
  catalogue.command("protection").description("means of protection of a kind of asset, and the layers that are asked because of them").argument("[kind]", "kind of asset, or a record; default: all").addOption(format("table", "json", "markdown"))
    .addHelpText("after", examples("catalogue protection", "catalogue protection model", "catalogue protection outputs --format json"))
    .action(async (kind, options) => done(await (await import("./command/catalogue-protection.js")).protection(io, kind, options)));
  catalogue.command("cases").description("run the cases that stand beside records").argument("[ids...]", "of records; default: all").option("--list", "only name them").addOption(format("table", "json"))
    .addHelpText("after", examples("catalogue cases LicenseRef-Llama-3.1", "catalogue cases --list", "catalogue cases MIT Apache-2.0 --format json"))
    .action(async (ids, options) => done(await (await import("./command/catalogue-cases.js")).cases(io, ids, options)));
}

/** The command line with all commands; what a command does is loaded when it runs. */
export function commandLine(io: Io, version: string, done: Done): Command {
  const program = new Command("cleartitle")
    .description("May we use this, for this purpose, in these places, on this date; on which conditions; and who says so?")
    .version(version, "-V, --version")
    .exitOverride()
    .showSuggestionAfterError(true)
    .showHelpAfterError("(--help tells what there is)")
    .configureOutput({ writeOut: (text) => void io.stdout.write(text), writeErr: (text) => void io.stderr.write(text) })
    .addHelpText("after", `${examples("init", "ask cleartitle.yaml --use launch", "check --fail-on blocked")}
Exit codes: 0 nothing stops, 1 could not run, 2 blocked stops, 3 a file or the catalogue is not valid,
4 unresolved stops and nothing is blocked, 64 wrong usage, 70 a bug, 130 interrupted.
`);
  questionCommands(program, io, done);
  inquiryCommands(program, io, done);
  reportCommands(program, io, done);
  impactCommand(program, io, done);
  graphCommands(program, io, done);
  exportCommand(program, io, done);
  memoCommand(program, io, done);
  ledgerCommands(program, io, done);
  odrlCommands(program, io, done);
  catalogueCommands(program, io, done);
  clauseCommands(program, io, done);
  dealCommands(program, io, done);
  draftCommands(program, io, done);
  diffCommand(program, io, done);
  agreementCommands(program, io, done);
  readCommands(program, io, done);
  portfolioCommand(program, io, done);
  negotiateCommand(program, io, done);
  dbCommands(program, io, done);
  mcpCommand(program, io, done);
  houseCommands(program, io, done);
  return program;
}
