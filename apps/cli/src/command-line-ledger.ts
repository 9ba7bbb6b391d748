import type { Command } from "commander";
import { asking, choice, type Done, examples } from "./command-option.js";
import type { Io } from "./io.js";

const again = (value: string, all: readonly string[] | undefined): readonly string[] => [...(all ?? []), value];

/** What every command that writes to a ledger takes. */
const writing = (command: Command): Command =>
  command
    .requiredOption("--key <file>", "file with the secret key that signs")
    .requiredOption("--by <person>", "who records it")
    .option("--recorded-at <instant>", "when it is recorded, in UTC; default: now");

function readingCommands(ledger: Command, io: Io, done: Done): void {
  ledger.command("verify").description("verify a ledger from its own folder and the keys that you trust, without network").argument("<folder>", "a ledger, or what was exported of one")
    .requiredOption("--key <key>", "public key of the ledger that its owner told you, or a file with it; may be given again", again)
    .option("--head <file>", "a head that you kept from before: this ledger must go on from it; may be given again", again)
    .option("--pinned-only", "trust the named keys alone, and none that they hand over to")
    .option("--replay", "decide every recorded decision again, and compare")
    .addOption(choice("--format <format>", "how to write it", ["table", "json"]).default("table"))
    .addHelpText("after", examples("ledger verify evidence --key ledger.pub", "ledger verify evidence --key ledger.pub --head kept-in-march.txt --replay", "ledger verify evidence --key ledger.pub --format json > verification.json"))
    .action(async (folder, options) => done(await (await import("./command/ledger-verify.js")).verify(io, folder, options)));
  ledger.command("head").description("write the last signed head, to be kept by whoever wants to check later on that nothing was rewritten").argument("<folder>", "a ledger")
    .addHelpText("after", examples("ledger head evidence", "ledger head evidence > kept-in-march.txt", "ledger head evidence | mail -s 'head of our ledger' auditor@example.org"))
    .action(async (folder) => done(await (await import("./command/ledger-proof.js")).lastHead(io, folder)));
  ledger.command("prove").description("write a proof that an entry is in the ledger, or that it goes on from an earlier head").argument("<folder>", "a ledger")
    .option("--entry <index>", "the entry that is shown").option("--from <file>", "the earlier head")
    .addHelpText("after", examples("ledger prove evidence --entry 12 > entry-12.json", "ledger prove evidence --from kept-in-march.txt > since-march.json", "ledger prove evidence --entry 0"))
    .action(async (folder, options) => done(await (await import("./command/ledger-proof.js")).prove(io, folder, options)));
  ledger.command("check-proof").description("check a proof against a key that you trust, without the ledger").argument("<file>", "what `ledger prove` wrote").requiredOption("--key <key>", "public key of the ledger, or a file with it; may be given again", again)
    .addHelpText("after", examples("ledger check-proof entry-12.json --key ledger.pub", "ledger check-proof since-march.json --key ledger.pub", "ledger check-proof entry-0.json --key acme.example/title+0f1e2d3c+AQ…"))
    .action(async (file, options) => done(await (await import("./command/ledger-proof.js")).checkProof(io, file, options)));
}

/** Commands of the evidence ledger. */
export function ledgerCommands(program: Command, io: Io, done: Done): void {
  const ledger = program.command("ledger").description("the evidence ledger: record decisions, redact, prove, verify");
  readingCommands(ledger, io, done);
  ledger.command("key").description("make a key for a ledger: the secret goes to a file, the public key is written").argument("<name>", "name of the ledger, like acme.example/title").requiredOption("-o, --output <file>", "file for the secret; never over a file")
    .addHelpText("after", examples("ledger key acme.example/title -o ledger.key", "ledger key acme.example/title -o ledger.key > ledger.pub", "ledger key acme.example/title -o next.key > next.pub"))
    .action(async (name, options) => done(await (await import("./command/ledger-write.js")).makeKey(io, name, options)));
  writing(ledger.command("open").description("begin a ledger in a folder").argument("<folder>", "where; never over a ledger"))
    .addHelpText("after", examples("ledger open evidence --key ledger.key --by counsel", "ledger open evidence --key ledger.key --by counsel --recorded-at 2026-11-20T09:00:00Z", "ledger open team/evidence --key ~/ledger.key --by jane"))
    .action(async (folder, options) => done(await (await import("./command/ledger-write.js")).openLedger(io, folder, options)));
  asking(writing(ledger.command("record").description("decide a use, and record the decision with all that it takes to decide it again").argument("<folder>", "a ledger").argument("<file>", "title file").requiredOption("--use <name>", "which use")))
    .option("--in <places>", "ask for these places instead, separated by commas")
    .addHelpText("after", examples("ledger record evidence cleartitle.yaml --use launch --key ledger.key --by counsel", "ledger record evidence cleartitle.yaml --use launch --in DE --key ledger.key --by counsel", "ledger record evidence cleartitle.yaml --use launch --as-of 2026-12-01 --key ledger.key --by counsel"))
    .action(async (folder, file, options) => done(await (await import("./command/ledger-write.js")).record(io, folder, file, options)));
  writing(ledger.command("redact").description("take out what fields of an entry say; that it was done, by whom, when and why, stays, and so do all proofs").argument("<folder>", "a ledger").argument("<entry>", "index of the entry").argument("<fields...>", "fields of it").requiredOption("--why <reason>", "why"))
    .addHelpText("after", examples("ledger redact evidence 12 raw by --why 'erasure asked for' --key ledger.key --by counsel", "ledger redact evidence 3 title --why 'names a person' --key ledger.key --by counsel", "ledger redact evidence 7 decision title --why 'court order' --key ledger.key --by counsel"))
    .action(async (folder, entry, fields, options) => done(await (await import("./command/ledger-write.js")).redact(io, folder, entry, fields, options)));
  writing(ledger.command("change-key").description("hand the ledger over to another key, which signs from now on").argument("<folder>", "a ledger").requiredOption("--to <file>", "file with the next secret key").requiredOption("--why <reason>", "why"))
    .addHelpText("after", examples("ledger change-key evidence --key ledger.key --to next.key --why 'a year is over' --by admin", "ledger change-key evidence --key ledger.key --to next.key --why 'laptop lost' --by admin", "ledger change-key evidence --key a.key --to b.key --why yearly --by admin --recorded-at 2026-11-20T09:00:00Z"))
    .action(async (folder, options) => done(await (await import("./command/ledger-write.js")).changeKey(io, folder, options)));
}
