import { listsBy } from "@cleartitle/norms";
import { cyclesOf, type Asset, type Derivation, type GraphFinding, type LifeEvent, type Party, type RivalClaim, type Statement, type TitleGraph, type TitleRecord } from "@cleartitle/title";

/**
 * Where things stand in a graph that is asked over and over. It changes no answer: each list holds, in the graph's order, what a look
 * through the whole graph would find.
 */
export interface GraphIndex {
  /** Parties that somebody controls, at whatever time. */
  readonly controlled: readonly Party[];
  readonly derivationsBy: ReadonlyMap<string, readonly Derivation[]>;
  /** Derivations without a result, by each of their sources. */
  readonly endingAt: ReadonlyMap<string, readonly Derivation[]>;
  readonly acquiredBy: ReadonlyMap<string, readonly Asset[]>;
  readonly titleOf: ReadonlyMap<string, readonly TitleRecord[]>;
  readonly claimsOn: ReadonlyMap<string, readonly RivalClaim[]>;
  readonly findingsOn: ReadonlyMap<string, readonly GraphFinding[]>;
  /** Statements about acts, copies that were got and parties, by `KIND ID`. */
  readonly saidOf: ReadonlyMap<string, readonly Statement[]>;
  readonly eventsOf: ReadonlyMap<string, readonly LifeEvent[]>;
  /** Instruments that cover an asset, as the graph lists them. */
  readonly coveredBy: ReadonlyMap<string, readonly string[]>;
  /** Cycles by each of their members. */
  readonly cyclesOf: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const cache = new WeakMap<TitleGraph, GraphIndex>();

export function indexOf(graph: TitleGraph): GraphIndex {
  let index = cache.get(graph);
  if (index === undefined) cache.set(graph, (index = draw(graph)));
  return index;
}

function draw(graph: TitleGraph): GraphIndex {
  const derivations = [...graph.derivations.values()];
  return {
    controlled: [...graph.parties.values()].filter((p) => p.controlledBy.length > 0),
    derivationsBy: listsBy(derivations, (d) => [d.who]),
    endingAt: listsBy(derivations.filter((d) => d.to === null), (d) => d.from),
    acquiredBy: listsBy(graph.assets.values(), (a) => a.acquired.map((each) => each.who)),
    titleOf: listsBy(graph.title, (t) => [t.asset]),
    claimsOn: listsBy(graph.claims, (c) => [c.asset]),
    findingsOn: listsBy(graph.findings, (f) => (f.asset === null ? [] : [f.asset])),
    saidOf: listsBy(graph.statements.filter((s) => s.about.kind !== "asset" && s.about.kind !== "instrument"), (s) => [`${s.about.kind} ${s.about.id}`]),
    eventsOf: listsBy(graph.events, (e) => [e.of]),
    coveredBy: new Map([...listsBy(graph.covers, (c) => [c.asset])].map(([asset, list]) => [asset, list.map((c) => c.instrument)] as const)),
    cyclesOf: listsBy(cyclesOf(graph), (members) => members),
  };
}
