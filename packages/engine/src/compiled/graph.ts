import { IntColumn, PackedAssets, PackedDerivations, readList, type Derivation, type TitleGraph } from "@cleartitle/title";
import type { World } from "../world.js";
import { DateRanks, ever, open } from "./date-ranks.js";
import { edgesInPlace, type EdgeColumns, type Edges } from "./edges.js";
import { type NamesMet, PackedNames, PlainNames } from "./node-names.js";
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
  /** Derivations that are drawn, in order of id: an edge names its own by number. */
  readonly derivations: readonly Derivation[];
  readonly dates: DateRanks;
  /** 1: the middle of a composed derivation. */
  readonly virtual: Uint8Array;
}

/** One step of a derivation: sources become a result by one kind of act. */
type Visit = (derivation: Derivation, kind: string, sources: readonly string[], result: string, number: number) => void;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Compiles the derivations of a world. Throws `OverBudget` before it takes the memory for more than the budget. */
export function compileGraph(world: World, budget: Budget = defaultBudget): CompiledGraph {
  const { graph, catalogue } = world;
  within(budget, "nodes", graph.assets.size);
  const derivations = drawnIn(graph, catalogue);
  const eachStep = stepsIn(derivations, catalogue);
  const [kinds, days] = [new Set<string>(), new Set<string>()];
  let count = 0;
  eachStep(({ during }, kind, sources) => {
    count += sources.length;
    kinds.add(kind);
    for (const day of [during.from, during.to]) if (day !== null) days.add(day);
  });
  within(budget, "edges", count);
  const derivationKinds = [...kinds].toSorted();
  const dates = new DateRanks(days);
  // Names are looked up once for each end of an edge and numbered as they are met; their order is put in afterwards.
  const met = namesOf(graph);
  const middles = new Set<string>();
  const columns = columnsOf(count, eachStep, numbered(derivationKinds), dates, { met, middles });
  within(budget, "nodes", met.size);
  const { nodes, numberOf, order } = met.inOrder();
  if (order !== null) for (const column of [columns.source, columns.result]) for (let edge = 0; edge < count; edge++) column[edge] = order[column[edge]!]!;
  const virtual = new Uint8Array(nodes.length);
  for (const id of middles) virtual[numberOf.get(id)!] = 1;
  return { nodes, numberOf, ...kindsOf(graph, nodes, virtual), derivationKinds, edges: edgesInPlace(nodes.length, columns, days.size > 0), derivations, dates, virtual };
}

function namesOf({ assets }: TitleGraph): NamesMet {
  if (assets instanceof PackedAssets) return new PackedNames(assets.ids);
  const names = new PlainNames();
  for (const id of assets.keys()) names.meet(id);
  return names;
}

/** Derivations that are drawn, in the order of their ids; of a title that holds them in columns each is made when it is read. */
function drawnIn({ derivations }: TitleGraph, catalogue: World["catalogue"]): readonly Derivation[] {
  if (!(derivations instanceof PackedDerivations)) return [...derivations.values()].filter((d) => isDrawn(d, catalogue)).toSorted((a, b) => compare(a.id, b.id));
  const drawn = new IntColumn();
  let [last, sorted] = ["", true];
  for (let row = 0; row < derivations.size; row++) {
    const derivation = derivations.at(row);
    if (!isDrawn(derivation, catalogue)) continue;
    drawn.push(row);
    sorted &&= last <= derivation.id;
    last = derivation.id;
  }
  if (sorted && drawn.length === derivations.size) return readList(derivations.size, (row) => derivations.at(row));
  if (sorted) return readList(drawn.length, (at) => derivations.at(drawn.at(at)));
  const ids = Array.from({ length: drawn.length }, (_, at) => derivations.idAt(drawn.at(at)));
  const order = Int32Array.from(ids.keys()).toSorted((a, b) => compare(ids[a]!, ids[b]!));
  return readList(drawn.length, (at) => derivations.at(drawn.at(order[at]!)));
}

function numbered(names: Iterable<string>): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const name of names) numbers.set(name, numbers.size);
  return numbers;
}

const chainOf = (by: string, { taxonomies }: World["catalogue"]): readonly string[] => taxonomies.derivationKinds.get(by)?.composedOf ?? [by];

/** Whether a derivation left anything: its result, or at least a middle. */
export const isDrawn = ({ by, to }: Derivation, catalogue: World["catalogue"]): boolean => to !== null || chainOf(by, catalogue).length > 1;

/** Visits the steps of derivations in their order, each derivation drawn out as the chain of kinds that it is composed of; a last step that left nothing is none. */
export function stepsIn(derivations: readonly Derivation[], catalogue: World["catalogue"]): (visit: Visit) => void {
  return (visit) => {
    let number = -1;
    for (const derivation of derivations) {
      number += 1;
      const chain = chainOf(derivation.by, catalogue);
      let sources: readonly string[] = derivation.from;
      for (const [i, kind] of chain.entries()) {
        const result = i === chain.length - 1 ? derivation.to : `${derivation.id}~${kind}`;
        if (result === null) break;
        visit(derivation, kind, sources, result, number);
        sources = [result];
      }
    }
  };
}

interface Names {
  readonly met: NamesMet;
  readonly middles: Set<string>;
}

function columnsOf(count: number, eachStep: (visit: Visit) => void, kinds: ReadonlyMap<string, number>, dates: DateRanks, { met, middles }: Names): EdgeColumns {
  const dated = dates.size > 0 ? count : 0;
  const columns = { source: new Int32Array(count), result: new Int32Array(count), kind: new Uint8Array(count), start: new Int32Array(dated), end: new Int32Array(dated), derivation: new Int32Array(count) };
  let at = 0;
  eachStep(({ to: last, during: { from, to } }, kind, sources, result, number) => {
    if (result !== last) middles.add(result);
    const ends = { result: met.meet(result), kind: kinds.get(kind)!, start: dates.of(from, ever), end: dates.of(to ?? from, open) };
    for (const source of sources) {
      columns.source[at] = met.meet(source);
      columns.result[at] = ends.result;
      columns.kind[at] = ends.kind;
      if (dated > 0) [columns.start[at], columns.end[at]] = [ends.start, ends.end];
      columns.derivation[at++] = number;
    }
  });
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
