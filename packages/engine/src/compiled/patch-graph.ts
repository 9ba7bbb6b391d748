import type { ChangeSet, Derivation, TitleGraph } from "@cleartitle/title";
import type { World } from "../world.js";
import { DateRanks, ever, open } from "./date-ranks.js";
import { edgesInOrder, edgesMoved, type EdgeColumns, type EdgesMoved } from "./edges.js";
import { isDrawn, stepsIn, type CompiledGraph } from "./graph.js";
import { defaultBudget, within, type Budget } from "./over-budget.js";
import { compare, placeOf, Splice } from "./splice.js";

/** What the derivations and assets of a graph lost and won. */
interface Delta {
  readonly gone: readonly Derivation[];
  readonly come: readonly Derivation[];
  readonly assets: ReadonlySet<string>;
}

/** One step that comes, as an edge. */
interface NewEdge {
  readonly source: number;
  readonly result: number;
  readonly kind: number;
  readonly derivation: number;
  readonly during: Derivation["during"];
}

/**
 * The compiled graph of a world after changes, from the one before them: equal to compiling it anew, without reading again what did not change.
 * The graph given stays as it was.
 */
export function patchGraph(graph: CompiledGraph, before: TitleGraph, after: World, changes: ChangeSet, budget: Budget = defaultBudget): CompiledGraph {
  const delta = deltaOf(graph, before, after, changes);
  if (delta.gone.length === 0 && delta.come.length === 0 && delta.assets.size === 0) return graph;
  const derivations = new Splice(graph.derivations, delta.gone, delta.come, (each) => each.id);
  const going = goingEdges(graph, derivations);
  const nodes = nodesAfter(graph, after, delta, going);
  within(budget, "nodes", nodes.list.length);
  const numberOf = nodes.same ? graph.numberOf : new Map(nodes.list.map((id, i) => [id, i] as const));
  const { columns, derivationKinds, dates, moved } = columnsAfter(graph, after, { delta, going, derivations, nodes, numberOf });
  within(budget, "edges", columns.source.length);
  const virtual = virtualAfter(graph, after, delta, nodes, numberOf);
  const kinds = nodes.same && delta.assets.size === 0 && virtual === graph.virtual ? graph : kindsAfter(graph, after, delta, nodes, virtual);
  return {
    nodes: nodes.list, numberOf, kind: kinds.kind, assetKinds: kinds.assetKinds, derivationKinds, edges: nodes.same ? edgesMoved(graph.edges, columns, dates.size > 0, moved) : edgesInOrder(nodes.list.length, columns, dates.size > 0),
    derivations: derivations.list, dates, virtual,
  };
}

/** Derivations that are not as they were, and assets that may not be. */
function deltaOf(graph: CompiledGraph, before: TitleGraph, { graph: after, catalogue }: World, changes: ChangeSet): Delta {
  const ids = new Set<string>();
  const assets = new Set<string>();
  for (const change of changes) {
    if (change.change === "add-derivation") ids.add(change.derivation.id);
    else if (change.change === "remove-derivation" || change.change === "add-act") ids.add(change.derivation);
    else if (change.change === "add-asset") assets.add(change.asset.id);
    else if (change.change === "drop-asset") {
      assets.add(change.asset);
      for (const derivation of derivationsAt(graph, change.asset)) ids.add(derivation.id);
    }
  }
  const drawnIn = ({ derivations }: TitleGraph): Derivation[] => [...ids].toSorted(compare).map((id) => derivations.get(id)).filter((each): each is Derivation => each !== undefined && isDrawn(each, catalogue));
  return { gone: drawnIn(before).map((each) => recordIn(graph, each)), come: drawnIn(after), assets };
}

/** The compiled record of a derivation. */
const recordIn = ({ derivations }: CompiledGraph, { id }: Derivation): Derivation => derivations[placeOf(derivations, id, (each) => each.id)]!;

/** Derivations that speak of an asset. */
const derivationsAt = ({ derivations }: CompiledGraph, asset: string): Derivation[] =>
  derivations.filter(({ from, to, acts }) => to === asset || from.includes(asset) || acts.some((act) => act.of === asset));

/** 1 for each edge whose derivation went; null: none did. */
function goingEdges({ edges }: CompiledGraph, { gone }: Splice<Derivation>): Uint8Array | null {
  if (gone.length === 0) return null;
  const numbers = new Set(gone);
  const going = new Uint8Array(edges.source.length);
  for (let edge = 0; edge < going.length; edge++) if (numbers.has(edges.derivation[edge]!)) going[edge] = 1;
  return going;
}

interface Step {
  readonly derivation: Derivation;
  readonly kind: string;
  readonly source: string;
  readonly result: string;
}

/** The steps of some derivations, one source at a time. */
function stepsOf(derivations: readonly Derivation[], { catalogue }: World): Step[] {
  const steps: Step[] = [];
  stepsIn(derivations, catalogue)((derivation, kind, sources, result) => {
    for (const source of sources) steps.push({ derivation, kind, source, result });
  });
  return steps;
}

/** The nodes in order. A node is what is described and what an edge begins or ends in. */
function nodesAfter(graph: CompiledGraph, after: World, { gone, come, assets }: Delta, going: Uint8Array | null): Splice<string> {
  const there = new Set(stepsOf(come, after).flatMap(({ source, result }) => [source, result]));
  const touched = new Set([...assets, ...there, ...stepsOf(gone, after).flatMap(({ source, result }) => [source, result])]);
  const isThere = (id: string): boolean => there.has(id) || after.graph.assets.has(id) || hasEdges(graph, id, going);
  const known = [...touched].filter((id) => graph.numberOf.has(id));
  const coming = [...touched].filter((id) => !graph.numberOf.has(id) && isThere(id));
  return new Splice(graph.nodes, known.filter((id) => !isThere(id)), coming, (id) => id);
}

/** Whether an edge that stays begins or ends in a node. */
function hasEdges({ edges, numberOf }: CompiledGraph, id: string, going: Uint8Array | null): boolean {
  const node = numberOf.get(id);
  if (node === undefined) return false;
  for (let edge = edges.outStart[node]!; edge < edges.outStart[node + 1]!; edge++) if (going === null || going[edge] === 0) return true;
  for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) if (going === null || going[edges.into[i]!] === 0) return true;
  return false;
}

interface After {
  readonly delta: Delta;
  readonly going: Uint8Array | null;
  readonly derivations: Splice<Derivation>;
  readonly nodes: Splice<string>;
  readonly numberOf: ReadonlyMap<string, number>;
}

/** The edges that stay, under their new numbers, and those that come, each in its place. */
function columnsAfter(graph: CompiledGraph, world: World, { delta, going, derivations, nodes, numberOf }: After): { columns: EdgeColumns; derivationKinds: readonly string[]; dates: DateRanks; moved: EdgesMoved } {
  const steps = stepsOf(delta.come, world);
  const derivationKinds = kindsOfDerivations(graph, steps, going);
  const dates = datesAfter(graph, delta, going);
  const old = renumbered(graph, { nodes: nodes.numbers(), derivations: derivations.numbers(), kinds: derivationKinds, dates });
  const numberIn = (derivation: Derivation): number => placeOf(derivations.list, derivation.id, (each) => each.id);
  const coming = steps
    .map(({ derivation, kind, source, result }): NewEdge => ({ source: numberOf.get(source)!, result: numberOf.get(result)!, kind: derivationKinds.indexOf(kind), derivation: numberIn(derivation), during: derivation.during }))
    .toSorted((a, b) => a.source - b.source || a.result - b.result || a.kind - b.kind || a.derivation - b.derivation);
  const left = going === null ? graph.edges.source.length : going.reduce((sum, is) => sum - is, going.length);
  const count = left + coming.length;
  const columns = { source: new Int32Array(count), result: new Int32Array(count), kind: new Uint8Array(count), start: new Int32Array(count), end: new Int32Array(count), derivation: new Int32Array(count) };
  let at = 0;
  const numbers = new Int32Array(graph.edges.source.length).fill(-1);
  const come: number[] = [];
  const keep = (from: number, to: number): void => {
    if (from === to) return;
    for (const key of columnKeys) columns[key].set(old[key].subarray(from, to), at);
    const by = at - from;
    for (let edge = from; edge < to; edge++) numbers[edge] = edge + by;
    at += to - from;
  };
  const keepAll = (from: number, to: number): void => {
    let begin = from;
    for (let edge = from; edge < (going === null ? from : to); edge++) {
      if (going![edge] === 0) continue;
      keep(begin, edge);
      begin = edge + 1;
    }
    keep(begin, to);
  };
  let done = 0;
  for (const edge of coming) {
    const place = placeAmong(old, edge, done, going);
    keepAll(done, place);
    done = place;
    const { source, result, kind, derivation, during: { from, to } } = edge;
    come.push(at);
    [columns.source[at], columns.result[at], columns.kind[at], columns.derivation[at]] = [source, result, kind, derivation];
    [columns.start[at], columns.end[at++]] = [dates.of(from, ever), dates.of(to ?? from, open)];
  }
  keepAll(done, graph.edges.source.length);
  return { columns, derivationKinds, dates, moved: { numbers, come } };
}

const columnKeys = ["source", "result", "kind", "derivation", "start", "end"] as const;

/** Whether an edge that comes stands before one of the old ones. */
const isBefore = (coming: NewEdge, old: EdgeColumns, edge: number): boolean =>
  (coming.source - old.source[edge]! || coming.result - old.result[edge]! || coming.kind - old.kind[edge]! || coming.derivation - old.derivation[edge]!) < 0;

/** The first of the old edges that stay, from a place on, before which one that comes stands. What goes has no number any more, and stands in no order. */
function placeAmong(old: EdgeColumns, coming: NewEdge, from: number, going: Uint8Array | null): number {
  let [low, high] = [from, old.source.length];
  if (going !== null) {
    while (low < high && (going[low] === 1 || !isBefore(coming, old, low))) low++;
    return low;
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(coming, old, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Kinds that still occur: one goes only with the last of its edges. */
function kindsOfDerivations({ edges, derivationKinds }: CompiledGraph, steps: readonly Step[], going: Uint8Array | null): readonly string[] {
  const kinds = new Set(steps.map((step) => step.kind));
  if (going === null) for (const kind of derivationKinds) kinds.add(kind);
  else for (let edge = 0; edge < going.length; edge++) if (going[edge] === 0) kinds.add(derivationKinds[edges.kind[edge]!]!);
  return kinds.size === derivationKinds.length && derivationKinds.every((kind) => kinds.has(kind)) ? derivationKinds : [...kinds].toSorted();
}

const daysOf = (derivations: readonly Derivation[]): string[] => derivations.flatMap(({ during: { from, to } }) => [from, to].filter((day) => day !== null));

/** Days of the edges that stay and of those that come; the same ranks where they are the same days. */
function datesAfter({ edges, dates }: CompiledGraph, { gone, come }: Delta, going: Uint8Array | null): DateRanks {
  const coming = new Set(daysOf(come));
  const doubtful = new Set(daysOf(gone).filter((day) => !coming.has(day)).map((day) => dates.of(day, open)));
  for (const [edge, goes] of (doubtful.size === 0 ? noEdges : (going ?? noEdges)).entries()) {
    if (goes === 1) continue;
    doubtful.delete(edges.start[edge]!);
    doubtful.delete(edges.end[edge]!);
  }
  const added = [...coming].filter((day) => !dates.has(day));
  return doubtful.size === 0 && added.length === 0 ? dates : new DateRanks([...dates.all().filter((day) => !doubtful.has(dates.of(day, open))), ...added]);
}

interface NewNumbers {
  readonly nodes: Int32Array | null;
  readonly derivations: Int32Array | null;
  readonly kinds: readonly string[];
  readonly dates: DateRanks;
}

const noEdges = new Uint8Array(0);

function map<T extends Int32Array | Uint8Array>(column: T, numbers: Int32Array | null): T {
  if (numbers === null) return column;
  const mapped = column.slice() as T;
  for (let i = 0; i < mapped.length; i++) mapped[i] = numbers[mapped[i]!]!;
  return mapped;
}

/** The old columns under new numbers; a column of which no number changed is the old one itself. */
function renumbered({ edges, derivationKinds, dates }: CompiledGraph, after: NewNumbers): EdgeColumns {
  const kinds = after.kinds === derivationKinds ? null : Int32Array.from(derivationKinds, (kind) => after.kinds.indexOf(kind));
  // Ranks are odd: a place for each that there can be, as they are few beside the edges.
  const ranks = after.dates === dates ? null : Int32Array.from({ length: 2 * dates.size }, (_, rank) => after.dates.of(dates.at(rank | 1), open));
  const days = (column: Int32Array, missing: typeof ever | typeof open): Int32Array => (!edges.dated ? new Int32Array(edges.source.length).fill(missing) : ranks === null ? column : column.map((rank) => (rank === ever || rank === open ? rank : ranks[rank]!)));
  return {
    source: map(edges.source, after.nodes), result: map(edges.result, after.nodes), kind: map(edges.kind, kinds), derivation: map(edges.derivation, after.derivations),
    start: days(edges.start, ever), end: days(edges.end, open),
  };
}

function virtualAfter(graph: CompiledGraph, after: World, { come }: Delta, nodes: Splice<string>, numberOf: ReadonlyMap<string, number>): Uint8Array {
  if (nodes.same && come.every((derivation) => stepsOf([derivation], after).every(({ result }) => result === derivation.to))) return graph.virtual;
  const virtual = new Uint8Array(nodes.list.length);
  const numbers = nodes.numbers();
  for (let old = 0; old < graph.virtual.length; old++) {
    const now = numbers === null ? old : numbers[old]!;
    if (now >= 0) virtual[now] = graph.virtual[old]!;
  }
  for (const { derivation, result } of stepsOf(come, after)) if (result !== derivation.to) virtual[numberOf.get(result)!] = 1;
  return virtual;
}

/** Kinds of the nodes, numbered as they are met. */
function kindsAfter(graph: CompiledGraph, after: World, { assets }: Delta, nodes: Splice<string>, virtual: Uint8Array): Pick<CompiledGraph, "kind" | "assetKinds"> {
  const numbers = new Map([["", 0]]);
  const kind = Uint16Array.from(nodes.list, (id, i) => {
    const old = assets.has(id) || virtual[i] === 1 ? undefined : graph.numberOf.get(id);
    const name = virtual[i] === 1 ? "output" : old === undefined ? (after.graph.assets.get(id)?.kind ?? "") : graph.assetKinds[graph.kind[old]!]!;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
  return { kind, assetKinds: [...numbers.keys()] };
}
