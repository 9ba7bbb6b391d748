import { problem, type Problem, type Taxonomies } from "@cleartitle/norms";
import { type FieldFault, fieldFault, type FieldValue } from "../clause/field.js";
import type { ClauseLibrary } from "../clause/library.js";
import { type Answers, questionsOf } from "./new-deal.js";
import type { Template } from "./template-file.js";

type Question = ReturnType<typeof questionsOf>[number];

/** Questions that nothing is proposed for, and that nobody answered, each where its answer would stand under `at`. */
export function unanswered(template: Template, library: ClauseLibrary, { position, answers = {} }: Pick<Answers, "position" | "answers">, at: string): Problem[] {
  const open = questionsOf(template, library, position).filter(({ id, proposed, isAsked }) => proposed === null && answers[id] === undefined && isAsked(answers));
  return open.map(({ id, asks, form }) => problem("missing-key", `nobody answered: ${asks}`, { pointer: `${at}/${id}`, offending: id, hint: form }));
}

/** The question of whose answer a part of a deal was made; null: of none. */
export function questionAt({ questions }: Template, pointer: string | null): string | null {
  const [, topic, name] = /^\/topics\/([^/]+)(?:\/with\/([^/]+))?/.exec(pointer ?? "") ?? [];
  return questions.find(({ field, version }) => (name === undefined ? version === topic : field === `${topic}.${name}`))?.id ?? null;
}

/** What is wrong with an answer to a question; null: nothing. `assets`: ids of what is licensed. */
export function answerFault({ field, choices }: Question, value: FieldValue, { library, taxonomies }: { readonly library: ClauseLibrary; readonly taxonomies: Taxonomies }, assets: readonly string[]): FieldFault | null {
  if (choices !== null) return choices.includes(String(value)) ? null : { code: "bad-value", message: `\`${String(value)}\` is none of these`, hint: `one of ${choices.join(", ")}` };
  const [topic, name] = field!.split(".") as [string, string];
  return fieldFault(library.topics.get(topic)!.fields[name]!, value, taxonomies, new Set(assets));
}
