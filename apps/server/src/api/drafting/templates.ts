import { z } from "@hono/zod-openapi";
import { Answers, type ClauseLibrary, dealText, newDeal, questionAt, questionsOf, readAnswers, readDeal, type Template, unanswered } from "@cleartitle/agreements";
import { nameHint } from "@cleartitle/norms";
import { stopAtFaults } from "../agreement/faults.js";
import { clausesOf } from "../agreement/reading.js";
import type { Api } from "../api.js";
import { mapping, shapeOf } from "../described.js";
import { ApiStop, stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { Field, FieldValue, orNull, Stance, text, texts } from "./clause-schema.js";
import { toldField } from "./clauses.js";
import { ReadDeal, toldDeal } from "./read-deal.js";

const TemplateBrief = z.strictObject({ id: text, title: text, for: text.openapi({ description: "What it is for, and for whom." }) }).openapi("TemplateBrief");
const Choice = z.strictObject({ answer: z.enum([...Stance.options, "none"]), says: texts.openapi({ description: "The clause, with `{{fields}}` in it." }) });
const Question = z
  .strictObject({
    id: text, asks: text, why: text, topic: text, topicTitle: text, proposed: FieldValue.nullable().openapi({ description: "What is taken where nothing is answered; null: it must be answered." }),
    choices: z.array(Choice).openapi({ description: "Of a question of a version; else empty." }), field: orNull(Field).openapi({ description: "Of a question of a value." }),
    isDetail: z.boolean().openapi({ description: "It is of a field beside the questions of the template's own: what is proposed will mostly do." }),
    askedWhere: z.strictObject({ question: text, answers: texts }).nullable().openapi({ description: "It is asked only under these answers to another question; null: always." }),
  })
  .openapi("TemplateQuestion");
const TemplateWhole = TemplateBrief.extend({
  limits: texts.openapi({ description: "What the deal model does not say of such an agreement, and how it is done instead." }), asset: z.strictObject({ kind: text, layers: texts, scope: texts }).openapi({ description: "As what each asset is licensed that is named by its id alone." }),
  groups: z.array(z.strictObject({ title: text, topics: texts })), questions: z.array(Question), standing: text, reviewed: text,
}).openapi("AgreementTemplate");

const position = Stance.optional().openapi({ description: "The side from which all topics are taken that no answer speaks of; default: as the template proposes." });

function templateNamed({ templates }: ClauseLibrary, id: string, pointer: string): Template {
  const found = templates.get(id);
  if (found === undefined) throw stopWith("not-found", `there is no template \`${id}\``, { pointer, offending: id, hint: nameHint(id, templates.keys()) });
  return found;
}

type Asked = ReturnType<typeof questionsOf>[number];

/** Under which answers to the question of its version a value is asked. null: under all. */
function whereAsked({ isAsked }: Asked, chooser: Asked | undefined): { readonly question: string; readonly answers: string[] } | null {
  if (chooser === undefined || chooser.choices === null) return null;
  const answers = chooser.choices.filter((each) => isAsked({ [chooser.id]: each }));
  return answers.length === chooser.choices.length ? null : { question: chooser.id, answers };
}

function toldQuestions(template: Template, library: ClauseLibrary, from: z.infer<typeof Stance> | undefined): z.input<typeof Question>[] {
  const all = questionsOf(template, library, from);
  return all.flatMap((question) => {
    const [id, name] = (question.field ?? question.version!).split(".") as [string, string | undefined];
    const topic = library.topics.get(id)!;
    const chooser = name === undefined ? undefined : all.find((each) => each.version === id);
    if (name !== undefined && chooser === undefined && !question.isAsked({})) return [];
    const choices = (question.choices ?? []).map((answer) => ({ answer: answer as z.infer<typeof Choice>["answer"], says: answer === "none" ? [] : [...topic.versions[Stance.parse(answer)].text] }));
    return [{ id: question.id, asks: question.asks, why: question.why, topic: id, topicTitle: topic.title, proposed: name === undefined || question.proposed === null ? question.proposed : (JSON.parse(question.proposed) as z.infer<typeof FieldValue>), choices, field: name === undefined ? null : toldField(name, topic.fields[name]!), isDetail: question.isDetail === true, askedWhere: name === undefined ? null : whereAsked(question, chooser) }];
  });
}

/** Where the answer stands of which a part of a deal was made. */
function answerAt(template: Template, pointer: string | null): string {
  const id = questionAt(template, pointer);
  return id === null ? "/answers" : `/answers/answers/${id}`;
}

/** Kinds of agreements, what each asks, and drafts that are begun with one. */
export function templateRoutes(api: Api): void {
  const feature = "clauses";
  api.route(
    { method: "get", path: "/catalogue/templates", needs: "catalogue:read", feature, summary: "Kinds of agreements that a draft may begin with", answer: z.strictObject({ items: z.array(TemplateBrief) }) },
    ({ backing }) => ({ body: { items: [...clausesOf(backing).library.templates.values()].map(({ id, title, for: whom }) => ({ id, title, for: whom })) } }),
  );
  api.route(
    { method: "get", path: "/catalogue/templates/{id}", needs: "catalogue:read", feature, summary: "One kind of agreement: its topics under their headings, and its questions with why each matters", params: z.strictObject({ id: text.min(1).max(100) }), query: z.strictObject({ position }), answer: TemplateWhole },
    ({ params, query, backing }) => {
      const { library } = clausesOf(backing);
      const template = templateNamed(library, params.id, "#path/id");
      const { id, title, for: whom, limits = [], asset, groups, standing, reviewed } = template;
      return {
        body: {
          id, title, for: whom, limits, asset: { kind: asset.kind, layers: asset.layers, scope: asset.scope ?? [] }, groups: groups.map((group) => ({ title: group.title, topics: [...group.topics] })), questions: toldQuestions(template, library, query.position), standing, reviewed,
        },
      };
    },
  );
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/drafts/from-template", needs: "catalogue:read", feature: "agreements", summary: "A deal of a template with answers to its questions", description: "As `cleartitle draft new` makes it of a file of answers. Nothing is recorded.", params: inWorkspace, writes: false,
      body: z.strictObject({ template: text.min(1).max(100), answers: mapping("TemplateAnswers", { ...shapeOf(Answers), description: "What every deal says of itself, and under `answers` what is answered to the questions of the template." }) }),
      answer: ReadDeal.extend({ text: text.openapi({ description: "The deal as a deal file." }) }),
    },
    ({ body, backing }) => {
      const { library } = clausesOf(backing);
      const template = templateNamed(library, body.template, "/template");
      const { answers, problems } = readAnswers(JSON.stringify(body.answers), template, "answers");
      // They were no text before: what is wrong is told where the body has it.
      stopAtFaults(problems.map((each) => ({ ...each, file: null, line: null, column: null, pointer: `/answers${each.pointer ?? ""}` })), "/answers");
      const open = unanswered(template, library, answers!, "/answers/answers");
      if (open.length > 0) throw new ApiStop(open);
      const written = dealText(newDeal(template, answers!, library));
      const { file, problems: unfit } = readDeal(written, { file: "answers", ...clausesOf(backing) });
      if (file === null) throw new ApiStop(unfit.map((each) => ({ ...each, file: null, line: null, column: null, pointer: answerAt(template, each.pointer) })));
      return { body: { ...toldDeal(file, "/answers", backing), text: written } };
    },
  );
}
