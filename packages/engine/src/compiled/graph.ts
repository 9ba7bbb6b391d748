import type { Derivation, TitleGraph } from "@cleartitle/title";
import type { World } from "../world.js";
import { DateRanks, ever, open } from "./date-ranks.js";
import { edgesOf, type EdgeColumns, type Edges } from "./edges.js";
import { defaultBudget, within, type Budget } from "./over-budget.js";

/** A title graph with its ids as integers in the order of the ids, and its derivations as columns of edges. */
export interface CompiledGraph {
  /** Assets, placeholders and middles that nobody recorded, in order. */
  readonly nodes: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Kind of each node; 0: nobody described it. */
  readonly kind: Uint16Array;
  readonly assetKinds: readonly string[];
  /** Kinds of derivation that occur, in order. */
  readonly derivationKinds: readonly string[];
  readonly edges: Edges;
  readonly dates: DateRanks;
  /** 1: the middle of a composed derivation. */
  readonly virtual: Uint8Array;
}

interface Step {
  readonly derivation: Derivation;
  readonly kind: string;
  readonly sources: readonly string[];
  readonly result: string;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Compiles the derivations of a world. Throws `OverBudget` before it takes the memory for more than the budget. */
export function compileGraph(world: World, budget: Budget = defaultBudget): CompiledGraph {
  const { graph, catalogue } = world;
  within(budget, "nodes", graph.assets.size);
  const steps = stepsIn(graph, (by) => catalogue.taxonomies.derivationKinds.get(by)?.composedOf ?? [by]);
  within(budget, "edges", steps.reduce((sum, step) => sum + step.sources.length, 0));
  const middles = steps.flatMap((step) => (step.result === step.derivation.to ? [] : [step.result]));
  const names = new Set(graph.assets.keys());
  for (const { sources, result } of steps) for (const name of [...sources, result]) names.add(name);
  within(budget, "nodes", names.size);
  const nodes = [...names].toSorted(compare);
  const numberOf = new Map(nodes.map((id, i) => [id, i] as const));
  const derivationKinds = [...new Set(steps.map((s) => s.kind))].toSorted(compare);
  const dates = new DateRanks(steps.flatMap(({ derivation }) => [derivation.during.from, derivation.during.to].filter((d) => d !== null)));
  const virtual = new Uint8Array(nodes.length);
  for (const id of middles) virtual[numberOf.get(id)!] = 1;
  const columns = columnsOf(steps, numberOf, new Map(derivationKinds.map((k, i) => [k, i] as const)), dates);
  const dated = columns.start.some((d) => d !== ever) || columns.end.some((d) => d !== open);
  return { nodes, numberOf, ...kindsOf(graph, nodes, virtual), derivationKinds, edges: edgesOf(nodes.length, columns, dated), dates, virtual };
}

/** Derivations in order of id, each drawn out as the chain of kinds that it is composed of. */
function stepsIn(graph: TitleGraph, chainOf: (by: string) => readonly string[]): Step[] {
  const steps: Step[] = [];
  for (const derivation of [...graph.derivations.values()].toSorted((a, b) => compare(a.id, b.id))) {
    if (derivation.to === null) continue;
    const chain = chainOf(derivation.by);
    let sources: readonly string[] = derivation.from;
    for (const [i, kind] of chain.entries()) {
      const result = i === chain.length - 1 ? derivation.to : `${derivation.id}~${kind}`;
      steps.push({ derivation, kind, sources, result });
      sources = [result];
    }
  }
  return steps;
}

function columnsOf(steps: readonly Step[], numberOf: ReadonlyMap<string, number>, kinds: ReadonlyMap<string, number>, dates: DateRanks): EdgeColumns {
  const count = steps.reduce((sum, step) => sum + step.sources.length, 0);
  const columns = { source: new Int32Array(count), result: new Int32Array(count), kind: new Uint8Array(count), start: new Int32Array(count), end: new Int32Array(count) };
  let at = 0;
  for (const { derivation, kind, sources, result } of steps) {
    const { from, to } = derivation.during;
    for (const source of sources) {
      columns.source[at] = numberOf.get(source)!;
      columns.result[at] = numberOf.get(result)!;
      columns.kind[at] = kinds.get(kind)!;
      columns.start[at] = dates.of(from, ever);
      columns.end[at++] = dates.of(to ?? from, open);
    }
  }
  return columns;
}

function kindsOf(graph: TitleGraph, nodes: readonly string[], virtual: Uint8Array): Pick<CompiledGraph, "kind" | "assetKinds"> {
  const numbers = new Map([["", 0]]);
  const kind = Uint16Array.from(nodes, (id, i) => {
    const name = virtual[i] === 1 ? "output" : (graph.assets.get(id)?.kind ?? "");
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
  return { kind, assetKinds: [...numbers.keys()] };
}
