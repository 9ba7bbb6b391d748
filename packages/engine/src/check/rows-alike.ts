import type { QuestionForm } from "../compiled/judge/question-form.js";
import type { DecisionBasis } from "../decision.js";
import { findingOf, isRecorded, recordedOn } from "../explanation/recorded-finding.js";
import type { World } from "../world.js";
import type { Row } from "./row.js";

/** A row with what its answer stands on. */
export interface Answered {
  readonly row: Row;
  readonly basis: DecisionBasis;
}

interface Known extends Answered {
  readonly names: readonly string[];
}

/** Rows without words, found once for all questions of a world that differ in names alone. */
export class RowsAlike {
  readonly #known = new Map<string, Known | null>();
  readonly #recorded: ReturnType<typeof recordedOn>;

  constructor({ graph }: Pick<World, "graph">) {
    this.#recorded = recordedOn(graph);
  }

  /** The row of a use of a form, found by `answer` where none like it is known. */
  of({ text, names }: QuestionForm, use: string, answer: () => Answered): Answered {
    const known = this.#known.get(text);
    if (known === undefined) {
      const found = answer();
      this.#known.set(text, this.#namesIn(found.row, names) ? null : { row: found.row, basis: found.basis, names });
      return found;
    }
    return known === null ? answer() : { row: this.#retold(known, use, names), basis: known.basis };
  }

  /** Whether one of the names stands in a text that says more than the name: such a row is told of itself alone. */
  #namesIn({ use, reasons, findings, drift }: Row, names: readonly string[]): boolean {
    const said = findings.filter((each) => !isRecorded(this.#recorded, each)).flatMap(({ detail, settle }) => [detail, settle]);
    const texts = [...reasons.flatMap(({ instrument, outcome, cite }) => [instrument, outcome, cite]), ...said, ...drift.flatMap(({ declared, license, cite }) => [declared, license, cite])];
    return [use, ...names].some((name) => texts.some((text) => text?.includes(name) === true));
  }

  #retold({ row, names: theirs }: Known, use: string, names: readonly string[]): Row {
    const own = new Map(theirs.map((name, i) => [name, names[i]!] as const));
    const named = (name: string): string => own.get(name) ?? name;
    return {
      ...row, use, asset: named(row.asset), reasons: row.reasons.map((reason) => ({ ...reason, asset: named(reason.asset) })), drift: row.drift.map((each) => ({ ...each, source: named(each.source) })),
      findings: row.findings.map((each) => (each.asset === null ? each : findingOf(this.#recorded, each, named(each.asset)))),
    };
  }
}
