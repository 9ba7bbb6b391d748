import type { QuestionForm } from "../compiled/judge/question-form.js";
import type { DecisionBasis } from "../decision.js";
import { findingOf, isRecorded, recordedOn } from "../explanation/recorded-finding.js";
import type { World } from "../world.js";
import { areToldAlike, hasWord, spoken, unnamed } from "./marked-words.js";
import type { Row } from "./row.js";

/** A row with what its answer stands on. */
export interface Answered {
  readonly row: Row;
  readonly basis: DecisionBasis;
}

interface Known extends Answered {
  readonly names: readonly string[];
}

const itself = (name: string): string => name;
const hasWords = ({ reasons }: Row): boolean => reasons.some(({ says }) => says !== "");

/** Rows found once for all questions of a world that differ in names alone. */
export class RowsAlike {
  readonly #known = new Map<string, Known | null>();
  readonly #recorded: ReturnType<typeof recordedOn>;
  readonly #versionOf: (name: string) => string | null;

  constructor({ graph }: Pick<World, "graph">) {
    this.#versionOf = (name) => graph.assets.get(name)?.version ?? null;
    this.#recorded = recordedOn(graph);
  }

  /** The row of a use of a form, or of none, found where none like it is known by `answer`, in marked words. */
  of(form: QuestionForm | null, use: string, answer: () => Answered): Answered {
    const known = form === null ? null : this.#known.get(form.text);
    if (form !== null && known !== undefined && known !== null && (!hasWords(known.row) || areToldAlike(known.names, form.names, this.#versionOf))) return { row: this.#retold(known, use, form.names), basis: known.basis };
    const { row, basis } = answer();
    if (form !== null && known === undefined) this.#known.set(form.text, this.#namesIn(row, form) ? null : { row, basis, names: form.names });
    return { row: hasWords(row) ? this.#spoken(row, itself) : row, basis };
  }

  /** A row with other names in the place of its own. */
  #spoken(row: Row, named: (name: string) => string): Row {
    return { ...row, reasons: row.reasons.map((reason) => ({ ...reason, asset: named(reason.asset), says: spoken(reason.says, named, this.#versionOf) })) };
  }

  /** Whether one of the names stands in a text that says more than the name: such a row is told of itself alone. */
  #namesIn({ use, reasons, findings, drift }: Row, { names, others }: QuestionForm): boolean {
    const said = findings.filter((each) => !isRecorded(this.#recorded, each)).flatMap(({ detail, settle }) => [detail, settle]);
    const words = reasons.flatMap(({ says }) => (says === "" ? [] : [unnamed(says)]));
    const texts = [...words, ...reasons.flatMap(({ instrument, outcome, cite }) => [instrument, outcome, cite]), ...said, ...drift.flatMap(({ declared, license, cite }) => [declared, license, cite])];
    return [use, ...names].some((name) => texts.some((text) => text?.includes(name) === true)) || others.some((name) => words.some((text) => hasWord(text, name)));
  }

  #retold({ row, names: theirs }: Known, use: string, names: readonly string[]): Row {
    const own = new Map(theirs.map((name, i) => [name, names[i]!] as const));
    const named = (name: string): string => own.get(name) ?? name;
    return {
      ...this.#spoken(row, named), use, asset: named(row.asset), drift: row.drift.map((each) => ({ ...each, source: named(each.source) })),
      findings: row.findings.map((each) => (each.asset === null ? each : findingOf(this.#recorded, each, named(each.asset)))),
    };
  }
}
