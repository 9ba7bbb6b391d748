import { CalendarDate, check, nameHint, problem, type Problem, readYaml } from "@cleartitle/norms";
import { z } from "zod";
import { FieldValue } from "../clause/field.js";
import type { ClauseLibrary } from "../clause/library.js";
import { parametersIn } from "../clause/template.js";
import { Stance } from "../clause/topic.js";
import { type Deal, Deal as DealForm } from "../deal/deal.js";
import type { Question, Template } from "./template-file.js";

/** Answers to the questions of a template, and what every deal says of itself. */
export const Answers = z.strictObject({
  id: DealForm.shape.id,
  title: DealForm.shape.title.optional(),
  written: CalendarDate,
  licensor: z.strictObject({ id: DealForm.shape.id, name: z.string().min(1).max(500).optional() }),
  licensee: z.strictObject({ id: DealForm.shape.id, name: z.string().min(1).max(500).optional() }),
  assets: z.array(z.union([DealForm.shape.id, DealForm.shape.assets.element])).min(1),
  /** The side from which every topic is taken that no answer speaks of; left out: as the template proposes. */
  position: Stance.optional(),
  answers: z.record(z.string(), z.union([FieldValue, z.literal("none")])).optional(),
});
export type Answers = z.infer<typeof Answers>;

interface AnswersRead {
  readonly answers: Answers | null;
  readonly problems: readonly Problem[];
  /** Where the answer to a question stands, or would stand. */
  readonly locate: (id: string | null) => { readonly line: number | null; readonly column: number | null };
}

/** Reads a file of answers. */
export function readAnswers(text: string, template: Template, file: string): AnswersRead {
  const { document, problems } = readYaml(text, { file, maxBytes: 200_000, maxDepth: 12, maxLexemes: 40_000 });
  const locate: AnswersRead["locate"] = (id) => document?.locate(id === null ? [] : ["answers", id]) ?? { line: null, column: null };
  if (document === null) return { answers: null, problems, locate };
  const { value, problems: malformed } = check(Answers, document);
  if (value === null) return { answers: null, problems: malformed, locate };
  const known = new Map(template.questions.map((question) => [question.id, question]));
  const faults = Object.entries(value.answers ?? {}).flatMap(([id, answer]): Problem[] => {
    const at = { file, ...document.locate(["answers", id]), pointer: `/answers/${id}` };
    const question = known.get(id);
    if (question === undefined) return [problem("unknown-name", `the template \`${template.id}\` does not ask \`${id}\``, { ...at, hint: nameHint(id, known.keys()) ?? `it asks ${template.questions.flatMap((each) => (each.isDetail ? [] : [`\`${each.id}\``])).join(", ")}, and fields of its topics as \`topic.field\`` })];
    const choices = choicesOf(question);
    return choices === null || choices.includes(String(answer)) ? [] : [problem("bad-value", `\`${String(answer)}\` is no version of \`${question.version!}\``, { ...at, hint: `one of ${choices.map((each) => `\`${each}\``).join(", ")}` })];
  });
  return faults.length > 0 ? { answers: null, problems: faults, locate } : { answers: value, problems: [], locate };
}

/** What may be answered to a question of a version; null: it asks a value. */
const choicesOf = (question: Question): readonly string[] | null => (question.version === undefined ? null : [...Stance.options, "none"]);

/** A deal of a template: its topics in the versions that were chosen, with the values that were said. Whether it is one is for the reader of deals to say. */
export function newDeal(template: Template, { id, title, written, licensor, licensee, assets, position, answers = {} }: Answers, library: ClauseLibrary): Deal {
  const versionOf = new Map(template.questions.flatMap((question) => (question.version === undefined || answers[question.id] === undefined ? [] : [[question.version, String(answers[question.id])] as const])));
  const valueOf = new Map(template.questions.flatMap((question) => (question.field === undefined || answers[question.id] === undefined ? [] : [[question.field, answers[question.id]!] as const])));
  const topics = template.groups.flatMap((group) => group.topics).flatMap((topic): [string, Deal["topics"][string]][] => {
    const chosen = versionOf.get(topic) ?? position ?? template.versions?.[topic] ?? "neutral";
    if (chosen === "none") return [];
    const version = Stance.parse(chosen);
    const form = library.topics.get(topic)!;
    const used = parametersIn(form.versions[version].text);
    const said = Object.keys(form.fields).filter((name) => used.has(name)).flatMap((name) => {
      const value = valueOf.get(`${topic}.${name}`) ?? (template.with?.[topic]?.[name] as FieldValue | undefined);
      return value === undefined ? [] : [[name, value] as const];
    });
    return [[topic, { version, ...(said.length === 0 ? {} : { with: Object.fromEntries(said) }) }]];
  });
  return {
    id, title: title ?? template.title, written, template: template.id,
    parties: [{ ...licensor, role: "licensor" }, { ...licensee, role: "licensee" }],
    assets: assets.map((asset) => (typeof asset === "string" ? ({ id: asset, ...template.asset } as Deal["assets"][number]) : asset)), topics: Object.fromEntries(topics),
  };
}

interface Asked extends Question {
  /** What is taken where nothing is answered; null: it must be. */
  readonly proposed: string | null;
  readonly choices: readonly string[] | null;
  readonly isAsked: (answers: Answers["answers"]) => boolean;
  /** In what form it is answered. */
  readonly form: string;
}

/** The questions of a template, each with what it proposes. A question of a value is asked where the version that was chosen speaks of it. */
export function questionsOf(template: Template, library: ClauseLibrary, position?: Stance): readonly Asked[] {
  return template.questions.map((question): Asked => {
    const [id, name] = (question.field ?? question.version!).split(".") as [string, string | undefined];
    const topic = library.topics.get(id)!;
    const proposed = position ?? template.versions?.[id] ?? "neutral";
    if (name === undefined) return { ...question, proposed, choices: choicesOf(question), isAsked: () => true, form: Stance.options.map((stance) => `${stance}: ${topic.versions[stance].text.join(" ")}`).join("\n") };
    const field = topic.fields[name]!;
    const value = (template.with?.[id]?.[name] as FieldValue | undefined) ?? field.default;
    const chooser = template.questions.find((each) => each.version === id)?.id;
    return {
      ...question, proposed: value === undefined ? null : JSON.stringify(value), choices: null, form: `${field.is} (${field.type})${field.example === undefined ? "" : `, like ${JSON.stringify(field.example)}`}`,
      isAsked: (answers) => {
        const version = String((chooser === undefined ? undefined : answers?.[chooser]) ?? proposed);
        return version !== "none" && parametersIn(topic.versions[version as Stance].text).has(name);
      },
    };
  });
}

/** An answer as it is typed: a list for a field of several, a number for a number. */
export function typedAnswer(question: Question, words: string, library: ClauseLibrary): FieldValue {
  const [id, name] = (question.field ?? "").split(".") as [string, string | undefined];
  const type = name === undefined ? undefined : library.topics.get(id)?.fields[name]?.type;
  if (type === "number" && Number.isFinite(Number(words))) return Number(words);
  const isList = type !== undefined && ["acts", "places", "purposes", "fields", "recipients", "assets", "words"].includes(type);
  return isList ? words.replace(/^\[|\]$/g, "").split(",").map((each) => each.trim().replace(/^"|"$/g, "")).filter((each) => each !== "") : words.replace(/^"|"$/g, "");
}
