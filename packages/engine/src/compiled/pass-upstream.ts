import { Arrivals, type Paths } from "./arrivals.js";
import { open } from "./date-ranks.js";
import { endOf, startOf } from "./edges.js";
import type { CompiledGraph } from "./graph.js";
import type { Lanes } from "./lanes.js";
import { within, type Budget } from "./over-budget.js";
import type { Plane } from "./plane.js";
import type { Ways } from "./way.js";

/** Where matter goes on or not: the source in question, and the way that led to what came of it. */
interface Step {
  readonly source: number;
  readonly way: number;
}

/** One backward pass: what it starts from and what it asks of each derivation. */
export interface Pass {
  readonly graph: CompiledGraph;
  readonly lanes: Lanes;
  /** Filled by the pass. */
  readonly ways: Ways;
  readonly budget: Budget;
  readonly object: number;
  readonly date: string | null;
  /** Where the layer is asked. */
  readonly classes: number;
  /** Whether the matter persists, in the classes in which that is asked. */
  readonly persists: (sourceKind: number, derivationKind: number) => { readonly at: (step: Step, classes: number) => Plane };
}

/**
 * Breadth first, so that the first way on which a node is reached with a given strength is a witness with the fewest edges. Of two ways
 * into a node the surer and the later in time stands for both; ways of one length are taken surest first, then by their ids, lane by lane.
 */
export function passUpstream(pass: Pass): void {
  const { ways, lanes, graph } = pass;
  let [arrivals, next] = [new Arrivals(ways.width), new Arrivals(ways.width)];
  arrivals.add(pass.object, -1, -1, graph.dates.of(pass.date, open));
  for (let lane = 0; lane < lanes.asked; lane++) arrivals.sure.set(lane, pass.classes);
  let paths: Paths = { first: 0, places: new Int32Array(0) };
  while (arrivals.size > 0) {
    const settled = settle(arrivals, ways);
    within(pass.budget, "labels", ways.size);
    next.clear();
    // Ways in order and edges in order of their sources: what arrives is in the order of its ways again, but for derivations between the same things.
    for (const way of settled) walkUp(way, pass, next);
    paths = pathsOf(settled, ways, paths);
    next.inOrder(paths);
    [arrivals, next] = [next, arrivals];
  }
  for (const each of [arrivals, next]) each.release();
}

function pathsOf(settled: readonly number[], { node, parent }: Ways, before: Paths): Paths {
  const first = settled[0] ?? 0;
  const places = new Int32Array(settled.length === 0 ? 0 : settled.at(-1)! + 1 - first);
  const above = (way: number): number => (parent.at(way) < 0 ? -1 : before.places[parent.at(way) - before.first]!);
  let number = -1;
  for (const [i, way] of settled.entries()) {
    const last = settled[i - 1];
    if (last === undefined || node.at(last) !== node.at(way) || above(last) !== above(way)) number++;
    places[way - first] = number;
  }
  return { first, places };
}

/** Keeps of the arrivals of one length what nothing stands for yet: first all that is sure, then what may be. */
function settle(arrivals: Arrivals, ways: Ways): number[] {
  const added: number[] = [];
  for (let i = 0; i < arrivals.size; i++) added.push(settleSure(i, arrivals, ways));
  return added.filter((way, i) => way >= 0 && settleMaybe(i, way, arrivals, ways));
}

/** Adds the way of an arrival with what is sure by it and not yet by another; -1 where it brings nothing. */
function settleSure(arrival: number, { node, parent, edge, bound, sure, maybe }: Arrivals, ways: Ways): number {
  const { width } = ways;
  const [there, until, from] = [node.at(arrival), bound.at(arrival), arrival * width];
  let any = 0;
  for (let lane = 0; lane < width; lane++) {
    sure.set(from + lane, ways.leftOf(sure.at(from + lane), lane, there, until, true));
    maybe.set(from + lane, ways.leftOf(maybe.at(from + lane), lane, there, until, false));
    any |= sure.at(from + lane) | maybe.at(from + lane);
  }
  if (any === 0) return -1;
  const way = ways.add(there, parent.at(arrival), edge.at(arrival), until);
  for (let lane = 0; lane < width; lane++) ways.sure.set(way * width + lane, sure.at(from + lane));
  return way;
}

/** Adds to a way what may be by it, after all that is sure at this length is known; false where the way brings nothing. */
function settleMaybe(arrival: number, way: number, { node, bound, maybe }: Arrivals, ways: Ways): boolean {
  const { width } = ways;
  let any = 0;
  for (let lane = 0; lane < width; lane++) {
    const left = ways.leftOf(maybe.at(arrival * width + lane), lane, node.at(arrival), bound.at(arrival), false);
    ways.maybe.set(way * width + lane, left);
    any |= left | ways.sure.at(way * width + lane);
  }
  return any !== 0;
}

/** The same acts one derivation further up, where something of the source may be in the result. */
function walkUp(way: number, pass: Pass, arrivals: Arrivals): void {
  const { graph: { edges, kind }, ways } = pass;
  const [node, bound] = [ways.node.at(way), ways.bound.at(way)];
  for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
    const edge = edges.into[i]!;
    if (startOf(edges, edge) > bound) continue;
    const source = edges.inSource[i]!;
    const over = pass.lanes.over[edges.kind[edge]!]!;
    const classes = goingOn(way, over, ways);
    if (classes === 0) continue;
    const plane = pass.persists(kind[source]!, edges.kind[edge]!).at({ source, way }, classes);
    const at = arrivals.add(source, way, edge, Math.min(bound, endOf(edges, edge)));
    if (!goThrough(way, over, plane, ways, arrivals, at)) arrivals.drop();
  }
}

/** Classes in which something is asked of the source: only there it matters what persists. */
function goingOn(way: number, over: Int16Array, ways: Ways): number {
  let classes = 0;
  for (let lane = 0; lane < ways.width; lane++) if (over[lane]! >= 0) classes |= ways.sure.at(way * ways.width + lane) | ways.maybe.at(way * ways.width + lane);
  return classes;
}

/** The lanes after a derivation: each goes over to the action that the act is upstream, and is as strong as its weakest step. */
function goThrough(way: number, over: Int16Array, { t, f }: Plane, ways: Ways, arrivals: Arrivals, at: number): boolean {
  let any = 0;
  for (let lane = 0; lane < ways.width; lane++) {
    const to = over[lane]!;
    if (to < 0) continue;
    const [was, may] = [ways.sure.at(way * ways.width + lane), ways.maybe.at(way * ways.width + lane)];
    const [sure, maybe] = [arrivals.sure.at(at + to) | (was & t), arrivals.maybe.at(at + to) | (may & ~f) | (was & ~t & ~f)];
    arrivals.sure.set(at + to, sure);
    arrivals.maybe.set(at + to, maybe);
    any |= sure | maybe;
  }
  return any !== 0;
}
