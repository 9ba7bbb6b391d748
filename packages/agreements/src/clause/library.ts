import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CalendarDate, check, compareProblems, digestOf, InstrumentKind, problem, type Problem, Reach, readYaml, Source, type Taxonomies, type YamlDocument } from "@cleartitle/norms";
import { z } from "zod";
import { DocumentFrame } from "../document/document-frame.js";
import { checkFrame } from "../document/frame-check.js";
import { checkTemplate } from "../template/template-check.js";
import { withDetails } from "../template/details.js";
import { type Template, TemplateFile } from "../template/template-file.js";
import { checkRules, checkTopic } from "./clause-check.js";
import { RuleFile, type Rule } from "./rule.js";
import { Topic } from "./topic.js";

/** What is the same in every agreement that is put together of clauses: how roles travel, and by what it binds. */
const Frame = z.strictObject({
  kind: InstrumentKind.extract(["agreement"]),
  source: z.array(Source).min(1),
  reviewed: CalendarDate,
  bindsBy: z.array(z.enum(["signature"])).min(1),
  /** What a deal without a clause on permitted acts says of acts that it does not name. */
  rest: z.enum(["reserved", "silent"]),
  reach: Reach,
  /** Codes of sources, and what they are. */
  sources: z.record(z.string(), z.string().min(3)),
});
type Frame = z.infer<typeof Frame>;

/** The clauses of the house: every topic in three versions, and the rules by which a deal fits together. */
export interface ClauseLibrary {
  readonly frame: Frame;
  /** In the order of their numbers. */
  readonly topics: ReadonlyMap<string, Topic>;
  readonly rules: readonly Rule[];
  /** What a document of clauses has beside them. */
  readonly document: DocumentFrame;
  /** Kinds of agreement, by their ids. */
  readonly templates: ReadonlyMap<string, Template>;
  readonly digest: string;
}

/** Clauses are short: a topic of more than this is none. */
const limits = { maxBytes: 200_000, maxDepth: 24, maxLexemes: 60_000 };

interface Found<T> {
  readonly value: T;
  readonly document: YamlDocument;
}

class Reader {
  readonly problems: Problem[] = [];
  constructor(private readonly dir: string) {}

  read<S extends z.ZodType>(schema: S, file: string): Found<z.output<S>> | null {
    const path = join(this.dir, file);
    if (!existsSync(path)) {
      this.problems.push(problem("not-found", `the clauses have no file \`${file}\``, { file: `clauses/${file}` }));
      return null;
    }
    const { document, problems } = readYaml(readFileSync(path, "utf8"), { file: `clauses/${file}`, ...limits });
    this.problems.push(...problems);
    if (document === null) return null;
    const { value, problems: faults } = check(schema, document);
    this.problems.push(...faults);
    return value === null ? null : { value, document };
  }
}

function filesIn(dir: string, folder: "topics" | "templates"): string[] {
  const path = join(dir, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).filter((name) => name.endsWith(".yaml") && !name.endsWith(".cases.yaml")).toSorted().map((name) => `${folder}/${name}`);
}

/** Reads the folder `clauses` of a catalogue. It is read by itself, when clauses are asked for: no decision waits for it. */
export function loadClauses(catalogueDir: string, taxonomies: Taxonomies): { readonly library: ClauseLibrary | null; readonly problems: readonly Problem[] } {
  const dir = join(catalogueDir, "clauses");
  const reader = new Reader(dir);
  const frame = reader.read(Frame, "frame.yaml");
  const rules = reader.read(RuleFile, "rules.yaml");
  const beside = reader.read(DocumentFrame, "document.yaml");
  const found = filesIn(dir, "topics").flatMap((file) => reader.read(Topic, file) ?? []);
  const kinds = filesIn(dir, "templates").flatMap((file) => reader.read(TemplateFile, file) ?? []);
  const { problems } = reader;
  if (frame === null || rules === null || beside === null) return { library: null, problems: problems.toSorted(compareProblems) };
  const topics = new Map(found.toSorted((a, b) => a.value.number - b.value.number).map((each) => [each.value.id, each.value]));
  for (const { value, document } of found) problems.push(...checkTopic(value, document, { taxonomies, topics, sources: frame.value.sources, all: found.map((each) => each.value) }));
  problems.push(...checkRules(rules.value, rules.document, topics));
  problems.push(...checkFrame(beside.value, beside.document, topics), ...kinds.flatMap(({ value, document }) => checkTemplate(value, document, topics, taxonomies)));
  if (problems.length > 0) return { library: null, problems: problems.toSorted(compareProblems) };
  const content = { frame: frame.value, topics, rules: rules.value.rules, document: beside.value, templates: new Map(kinds.map(({ value }) => [value.id, value])) };
  const templates = new Map(kinds.map(({ value }) => [value.id, withDetails(value, topics)]));
  return { library: { ...content, templates, digest: digestOf(content) }, problems: [] };
}
