import { inquire, namesOf, sayInquiry, sayInquiryInMarkdown } from "@cleartitle/engine";
import type { ExitCode } from "@cleartitle/norms";
import { wantsColor, widthOf, type Io } from "../io.js";
import { decideOptions, inPlaces, openWorld, type AskingOptions } from "../world.js";

export interface QuestionsOptions extends AskingOptions {
  readonly use: string;
  readonly in?: string;
  readonly effects?: boolean;
  readonly most: number;
  readonly budget: number;
  readonly format: "table" | "json" | "markdown";
}

/** What has to be answered before a use can be decided, what settles most first. */
export async function questions(io: Io, file: string, options: QuestionsOptions): Promise<ExitCode> {
  const asked = decideOptions(options);
  const world = inPlaces(await openWorld(io, file), options.use, options.in);
  const { most, budget } = options;
  const inquiry = inquire(world, options.use, await io.rooms.decide(), { ...asked, most, budget, effects: options.effects === true });
  const words = { names: namesOf(world), groups: world.catalogue.taxonomies.groups };
  if (options.format === "json") io.stdout.write(`${JSON.stringify(inquiry, null, 2)}\n`);
  else if (options.format === "markdown") io.stdout.write(sayInquiryInMarkdown(inquiry, file, words));
  else io.stdout.write(sayInquiry(inquiry, file, { ...words, color: wantsColor(io), width: widthOf(io) }));
  return 0;
}
