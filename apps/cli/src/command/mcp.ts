import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { ExitCode } from "@cleartitle/norms";
import type { Io } from "../io.js";
import { fileSubject } from "../mcp/file-subject.js";
import { mcpServer } from "../mcp/server.js";
import { workspaceSubject } from "../mcp/workspace-subject.js";
import { usageStop } from "../stop.js";
import { ownVersion } from "../version.js";
import { openCatalogue } from "../world.js";
import { placeOf, stopping } from "./db.js";
import { secretIn } from "./ledger-write.js";

export interface McpOptions {
  readonly workspace?: string;
  readonly data?: string;
  readonly key?: string;
  readonly allowChanges?: boolean;
}

/** Answers the questions of a program over standard input and output, until that ends. */
export async function mcp(io: Io, file: string | undefined, { workspace, allowChanges = false, key, ...data }: McpOptions): Promise<ExitCode> {
  if ((file === undefined) === (workspace === undefined)) throw usageStop("name a title file or a workspace", "`cleartitle mcp cleartitle.yaml`, or `cleartitle mcp --workspace acme`");
  if (key !== undefined && workspace === undefined) throw usageStop("a key signs the ledger of a workspace", "leave out --key, or name the workspace by --workspace");
  const signing = key === undefined ? [] : [await secretIn(io, key)];
  const catalogue = await openCatalogue(io);
  const subject = workspace === undefined ? fileSubject(io, catalogue, file!, allowChanges) : await stopping(() => workspaceSubject(io, placeOf(io, data, "login"), workspace, allowChanges, signing));
  try {
    // A file that cannot be read is told now, and not with the first question.
    await stopping(() => subject.graph());
    const { server, idle } = mcpServer(io, catalogue, subject, ownVersion());
    const ended = new Promise<ExitCode>((resolve) => {
      process.stdin.once("end", () => resolve(0));
      void io.interrupted.then(() => resolve(130));
    });
    await server.connect(new StdioServerTransport());
    const exit = await ended;
    await idle();
    await server.close();
    return exit;
  } finally {
    await subject.close();
  }
}
