import { allQuestions, type Impact, impactOf } from "@cleartitle/engine";
import type { ExitCode } from "@cleartitle/norms";
import { readChangeFile, unmetChanges, type ChangeSet } from "@cleartitle/title";
import { syntheticOf, type SyntheticOptions } from "../check/synthetic.js";
import { readText } from "../file.js";
import { wantsColor, type Io, type World } from "../io.js";
import { progress } from "../progress.js";
import { Stop } from "../stop.js";
import { changed, dateOption, decideOptions, openWorld, type AskingOptions } from "../world.js";

export interface ImpactOptions extends AskingOptions, SyntheticOptions {
  readonly change: string;
  readonly usesOnly?: boolean;
  readonly all?: boolean;
  readonly most: number;
  readonly format: "table" | "json";
}

async function readChanges(io: Io, file: string, { graph, catalogue }: World): Promise<{ readonly changes: ChangeSet; readonly title: string | null }> {
  const { changes, title, problems } = readChangeFile(await readText(io, file), { ...catalogue, file, graph });
  if (changes === null) throw new Stop(problems);
  return { changes, title };
}

/** What a change set does: every use and asset whose answer it can alter, decided before and after. */
export async function impact(io: Io, file: string, options: ImpactOptions): Promise<ExitCode> {
  const world = await openWorld(io, file);
  const { changes, title } = await readChanges(io, options.change, world);
  for (const index of unmetChanges(world.graph, changes)) io.stderr.write(`change ${index + 1} (${changes[index]!.change}) changes nothing: it is so already\n`);
  const on = options.asOf === undefined ? io.today() : dateOption("--as-of", options.asOf);
  const made = syntheticOf(options, world, on);
  const asked = (graph: World["graph"]): World => ({ ...world, graph: options.usesOnly === true ? graph : allQuestions(graph, world.catalogue, made) });
  const [before, after] = [asked(world.graph), asked(await changed(world.graph, changes, world.catalogue))];
  let counter: ReturnType<typeof progress> | null = null;
  const found = impactOf(before, after, changes, {
    decide: await io.rooms.decide(), options: { ...decideOptions(options), withoutRange: true }, budget: options.most,
    decided: (done, of) => (counter ??= progress(io, of)).step(done),
  });
  (counter as ReturnType<typeof progress> | null)?.end();
  io.stdout.write(await render(found, title, options, io));
  return 0;
}

async function render(found: Impact, title: string | null, options: ImpactOptions, io: Io): Promise<string> {
  if (options.format === "json") return `${JSON.stringify({ ...found, title }, null, 1)}\n`;
  const { renderImpact } = await import("../impact/render-table.js");
  return renderImpact(found, { color: wantsColor(io), all: options.all === true });
}
