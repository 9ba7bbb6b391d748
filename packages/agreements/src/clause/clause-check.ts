import { nameHint, type Path, problem, type Problem, type ProblemCode, type Taxonomies, type YamlDocument } from "@cleartitle/norms";
import { fieldFault, type FieldValue } from "./field.js";
import type { RuleFile } from "./rule.js";
import { parametersIn } from "./template.js";
import { stances, type Topic, type Version } from "./topic.js";

/** Parameters that come of the deal itself and need no field. */
export const dealParameters = ["licensor", "licensee", "assets", "start", "end", "permits.materials", "permits.derivative", "permits.output"] as const;

interface Beside {
  readonly taxonomies: Taxonomies;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly sources: Readonly<Record<string, string>>;
  /** Also those that another one hides by taking the same id. */
  readonly all: readonly Topic[];
}

type Report = (code: ProblemCode, path: Path, message: string, hint?: string | null) => void;

const reportTo = (document: YamlDocument, problems: Problem[]): Report => (code, path, message, hint = null) =>
  void problems.push(problem(code, message, { file: document.file, ...document.locate(path), pointer: path.map((step) => `/${step}`).join(""), hint }));

/** Parts of a version that carry its sentences. */
export const carriers = (version: Pick<Version, "norms" | "limits" | "duties" | "dates" | "notes">): readonly { readonly at: number }[] =>
  [version.norms, version.limits, version.duties, version.dates, version.notes].flatMap((list): readonly { readonly at: number }[] => list ?? []);

/** Sentences, counted from 1, that no norm, limit, duty, date or note carries. */
export function uncarried(version: Parameters<typeof carriers>[0] & { readonly text: readonly string[] }): number[] {
  const carried = new Set(carriers(version).map((each) => each.at));
  return version.text.map((_text, index) => index + 1).filter((at) => !carried.has(at));
}

function checkVersion(topic: Topic, version: Version, path: Path, report: Report, taxonomies: Taxonomies): void {
  const { text, why: _why, risk: _risk, ...structure } = version;
  const said = parametersIn(text);
  const used = parametersIn(structure);
  const known = new Set<string>([...Object.keys(topic.fields), ...dealParameters, ...(version.dates ?? []).map((date) => `date.${date.id}`)]);
  for (const name of [...said, ...used]) if (!known.has(name)) report("unknown-name", path, `there is no parameter \`${name}\` in \`${topic.id}\``, nameHint(name, known));
  for (const name of used) if (Object.hasOwn(topic.fields, name) && !said.has(name)) report("contradiction", path, `\`${name}\` is used by what is compiled and not said in the text`, "what binds is said in the clause");
  for (const at of uncarried(version)) report("incomplete-table", [...path, "text", at - 1], `nothing carries sentence ${at}`, "say it as a norm, a limit, a duty or a date, or give a note with the reason");
  for (const { at } of carriers(version)) if (at > text.length) report("dangling-reference", path, `there is no sentence ${at}`, `the clause has ${text.length}`);
  const ids = [...(version.norms ?? []), ...(version.dates ?? [])].map((each) => each.id);
  for (const id of ids.filter((each, index) => ids.indexOf(each) !== index)) report("duplicate-id", path, `the id \`${id}\` is given twice`);
  for (const [index, duty] of (version.duties ?? []).entries()) if (!taxonomies.duties.has(duty.do)) report("unknown-name", [...path, "duties", index, "do"], `there is no kind of duty \`${duty.do}\``, nameHint(duty.do, taxonomies.duties.keys()));
}

function checkFields(topic: Topic, report: Report, taxonomies: Taxonomies): void {
  const used = parametersIn(topic.versions);
  const value = (name: string, given: FieldValue, path: Path): void => {
    const field = topic.fields[name];
    // Which assets there are is known of a deal only.
    const fault = field === undefined || field.type === "assets" ? null : fieldFault(field, given, taxonomies, new Set());
    if (field === undefined) report("unknown-name", path, `there is no field \`${name}\``, nameHint(name, Object.keys(topic.fields)));
    if (fault !== null) report(fault.code, path, fault.message, fault.hint);
  };
  for (const [name, field] of Object.entries(topic.fields)) {
    if ((dealParameters as readonly string[]).includes(name)) report("not-allowed", ["fields", name], `\`${name}\` is said by the deal itself`, "choose another name");
    if (!used.has(name)) report("not-allowed", ["fields", name], `no version uses the field \`${name}\``, "use it, or leave it out");
    value(name, (field.default ?? field.example)!, ["fields", name]);
  }
  for (const side of ["licensor", "licensee"] as const)
    for (const [index, step] of topic.fallback[side].entries()) for (const [name, given] of Object.entries(step.with ?? {})) value(name, given, ["fallback", side, index, "with", name]);
}

/** Everything that a schema cannot see of a topic. */
export function checkTopic(topic: Topic, document: YamlDocument, { taxonomies, topics, sources, all }: Beside): Problem[] {
  const problems: Problem[] = [];
  const report = reportTo(document, problems);
  if (all.filter((each) => each.id === topic.id || each.number === topic.number).length > 1) report("duplicate-id", ["id"], `the id or number of \`${topic.id}\` is taken by another topic`);
  checkFields(topic, report, taxonomies);
  for (const stance of stances) checkVersion(topic, topic.versions[stance], ["versions", stance], report, taxonomies);
  for (const [index, id] of topic.interplay.entries()) if (!topics.has(id) || id === topic.id) report("dangling-reference", ["interplay", index], `there is no other topic \`${id}\``, nameHint(id, topics.keys()));
  for (const [index, code] of topic.sources.entries()) if (!Object.hasOwn(sources, code)) report("dangling-reference", ["sources", index], `there is no source \`${code}\``, nameHint(code, Object.keys(sources)));
  return problems;
}

/** Rules name words that some version says, and fields that there are: a rule that can never be met is none. */
export function checkRules({ rules }: RuleFile, document: YamlDocument, topics: ReadonlyMap<string, Topic>): Problem[] {
  const problems: Problem[] = [];
  const report = reportTo(document, problems);
  const said = new Set([...topics.values()].flatMap((topic) => stances.flatMap((stance) => topic.versions[stance].says ?? [])));
  const field = (place: string, path: Path): void => {
    const [topic, name] = place.split(".") as [string, string];
    const found = topics.get(topic);
    const dates = stances.flatMap((stance) => found?.versions[stance].dates ?? []).map((date) => date.id);
    if (found === undefined || (!Object.hasOwn(found.fields, name) && !dates.includes(name))) report("dangling-reference", path, `there is no field or date \`${place}\``, nameHint(name, [...Object.keys(found?.fields ?? {}), ...dates]));
  };
  for (const [index, rule] of rules.entries()) {
    for (const [list, tests] of (rule.when ?? []).entries()) {
      for (const [nth, test] of tests.entries()) {
        const path = ["rules", index, "when", list, nth];
        const words = "says" in test ? [test.says] : "lacks" in test ? test.lacks : [];
        for (const word of words) if (!said.has(word)) report("dangling-reference", path, `no clause says \`${word}\``, nameHint(word, said));
        for (const place of "more" in test ? test.more : "differ" in test ? test.differ : "share" in test ? test.share : "past" in test ? [test.past] : []) field(place, path);
      }
    }
  }
  return problems;
}
