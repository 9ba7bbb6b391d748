import type { Command } from "commander";
import { type Done, examples } from "./command-option.js";
import type { Io } from "./io.js";

const where = (command: Command): Command => command.option("--data <folder>", "folder of the embedded database; default: CLEARTITLE_DATA, else .cleartitle here; with DATABASE_URL set, that server is used");

const signed = (command: Command): Command => where(command).option("--key <file>", "file with the secret key that signs the ledger").option("--by <who>", "who does it; default: USER");

const room = () => import("./command/db-ledger.js");

/** The commands for the ledger of a workspace, and for a workspace as a folder. */
function ledgerOfWorkspace(db: Command, io: Io, done: Done): void {
  where(db.command("ledger").description("say what the ledger of a workspace is, how much of it is signed, and whether rows say otherwise").argument("<workspace>", "which"))
    .addHelpText("after", examples("db ledger acme", "db ledger acme --data /srv/cleartitle", "db ledger acme && cleartitle db backup kept.jsonl.gz"))
    .action(async (workspace, options) => done(await (await room()).standing(io, workspace, options)));
  signed(db.command("sign").description("sign what was entered without a key").argument("<workspace>", "which"))
    .addHelpText("after", examples("db sign acme --key ledger.key", "db sign acme --key ledger.key --by counsel", "db sign acme --key ledger.key > kept-in-march.txt"))
    .action(async (workspace, options) => done(await (await room()).sign(io, workspace, options)));
  signed(db.command("hand-over").description("hand the ledger of a workspace over to another key").argument("<workspace>", "which").requiredOption("--to <file>", "file with the next secret key").requiredOption("--why <reason>", "why"))
    .addHelpText("after", examples("db hand-over acme --key ledger.key --to next.key --why 'a year is over'", "db hand-over acme --key a.key --to b.key --why yearly --by admin", "db hand-over acme --key a.key --to b.key --why 'laptop lost'"))
    .action(async (workspace, options) => done(await (await room()).handOver(io, workspace, options)));
  signed(db.command("redact").description("take out what fields of an entry say, from the ledger, the rows and kept files; on a server as the owner of the schema").argument("<workspace>", "which").argument("<entry>", "index of the entry").argument("<fields...>", "fields of it").requiredOption("--why <reason>", "why"))
    .addHelpText("after", examples("db redact acme 12 raw author --why 'erasure asked for' --key ledger.key", "db redact acme 30 evidence --why 'court order' --by counsel", "db redact acme 7 decision title --why 'names a person' --key ledger.key"))
    .action(async (workspace, entry, fields, options) => done(await (await room()).redact(io, workspace, entry, fields, options)));
  where(db.command("export").description("write a workspace into a folder: its title file, its ledger and the evidence; never over a folder").argument("<workspace>", "which").argument("<folder>", "where to"))
    .addHelpText("after", examples("db export acme exported", "db export acme /backup/acme --data /srv/cleartitle", "db export acme exported && cleartitle ledger verify exported/ledger --key ledger.pub"))
    .action(async (workspace, folder, options) => done(await (await room()).exportWorkspace(io, workspace, folder, options)));
  signed(db.command("import").description("make a workspace of an exported folder; its ledger begins anew, and the old one is kept as evidence").argument("<workspace>", "its name").argument("<folder>", "what `db export` wrote").option("--ledger <name>", "name of its ledger; default: that of the key, else of the workspace"))
    .addHelpText("after", examples("db import acme exported", "db import copy exported --by jane", "db import acme exported --ledger acme.example/title --key ledger.key"))
    .action(async (workspace, folder, options) => done(await (await room()).importWorkspace(io, workspace, folder, options)));
}

/** The commands that look after what is kept. */
export function dbCommands(program: Command, io: Io, done: Done): void {
  const db = program.command("db").description("what is kept: where, of which version, backups, workspaces");
  ledgerOfWorkspace(db, io, done);
  where(db.command("path").description("say where it is kept and of which version it is"))
    .addHelpText("after", examples("db path", "db path --data /srv/cleartitle", "DATABASE_URL=postgresql://app@db.example/cleartitle cleartitle db path"))
    .action(async (options) => done(await (await import("./command/db.js")).path(io, options)));
  where(db.command("migrate").description("bring it to the version of this program; on a server as the owner of the schema (DATABASE_OWNER_URL)"))
    .option("--login <role>", "let this login of the server use it")
    .addHelpText("after", examples("db migrate", "db migrate --login cleartitle_login", "db migrate && cleartitle db path"))
    .action(async (options) => done(await (await import("./command/db.js")).migrateStore(io, options)));
  where(db.command("create").description("make a workspace, and record a title file in it where one is named").argument("<workspace>", "small letters, digits, dashes").argument("[file]", "title file"))
    .option("--by <who>", "who records it; default: USER").option("--ledger <name>", "name of its ledger; default: that of the key, else of the workspace").option("--key <file>", "file with the secret key that signs its ledger")
    .addHelpText("after", examples("db create acme", "db create acme cleartitle.yaml", "db create acme cleartitle.yaml --by jane@acme.example"))
    .action(async (workspace, file, options) => done(await (await import("./command/db.js")).create(io, workspace, file, options)));
  signed(db.command("appoint").description("make a person an administrator of a workspace, where people sign in: of one that was made here nobody is").argument("<workspace>", "which").argument("<login>", "by which they sign in, or their id"))
    .addHelpText("after", examples("db appoint acme jane@acme.example", "db appoint acme jane@acme.example --by operations", "db create scans cleartitle.yaml && cleartitle db appoint scans jane@acme.example"))
    .action(async (workspace, login, options) => done(await (await import("./command/db-people.js")).appoint(io, workspace, login, options)));
  signed(db.command("invite").description("give out a code by which a person chooses a password, once and within an hour: for an administrator whom nobody else can let in").argument("[login]", "by which they sign in, or their id"))
    .option("--new <name>", "somebody who is not there yet, to be appointed next")
    .addHelpText("after", examples("db invite jane@acme.example", "db invite jane@acme.example --by operations --key ledger.key", "db invite --new 'John Doe'"))
    .action(async (login, options) => done(await (await import("./command/db-people.js")).invite(io, login, options)));
  where(db.command("backup").description("write all workspaces into one file, readable by either kind of database; never over a file").argument("<file>", "where to"))
    .option("--with-secrets", "also what webhooks are signed with; without, each needs another secret after `db restore`")
    .addHelpText("after", examples("db backup kept.jsonl.gz", "db backup /backup/2026-12-01.jsonl.gz --data /srv/cleartitle", "DATABASE_OWNER_URL=postgresql://owner@db.example/cleartitle cleartitle db backup kept.jsonl.gz"))
    .action(async (file, options) => done(await (await import("./command/db.js")).backupStore(io, file, options)));
  where(db.command("restore").description("put a backup back into a new database, all or nothing").argument("<file>", "what `db backup` wrote"))
    .addHelpText("after", examples("db restore kept.jsonl.gz", "db restore kept.jsonl.gz --data /srv/cleartitle", "DATABASE_OWNER_URL=postgresql://owner@db.example/cleartitle cleartitle db restore kept.jsonl.gz"))
    .action(async (file, options) => done(await (await import("./command/db.js")).restoreStore(io, file, options)));
}
