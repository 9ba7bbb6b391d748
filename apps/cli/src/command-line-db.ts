import type { Command } from "commander";
import { type Done, examples } from "./command-option.js";
import type { Io } from "./io.js";

const where = (command: Command): Command => command.option("--data <folder>", "folder of the embedded database; default: CLEARTITLE_DATA, else .cleartitle here; with DATABASE_URL set, that server is used");

/** The commands that look after what is kept. */
export function dbCommands(program: Command, io: Io, done: Done): void {
  const db = program.command("db").description("what is kept: where, of which version, backups, workspaces");
  where(db.command("path").description("say where it is kept and of which version it is"))
    .addHelpText("after", examples("db path", "db path --data /srv/cleartitle", "DATABASE_URL=postgresql://app@db.example/cleartitle cleartitle db path"))
    .action(async (options) => done(await (await import("./command/db.js")).path(io, options)));
  where(db.command("migrate").description("bring it to the version of this program; on a server as the owner of the schema (DATABASE_OWNER_URL)"))
    .option("--login <role>", "let this login of the server use it")
    .addHelpText("after", examples("db migrate", "db migrate --login cleartitle_login", "db migrate && cleartitle db path"))
    .action(async (options) => done(await (await import("./command/db.js")).migrateStore(io, options)));
  where(db.command("create").description("make a workspace, and record a title file in it where one is named").argument("<workspace>", "small letters, digits, dashes").argument("[file]", "title file"))
    .option("--by <who>", "who records it; default: USER")
    .addHelpText("after", examples("db create acme", "db create acme cleartitle.yaml", "db create acme cleartitle.yaml --by jane@acme.example"))
    .action(async (workspace, file, options) => done(await (await import("./command/db.js")).create(io, workspace, file, options)));
  where(db.command("backup").description("write all workspaces into one file, readable by either kind of database; never over a file").argument("<file>", "where to"))
    .addHelpText("after", examples("db backup kept.jsonl.gz", "db backup /backup/2026-12-01.jsonl.gz --data /srv/cleartitle", "DATABASE_OWNER_URL=postgresql://owner@db.example/cleartitle cleartitle db backup kept.jsonl.gz"))
    .action(async (file, options) => done(await (await import("./command/db.js")).backupStore(io, file, options)));
  where(db.command("restore").description("put a backup back into a new database, all or nothing").argument("<file>", "what `db backup` wrote"))
    .addHelpText("after", examples("db restore kept.jsonl.gz", "db restore kept.jsonl.gz --data /srv/cleartitle", "DATABASE_OWNER_URL=postgresql://owner@db.example/cleartitle cleartitle db restore kept.jsonl.gz"))
    .action(async (file, options) => done(await (await import("./command/db.js")).restoreStore(io, file, options)));
}
