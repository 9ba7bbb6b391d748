import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } from "@modelcontextprotocol/sdk/types.js";
import type { Catalogue } from "@cleartitle/catalogue";
import { withoutControls } from "@cleartitle/engine";
import { nameHint, problem, type Problem } from "@cleartitle/norms";
import { StoreRefusal } from "@cleartitle/store";
import { z } from "zod";
import type { Io, World } from "../io.js";
import { toldGraph } from "../world.js";
import { Stop } from "../stop.js";
import type { Bench, Subject, Tool } from "./tool.js";
import { asset, assets, chain } from "./tool/asset.js";
import { answer, due, license, whatIf } from "./tool/house.js";
import { ask, explain, obligations, questions, uses } from "./tool/use.js";

const all: readonly Tool[] = [uses, ask, explain, questions, obligations, assets, asset, chain, license, due, whatIf, answer];

/** How many problems one answer tells. */
const mostProblems = 20;

interface Listed {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: { readonly type: "object" };
  readonly annotations: { readonly readOnlyHint: boolean };
}

/** A tool as others see it, in as few words as will do: each of them is read before every question. */
function listed({ name, says, input, changes = false }: Tool): Listed {
  const { $schema: _, ...inputSchema } = z.toJSONSchema(input, { io: "input" }) as { readonly type: "object"; readonly $schema?: string };
  return { name, description: says, inputSchema, annotations: { readOnlyHint: !changes } };
}

interface Answered {
  readonly content: { readonly type: "text"; readonly text: string }[];
  readonly isError?: true;
}

const saying = (value: unknown): Answered => ({ content: [{ type: "text", text: JSON.stringify(value) }] });

/** What was wrong with a question, so that whoever asked can ask better. */
function refused(problems: readonly Problem[]): Answered {
  const told = problems.slice(0, mostProblems).map((each) => Object.fromEntries(Object.entries(each).flatMap(([key, value]) => (value === null ? [] : [[key, typeof value === "string" ? withoutControls(value) : value]]))));
  return { ...saying({ problems: told, more: problems.length - told.length }), isError: true };
}

function wrongArguments({ issues }: z.ZodError, { input }: Tool): Problem[] {
  const known = Object.keys(input.shape);
  return issues.map((issue) => {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [];
    const pointer = `/${issue.path.join("/")}`;
    return keys.length === 0 ? problem("bad-value", issue.message, { pointer }) : problem("unknown-key", `the key \`${keys[0]!.slice(0, 40)}\` is not known here`, { pointer, hint: nameHint(keys[0]!, known) ?? `one of ${known.join(", ")}` });
  });
}

interface McpServer {
  readonly server: Server;
  /** Until every question that was asked has its answer. */
  readonly idle: () => Promise<void>;
}

/** A server of the tools over a title file or a workspace, on whatever it is then connected to. */
export function mcpServer(io: Io, catalogue: Catalogue, subject: Subject, version: string): McpServer {
  const bench = benches(io, catalogue, subject);
  const tools = all.filter((each) => each.changes !== true || subject.record !== null);
  const server = new Server({ name: "cleartitle", version }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: tools.map(listed) }));
  const inTurn = turns();
  const told = async (name: string, given: unknown): Promise<{ content: Answered["content"]; isError?: true }> => {
    const tool = tools.find((each) => each.name === name);
    if (tool === undefined) throw new McpError(ErrorCode.InvalidParams, `there is no tool \`${withoutControls(name.slice(0, 40))}\``);
    const args = tool.input.safeParse(given);
    if (!args.success) return refused(wrongArguments(args.error, tool));
    try {
      return saying(await inTurn(tool, async () => tool.run(args.data, await bench())));
    } catch (error) {
      if (error instanceof Stop) return refused(error.problems);
      if (error instanceof StoreRefusal) return refused([error.problem]);
      throw error;
    }
  };
  const asked = new Set<Promise<unknown>>();
  server.setRequestHandler(CallToolRequestSchema, ({ params: { name, arguments: given = {} } }) => {
    const answered = told(name, given).finally(() => asked.delete(answered));
    asked.add(answered);
    return answered;
  });
  const idle = async (): Promise<void> => {
    await Promise.allSettled(asked);
    // The library writes what was answered in the turn after.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { server, idle };
}

/** What writes begins when what wrote before it has ended: of two answers at once, one would be written over by the other. */
function turns(): <T>(tool: Tool, work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (tool, work) => {
    if (tool.changes !== true) return work();
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}

/** What tools work with. The same graph stays the same world, so that what was compiled of it is used again. */
function benches(io: Io, catalogue: Catalogue, subject: Subject): () => Promise<Bench> {
  let world: World | null = null;
  return async () => {
    const graph = await toldGraph(await subject.graph(), catalogue);
    if (world?.graph !== graph) world = { graph, catalogue };
    return { catalogue, subject, today: io.today(), world, decide: await io.rooms.decide() };
  };
}
