import { type ClauseHouse, type DealFile, readDeal } from "@cleartitle/agreements";
import { check, compareProblems, nameHint, type Path, problem, type Problem, type ProblemCode, readYaml, type YamlDocument } from "@cleartitle/norms";
import { type Issue, Negotiation, type Option, type Package } from "./negotiation.js";
import { atOnce } from "../steps.js";

type Deal = DealFile["deal"];
type Taken = Deal["topics"][string];

/** What an option is in a deal; null: the deal is silent on the topic. */
function takenOf({ version, with: values, own }: Option): Taken | null {
  if (own !== undefined) return { own } as Taken;
  return version === undefined ? null : ({ version, ...(values === undefined ? {} : { with: values }) } as Taken);
}

/** The deal with its issues settled so. */
export function dealOf(deal: Deal, issues: readonly Issue[], settled: Package): Deal {
  const topics = new Map(Object.entries(deal.topics));
  for (const [index, { topic, options }] of issues.entries()) {
    if (topic === undefined) continue;
    const taken = takenOf(options[settled[index]!]!);
    if (taken === null) topics.delete(topic);
    else topics.set(topic, taken);
  }
  return { ...deal, topics: Object.fromEntries(topics) };
}

export interface ReadNegotiationOptions {
  readonly file: string;
  readonly house: ClauseHouse;
}

class NegotiationCheck {
  readonly problems: Problem[] = [];
  constructor(private readonly negotiation: Negotiation, private readonly document: YamlDocument, private readonly options: ReadNegotiationOptions) {}

  #report(code: ProblemCode, path: Path, message: string, hint: string | null = null): void {
    this.problems.push(problem(code, message, { file: this.document.file, ...this.document.locate(path), pointer: path.map((step) => `/${step}`).join(""), hint }));
  }

  whole(): void {
    const { issues, parties, deal } = this.negotiation;
    this.#unique(issues, "issues");
    this.#unique(parties, "parties");
    const topics = new Map<string, number>();
    for (const [index, { topic, options }] of issues.entries()) {
      if (topic !== undefined && topics.has(topic)) this.#report("duplicate-id", ["issues", index, "topic"], `\`${topic}\` is the topic of two issues`, "make one of them");
      if (topic !== undefined) topics.set(topic, index);
      if (topic !== undefined && deal === undefined) this.#report("missing-key", ["issues", index, "topic"], "a topic is of a deal, and no `deal` is named", "name the deal file in which the clauses are put");
      if (topic !== undefined && !this.options.house.library.topics.has(topic)) this.#report("unknown-name", ["issues", index, "topic"], `there is no topic \`${topic}\``, nameHint(topic, this.options.house.library.topics.keys()) ?? "`cleartitle clauses list` lists them");
      for (const [id, option] of Object.entries(options)) this.#option(topic, option, ["issues", index, "options", id]);
    }
    for (const index of [0, 1]) this.#party(index);
  }

  #unique(list: readonly { readonly id: string }[], path: string): void {
    const seen = new Set<string>();
    for (const [index, { id }] of list.entries()) {
      if (seen.has(id)) this.#report("duplicate-id", [path, index, "id"], `the id \`${id}\` is given twice`);
      seen.add(id);
    }
  }

  #option(topic: string | undefined, { version, own, silent }: Option, path: Path): void {
    const isClause = version !== undefined || own !== undefined || silent !== undefined;
    if (topic === undefined && isClause) this.#report("not-allowed", path, "a clause is of a topic, and the issue names none", "name the topic of the issue");
    if (topic !== undefined && !isClause) this.#report("missing-key", path, "an option of a topic is a clause: `version`, `own` or `silent`");
  }

  #party(index: number): void {
    const { issues, parties, "title-file": title } = this.negotiation;
    const party = parties[index]!;
    const known = new Map(issues.map((issue) => [issue.id, issue]));
    for (const [id, { of }] of Object.entries(party.values)) {
      const issue = known.get(id);
      if (issue === undefined) this.#report("unknown-name", ["parties", index, "values", id], `there is no issue \`${id}\``, nameHint(id, known.keys()));
      else for (const option of Object.keys(of)) if (!Object.hasOwn(issue.options, option)) this.#report("unknown-name", ["parties", index, "values", id, "of", option], `\`${id}\` has no option \`${option}\``, nameHint(option, Object.keys(issue.options)));
    }
    for (const { id, options } of issues) {
      const of = Object.hasOwn(party.values, id) ? party.values[id]!.of : undefined;
      if (of === undefined) this.#report("missing-key", ["parties", index, "values"], `\`${party.id}\` does not say what \`${id}\` is worth to it`, "an issue that is worth nothing has `weight: 0`, and what each option is worth");
      else for (const option of Object.keys(options)) if (!Object.hasOwn(of, option)) this.#report("missing-key", ["parties", index, "values", id, "of"], `\`${party.id}\` does not say what \`${option}\` of \`${id}\` is worth to it`);
    }
    if (party.releases !== undefined && title === undefined) this.#report("missing-key", ["parties", index, "releases"], "releases are uses of a title file, and no `title-file` is named");
    if (party.reservation < party.batna.value) this.#report("contradiction", ["parties", index, "reservation"], `\`${party.id}\` takes ${party.reservation}, and has ${party.batna.value} without an agreement`, "the least that is taken is not below what there is anyway");
  }

  /** Each option in the deal, with the first option of all other issues. Option by option. */
  *clauses(base: DealFile): Generator<void, void> {
    const { issues } = this.negotiation;
    const first = issues.map(({ options }) => Object.keys(options)[0]!);
    for (const [index, { options, topic }] of issues.entries()) {
      if (topic === undefined) continue;
      for (const id of Object.keys(options)) {
        const { library, taxonomies } = this.options.house;
        const { problems } = readDeal(JSON.stringify(dealOf(base.deal, issues, first.with(index, id))), { file: this.document.file, library, taxonomies });
        yield;
        for (const fault of problems) if (fault.pointer?.startsWith(`/topics/${topic}`) === true) this.#report(fault.code, ["issues", index, "options", id], fault.message, fault.hint);
      }
    }
  }
}

export interface NegotiationRead {
  readonly negotiation: Negotiation | null;
  /** What is wrong with its clauses as they would stand in the deal. */
  readonly checkClauses: (base: DealFile) => readonly Problem[];
  /** The same step by step. */
  readonly checkingClauses: (base: DealFile) => Generator<void, readonly Problem[]>;
  readonly problems: readonly Problem[];
}

function* nothing(): Generator<void, readonly Problem[]> {
  yield;
  return [];
}

const none = (problems: readonly Problem[]): NegotiationRead => ({ negotiation: null, checkClauses: () => [], checkingClauses: nothing, problems });

/** Reads a negotiation. All problems come at once, in the order of the file; with any there is none. */
export function readNegotiation(text: string, options: ReadNegotiationOptions): NegotiationRead {
  const { document, problems } = readYaml(text, { file: options.file, maxBytes: 1_000_000, maxDepth: 24, maxLexemes: 200_000 });
  if (document === null) return none(problems);
  const { value, problems: malformed } = check(Negotiation, document);
  if (value === null) return none(malformed);
  const checked = new NegotiationCheck(value, document, options);
  checked.whole();
  if (checked.problems.length > 0) return none(checked.problems.toSorted(compareProblems));
  function* checkingClauses(base: DealFile): Generator<void, readonly Problem[]> {
    const clauses = new NegotiationCheck(value!, document!, options);
    yield* clauses.clauses(base);
    return clauses.problems.toSorted(compareProblems);
  }
  return { negotiation: value, problems: [], checkingClauses, checkClauses: (base) => atOnce(checkingClauses(base)) };
}
