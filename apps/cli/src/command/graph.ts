import type { ExitCode } from "@cleartitle/norms";
import { drawingOf, toDot, toMermaid, toSvg } from "@cleartitle/server";
import type { Io } from "../io.js";
import { decideUse, openWorld, useNamed } from "../world.js";

export interface GraphOptions {
  readonly use?: string;
  readonly format: "json" | "mermaid" | "dot" | "svg";
}

/** A picture of more boxes than this is no picture. Data has no such end. */
const drawable = 300;

/** Writes the title graph, or with a use the part that it stands on, with what was decided of each asset. */
export async function graph(io: Io, file: string, options: GraphOptions): Promise<ExitCode> {
  const world = await openWorld(io, file);
  const most = options.format === "json" ? Number.POSITIVE_INFINITY : drawable;
  const name = options.use;
  const about = name === undefined ? {} : { of: useNamed(world.graph, name).of, decision: await decideUse(io, world, name, { withoutRange: true }) };
  const drawing = drawingOf(world.graph, { ...about, most });
  if (drawing.hidden > 0) io.stderr.write(`${drawing.nodes.length} of ${drawing.nodes.length + drawing.hidden} assets are drawn; --use draws what one use stands on, --format json has all\n`);
  const renderers = {
    json: () => `${JSON.stringify({ $schema: "urn:cleartitle:schema:graph:1", version: 1, nodes: drawing.nodes, edges: drawing.edges, basis: about.decision?.basis ?? null }, null, 1)}\n`,
    mermaid: () => toMermaid(drawing),
    dot: () => toDot(drawing),
    svg: () => toSvg(drawing, { own: true, label: name === undefined ? `Chain of title in ${file}` : `Chain of title of ${name}` }),
  };
  io.stdout.write(renderers[options.format]());
  return 0;
}
