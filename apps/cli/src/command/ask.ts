import { type DecideOptions, type Decision, exitOfCheck, type FailOn, judge, namesOf, rowOf, sayDecision, sayDecisionInMarkdown, sayOutline, sayOutlineInMarkdown, sayProof, thingsUpstream } from "@cleartitle/engine";
import type { ExitCode } from "@cleartitle/norms";
import { growSlowly } from "../heap.js";
import { wantsColor, widthOf, type Io, type World } from "../io.js";
import { usageStop } from "../stop.js";
import { dateOption, decideOptions, decideUse, inPlaces, openWorld, type AskingOptions } from "../world.js";

export interface AskOptions extends AskingOptions {
  readonly use: string;
  readonly in?: string;
  readonly format: "table" | "json" | "markdown";
  readonly proof?: boolean;
  /** One thing of each kind upstream is judged. */
  readonly outline?: boolean;
  /** Most claims that earlier acts are judged against. */
  readonly claims?: number;
  readonly failOn?: FailOn;
}

/** Answers one use. The exit code is 0 whatever the answer, unless `--fail-on` makes a gate of it. */
export async function ask(io: Io, file: string, options: AskOptions): Promise<ExitCode> {
  const world = await openWorld(io, file);
  const decision = await (options.outline === true ? writeOutline(io, world, options) : writeDecision(io, world, options));
  if (options.failOn === undefined) return 0;
  const row = rowOf(file, false, decision, { say: (reason) => reason.id, most: Infinity });
  const gate = { failOn: options.failOn, on: options.asOf === undefined ? io.today() : dateOption("--as-of", options.asOf), waivers: world.graph.waivers, baseline: null };
  return exitOfCheck([judge(row, gate)], world.graph.findings, gate);
}

const askedOf = (options: AskOptions): DecideOptions => ({ ...decideOptions(options), ...(options.claims === undefined ? {} : { claimBudget: options.claims }) });

const layoutOf = (io: Io): { color: boolean; width: number } => ({ color: wantsColor(io), width: widthOf(io) });

/** Sources beyond which it takes long to judge each of them. */
const many = 2_000;

/** Who waits for an answer over very many things is told what is quicker. */
function noteMany(io: Io, world: World, use: string): void {
  const count = world.graph.assets.size > many ? thingsUpstream(world, use) : 0;
  if (count > many) io.stderr.write(`note: ${count} things are upstream, and each is judged; --outline judges one of each kind\n`);
}

async function writeDecision(io: Io, world: World, options: AskOptions): Promise<Decision> {
  const asked = inPlaces(world, options.use, options.in);
  noteMany(io, asked, options.use);
  const decision = await decideUse(io, asked, options.use, { ...askedOf(options), fullProof: options.proof === true });
  const [names, layout] = [namesOf(world), layoutOf(io)];
  if (options.format === "json") io.stdout.write(`${JSON.stringify(decision, null, 2)}\n`);
  else if (options.format === "markdown") io.stdout.write(sayDecisionInMarkdown(decision, { names }));
  else io.stdout.write(`${sayDecision(decision, { names, ...layout })}${options.proof === true ? `\nProof\n${sayProof(decision, { ...layout, full: true })}` : ""}`);
  return decision;
}

async function writeOutline(io: Io, world: World, options: AskOptions): Promise<Decision> {
  if (options.proof === true) throw usageStop("an outline has no proof of its own", "leave out --proof, or --outline for the whole answer with its proof");
  growSlowly();
  const outline = await io.rooms.outline();
  const told = outline(inPlaces(world, options.use, options.in), options.use, { ...askedOf(options), withoutProof: true });
  const names = namesOf(world);
  if (options.format === "json") io.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
  else io.stdout.write(options.format === "markdown" ? sayOutlineInMarkdown(told, { names }) : sayOutline(told, { names, ...layoutOf(io) }));
  return told.decision;
}
