import { parametersIn } from "../clause/template.js";
import { type Topic, type Version, stances } from "../clause/topic.js";
import type { Question, Template, TemplateFile } from "./template-file.js";

/** The version by whose reason a field is asked: the neutral one, where it speaks of the field. */
function versionWith({ versions }: Topic, field: string): Version | undefined {
  return [versions.neutral, ...stances.map((stance) => versions[stance])].find(({ text }) => parametersIn(text).has(field));
}

/** A template that asks, after its own questions, every other field of its topics, so that nothing in a clause is settled unasked. */
export function withDetails(template: TemplateFile, topics: ReadonlyMap<string, Topic>): Template {
  const own = new Set(template.questions.map(({ field }) => field));
  const details = template.groups.flatMap((group) => group.topics).flatMap((id) => {
    const topic = topics.get(id)!;
    return Object.entries(topic.fields).flatMap(([name, { is }]): Question[] => {
      const version = own.has(`${id}.${name}`) ? undefined : versionWith(topic, name);
      return version === undefined ? [] : [{ id: `${id}.${name}`, asks: `${topic.title}: ${is}?`, why: version.why, field: `${id}.${name}`, isDetail: true }];
    });
  });
  return { ...template, questions: [...template.questions, ...details] };
}
