import { listsBy } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";

/** Everything that a thing came from, however far back, and the thing itself. */
function upstreamOf(graph: TitleGraph, asset: string): ReadonlySet<string> {
  const into = listsBy(graph.derivations.values(), ({ to }) => (to === null ? [] : [to]));
  const found = new Set([asset]);
  // A set is walked in the order in which it grows.
  for (const id of found) for (const { from, acts } of into.get(id) ?? []) for (const source of [...from, ...acts.map((act) => act.of)]) found.add(source);
  return found;
}

/** The part of a graph that is the chain of title of one asset. What is said of instruments and parties stays, for it may be said of those in the chain. */
export function chainOf(graph: TitleGraph, asset: string): TitleGraph {
  const within = upstreamOf(graph, asset);
  const derivations = new Map([...graph.derivations].filter(([, each]) => each.to !== null && within.has(each.to)));
  const isWithin = (about: { readonly kind: string; readonly id: string }): boolean => (about.kind === "asset" ? within.has(about.id) : about.kind === "derivation" ? derivations.has(about.id) : true);
  const statements = graph.statements.filter((each) => isWithin(each.about));
  const uses = new Map([...graph.uses].filter(([, each]) => within.has(each.of)));
  return {
    ...graph,
    assets: new Map([...graph.assets].filter(([id]) => within.has(id))),
    derivations, statements, uses,
    title: graph.title.filter((each) => within.has(each.asset)),
    claims: graph.claims.filter((each) => within.has(each.asset)),
    covers: graph.covers.filter((each) => within.has(each.asset)),
    events: graph.events.filter((each) => !graph.assets.has(each.of) || within.has(each.of)),
    waivers: graph.waivers.filter((each) => (each.asset === null || within.has(each.asset)) && (each.use === null || uses.has(each.use))),
    findings: graph.findings.filter((each) => each.asset === null || within.has(each.asset)),
  };
}
