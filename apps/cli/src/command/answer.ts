import { inquire, readAnswers } from "@cleartitle/engine";
import { parsePeriod, type ExitCode } from "@cleartitle/norms";
import { answerTitleFile } from "@cleartitle/title";
import { readText, replaceText } from "../file.js";
import type { Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { decideOptions, instantOption, openWorld, useNamed, type AskingOptions } from "../world.js";

export interface AnswerOptions extends AskingOptions {
  readonly use: string;
  readonly by?: string;
  readonly recordedAt?: string;
  readonly during?: string;
  readonly dryRun?: boolean;
}

/** Records answers in a title file: of assets, acts and parties as statements, of uses as their facts. Evidence is never written over. */
export async function answer(io: Io, file: string, texts: readonly string[], options: AnswerOptions): Promise<ExitCode> {
  const during = options.during === undefined ? undefined : parsePeriod(options.during);
  if (during === null) throw usageStop(`\`${options.during!}\` is no period`, "--during takes a date, or two like 2026-01-01/2026-06-30, 2026-01-01/..");
  const recordedAt = instantOption("--recorded-at", options.recordedAt ?? io.today());
  const world = await openWorld(io, file);
  useNamed(world.graph, options.use);
  const asked = inquire(world, options.use, await io.rooms.decide(), { ...decideOptions(options), most: Infinity }).questions;
  const { answers, problems: unread } = readAnswers(world, asked, texts, options.use);
  if (unread.length > 0) throw new Stop(unread);
  const before = await readText(io, file);
  const answering = { by: options.by ?? null, recordedAt, ...(during === undefined ? {} : { during }) };
  const { text, notes, problems } = answerTitleFile(before, answers, answering, { file, taxonomies: world.catalogue.taxonomies });
  if (problems.length > 0) throw new Stop(problems);
  if (options.dryRun === true) io.stdout.write(text);
  else if (text !== before) await replaceText(io, file, text);
  for (const note of notes) (options.dryRun === true ? io.stderr : io.stdout).write(`${note}\n`);
  if (options.dryRun !== true) io.stderr.write(`next: cleartitle questions ${file} --use ${options.use}\n`);
  return 0;
}
