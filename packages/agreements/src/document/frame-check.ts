import { nameHint, type Path, problem, type Problem, type ProblemCode, type YamlDocument } from "@cleartitle/norms";
import { parametersIn } from "../clause/template.js";
import { stances, type Topic } from "../clause/topic.js";
import { type DocumentFrame, type GroupFrame } from "./document-frame.js";
import { isSaid } from "./term.js";

type Topics = ReadonlyMap<string, Topic>;
type Report = (code: ProblemCode, path: Path, message: string, hint?: string | null) => void;

const reportTo = (document: YamlDocument, problems: Problem[]): Report => (code, path, message, hint = null) =>
  void problems.push(problem(code, message, { file: document.file, ...document.locate(path), pointer: path.map((step) => `/${step}`).join(""), hint }));

/** Topics of headings: each once, and each there. */
function checkGroups(groups: readonly GroupFrame[], topics: Topics, report: Report): void {
  const seen = new Set<string>();
  for (const [index, group] of groups.entries()) {
    for (const [nth, id] of group.topics.entries()) {
      if (!topics.has(id)) report("dangling-reference", ["groups", index, "topics", nth], `there is no topic \`${id}\``, nameHint(id, topics.keys()));
      if (seen.has(id)) report("duplicate-id", ["groups", index, "topics", nth], `the topic \`${id}\` stands under two headings`);
      seen.add(id);
    }
  }
}

function checkPhrase({ topic, version, at, phrase }: DocumentFrame["references"][number] | DocumentFrame["annexes"][number], path: Path, topics: Topics, report: Report): void {
  const sentence = topics.get(topic)?.versions[version].text[at - 1];
  if (sentence === undefined) report("dangling-reference", path, `there is no sentence ${at} in \`${topic}\`, ${version}`);
  else if (sentence.split(phrase).length !== 2) report("dangling-reference", path, `\`${phrase}\` is not once in sentence ${at} of \`${topic}\`, ${version}`);
}

/** Everything that a schema cannot see of what a document has beside its clauses. */
export function checkFrame(frame: DocumentFrame, document: YamlDocument, topics: Topics): Problem[] {
  const problems: Problem[] = [];
  const report = reportTo(document, problems);
  checkGroups(frame.groups, topics, report);
  const grouped = new Set(frame.groups.flatMap((group) => group.topics));
  for (const id of topics.keys()) if (!grouped.has(id)) report("incomplete-table", ["groups"], `no heading has the topic \`${id}\``);
  for (const [index, reference] of frame.references.entries()) {
    checkPhrase(reference, ["references", index], topics, report);
    for (const [nth, id] of reference.to.entries()) if (!topics.has(id) || id === reference.topic) report("dangling-reference", ["references", index, "to", nth], `there is no other topic \`${id}\``, nameHint(id, topics.keys()));
  }
  for (const [index, annex] of frame.annexes.entries()) {
    checkPhrase(annex, ["annexes", index], topics, report);
    if (annex.field !== undefined && topics.get(annex.topic)?.fields[annex.field] === undefined) report("dangling-reference", ["annexes", index, "field"], `there is no field \`${annex.field}\` in \`${annex.topic}\``);
  }
  const sentences = [...topics.values()].flatMap((topic) => stances.flatMap((stance) => topic.versions[stance].text));
  const forms = frame.definitions.flatMap((definition) => definition.forms);
  for (const [index, { id, forms: said, text }] of frame.definitions.entries()) {
    if (frame.definitions.findIndex((other) => other.id === id) !== index) report("duplicate-id", ["definitions", index, "id"], `\`${id}\` is defined twice`);
    for (const [nth, form] of said.entries()) {
      if (!sentences.some((sentence) => isSaid(form, sentence))) report("not-allowed", ["definitions", index, "forms", nth], `no clause says \`${form}\``);
      if (forms.filter((other) => other === form).length > 1) report("duplicate-id", ["definitions", index, "forms", nth], `\`${form}\` stands for two terms`);
    }
    for (const name of parametersIn(text)) if (name !== "licensor" && name !== "licensee") report("unknown-name", ["definitions", index, "text"], `there is no parameter \`${name}\` in a definition`);
  }
  for (const [index, { of }] of frame["key-terms"].entries()) {
    const [topic, field] = of.split(".") as [string, string];
    if (topics.get(topic)?.fields[field] === undefined) report("dangling-reference", ["key-terms", index, "of"], `there is no field \`${of}\``);
  }
  for (const [index, schedule] of frame.schedules.entries()) for (const id of schedule.topics ?? []) if (!topics.has(id)) report("dangling-reference", ["schedules", index, "topics"], `there is no topic \`${id}\``, nameHint(id, topics.keys()));
  return problems;
}
