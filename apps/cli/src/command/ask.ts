import { exitOfRows, type FailOn, judge, namesOf, rowOf, sayDecision, sayDecisionInMarkdown, sayProof } from "@cleartitle/engine";
import type { ExitCode } from "@cleartitle/norms";
import { wantsColor, widthOf, type Io } from "../io.js";
import { dateOption, decideOptions, decideUse, openWorld, type AskingOptions } from "../world.js";

export interface AskOptions extends AskingOptions {
  readonly use: string;
  readonly in?: string;
  readonly format: "table" | "json" | "markdown";
  readonly proof?: boolean;
  readonly failOn?: FailOn;
}

/** Answers one use. The exit code is 0 whatever the answer, unless `--fail-on` makes a gate of it. */
export async function ask(io: Io, file: string, options: AskOptions): Promise<ExitCode> {
  const asked = { ...decideOptions(options), fullProof: options.proof === true };
  const world = await openWorld(io, file);
  const decision = await decideUse(io, world, options.use, asked, options.in);
  const names = namesOf(world);
  const layout = { color: wantsColor(io), width: widthOf(io) };
  if (options.format === "json") io.stdout.write(`${JSON.stringify(decision, null, 2)}\n`);
  else if (options.format === "markdown") io.stdout.write(sayDecisionInMarkdown(decision, { names }));
  else io.stdout.write(`${sayDecision(decision, { names, ...layout })}${options.proof === true ? `\nProof\n${sayProof(decision, { ...layout, full: true })}` : ""}`);
  if (options.failOn === undefined) return 0;
  const row = rowOf(file, false, decision, { say: (reason) => reason.id, most: Infinity });
  return exitOfRows([judge(row, { failOn: options.failOn, on: options.asOf === undefined ? io.today() : dateOption("--as-of", options.asOf), waivers: world.graph.waivers, baseline: null })]);
}
