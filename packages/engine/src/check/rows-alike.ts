import type { QuestionForm } from "../compiled/judge/question-form.js";
import type { DecisionBasis } from "../decision.js";
import { findingOf, isRecorded, recordedOn } from "../explanation/recorded-finding.js";
import type { Called } from "../words/names.js";
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

/** Below every character of an id. */
const [thing, version, end] = ["\u0001", "\u0002", "\u0003"];
const marks = new RegExp(`([${thing}${version}])([^${end}]*)${end}`, "g");

/** What things are called in words in which their names, and where versions stand, are to be found again. */
export const marked: Called = { thing: (name) => `${thing}${name}${end}`, version: (name) => `${version}${name}${end}` };

/** Rows found once for all questions of a world that differ in names alone. */
export class RowsAlike {
  readonly #known = new Map<string, Known | null>();
  readonly #recorded: ReturnType<typeof recordedOn>;
  readonly #assets: World["graph"]["assets"];

  constructor({ graph }: Pick<World, "graph">) {
    this.#assets = graph.assets;
    this.#recorded = recordedOn(graph);
  }

  /** The row of a use of a form, found where none like it is known by `answer`, which has things called by marked names. */
  of({ text, names, others }: QuestionForm, use: string, answer: () => Answered): Answered {
    const known = this.#known.get(text);
    if (known === undefined || known === null || !this.#isTold(known, names)) {
      const found = answer();
      if (known === undefined) this.#known.set(text, this.#namesIn(found.row, names, others) ? null : { row: found.row, basis: found.basis, names });
      return { row: this.#spoken(found.row, (name) => name), basis: found.basis };
    }
    return { row: this.#retold(known, use, names), basis: known.basis };
  }

  #versionOf(name: string): string | null {
    return this.#assets.get(name)?.version ?? null;
  }

  /** Whether words about some things can be told of others: they tell versions where there are any. */
  #isTold({ row, names }: Known, others: readonly string[]): boolean {
    return row.reasons.every(({ says }) => says === "") || names.every((name, i) => (this.#versionOf(name) === null) === (this.#versionOf(others[i]!) === null));
  }

  /** A row in whose words things were called by marked names, with other names in their place. */
  #spoken(row: Row, named: (name: string) => string): Row {
    const said = (_: string, what: string, name: string): string => (what === thing ? named(name) : this.#versionOf(named(name))!);
    return { ...row, reasons: row.reasons.map((reason) => ({ ...reason, asset: named(reason.asset), says: reason.says === "" ? "" : reason.says.replaceAll(marks, said) })) };
  }

  /** Whether one of the names stands in a text that says more than the name: such a row is told of itself alone. */
  #namesIn({ use, reasons, findings, drift }: Row, names: readonly string[], others: readonly string[]): boolean {
    const said = findings.filter((each) => !isRecorded(this.#recorded, each)).flatMap(({ detail, settle }) => [detail, settle]);
    const words = reasons.map(({ says }) => says.replaceAll(marks, ""));
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

const isLetter = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

/** Whether a name stands in a text and is not a piece of a longer word there. */
function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isLetter(text[at - 1] ?? "") && !isLetter(text[at + name.length] ?? "")) return true;
  }
  return false;
}
