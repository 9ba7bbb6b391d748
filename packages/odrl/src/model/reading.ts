import { problem, type Problem, type ProblemCode } from "@cleartitle/norms";
import type { RdfGraph } from "../rdf.js";
import type { Unsupported } from "./policy.js";

/** How a rule is read that names no action or no target, which the Recommendation asks for. */
export type MissingReading = "refuse" | "any";

export interface ReadOptions {
  readonly file: string;
  /** `refuse` (default): a problem, and the rule cannot be evaluated. `any`: every action, every target. */
  readonly missing?: MissingReading;
  /** The text, to find lines in. */
  readonly text?: string;
  /** The reader of JSON-LD has told the keys that no context defines. */
  readonly keysTold?: boolean;
  /** Documents whose policies may be inherited from. */
  readonly parents?: readonly RdfGraph[];
}

/** Collects problems while a policy is read. Paths count from the policy. */
export class Reading {
  readonly problems: Problem[] = [];
  constructor(
    readonly graph: RdfGraph,
    readonly options: ReadOptions,
  ) {}

  /** Line of a word that stands in the text once; null where that is not certain. */
  #lineOf(word: string | null): number | null {
    const { text } = this.options;
    if (text === undefined || word === null || word === "") return null;
    const local = word.split(/[/#:]/).at(-1)!;
    const at = local === "" ? -1 : text.indexOf(local);
    if (at < 0 || text.indexOf(local, at + 1) >= 0) return null;
    return text.slice(0, at).split("\n").length;
  }

  /** Notes a problem and gives it as what makes a part unsupported. */
  fault(code: ProblemCode, path: string, why: string, offending: string | null = null, hint: string | null = null): Unsupported {
    const word = offending?.slice(0, 200) ?? null;
    this.problems.push(problem(code, why, { file: this.options.file, line: this.#lineOf(word), pointer: path, offending: word, hint }));
    return { path, why };
  }
}
