import { type Command, Option } from "commander";
import { choice, type Done, examples } from "./command-option.js";
import type { Io } from "./io.js";

const where = (command: Command): Command => command.option("--data <folder>", "folder of the embedded database; default: CLEARTITLE_DATA, else .cleartitle here; with DATABASE_URL set, that server is used");
const writing = (command: Command): Command => where(command).option("--by <who>", "who records it; default: USER").option("--key <file>", "file with the secret key that signs the ledger");
const on = (command: Command, says: string): Command => command.option("--on <date>", `${says}; default: today`);
const side = (): Option => choice("--side <side>", "which side", ["licensor", "licensee"]).makeOptionMandatory();
const format = (): Option => choice("--format <format>", "how to write it", ["table", "json"]).default("table");
const room = () => import("./agreements/agreements.js");

/** Texts that go back and forth, and what both sides signed. */
function stepCommands(agreements: Command, io: Io, done: Done): void {
  writing(agreements.command("add").description("begin an agreement with a deal file of ours, or record its next version").argument("<workspace>", "which").argument("<file>", "deal file")).option("--note <text>", "what is said of it")
    .addHelpText("after", examples("agreements add acme deal.yaml", "agreements add acme deal.yaml --note 'as we talked'", "agreements add acme deal.yaml --by jane --data /srv/cleartitle"))
    .action(async (workspace, file, options) => done(await (await room()).add(io, workspace, file, options)));
  on(writing(agreements.command("receive").description("record a version that came from the other side; it is frozen").argument("<workspace>", "which").argument("<file>", "deal file")), "the day on which it came").option("--evidence <text>", "what shows it")
    .addHelpText("after", examples("agreements receive acme theirs.yaml", "agreements receive acme theirs.yaml --on 2026-12-05", "agreements receive acme theirs.yaml --evidence 'mail of Monday'"))
    .action(async (workspace, file, options) => done(await (await room()).receive(io, workspace, file, options)));
  on(writing(agreements.command("send").description("record that our newest version went to the other side; it is frozen").argument("<workspace>", "which").argument("<agreement>", "its id")), "the day on which it went").option("--evidence <text>", "what shows it")
    .addHelpText("after", examples("agreements send acme scans-2026", "agreements send acme scans-2026 --on 2026-12-02", "agreements send acme scans-2026 --evidence 'mail 17'"))
    .action(async (workspace, id, options) => done(await (await room()).send(io, workspace, id, options)));
  on(writing(agreements.command("sign").description("record the signature of one side; with the second one it stands in the title records").argument("<workspace>", "which").argument("<agreement>", "its id")).addOption(side()), "the day of the signature")
    .option("--evidence <text>", "what shows it").option("--copy <file>", "the signed copy, kept as evidence").option("--amendment <id>", "the amendment that is signed; default: the agreement")
    .addHelpText("after", examples("agreements sign acme scans-2026 --side licensor --evidence 'contract 17'", "agreements sign acme scans-2026 --side licensee --copy signed.pdf --on 2026-12-20", "agreements sign acme scans-2026 --side licensor --amendment insurers --evidence 'contract 17a'"))
    .action(async (workspace, id, options) => done(await (await room()).sign(io, workspace, id, options)));
  writing(agreements.command("amend").description("record an amendment: other clauses from a day on, once both sides have signed it").argument("<workspace>", "which").argument("<agreement>", "its id").argument("<file>", "amendment"))
    .addHelpText("after", examples("agreements amend acme scans-2026 amendment.yaml", "agreements amend acme scans-2026 amendment.yaml --by jane", "agreements amend acme scans-2026 amendment.yaml && cleartitle agreements show acme scans-2026"))
    .action(async (workspace, id, file, options) => done(await (await room()).amend(io, workspace, id, file, options)));
}

/** How it goes on, and how it is over. */
function endCommands(agreements: Command, io: Io, done: Done): void {
  on(writing(agreements.command("withdraw").description("record that one side gave it up before it was signed").argument("<workspace>", "which").argument("<agreement>", "its id")).addOption(side()), "the day").requiredOption("--why <reason>", "why")
    .addHelpText("after", examples("agreements withdraw acme scans-2026 --side licensor --why 'sold to another'", "agreements withdraw acme scans-2026 --side licensee --why 'no budget' --on 2026-12-09", "agreements withdraw acme scans-2026 --side licensor --why 'no answer' --by jane"))
    .action(async (workspace, id, options) => done(await (await room()).withdraw(io, workspace, id, options)));
  on(writing(agreements.command("notice").description("record a notice: that a side does not want it renewed, tells of a breach, or leaves").argument("<workspace>", "which").argument("<agreement>", "its id")).addOption(side()), "the day of the notice").addOption(choice("--of <what>", "what it is a notice of", ["renewal", "breach", "exit"]).default("renewal")).option("--evidence <text>", "what shows it")
    .addHelpText("after", examples("agreements notice acme scans-2026 --side licensee", "agreements notice acme scans-2026 --side licensor --of breach --on 2027-10-01", "agreements notice acme scans-2026 --side licensee --of exit --evidence 'letter 4'"))
    .action(async (workspace, id, options) => done(await (await room()).notice(io, workspace, id, options)));
  on(writing(agreements.command("settle").description("record whether a notice that came too late for one term counts for the next, and who says so").argument("<workspace>", "which").argument("<agreement>", "its id")), "the day on which it was said").requiredOption("--notice <step>", "number of the step by which the notice was recorded").addOption(choice("--counts <answer>", "whether it counts for the next term", ["yes", "no"]).makeOptionMandatory()).requiredOption("--who <who>", "who says so").option("--why <reason>", "why").option("--evidence <text>", "what shows it")
    .addHelpText("after", examples("agreements settle acme scans-2026 --notice 6 --counts yes --who 'counsel, memo 12'", "agreements settle acme scans-2026 --notice 6 --counts no --who 'the court' --evidence 'judgment of 2028-03-01'", "agreements settle acme scans-2026 --notice 6 --counts no --who counsel --why 'the clause wants a new notice' --on 2028-02-01"))
    .action(async (workspace, id, options) => done(await (await room()).settle(io, workspace, id, options)));
  on(writing(agreements.command("renew").description("record a renewal that came by itself").argument("<workspace>", "which").argument("<agreement>", "its id")), "the day on which it is seen").requiredOption("--until <date>", "last day of the term that began")
    .addHelpText("after", examples("agreements renew acme scans-2026 --until 2028-12-31", "agreements renew acme scans-2026 --until 2028-12-31 --on 2027-11-02", "agreements renew acme scans-2026 --until 2028-12-31 --by jane"))
    .action(async (workspace, id, options) => done(await (await room()).renew(io, workspace, id, options)));
  on(writing(agreements.command("end").description("record that it ends before its term; the rights are over in the title records too").argument("<workspace>", "which").argument("<agreement>", "its id")).addOption(side()), "the first day without rights")
    .addOption(choice("--how <how>", "how it ends", ["termination", "withdrawal"]).default("termination")).requiredOption("--why <reason>", "why").option("--evidence <text>", "what shows it")
    .addHelpText("after", examples("agreements end acme scans-2026 --side licensor --why unpaid", "agreements end acme scans-2026 --side licensee --why 'left on notice' --on 2027-03-01", "agreements end acme scans-2026 --side licensor --how withdrawal --why 'patients objected' --evidence 'letter 3'"))
    .action(async (workspace, id, options) => done(await (await room()).end(io, workspace, id, options)));
}

/** What is read of them; where no store keeps one, of a deal file. */
function readCommands(agreements: Command, io: Io, done: Done): void {
  const named = (name: string, says: string): Command => where(agreements.command(name).description(says).argument("[workspace]", "which").argument("[agreement]", "its id").option("--deal <file>", "a deal file in place of a workspace, as if it were signed"));
  where(agreements.command("list").description("list agreements as they are on a day").argument("<workspace>", "which")).addOption(choice("--state <state>", "only those", ["draft", "sent", "signed", "past-term", "ended", "withdrawn"]))
    .option("--party <id>", "with this party").option("--topic <id>", "with a clause on this topic").option("--ends-by <date>", "whose last day is this one or before").option("--day <date>", "the day that is asked for; default: today").addOption(format())
    .addHelpText("after", examples("agreements list acme", "agreements list acme --state signed --ends-by 2027-12-31", "agreements list acme --topic deletion --format json"))
    .action(async (workspace, options) => done(await (await room()).list(io, workspace, options)));
  where(agreements.command("show").description("show one: versions, signatures, amendments, steps, and what may come next").argument("<workspace>", "which").argument("<agreement>", "its id")).option("--day <date>", "the day that is asked for; default: today").addOption(format())
    .addHelpText("after", examples("agreements show acme scans-2026", "agreements show acme scans-2026 --day 2028-01-01", "agreements show acme scans-2026 --format json"))
    .action(async (workspace, id, options) => done(await (await room()).show(io, workspace, id, options)));
  where(agreements.command("check").description("say what does not fit together in agreements, against their amendments, each other and the records").argument("<workspace>", "which").argument("[agreement]", "its id; default: all"))
    .option("--as-of <date>", "the day; default: today").addOption(choice("--fail-on <severity>", "the least that stops", ["contradiction", "look"]).default("contradiction")).addOption(format())
    .addHelpText("after", examples("agreements check acme", "agreements check acme scans-2026 --fail-on look", "agreements check acme --as-of 2026-12-01 --format json"))
    .action(async (workspace, id, options) => done(await (await import("./agreements/check.js")).check(io, workspace, id, options)));
  named("effective", "write its terms on a day, after all amendments that bind by then").option("--day <date>", "the day; default: today").addOption(format())
    .addHelpText("after", examples("agreements effective acme scans-2026", "agreements effective acme scans-2026 --day 2026-05-01", "agreements effective --deal deal.yaml"))
    .action(async (workspace, id, options) => done(await (await room()).effective(io, workspace, id, options)));
  named("obligations", "write its duties, days and windows of notice").option("--day <date>", "by the terms of this day; default: today").addOption(choice("--format <format>", "how to write it", ["table", "json", "ics"]).default("table"))
    .addHelpText("after", examples("agreements obligations acme scans-2026", "agreements obligations acme scans-2026 --format ics > scans.ics", "agreements obligations --deal deal.yaml"))
    .action(async (workspace, id, options) => done(await (await room()).obligations(io, workspace, id, options)));
  named("runbook", "write what its end asks for: what to stop, delete and certify, what may be kept, what is not known").option("--title <file>", "title file, with --deal; default: cleartitle.yaml")
    .option("--on <date>", "the first day without rights; default: the end that is recorded, else that of the term").addOption(choice("--how <how>", "how it ends on that day", ["termination", "withdrawal"]).default("termination")).addOption(format())
    .addHelpText("after", examples("agreements runbook acme scans-2026", "agreements runbook acme scans-2026 --on 2027-01-15", "agreements runbook --deal deal.yaml --title cleartitle.yaml"))
    .action(async (workspace, id, options) => done(await (await room()).runbook(io, workspace, id, options)));
}

/** Agreements from the first draft to what is left to do after the end. */
export function agreementCommands(program: Command, io: Io, done: Done): void {
  const agreements = program.command("agreements").description("agreements of a workspace: their texts, signatures, amendments, days, and what their end asks for");
  readCommands(agreements, io, done);
  stepCommands(agreements, io, done);
  endCommands(agreements, io, done);
}
