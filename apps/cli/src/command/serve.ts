import { namesOf, sayDecision } from "@cleartitle/engine";
import { problem, type ExitCode } from "@cleartitle/norms";
import { serve as open, type Served } from "@cleartitle/server";
import { wantsColor, widthOf, type Io } from "../io.js";
import { Stop } from "../stop.js";
import { decideOptions, openWorld, useNamed, type AskingOptions } from "../world.js";

export interface ServeOptions extends AskingOptions {
  readonly use: string;
  readonly port: number;
}

function portStop(error: unknown, port: number): Stop {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (code === "EADDRINUSE") return new Stop([problem("conflict", `the port ${port} is taken`, { hint: "choose another with --port, or leave it out for a free one" })]);
  if (code === "EACCES") return new Stop([problem("io", `the port ${port} may not be used`, { hint: "choose one above 1023" })]);
  throw error;
}

/** Says the decision in words, then serves its page on this machine until it is interrupted. */
export async function serve(io: Io, file: string, options: ServeOptions): Promise<ExitCode> {
  const world = await openWorld(io, file);
  useNamed(world.graph, options.use);
  const decide = await io.rooms.decide();
  const asked = decideOptions(options);
  const answer = (use: string): ReturnType<typeof decide> => decide(world, use, asked);
  io.stdout.write(sayDecision(answer(options.use), { names: namesOf(world), color: wantsColor(io), width: widthOf(io) }));
  let served: Served;
  try {
    served = await open({ world, use: options.use, port: options.port, decide: answer });
  } catch (error) {
    throw portStop(error, options.port);
  }
  io.stdout.write(`\nServing on ${served.url} (this machine only; Ctrl-C ends it)\n`);
  await io.interrupted;
  await served.close();
  return 130;
}
