import type { Decision } from "@cleartitle/engine";
import type { ExitCode } from "@cleartitle/norms";
import type { Io, World } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { decideUse, instantOption, openWorld, useNamed } from "../world.js";
import { writeNew } from "./import.js";

export interface ExportCommand {
  readonly to: string;
  readonly of?: string;
  readonly use?: readonly string[];
  readonly whole?: boolean;
  readonly created?: string;
  readonly losses?: boolean;
  readonly output?: string;
}

async function decided(io: Io, world: World, names: readonly string[]): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for (const name of new Set(names)) decisions.push(await decideUse(io, world, name, { withoutRange: true, withoutProof: true }));
  return decisions;
}

/** Writes a graph, or the chain of one asset, as a document of others, and tells on standard error what the document does not say; with `losses` it lists that alone, in place of the document. */
export async function exportTitle(io: Io, file: string, { to, of, use = [], whole = false, created, losses: asked = false, output }: ExportCommand): Promise<ExitCode> {
  const { exportGraph, formats, listLosses, sayLosses } = await import("@cleartitle/reports");
  const format = formats.find((each) => each.id === to);
  if (format === undefined) throw usageStop(`there is no format \`${to}\``);
  const day = created === undefined ? {} : { created: instantOption("--created", created) };
  const world = await openWorld(io, file);
  for (const name of use) {
    const { of: asset } = useNamed(world.graph, name);
    if (of !== undefined && asset !== of) throw usageStop(`the use \`${name}\` is of \`${asset}\`, and the document is of \`${of}\``, "name a use of the same asset, or leave out --of");
  }
  const { text, problems, losses } = exportGraph(world.graph, format, { ...day, ...(of === undefined ? {} : { of }), whole, decisions: await decided(io, world, use) });
  if (text === null) throw new Stop(problems);
  const result = asked ? listLosses(losses).map((line) => `${line}\n`).join("") : text;
  if (output === undefined) io.stdout.write(result);
  else {
    await writeNew(io, output, result);
    io.stderr.write(`written: ${output}\n`);
  }
  if (asked) return 0;
  const told = sayLosses(losses);
  if (told.length > 0) io.stderr.write(`whoever reads it is not told: ${told.join("; ")}\n`);
  return 0;
}
