import type { GraphFinding, TitleGraph } from "./graph.js";
import { byText } from "./text-order.js";

/** Whether anything in a graph is said of what must be agreed to before access is given. */
const hasGate = (graph: TitleGraph): boolean => graph.statements.some((each) => each.what.startsWith("gate"));

/** A graph never changes, and is asked for each question. */
const shared = new WeakMap<TitleGraph["assets"], ReadonlyMap<string, readonly string[]>>();

/** The digests that several things have, each with their ids in order. */
export function sharedDigests({ assets }: Pick<TitleGraph, "assets">): ReadonlyMap<string, readonly string[]> {
  const known = shared.get(assets);
  if (known !== undefined) return known;
  const first = new Map<string, string>();
  const several = new Map<string, string[]>();
  for (const { id, digest } of assets.values()) {
    if (digest === null) continue;
    const before = first.get(digest);
    if (before === undefined) first.set(digest, id);
    else if (several.get(digest)?.push(id) === undefined) several.set(digest, [before, id]);
  }
  const found = new Map([...several].toSorted(([a], [b]) => byText(a, b)).map(([digest, ids]) => [digest, ids.toSorted(byText)] as const));
  shared.set(assets, found);
  return found;
}

/** Findings that are made of the records whenever they are asked of: kept, they would outlive what they were made of. */
export const isFoundAgain = ({ kind }: GraphFinding): boolean => foundAgain.has(kind);

const foundAgain: ReadonlySet<string> = new Set(["gate-against-license", "same-bytes-of-two-licenses"]);

/** Whether a graph may hold records against each other of which an answer tells, or tells of some that may be gone. Most have none, and need not be looked at for it. */
export const mayContradict = (graph: TitleGraph): boolean => hasGate(graph) || sharedDigests(graph).size > 0 || graph.findings.some(isFoundAgain);
