import { namesOf, sayDecision } from "@cleartitle/engine";
import type { ExitCode } from "@cleartitle/norms";
import { wantsColor, widthOf, type Io } from "../io.js";
import { listening, type ServeOptions } from "../serve/listening.js";
import { usageStop } from "../stop.js";
import { decideOptions, openWorld, useNamed } from "../world.js";

/** Says the decision of a title file in words, then serves its page; with a database, or without a file, serves what is kept there. */
export async function serve(io: Io, file: string | undefined, options: ServeOptions): Promise<ExitCode> {
  if (file === undefined || options.data !== undefined || options.people !== undefined) return (await import("./serve-store.js")).serveStore(io, file, options);
  if (options.use === undefined) throw usageStop("--use is missing", "say which use of the title file is shown first");
  const world = await openWorld(io, file);
  useNamed(world.graph, options.use);
  const decide = await io.rooms.decide();
  const asked = decideOptions(options);
  io.stdout.write(sayDecision(decide(world, options.use, asked), { names: namesOf(world), color: wantsColor(io), width: widthOf(io) }));
  return listening(io, { page: { world, use: options.use, decide: (use) => decide(world, use, asked) }, port: options.port });
}
