import { z } from "@hono/zod-openapi";
import { type DecideOptions, follow, type World } from "@cleartitle/engine";
import { graphAsked, type Question as RecordedQuestion } from "@cleartitle/ledger";
import { CalendarDate, nameHint, problem, type Problem, Profile } from "@cleartitle/norms";
import { ApiStop } from "../stop.js";

/** When and from where a question is asked. */
export const askingFields = {
  asOf: CalendarDate.optional().openapi({ description: "Date of the answer; default: the date of the use." }),
  knownAt: z.union([CalendarDate, z.iso.datetime({ offset: true })]).optional().openapi({ description: "Count only what was recorded by then." }),
  profile: Profile.optional().openapi({ description: "Where no position is taken." }),
} as const;

export const questionFields = {
  use: z.string().min(1).max(2000).openapi({ description: "A use of the records." }),
  in: z.array(z.string().min(1).max(100)).min(1).max(300).optional().openapi({ description: "Places to ask for instead of those of the use: ISO 3166 codes, or groups like EU." }),
  ...askingFields,
} as const;

export const atField = { at: z.int().min(0).max(2_147_483_647).optional().openapi({ description: "The change set whose records are asked; default: the newest." }) } as const;

export const Question = z.strictObject(questionFields).openapi("Question");
export type Question = z.infer<typeof Question>;

type Asking = Pick<Question, "asOf" | "knownAt" | "profile">;

export const decideOptions = ({ asOf, knownAt, profile }: Asking): DecideOptions => ({ ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }), ...(profile === undefined ? {} : { profile }) });

/** A question as it is recorded. */
export const recordedQuestion = ({ use, in: places, asOf, knownAt, profile }: Question): RecordedQuestion => ({ use, in: places === undefined ? null : [...new Set(places)], asOf: asOf ?? null, knownAt: knownAt ?? null, profile: profile ?? null });

/** All that is wrong with the names of a question. `under`: where it stands in the body. */
export function wrongNames({ graph, catalogue }: World, question: Question, under = ""): Problem[] {
  const { groups, places } = catalogue.taxonomies;
  const strange = (question.in ?? []).map((place, index) => ({ place, index })).filter(({ place }) => place !== "WORLD" && !places.has(place) && !groups.has(place));
  const problems = strange.map(({ place, index }) => problem("unknown-place", `\`${place}\` is no place`, { pointer: `${under}/in/${index}`, offending: place, hint: nameHint(place, [...groups.keys(), ...places.keys()]) ?? "places are ISO 3166 codes or groups like EU" }));
  if (!graph.uses.has(question.use)) problems.push(problem("not-found", `there is no use \`${question.use.slice(0, 200)}\``, { pointer: `${under}/use`, offending: question.use.slice(0, 200), hint: nameHint(question.use, [...graph.uses.keys()]) ?? "`uses` lists which there are" }));
  return problems;
}

/** How one of many is decided: range and proof are for a question that is asked alone. */
export const oneOfMany = (question: Asking): DecideOptions => ({ ...decideOptions(question), withoutRange: true, withoutProof: true });

/** The world in which a question is asked; stops where something is wrong with its names. */
export function worldAsked(world: World, question: Question, under = ""): World {
  const problems = wrongNames(world, question, under);
  if (problems.length > 0) throw new ApiStop(problems);
  const asked = { ...world, graph: graphAsked(world.graph, recordedQuestion(question)) };
  follow(world, asked, []);
  return asked;
}

