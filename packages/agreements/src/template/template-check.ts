import { nameHint, type Path, problem, type Problem, type ProblemCode, type Taxonomies, type YamlDocument } from "@cleartitle/norms";
import { fieldFault, FieldValue } from "../clause/field.js";
import type { Topic } from "../clause/topic.js";
import type { TemplateFile } from "./template-file.js";

/** Everything that a schema cannot see of a template: it names topics and fields that there are, each topic once, and asks what it takes. */
export function checkTemplate(template: TemplateFile, document: YamlDocument, topics: ReadonlyMap<string, Topic>, taxonomies: Taxonomies): Problem[] {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, path: Path, message: string, hint: string | null = null): void =>
    void problems.push(problem(code, message, { file: document.file, ...document.locate(path), pointer: path.map((step) => `/${step}`).join(""), hint }));
  const taken = template.groups.flatMap((group) => group.topics);
  for (const id of new Set(taken)) {
    if (!topics.has(id)) report("dangling-reference", ["groups"], `there is no topic \`${id}\``, nameHint(id, topics.keys()));
    if (taken.filter((each) => each === id).length > 1) report("duplicate-id", ["groups"], `the topic \`${id}\` stands under two headings`);
  }
  if (!taxonomies.assetKinds.has(template.asset.kind)) report("unknown-name", ["asset", "kind"], `there is no kind of asset \`${template.asset.kind}\``, nameHint(template.asset.kind, taxonomies.assetKinds.keys()));
  for (const id of Object.keys(template.versions ?? {})) if (!taken.includes(id)) report("dangling-reference", ["versions", id], `the template does not take the topic \`${id}\``);
  for (const [id, fields] of Object.entries(template.with ?? {})) {
    for (const [name, value] of Object.entries(fields)) {
      const field = taken.includes(id) ? topics.get(id)?.fields[name] : undefined;
      const read = FieldValue.safeParse(value);
      const fault = field === undefined || !read.success ? null : fieldFault(field, read.data, taxonomies, new Set());
      if (field === undefined || !read.success) report("dangling-reference", ["with", id, name], `the template takes no field \`${id}.${name}\` with such a value`);
      else if (fault !== null) report(fault.code, ["with", id, name], fault.message, fault.hint);
    }
  }
  const ids = template.questions.map((question) => question.id);
  for (const [index, { id, field, version }] of template.questions.entries()) {
    const [topic, name] = (field ?? version!).split(".") as [string, string | undefined];
    if (!taken.includes(topic) || (name !== undefined && topics.get(topic)?.fields[name] === undefined)) report("dangling-reference", ["questions", index], `the template does not take \`${field ?? version!}\``);
    if (ids.indexOf(id) !== index) report("duplicate-id", ["questions", index, "id"], `the question \`${id}\` is asked twice`);
  }
  return problems;
}
