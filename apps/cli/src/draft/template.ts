import { dealText, newDeal, questionsOf, readAnswers, type Answers, type ClauseLibrary, type Template, typedAnswer } from "@cleartitle/agreements";
import { nameHint, type ExitCode } from "@cleartitle/norms";
import { jsonWith, openClauses, writeLines } from "../command/clauses.js";
import { writeNew } from "../command/import.js";
import { readText } from "../file.js";
import type { Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { draftingOf } from "./deal-text.js";

/** Lists the templates; with an id, what one asks. */
export async function templates(io: Io, id: string | undefined, { format }: { readonly format: "table" | "json" }): Promise<ExitCode> {
  const { library } = await openClauses(io);
  const all = [...library.templates.values()];
  const shown = id === undefined ? all : [templateNamed(library, id)];
  if (format === "json") io.stdout.write(jsonWith("templates", library, { templates: shown.map((template) => ({ ...template, questions: questionsOf(template, library).map(({ isAsked: _isAsked, ...question }) => question) })) }));
  else writeLines(io, id === undefined ? all.flatMap((template) => [`${template.id}: ${template.title}`, `  ${template.for}`]) : templateLines(shown[0]!, library));
  return 0;
}

const templateLines = (template: Template, library: ClauseLibrary): string[] => [
  template.title, template.for, ...(template.limits ?? []).map((limit) => `Not in the deal: ${limit}`), "",
  ...template.groups.map((group) => `${group.title}: ${group.topics.join(", ")}`), "",
  ...questionsOf(template, library).flatMap((question) => [`${question.id}: ${question.asks}`, `  ${question.why}`, `  ${question.choices === null ? question.form : question.choices.join(", ")}; ${question.proposed === null ? "must be answered" : `proposed: ${question.proposed}`}`]),
  "", `Standing: ${template.standing}, ${template.reviewed}`,
];

function templateNamed(library: ClauseLibrary, id: string): Template {
  const found = library.templates.get(id);
  if (found === undefined) throw usageStop(`there is no template \`${id}\``, nameHint(id, library.templates.keys()) ?? "`cleartitle draft templates` lists them");
  return found;
}

type Position = NonNullable<Answers["position"]>;

/** Asks on a terminal; an empty answer takes what is proposed. */
async function asked(ask: NonNullable<Io["ask"]>, io: Io, template: Template, library: ClauseLibrary, position: Position | undefined): Promise<Answers> {
  const say = async (question: string, proposed: string | null): Promise<string> => {
    for (;;) {
      const words = (await ask(`${question}${proposed === null ? "" : ` [${proposed}]`}: `)).trim();
      if (words !== "" || proposed !== null) return words === "" ? proposed! : words;
    }
  };
  const party = async (role: string): Promise<Answers["licensor"]> => {
    const id = await say(`Id of the ${role}, small letters and \`-\``, null);
    return { id, name: await say(`Name of the ${role}`, id) };
  };
  io.stderr.write(`${template.title}. ${template.for}\n\n`);
  const head = { id: await say("Id of the deal", template.id), title: await say("Title", template.title), written: await say("Day of this draft", io.today()), licensor: await party("licensor"), licensee: await party("licensee"), assets: (await say("Ids of what is licensed, by commas", null)).split(",").map((each) => each.trim()).filter((each) => each !== "") };
  const answers: NonNullable<Answers["answers"]> = {};
  for (const question of questionsOf(template, library, position)) {
    if (!question.isAsked(answers)) continue;
    io.stderr.write(`\n${question.asks}\n  ${question.why}\n${question.form.split("\n").map((line) => `  ${line}`).join("\n")}\n`);
    const words = await say(question.choices === null ? "Answer" : question.choices.join(", "), question.proposed);
    if (words !== question.proposed) answers[question.id] = typedAnswer(question, words, library);
  }
  return { ...head, answers, ...(position === undefined ? {} : { position }) };
}

interface NewOptions {
  readonly answers?: string;
  readonly position?: Position;
  readonly output?: string;
}

/** Makes a deal of a template: of a file of answers, or asked on a terminal. */
export async function make(io: Io, id: string, { answers: file, position, output }: NewOptions): Promise<ExitCode> {
  const opened = await openClauses(io);
  const { library } = opened;
  const template = templateNamed(library, id);
  if (file === undefined && io.ask === undefined) throw usageStop("there is no terminal to ask on", `name a file by --answers; \`cleartitle draft templates ${id}\` lists the questions`);
  const source = file ?? "answers";
  const read = readAnswers(file === undefined ? JSON.stringify(await asked(io.ask!, io, template, library, position)) : await readText(io, file), template, source);
  if (read.answers === null) throw new Stop(read.problems);
  const deal = newDeal(template, { ...read.answers, ...(position === undefined ? {} : { position }) }, library);
  // Where the deal is none, the fault is in an answer: its topic and field are named.
  draftingOf(JSON.stringify(deal), source, opened);
  if (output === undefined) io.stdout.write(dealText(deal));
  else {
    await writeNew(io, output, dealText(deal));
    io.stderr.write(`written: ${output}\n`);
  }
  return 0;
}
