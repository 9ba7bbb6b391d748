import { canonicalJson, printPeriod, type Problem, problem, readYaml } from "@cleartitle/norms";
import { numbered } from "../file/list.js";
import type { FactRecord, QuantityRecord, TitleGraph } from "../graph.js";
import { applyChanges } from "../graph-change.js";
import { readTitleFile, type ReadTitleFileOptions } from "../read-title-file.js";
import { type Answer, answerChanges, type Answering, isBounds, standing, statementOf } from "./answer.js";
import type { Bearer } from "./bearer.js";
import { YamlText } from "./yaml-text.js";

/** What is asked of the plain values of a file: where its records stand. */
interface Written {
  readonly assets?: readonly Readonly<Record<string, unknown>>[];
  readonly derivations?: readonly Readonly<Record<string, unknown>>[];
  readonly parties?: readonly Readonly<Record<string, unknown>>[];
}

export interface AnswerWriting {
  readonly text: string;
  /** What became of each answer, in words for a person. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

/** The facts and quantities that a record of the graph bears itself. */
function borne(graph: TitleGraph, of: Bearer): readonly (FactRecord | QuantityRecord)[] {
  if (of.kind === "use") return [...(graph.uses.get(of.id)?.facts ?? []), ...(graph.uses.get(of.id)?.scale ?? [])];
  if (of.kind === "derivation") return graph.derivations.get(of.id)?.facts ?? [];
  if (of.kind === "party") return [...(graph.parties.get(of.id)?.facts ?? []), ...(graph.parties.get(of.id)?.quantities ?? [])];
  return of.kind === "acquisition" ? (graph.assets.get(of.asset)?.acquired[of.index]?.facts ?? []) : [];
}

const nameOf = (record: FactRecord | QuantityRecord): string => ("fact" in record ? record.fact : record.quantity);
const sayValue = (value: Answer["value"]): string => (isBounds(value) ? `${value.atLeast ?? ""}..${value.atMost ?? ""}` : String(value));

/** The value as a record holds it; of a party with the time in which it was so. */
function heldAs({ value, of }: Answer, { during }: Answering): unknown {
  const dated = of.kind !== "party" || during === undefined ? {} : { during: printPeriod(during) };
  if (isBounds(value)) return { atLeast: value.atLeast, atMost: value.atMost, ...dated };
  return "during" in dated ? { value, ...dated } : value;
}
const list = (value: unknown): readonly unknown[] => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);

const at = (records: readonly Readonly<Record<string, unknown>>[] | undefined, id: string): number => (records ?? []).findIndex((each) => each["id"] === id);

/** Where the record that bears the fact stands in the file; null: the file has no record of it. */
function pathOf(written: Written, graph: TitleGraph, of: Bearer): readonly (string | number)[] | null {
  if (of.kind === "use") return ["uses", of.id];
  if (of.kind === "derivation") {
    const index = numbered("d", (written.derivations ?? []).map((each) => each["id"] as string | undefined)).indexOf(of.id);
    return index === -1 ? null : ["derivations", index];
  }
  if (of.kind === "party") return at(written.parties, of.id) === -1 ? null : ["parties", at(written.parties, of.id)];
  if (of.kind !== "acquisition" || at(written.assets, of.asset) === -1) return null;
  const asset = at(written.assets, of.asset);
  const acquired = written.assets![asset]!["acquired"];
  // The graph keeps acquisitions in the order of their content, the file in that of its writer: told apart by their dates and ways.
  const wanted = graph.assets.get(of.asset)!.acquired[of.index]!;
  const index = list(acquired).findIndex((each) => (["on", "how", "in"] as const).every((key) => ((each as Record<string, unknown>)[key] ?? null) === wanted[key]));
  if (index === -1) return null;
  return Array.isArray(acquired) ? ["assets", asset, "acquired", index] : ["assets", asset, "acquired"];
}

const conflict = (message: string, file: string, line: number | null, hint: string): Problem => problem("conflict", message, { file, line, column: line === null ? null : 1, hint });

/** An answer about an asset: a statement at the end of the list, which corrects the one before it and never takes its place. */
function writeStatement(yaml: YamlText, graph: TitleGraph, file: string, answer: Answer, answering: Answering): string | Problem {
  const { id } = answer.of;
  const earlier = standing(graph, id, answer.fact);
  const said = statementOf(graph, id, answer, answering);
  const values = [...new Set(earlier.map((each) => canonicalJson(each.value)))];
  if (isBounds(answer.value)) return conflict(`\`${answer.fact}\` of \`${id}\` takes one value, not bounds`, file, null, "write it as a value");
  if (values.length === 1 && values[0] === canonicalJson(said.value) && earlier.every((each) => each.rung === said.rung)) return `${answer.fact} of ${id} is ${sayValue(answer.value)} already`;
  if (said.rung !== "concluded" && earlier.some((each) => each.rung === "concluded"))
    return conflict(`somebody concluded \`${answer.fact}\` of \`${id}\` already`, file, null, "a person corrects a conclusion: say who with --by");
  if (said.rung !== "concluded" && earlier.length > 1)
    return conflict(`several statements on \`${answer.fact}\` of \`${id}\` stand beside each other`, file, null, "one more settles nothing: say with --by who concludes");
  yaml.addEntry("statements", {
    about: id, what: said.what, value: said.value, rung: said.rung, by: said.by, recordedAt: said.recordedAt, supersedes: said.supersedes,
  });
  const corrected = said.supersedes === null ? "" : `, correcting \`${said.supersedes}\``;
  return `${answer.fact} of ${id} is ${sayValue(answer.value)}, a statement${corrected}`;
}

/** An answer about an act, a use or a party: one of its facts. What a plan says can be said anew, what an act records of itself cannot. */
function writeFact(yaml: YamlText, written: Written, graph: TitleGraph, file: string, answer: Answer, answering: Answering): string | Problem {
  const { of, fact } = answer;
  const held = heldAs(answer, answering);
  const earlier = borne(graph, of).filter((each) => nameOf(each) === fact);
  const path = pathOf(written, graph, of);
  const key = of.kind === "use" && isBounds(answer.value) ? "scale" : "facts";
  if (path === null && !(of.kind === "party" && of.id === graph.us && written.parties === undefined))
    return problem("not-found", `the file has no record of \`${of.id}\` that could hold \`${fact}\``, { file, hint: "describe it first" });
  const same = earlier.some((each) => ("fact" in each ? canonicalJson(each.value) === canonicalJson(answer.value) : canonicalJson([each.atLeast, each.atMost]) === canonicalJson(isBounds(answer.value) ? [answer.value.atLeast, answer.value.atMost] : null)));
  if (same) return `${fact} of ${of.id} is ${sayValue(answer.value)} already`;
  if (earlier.length > 0) {
    const there = [...path!, key, fact];
    if (of.kind !== "use" || earlier.length > 1) return conflict(`\`${fact}\` of \`${of.id}\` is recorded otherwise`, file, yaml.lineOf(there), "evidence is not written over: see which of the two is right, and mend the line by hand");
    yaml.replace(there, held);
    return `${fact} of ${of.id} is ${sayValue(answer.value)} now, no longer ${"fact" in earlier[0]! ? String(earlier[0].value) : "what was planned"}`;
  }
  if (fact === "actor.kind" && of.kind === "party") return writeKind(yaml, graph, path, file, answer);
  if (path === null) yaml.addEntry("parties", { id: of.id, [key]: { [fact]: held } });
  else if (yaml.has([...path, key])) yaml.addKey([...path, key], fact, held);
  else yaml.addKey(path, key, { [fact]: held });
  return `${fact} of ${of.id} is ${sayValue(answer.value)}, recorded with ${of.kind === "party" ? "the party" : of.kind === "use" ? "the use" : "the act"}`;
}

/** What kind of party it is, where all that ask for it look. */
function writeKind(yaml: YamlText, graph: TitleGraph, path: readonly (string | number)[] | null, file: string, { of, value }: Answer): string | Problem {
  const known = graph.parties.get(of.id)?.kind ?? null;
  if (known === value) return `${of.id} is a ${known} already`;
  if (known !== null) return conflict(`\`${of.id}\` is recorded as a ${known}`, file, path === null ? null : yaml.lineOf([...path, "kind"]), "mend the line by hand where it is wrong");
  if (path === null) yaml.addEntry("parties", { id: of.id, kind: value });
  else yaml.addKey(path, "kind", value);
  return `${of.id} is a ${sayValue(value)}`;
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
  const done = answer.of.kind === "asset" ? writeStatement(yaml, graph, file, answer, answering) : writeFact(yaml, written, graph, file, answer, answering);
  if (typeof done !== "string") return { text, notes: [], problems: [{ ...done, offending: answer.fact }] };
  if (yaml.text === text) return { text, notes: [done], problems: [] };
  const back = readTitleFile(yaml.text, options);
  const meant = applyChanges(graph, answerChanges(graph, answer, answering));
  if (back.graph !== null && contentOf(back.graph) === contentOf(meant)) return { text: yaml.text, notes: [done], problems: [] };
  const refused = problem("unsupported", `\`${answer.fact}\` of \`${answer.of.id}\` cannot be put into this file as it is written`, { file, offending: answer.fact, hint: "write the line by hand" });
  return { text, notes: [], problems: [...back.problems, refused] };
}

/**
 * Answers put into the text of a title file: everything else of it stays to the byte. Evidence is never written over: a later answer about an
 * asset is a statement that corrects the one before. With a problem nothing is written.
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
