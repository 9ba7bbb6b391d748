import type { TitleGraph } from "@cleartitle/title";
import * as fc from "fast-check";

/** A record that a copy lacks, by the list that it stands in. */
export interface Lost {
  readonly from: "statements" | "events" | "title" | "claims" | "observations" | "covers" | "findings" | "acts" | "endings";
  readonly at: number;
}

/** Who licenses what only is described: one in all copies, the other another in each. */
const [everywhere, stranger] = ["the-stranger", "a-stranger"];

/** All that is in a graph once more, under other names. */
export function copied(graph: TitleGraph, mark: string, lost: Lost): TitleGraph {
  const known = new Set([...graph.assets.keys(), ...graph.derivations.keys(), ...graph.uses.keys(), ...graph.statements.map((each) => each.id), ...graph.events.map((each) => each.id), ...graph.observations.map((each) => each.id)]);
  const named = (id: string): string => (known.has(id) ? `${id}${mark}` : id);
  const maybe = (id: string | null): string | null => (id === null ? null : named(id));
  // Each copy of what a stranger licenses is another stranger's.
  const other = <T>(party: T): T | string => (party === stranger ? `${stranger}${mark}` : party);
  const kept = <T>(from: Lost["from"], list: readonly T[]): readonly T[] => (lost.from === from && list.length > 0 ? list.filter((_, i) => i !== lost.at % list.length) : list);
  const endings = kept("endings", [...graph.derivations.values()].filter((each) => each.to === null));
  const derivations = [...graph.derivations.values()].filter((each) => each.to !== null || endings.includes(each));
  // What is recorded of an act besides what it implies.
  const acting = kept("acts", derivations.filter((each) => each.acts.length > 0));
  return {
    ...graph,
    assets: new Map([...graph.assets.values()].map((asset) => [named(asset.id), { ...asset, id: named(asset.id), licensor: other(asset.licensor) }])),
    derivations: new Map(derivations.map((each) => [named(each.id), { ...each, id: named(each.id), from: each.from.map(named), to: maybe(each.to), acts: acting.includes(each) ? each.acts.map((act) => ({ ...act, of: named(act.of) })) : [] }])),
    uses: new Map([...graph.uses.values()].map((use) => [named(use.name), { ...use, name: named(use.name), of: named(use.of) }])),
    statements: kept("statements", graph.statements).map((each) => ({ ...each, value: each.what === "licensor" ? other(each.value) : each.value, id: named(each.id), about: { ...each.about, id: named(each.about.id) }, supersedes: maybe(each.supersedes) })),
    events: kept("events", graph.events).map((each) => ({ ...each, id: named(each.id), of: named(each.of) })),
    observations: kept("observations", graph.observations).map((each) => ({ ...each, id: named(each.id), of: named(each.of) })),
    title: kept("title", graph.title).map((each) => ({ ...each, asset: named(each.asset) })), claims: kept("claims", graph.claims).map((each) => ({ ...each, asset: named(each.asset) })),
    covers: kept("covers", graph.covers).map((each) => ({ ...each, asset: named(each.asset) })), findings: kept("findings", graph.findings).map((each) => ({ ...each, asset: maybe(each.asset) })),
  };
}

/** Graphs of which none has what another has, as one. */
export const together = (graphs: readonly [TitleGraph, ...TitleGraph[]]): TitleGraph => ({
  ...graphs[0],
  assets: new Map(graphs.flatMap((each) => [...each.assets])), derivations: new Map(graphs.flatMap((each) => [...each.derivations])), uses: new Map(graphs.flatMap((each) => [...each.uses])),
  statements: graphs.flatMap((each) => each.statements), events: graphs.flatMap((each) => each.events), observations: graphs.flatMap((each) => each.observations), title: graphs.flatMap((each) => each.title),
  claims: graphs.flatMap((each) => each.claims), covers: graphs.flatMap((each) => each.covers), findings: graphs.flatMap((each) => each.findings),
});

/**
 * The graph with some things of which nothing is recorded but what they are and, once, what is stated of them; made and licensed by strangers, since whatever somebody of the
 * actor's group made is judged by itself.
 */
export function thinned(graph: TitleGraph, isPlain: (id: string) => boolean, withEndings: boolean): TitleGraph {
  const stated = new Set<string>();
  const ids = [...graph.assets.keys()];
  const licensing = (id: string): string => (ids.indexOf(id) % 3 === 0 ? stranger : everywhere);
  const first = (id: string, what: string): boolean => !stated.has(`${id} ${what}`) && stated.add(`${id} ${what}`).size > 0;
  return {
    ...graph,
    assets: new Map([...graph.assets].map(([id, asset]) => [id, isPlain(id) ? { ...asset, source: null, parts: [], acquired: [], licensor: asset.licensor === null ? null : licensing(id) } : asset])),
    derivations: new Map([...graph.derivations].filter(([, each]) => withEndings || each.to !== null || !each.from.some(isPlain)).map(([id, each]) => [id, each.to !== null && isPlain(each.to) ? { ...each, who: everywhere } : each])),
    statements: graph.statements.filter(({ about: { id }, part, what }) => !isPlain(id) || (part === null && first(id, what))).map((each) => (each.what === "licensor" && isPlain(each.about.id) ? { ...each, value: licensing(each.about.id) } : each)),
    events: graph.events.filter(({ of }) => !isPlain(of)), title: graph.title.filter(({ asset }) => !isPlain(asset)), claims: graph.claims.filter(({ asset }) => !isPlain(asset)),
    observations: graph.observations.filter(({ of }) => !isPlain(of)), covers: graph.covers.filter(({ asset }) => !isPlain(asset)), findings: graph.findings.filter(({ asset }) => asset === null || !isPlain(asset)),
  };
}

/** The same, where the stranger of a copy took the text that somebody else took first; null: of none. */
export const accepting = (graph: TitleGraph, mark: string | null): TitleGraph =>
  (mark === null ? graph : { ...graph, acceptances: graph.acceptances.flatMap((each, i) => (i === 0 ? [each, { ...each, party: `${stranger}${mark}` }] : [each])) });

export const lost = fc.record({ from: fc.constantFrom<Lost["from"]>("statements", "statements", "events", "title", "claims", "observations", "covers", "findings", "acts", "endings"), at: fc.nat() });
