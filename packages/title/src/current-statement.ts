import { canonicalJson, type Scope, within } from "@cleartitle/norms";
import type { Statement, TitleGraph } from "./graph.js";
import { isBy } from "./instant.js";
import { byText } from "./text-order.js";

export interface StatementQuery {
  readonly about: Statement["about"];
  /** `license`, `fact:<id>`, `upstream`, … */
  readonly what: string;
  /** A part of the asset; without statements of its own it takes the whole's. */
  readonly part?: string | null;
  readonly scope?: Scope | null;
  /** When it must have been true of the world: a date. */
  readonly asOf: string;
  /** What had been learned by then: a date (the whole of that day) or an instant. */
  readonly knownAt: string;
}

export interface CurrentStatements {
  /** The one concluded value, if there is one. */
  readonly concluded: Statement | null;
  /**
   * One statement for each distinct value on the highest evidence, by `recordedAt`, ties by content. With a concluded value it
   * is that alone; where conclusions differ there is none, and they are the candidates; else whatever is declared or detected.
   */
  readonly candidates: readonly Statement[];
}

/** Statements by what they are about, for graphs that are asked over and over. A graph never changes. */
const indexes = new WeakMap<readonly Statement[], ReadonlyMap<string, readonly Statement[]>>();

const keyOf = (about: Statement["about"], what: string): string => `${what}\u0000${about.kind}\u0000${about.id}`;

function indexOf(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const known = indexes.get(statements);
  if (known !== undefined) return known;
  const index = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = keyOf(statement.about, statement.what);
    const list = index.get(key);
    if (list === undefined) index.set(key, [statement]);
    else list.push(statement);
  }
  indexes.set(statements, index);
  return index;
}

/** Corrections by the statement they supersede. */
const corrections = new WeakMap<readonly Statement[], ReadonlyMap<string, readonly Statement[]>>();

function correctionsIn(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const known = corrections.get(statements);
  if (known !== undefined) return known;
  const map = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (statement.supersedes !== null) map.set(statement.supersedes, [...(map.get(statement.supersedes) ?? []), statement]);
  }
  corrections.set(statements, map);
  return map;
}

/** Content without the id, so that renaming changes names only; the id where all else is equal. */
const contentOf = ({ id, ...rest }: Statement): string => `${canonicalJson(rest)} ${id}`;

const byRecord = (a: Statement, b: Statement): number => byText(a.recordedAt, b.recordedAt) || byText(contentOf(a), contentOf(b));

/** Without a normalized value a statement stands for the value as found. */
const valueKey = ({ value, raw }: Statement): string => (value === null ? `raw ${raw ?? ""}` : `value ${canonicalJson(value)}`);

/** How a statement fits a part and scope: 0 best; null: it is about something else. */
function specificity(statement: Statement, part: string | null, scope: Scope | null): number | null {
  if (statement.part !== null && statement.part !== part) return null;
  if (statement.scope !== null && statement.scope !== scope) return null;
  return (statement.part === part ? 0 : 2) + (statement.scope === scope ? 0 : 1);
}

/** The statements that fit best. A more specific one is no conflict with the general one: it takes its place. */
function mostSpecific(statements: readonly Statement[], part: string | null, scope: Scope | null): Statement[] {
  const rated = statements.flatMap((statement) => {
    const rating = specificity(statement, part, scope);
    return rating === null ? [] : [{ statement, rating }];
  });
  const best = rated.reduce((least, { rating }) => Math.min(least, rating), Infinity);
  return rated.filter(({ rating }) => rating === best).map(({ statement }) => statement);
}

function distinct(statements: readonly Statement[]): readonly Statement[] {
  if (statements.length < 2) return statements;
  const values = new Map<string, Statement>();
  for (const statement of statements.toSorted(byRecord)) if (!values.has(valueKey(statement))) values.set(valueKey(statement), statement);
  return [...values.values()];
}

const nothing: CurrentStatements = { concluded: null, candidates: [] };

/**
 * What is held to be true of something at `asOf`, by what was known at `knownAt`. A statement superseded by one known by then
 * no longer counts, save that a conclusion gives way to a conclusion alone; one that merely came later adds to it. Independent of the order of the statements.
 */
export function currentStatements(graph: Pick<TitleGraph, "statements">, query: StatementQuery): CurrentStatements {
  const { about, what, part = null, scope = null, asOf, knownAt } = query;
  const said = indexOf(graph.statements).get(keyOf(about, what));
  if (said === undefined) return nothing;
  const corrected = correctionsIn(graph.statements);
  const known = said.filter(
    (statement) =>
      isBy(statement.recordedAt, knownAt) &&
      within(asOf, statement.valid) &&
      !(corrected.get(statement.id) ?? []).some((by) => by.id !== statement.id && isBy(by.recordedAt, knownAt) && (statement.rung !== "concluded" || by.rung === "concluded")),
  );
  const fitting = mostSpecific(known, part, scope);
  const conclusions = distinct(fitting.filter((statement) => statement.rung === "concluded"));
  if (conclusions.length === 1) return { concluded: conclusions[0]!, candidates: conclusions };
  if (conclusions.length > 1) return { concluded: null, candidates: conclusions };
  return { concluded: null, candidates: distinct(fitting) };
}
