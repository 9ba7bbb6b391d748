import { assess, namesOf, sayAssessment, sayAssessmentInMarkdown, scopeOf } from "@cleartitle/engine";
import { nameHint, type ExitCode } from "@cleartitle/norms";
import { wantsColor, widthOf, type Io } from "../io.js";
import { usageStop } from "../stop.js";
import { decideOptions, inPlaces, openWorld, useNamed, type AskingOptions } from "../world.js";

export interface AssessOptions extends AskingOptions {
  readonly use: string;
  readonly with: string;
  readonly in?: string;
  readonly format: "table" | "json" | "markdown";
}

/** Runs a questionnaire on a use. It decides nothing itself: what it shows as the answer is the engine's. */
export async function assessUse(io: Io, file: string, options: AssessOptions): Promise<ExitCode> {
  const asked = decideOptions(options);
  const world = inPlaces(await openWorld(io, file), options.use, options.in);
  const { questionnaires = new Map() } = world.catalogue;
  const questionnaire = questionnaires.get(options.with);
  if (questionnaire === undefined) throw usageStop(`there is no questionnaire \`${options.with}\``, nameHint(options.with, questionnaires.keys()));
  const use = useNamed(world.graph, options.use);
  if (scopeOf(questionnaire, world, use).inside.length === 0) {
    throw usageStop(`\`${questionnaire.id}\` is meant for ${questionnaire.in.join(", ")}; the use \`${use.name}\` asks for ${use.in.join(", ") || "no place"}`, `ask it for such a place: --in ${questionnaire.in[0]!}`);
  }
  const assessment = assess(world, use.name, questionnaire, await io.rooms.decide(), asked);
  const words = { names: namesOf(world), groups: world.catalogue.taxonomies.groups };
  if (options.format === "json") io.stdout.write(`${JSON.stringify(assessment, null, 2)}\n`);
  else if (options.format === "markdown") io.stdout.write(sayAssessmentInMarkdown(assessment, file, words));
  else io.stdout.write(sayAssessment(assessment, file, { ...words, color: wantsColor(io), width: widthOf(io) }));
  return 0;
}
