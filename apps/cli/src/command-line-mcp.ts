import type { Command } from "commander";
import { type Done, examples } from "./command-option.js";
import type { Io } from "./io.js";

/** The command by which programs ask. */
export function mcpCommand(program: Command, io: Io, done: Done): void {
  program.command("mcp").description("answer the questions of a program (Model Context Protocol, on standard input and output)").argument("[file]", "title file")
    .option("--workspace <id>", "a workspace instead of a file")
    .option("--data <folder>", "where the embedded database is; default: as for `db`")
    .option("--allow-changes", "let it record answers; else it only reads")
    .option("--key <file>", "file with the secret key that signs the ledger of the workspace")
    .addHelpText("after", examples("mcp cleartitle.yaml", "mcp --workspace acme --data /srv/cleartitle", "mcp cleartitle.yaml --allow-changes"))
    .action(async (file, options) => done(await (await import("./command/mcp.js")).mcp(io, file, options)));
}
