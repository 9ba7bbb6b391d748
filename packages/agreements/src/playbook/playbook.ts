import { CalendarDate, check, compareProblems, nameHint, type Path, problem, type Problem, type ProblemCode, readYaml, type Taxonomies, type YamlDocument } from "@cleartitle/norms";
import { z } from "zod";
import { fieldFault, FieldValue } from "../clause/field.js";
import type { ClauseLibrary } from "../clause/library.js";
import { Stance, type Topic } from "../clause/topic.js";

const Text = z.string().min(3).max(1000);

/** What a value may be. Amounts have a range, both ends inclusive; lists have names. */
const Values = z
  .strictObject({ from: FieldValue.optional(), to: FieldValue.optional(), oneOf: z.array(FieldValue).min(1).optional(), only: z.array(z.string()).min(1).optional(), all: z.array(z.string()).min(1).optional(), none: z.array(z.string()).min(1).optional() })
  .refine((values) => Object.keys(values).length > 0, { message: "say what the value may be: `from`, `to`, `oneOf`, `only`, `all` or `none`" });
export type Values = z.infer<typeof Values>;

/** What the house wants on a topic, and how far it goes. */
const Position = z.strictObject({
  want: Stance,
  /** The last step of the library's ladder that is still taken; left out: nothing but what is wanted. */
  downTo: Stance.optional(),
  /** What becomes of a deal beyond that: `stop` does not sign it, `ask` asks somebody. */
  beyond: z.enum(["ask", "stop"]),
  values: z.record(z.string(), Values).optional(),
  why: Text,
});
export type Position = z.infer<typeof Position>;

/** What a house wants of its deals, topic by topic. */
const Playbook = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-zA-Z0-9][\w.-]*$/, "an id is letters, digits, `.`, `_`, `-`").max(100),
  title: z.string().min(1).max(200),
  /** The side on which the house stands. */
  side: z.enum(["licensor", "licensee"]),
  /** Of how many agreements it was drawn, and on which day: what was usual is no position before a person says so. */
  drawn: z.strictObject({ from: z.number().int().min(1), on: CalendarDate }).optional(),
  approved: z.strictObject({ by: z.string().min(1).max(200), on: CalendarDate }).optional(),
  topics: z.record(z.string(), Position).refine((topics) => Object.keys(topics).length > 0, { message: "a playbook without topics says nothing" }),
});
export type Playbook = z.infer<typeof Playbook>;

const limits = { maxBytes: 1_000_000, maxDepth: 16, maxLexemes: 100_000 };

export interface ReadPlaybookOptions {
  readonly file: string;
  readonly library: ClauseLibrary;
  readonly taxonomies: Taxonomies;
}

class PlaybookCheck {
  readonly problems: Problem[] = [];
  constructor(private readonly playbook: Playbook, private readonly document: YamlDocument, private readonly options: ReadPlaybookOptions) {
    if (playbook.drawn !== undefined && playbook.approved === undefined) this.#report("not-allowed", ["drawn"], "it was drawn from agreements, and nobody approved it", "whoever answers for it reads it, and adds `approved: { by: NAME, on: \"YYYY-MM-DD\" }`");
    for (const [id, position] of Object.entries(playbook.topics)) this.#topic(id, position);
  }

  #report(code: ProblemCode, path: Path, message: string, hint: string | null): void {
    this.problems.push(problem(code, message, { file: this.document.file, ...this.document.locate(path), pointer: path.map((step) => `/${step}`).join(""), hint }));
  }

  #topic(id: string, position: Position): void {
    const { topics } = this.options.library;
    const topic = topics.get(id);
    if (topic === undefined) return this.#report("unknown-name", ["topics", id], `there is no topic \`${id}\``, nameHint(id, topics.keys()) ?? "`cleartitle clauses list` lists them");
    const steps = topic.fallback[this.playbook.side].map((step) => step.to);
    const left = steps.slice(steps.indexOf(position.want) + 1);
    if (position.downTo !== undefined && position.downTo !== position.want && !left.includes(position.downTo)) this.#report("bad-value", ["topics", id, "downTo"], `from \`${position.want}\` the ladder of the ${this.playbook.side} does not lead to \`${position.downTo}\``, left.length === 0 ? "it leads nowhere: leave `downTo` out" : `it leads to ${left.map((each) => `\`${each}\``).join(", ")}`);
    for (const [name, values] of Object.entries(position.values ?? {})) this.#values(topic, name, values);
  }

  #values(topic: Topic, name: string, values: Values): void {
    const path = ["topics", topic.id, "values", name];
    const field = topic.fields[name];
    if (field === undefined) return this.#report("unknown-name", path, `the topic \`${topic.id}\` has no field \`${name}\``, nameHint(name, Object.keys(topic.fields)) ?? "it has no fields");
    const { from: _from, to: _to, ...free } = field;
    const isList = ["acts", "purposes", "fields", "recipients", "places", "words", "assets"].includes(field.type);
    const isAmount = ["duration", "money", "number", "date"].includes(field.type);
    const fits = { from: isAmount, to: isAmount, oneOf: !isList, only: isList, all: isList, none: isList } as const;
    for (const key of Object.keys(values) as (keyof Values)[]) {
      if (!fits[key]) this.#report("not-allowed", [...path, key], `\`${key}\` does not fit \`${name}\`, a ${field.type}`, `take ${Object.entries(fits).filter(([, is]) => is).map(([each]) => `\`${each}\``).join(" or ")}`);
      else for (const value of key === "oneOf" ? values.oneOf! : [values[key]!]) {
        const fault = field.type === "assets" ? null : fieldFault(free, value, this.options.taxonomies, new Set());
        if (fault !== null) this.#report(fault.code, [...path, key], fault.message, fault.hint);
      }
    }
  }
}

/** Reads a playbook. All problems come at once, in the order of the file; with any there is none. */
export function readPlaybook(text: string, options: ReadPlaybookOptions): { readonly playbook: Playbook | null; readonly problems: readonly Problem[] } {
  const { document, problems } = readYaml(text, { file: options.file, ...limits });
  if (document === null) return { playbook: null, problems };
  const { value, problems: malformed } = check(Playbook, document);
  if (value === null) return { playbook: null, problems: malformed };
  const found = new PlaybookCheck(value, document, options).problems;
  return found.length > 0 ? { playbook: null, problems: found.toSorted(compareProblems) } : { playbook: value, problems: [] };
}
