import { answerFault, type ClauseHouse, compileDeal, dealText, isDealId, newDeal, questionAt, questionsOf, readAnswers, readDeal, type Answers, type ClauseLibrary, type Template, typedAnswer, unanswered } from "@cleartitle/agreements";
import { isCalendarDate, nameHint, type ExitCode } from "@cleartitle/norms";
import { jsonWith, openClauses, writeLines } from "../command/clauses.js";
import { writeNew } from "../command/import.js";
import { readText } from "../file.js";
import type { Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";

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
  ...questionsOf(template, library).filter(({ isDetail }) => !isDetail).flatMap((question) => [`${question.id}: ${question.asks}`, `  ${question.why}`, `  ${question.choices === null ? question.form : question.choices.join(", ")}; ${proposalOf(question.proposed)}`]),
  "", "Details, each asked where the version that is chosen speaks of it:",
  ...questionsOf(template, library).filter(({ isDetail }) => isDetail).map((question) => `${question.id}: ${question.form}; ${proposalOf(question.proposed)}`),
  "", `Standing: ${template.standing}, ${template.reviewed}`,
];

const proposalOf = (proposed: string | null): string => (proposed === null ? "must be answered" : `proposed: ${proposed}`);

function templateNamed(library: ClauseLibrary, id: string): Template {
  const found = library.templates.get(id);
  if (found === undefined) throw usageStop(`there is no template \`${id}\``, nameHint(id, library.templates.keys()) ?? "`cleartitle draft templates` lists them");
  return found;
}

interface Fault {
  readonly message: string;
  readonly hint: string | null;
}

type Position = NonNullable<Answers["position"]>;

const idFault = (words: string): Fault | null => (isDealId(words) ? null : { message: `\`${words}\` is no id`, hint: "letters, digits, `.`, `_` and `-`, a letter or digit first" });
const dayFault = (words: string): Fault | null => (isCalendarDate(words) ? null : { message: `\`${words}\` is no date`, hint: "write it like 2026-12-01" });
const yesFault = (words: string): Fault | null => (["yes", "no"].includes(words) ? null : { message: `\`${words}\` is neither`, hint: "answer yes or no" });
const listed = (words: string): string[] => words.split(",").map((each) => each.trim()).filter((each) => each !== "");

/** Asks on a terminal; an empty answer takes what is proposed. */
async function asked(ask: NonNullable<Io["ask"]>, io: Io, template: Template, house: ClauseHouse, position: Position | undefined): Promise<Answers> {
  const { library } = house;
  // What would not do is asked once more, so that no answer is lost over the next one.
  const say = async (question: string, proposed: string | null, faultOf: (words: string) => Fault | null = () => null): Promise<string> => {
    for (;;) {
      const words = (await ask(`${question}${proposed === null ? "" : ` [${proposed}]`}: `)).trim();
      const fault = words === "" ? null : faultOf(words);
      if (fault !== null) io.stderr.write(`  ${fault.message}${fault.hint === null ? "" : `; ${fault.hint}`}\n`);
      else if (words !== "" || proposed !== null) return words === "" ? proposed! : words;
    }
  };
  const party = async (role: string): Promise<Answers["licensor"]> => {
    const id = await say(`Id of the ${role}, small letters and \`-\``, null, idFault);
    return { id, name: await say(`Name of the ${role}`, id) };
  };
  io.stderr.write(`${template.title}. ${template.for}\n\n`);
  const head = { id: await say("Id of the deal", template.id, idFault), title: await say("Title", template.title), written: await say("Day of this draft", io.today(), dayFault), licensor: await party("licensor"), licensee: await party("licensee"), assets: listed(await say("Ids of what is licensed, by commas", null, (words) => listed(words).map(idFault).find((fault) => fault !== null) ?? null)) };
  const answers: NonNullable<Answers["answers"]> = {};
  let takesDetails: boolean | null = null;
  const questions = questionsOf(template, library, position);
  for (const question of questions) {
    if (!question.isAsked(answers)) continue;
    if (question.isDetail && question.proposed !== null) {
      takesDetails ??= (await say(`\nAsk for ${String(questions.filter((each) => each.isDetail && each.isAsked(answers)).length)} details too, each of which is proposed (yes, no)`, "no", yesFault)) === "yes";
      if (!takesDetails) continue;
    }
    io.stderr.write(`\n${question.asks}\n  ${question.why}\n${question.form.split("\n").map((line) => `  ${line}`).join("\n")}\n`);
    const words = await say(question.choices === null ? "Answer" : question.choices.join(", "), question.proposed, (typed) => (typed === question.proposed ? null : answerFault(question, typedAnswer(question, typed, library), house, head.assets)));
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
  const house = { library, taxonomies: opened.catalogue.taxonomies };
  const read = readAnswers(file === undefined ? JSON.stringify(await asked(io.ask!, io, template, house, position)) : await readText(io, file), template, source);
  if (read.answers === null) throw new Stop(read.problems);
  const answers = { ...read.answers, ...(position === undefined ? {} : { position }) };
  const open = unanswered(template, library, answers, "/answers");
  if (open.length > 0) throw new Stop(open.map((each) => ({ ...each, file: source, hint: `answer it under \`answers\`, as \`${each.offending!}: …\`: ${each.hint!}` })));
  const deal = newDeal(template, answers, library);
  // Where the deal is none, the fault is in an answer: it is told where that stands.
  const { file: made, problems: unfit } = readDeal(JSON.stringify(deal), { file: source, ...house });
  const problems = made === null ? unfit : compileDeal(made, house).problems;
  if (problems.length > 0) {
    throw new Stop(problems.map((each) => {
      const question = questionAt(template, each.pointer);
      return { ...each, ...read.locate(question), pointer: question === null ? null : `/answers/${question}` };
    }));
  }
  if (output === undefined) io.stdout.write(dealText(deal));
  else {
    await writeNew(io, output, dealText(deal));
    io.stderr.write(`written: ${output}\n`);
  }
  return 0;
}
