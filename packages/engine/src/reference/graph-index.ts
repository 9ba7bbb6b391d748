import { cyclesOf, type Asset, type Derivation, type GraphFinding, type LifeEvent, type Party, type RivalClaim, type TitleGraph, type TitleRecord } from "@cleartitle/title";

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
    derivationsBy: under(derivations, (d) => [d.who]),
    endingAt: under(derivations.filter((d) => d.to === null), (d) => d.from),
    acquiredBy: under(graph.assets.values(), (a) => a.acquired.map((each) => each.who)),
    titleOf: under(graph.title, (t) => [t.asset]),
    claimsOn: under(graph.claims, (c) => [c.asset]),
    findingsOn: under(graph.findings, (f) => (f.asset === null ? [] : [f.asset])),
    eventsOf: under(graph.events, (e) => [e.of]),
    coveredBy: new Map([...under(graph.covers, (c) => [c.asset])].map(([asset, list]) => [asset, list.map((c) => c.instrument)] as const)),
    cyclesOf: under(cyclesOf(graph), (members) => members),
  };
}

function under<T>(records: Iterable<T>, keys: (record: T) => readonly string[]): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const record of records) {
    for (const key of new Set(keys(record))) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [record]);
      else list.push(record);
    }
  }
  return index;
}
