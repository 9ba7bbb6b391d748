import { always, canonicalJson, printPeriod, type Problem, problem, readYaml } from "@cleartitle/norms";
import type { Statement, TitleGraph } from "../graph.js";
import { applyChanges } from "../graph-change.js";
import { readTitleFile, type ReadTitleFileOptions } from "../read-title-file.js";
import { type Answer, answerChanges, type Answering, isBounds, subjectOf } from "./answer.js";
import type { Bearer } from "./bearer.js";
import { meetFact, meetStatement, sayValue } from "./meeting-answer.js";
import { YamlText } from "./yaml-text.js";

/** What is asked of the plain values of a file: where its records stand. */
interface Written {
  readonly assets?: readonly Readonly<Record<string, unknown>>[];
}

export interface AnswerWriting {
  readonly text: string;
  /** What became of each answer, in words for a person. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

const list = (value: unknown): readonly unknown[] => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);

const at = (records: readonly Readonly<Record<string, unknown>>[] | undefined, id: string): number => (records ?? []).findIndex((each) => each["id"] === id);

/** Where the record that bears the fact stands in the file; null: the file has no record of it. */
function pathOf(written: Written, graph: TitleGraph, of: Bearer): readonly (string | number)[] | null {
  if (of.kind === "use") return ["uses", of.id];
  if (of.kind !== "acquisition" || at(written.assets, of.asset) === -1) return null;
  const asset = at(written.assets, of.asset);
  // The graph keeps acquisitions in the order of their content, the file in that of its writer: told apart by their dates and ways.
  const wanted = graph.assets.get(of.asset)!.acquired[of.index]!;
  const index = list(written.assets![asset]!["acquired"]).findIndex((each) => (["on", "how", "in"] as const).every((key) => ((each as Record<string, unknown>)[key] ?? null) === wanted[key]));
  return index === -1 ? null : ["assets", asset, "acquired", index];
}

const conflict = (message: string, file: string, line: number | null, hint: string): Problem => problem("conflict", message, { file, line, column: line === null ? null : 1, hint });

/** A statement at the end of the list, which corrects the word before it and never takes its place. */
function writeStatement(yaml: YamlText, graph: TitleGraph, file: string, about: Statement["about"], answer: Answer, answering: Answering): string | Problem {
  const { id } = about;
  const { fact, value } = answer;
  const met = meetStatement(graph, about, answer, answering);
  if (met === "already") return `${fact} of ${id} is ${sayValue(value)} already`;
  if ("message" in met) return conflict(met.message, file, null, met.hint);
  const { said } = met;
  yaml.addEntry("statements", {
    about: about.kind === "asset" ? id : { [about.kind]: id }, what: said.what, value: said.value, rung: said.rung, by: said.by, recordedAt: said.recordedAt,
    valid: canonicalJson(said.valid) === canonicalJson(always) ? null : printPeriod(said.valid), supersedes: said.supersedes,
  });
  const corrected = said.supersedes === null ? "" : `, correcting \`${said.supersedes}\``;
  return `${fact} of ${id} is ${sayValue(value)}, a statement${corrected}`;
}

/** An answer about a use, or about one of several copies that were got: one of its facts. What a plan says can be said anew, what a copy records of itself cannot. */
function writeFact(yaml: YamlText, written: Written, graph: TitleGraph, file: string, answer: Answer): string | Problem {
  const { of, fact, value } = answer;
  const held = isBounds(value) ? { ...value } : value;
  const path = pathOf(written, graph, of);
  const key = of.kind === "use" && isBounds(value) ? "scale" : "facts";
  if (path === null) return problem("not-found", `the file has no record of \`${of.id}\` that could hold \`${fact}\``, { file, hint: "describe it first" });
  const met = meetFact(graph, answer);
  if (met === "already") return `${fact} of ${of.id} is ${sayValue(value)} already`;
  const there = [...path, key, fact];
  if ("message" in met) return conflict(met.message, file, yaml.lineOf(there), met.hint);
  if (met.said !== null) {
    yaml.replace(there, held);
    return `${fact} of ${of.id} is ${sayValue(value)} now, no longer ${"fact" in met.said ? String(met.said.value) : "what was planned"}`;
  }
  if (yaml.has([...path, key])) yaml.addKey([...path, key], fact, held);
  else yaml.addKey(path, key, { [fact]: held });
  return `${fact} of ${of.id} is ${sayValue(value)}, recorded with the ${of.kind === "use" ? "use" : "act"}`;
}

/** What a graph holds, statements by what they say and not by where they stand. */
const contentOf = (graph: TitleGraph): string =>
  canonicalJson({ ...graph, statements: graph.statements.map((each) => canonicalJson({ ...each, id: null, source: null })).toSorted(), findings: [] });

/** One answer, put in and read back: the file must say what was meant, and all that it said before. */
function put(text: string, answer: Answer, answering: Answering, options: ReadTitleFileOptions): AnswerWriting {
  const { file } = options;
  const { graph, problems } = readTitleFile(text, options);
  if (graph === null) return { text, notes: [], problems };
  const yaml = new YamlText(text);
  const written = (readYaml(text, { file, maxBytes: Infinity, maxLexemes: Infinity }).document?.value ?? {}) as Written;
  const about = subjectOf(graph, answer.of);
  const done = about !== null ? writeStatement(yaml, graph, file, about, answer, answering) : writeFact(yaml, written, graph, file, answer);
  if (typeof done !== "string") return { text, notes: [], problems: [{ ...done, offending: answer.fact }] };
  if (yaml.text === text) return { text, notes: [done], problems: [] };
  const back = readTitleFile(yaml.text, options);
  const meant = applyChanges(graph, answerChanges(graph, answer, answering));
  if (back.graph !== null && contentOf(back.graph) === contentOf(meant)) return { text: yaml.text, notes: [done], problems: [] };
  const refused = problem("unsupported", `\`${answer.fact}\` of \`${answer.of.id}\` cannot be put into this file as it is written`, { file, offending: answer.fact, hint: "write the line by hand" });
  return { text, notes: [], problems: [...back.problems, refused] };
}

/**
 * Answers put into the text of a title file: everything else of it stays to the byte. Evidence is never written over: a later answer is a
 * statement that corrects the one before, and only a plan is said anew. With a problem nothing is written.
 */
export function answerTitleFile(text: string, answers: readonly Answer[], answering: Answering, options: ReadTitleFileOptions): AnswerWriting {
  const steps: AnswerWriting[] = [];
  let now = text;
  for (const answer of answers) {
    const step = put(now, answer, answering, options);
    steps.push(step);
    now = step.text;
  }
  const problems = steps.flatMap((step) => step.problems);
  return problems.length > 0 ? { text, notes: [], problems } : { text: now, notes: steps.flatMap((step) => step.notes), problems };
}
