import { correctionsBy } from "./correction.js";
import { currentStatements } from "./current-statement.js";
import type { Statement, TitleGraph, Upstream } from "./graph.js";

/** A thing on a day, by what was known at a date or instant. */
export interface ThingAsked {
  readonly asset: string;
  readonly asOf: string;
  readonly knownAt: string;
}

type Records = Pick<TitleGraph, "assets" | "statements">;

/** What current statements say of a thing; its description where nothing is stated of it that says otherwise. */
function saidOf<T>(graph: Records, { asset, asOf, knownAt }: ThingAsked, what: "licensor" | "upstream", read: (value: unknown) => T | null): readonly T[] {
  if (!retoldIn(graph).has(asset)) return listed(read(graph.assets.get(asset)?.[what] ?? null));
  const { candidates } = currentStatements(graph, { about: { kind: "asset", id: asset }, what, asOf, knownAt });
  return [...new Set(candidates.flatMap(({ value, raw }) => listed(read(value ?? raw))))];
}

const listed = <T>(value: T | null): T[] => (value === null ? [] : [value]);
const name = (value: unknown): string | null => (typeof value === "string" ? value : null);
/** Words that are none of ours say that it is not known. */
const extent = (value: unknown): Upstream | null => (value === null ? null : value === "complete" || value === "partial" ? value : "undisclosed");

/**
 * Who is recorded as licensing a thing: who somebody concluded it to be, else all that are named on the highest rung. Several where the sources
 * differ; none where nobody is recorded.
 */
export const licensorsOf = (graph: Records, asked: ThingAsked): readonly string[] => saidOf(graph, asked, "licensor", name);

/** The one who licenses a thing; null: nobody is recorded, or several are and nobody concluded which. */
export const soleOf = (licensors: readonly string[]): string | null => (licensors.length === 1 ? licensors[0]! : null);

/** How much of what went into a thing is recorded, by the least of what is said of it; null: nobody said. */
export function upstreamOf(graph: Records, asked: ThingAsked): Upstream | null {
  const said = saidOf(graph, asked, "upstream", extent);
  return (["undisclosed", "partial", "complete"] as const).find((each) => said.includes(each)) ?? null;
}

const retold = new WeakMap<Records, ReadonlySet<string>>();

/** Things of which statements say who licenses them, or how much of their origin is known, otherwise than their descriptions do: for a time, by another source, or corrected. */
export function retoldIn(graph: Records): ReadonlySet<string> {
  let things = retold.get(graph);
  if (things === undefined) retold.set(graph, (things = findRetold(graph)));
  return things;
}

function findRetold({ assets, statements }: Records): ReadonlySet<string> {
  const things = new Set<string>();
  let isCorrecting = false;
  for (const statement of statements) {
    isCorrecting ||= statement.supersedes !== null;
    const { about, what, value } = statement;
    if (isOfThing(statement) && (!isPlain(statement) || value !== (assets.get(about.id)?.[what as "licensor"] ?? null))) things.add(about.id);
  }
  // A word on one thing may correct what was said of another.
  if (!isCorrecting) return things;
  const corrected = correctionsBy(statements);
  for (const statement of statements) if (isOfThing(statement) && corrected.has(statement)) things.add(statement.about.id);
  return things;
}

const isOfThing = ({ about, what }: Statement): boolean => (what === "licensor" || what === "upstream") && about.kind === "asset";
const isPlain = ({ part, scope, valid: { from, to } }: Statement): boolean => part === null && scope === null && from === null && to === null;
