import { canonicalJson, type FactValue, listsBy, type Scope, within } from "@cleartitle/norms";
import { type Corrections, correctionsBy, type Statement, type TitleGraph } from "@cleartitle/title";
import type { CompiledGraph } from "../graph.js";
import { listsByNode, type NodeLists } from "./node-lists.js";

/** What is asked of the statements about an asset. */
interface Asked {
  /** `license`, `fact:<id>`, … */
  readonly what: string;
  readonly part: string | null;
  readonly scope: Scope | null;
}

/** Statements about assets by node, and what of them counts by what was known at an instant. */
export class Stated {
  readonly #statements: readonly Statement[];
  readonly #ofNode: NodeLists;
  readonly #knownAt: string;
  /** Statements that something known by then corrects. */
  readonly #corrected: Corrections;
  /** What anything at all is stated of. */
  readonly #said: ReadonlySet<string>;
  readonly #facts = new Map<string, Map<number, readonly FactValue[]>>();
  /** Statements about nodes that changed since the others were listed. */
  readonly #own: ReadonlyMap<number, readonly Statement[]>;

  /** `following`: what was stated before some changes, of nodes that are numbered as they were. */
  constructor({ statements }: TitleGraph, graph: CompiledGraph, knownAt: string, following: { readonly before: Stated; readonly changed: ReadonlySet<string> } | null = null) {
    this.#knownAt = knownAt;
    if (following !== null) {
      const { before, changed } = following;
      const about = listsBy((changed.size === 0 ? [] : statements).filter((each) => each.about.kind === "asset" && changed.has(each.about.id)), (each) => [each.about.id]);
      const own = new Map(before.#own);
      for (const id of changed) if (graph.numberOf.has(id)) own.set(graph.numberOf.get(id)!, about.get(id) ?? []);
      [this.#statements, this.#ofNode, this.#corrected, this.#own] = [before.#statements, before.#ofNode, before.#corrected, own];
      this.#said = new Set([...before.#said, ...[...about.values()].flat().map(({ what }) => what)]);
      return;
    }
    this.#statements = statements;
    this.#own = new Map();
    this.#ofNode = listsByNode(graph.nodes.length, statements.length, (at, add) => {
      const { kind, id } = statements[at]!.about;
      if (kind === "asset") add(graph.numberOf.get(id));
    });
    this.#said = new Set(statements.map(({ what }) => what));
    this.#corrected = correctionsBy(statements.filter(({ supersedes, recordedAt }) => supersedes !== null && isKnown(recordedAt, knownAt)));
  }

  /** All statements about a node, whether they count or not. */
  about(node: number): readonly Statement[] {
    const { start, item } = this.#ofNode;
    return this.#own.get(node) ?? Array.from(item.subarray(start[node], start[node + 1]), (at) => this.#statements[at]!);
  }

  /** Whether another statement, of whatever thing, takes the place of one. */
  isCorrected(statement: Statement): boolean {
    return this.#corrected.has(statement);
  }

  /** Statements that ever count for the question, whenever they hold. */
  known(node: number, what: string): readonly Statement[] {
    const counts = (statement: Statement): boolean => statement.what === what && isKnown(statement.recordedAt, this.#knownAt) && !this.#corrected.has(statement);
    const own = this.#own.get(node);
    if (own !== undefined) return own.filter(counts);
    const { start, item } = this.#ofNode;
    const found: Statement[] = [];
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      const statement = this.#statements[item[i]!]!;
      if (counts(statement)) found.push(statement);
    }
    return found;
  }

  #isSilent(node: number): boolean {
    const { start } = this.#ofNode;
    return start[node] === start[node + 1] && !this.#own.has(node);
  }

  /** One statement for each value that is held to be true on a day: of the most specific the concluded one, or all where none is concluded or several are. */
  current(node: number, asked: Asked, day: string): readonly Statement[] {
    if (this.#isSilent(node)) return nothing;
    const holding = this.known(node, asked.what).filter((each) => within(day, each.valid) && distance(each, asked) !== apart);
    if (holding.length < 2) return holding;
    const nearest = Math.min(...holding.map((each) => distance(each, asked)));
    const near = holding.filter((each) => distance(each, asked) === nearest);
    const concluded = near.filter((each) => each.rung === "concluded");
    return oneByValue(concluded.length > 0 ? concluded : near);
  }

  /** Whether anybody ever stated a fact, of whatever thing. */
  isSaid(fact: string): boolean {
    return this.#said.has(`fact:${fact}`);
  }

  /** Values that current statements give a fact of a thing: several where sources differ, none where nobody said. */
  fact(node: number, fact: string, day: string): readonly FactValue[] {
    if (this.#isSilent(node)) return noValues;
    // What holds at all times is told once.
    let kept = this.#facts.get(fact);
    if (kept === undefined) this.#facts.set(fact, (kept = new Map()));
    const known = kept.get(node);
    if (known !== undefined) return known;
    const asked: Asked = { what: `fact:${fact}`, part: null, scope: null };
    const values = this.current(node, asked, day).flatMap((each) => (each.value === null ? [] : [each.value]));
    if (this.known(node, asked.what).every(isLasting)) kept.set(node, values.length === 0 ? noValues : values);
    return values;
  }
}

interface Kept {
  readonly graph: CompiledGraph;
  readonly knownAt: string;
  readonly stated: Stated;
}

const kept = new WeakMap<TitleGraph["statements"], Kept>();

/** Read once for all worlds of the same statements and things, whatever else differs between them; `make` reads them. */
export function statedOnce({ statements }: TitleGraph, graph: CompiledGraph, knownAt: string, make: () => Stated): Stated {
  const known = kept.get(statements);
  if (known?.graph === graph && known.knownAt === knownAt) return known.stated;
  const stated = make();
  kept.set(statements, { graph, knownAt, stated });
  return stated;
}

const nothing: readonly Statement[] = [];
const noValues: readonly FactValue[] = [];

/** Whether a statement holds whatever the day. */
export const isLasting = ({ valid: { from, to } }: Statement): boolean => from === null && to === null;

/** A day that limits what is known means the whole of it. */
const isKnown = (recordedAt: string, knownAt: string): boolean => recordedAt <= knownAt || recordedAt.startsWith(knownAt);

const apart = 9;

/** How far a statement is from what is asked: a part or scope of its own brings it nearer, another one takes it away. */
function distance({ part, scope }: Statement, asked: Asked): number {
  if ((part !== null && part !== asked.part) || (scope !== null && scope !== asked.scope)) return apart;
  return (part === asked.part ? 0 : 2) + (scope === asked.scope ? 0 : 1);
}

/** The earliest recorded of each value, in the order in which they were recorded; of one instant in the order of their content, then of their ids. */
function oneByValue(statements: readonly Statement[]): Statement[] {
  const content = new Map(statements.map((each) => [each, contentOf(each)] as const));
  const ordered = statements.toSorted((a, b) => compare(a.recordedAt, b.recordedAt) || compare(content.get(a)!, content.get(b)!));
  const values = new Map<string, Statement>();
  for (const each of ordered) {
    const value = each.value === null ? `raw ${each.raw ?? ""}` : canonicalJson(each.value);
    if (!values.has(value)) values.set(value, each);
  }
  return [...values.values()];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const contentOf = ({ id, ...rest }: Statement): string => `${canonicalJson(rest)} ${id}`;
