import type { Test } from "./condition-test.js";
import { open } from "./date-ranks.js";
import type { CompiledGraph } from "./graph.js";
import type { Lanes } from "./lanes.js";
import { within, type Budget } from "./over-budget.js";
import type { Plane } from "./plane.js";
import type { Ways } from "./way.js";

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
  readonly persists: (sourceKind: number, derivationKind: number) => Test;
}

/** What may arrive at a node by one more edge. */
interface Arrival {
  readonly node: number;
  readonly parent: number;
  readonly bound: number;
  readonly sure: Int32Array;
  readonly maybe: Int32Array;
}

/**
 * Breadth first, so that the first way on which a node is reached with a given strength is a witness with the fewest edges. Of two ways
 * into a node the surer and the later in time stands for both; ways of one length are taken surest first, then by their ids, lane by lane.
 */
export function passUpstream(pass: Pass): void {
  const { ways, lanes, graph } = pass;
  const width = lanes.actions.length;
  const sure = new Int32Array(width).fill(pass.classes, 0, lanes.asked);
  let arrivals: Arrival[] = [{ node: pass.object, parent: -1, bound: graph.dates.of(pass.date, open), sure, maybe: new Int32Array(width) }];
  while (arrivals.length > 0) {
    const settled = settle(arrivals, ways);
    within(pass.budget, "labels", ways.size);
    // Ways in order and edges in order of their sources: what arrives is in the order of its ways again.
    arrivals = settled.flatMap((way) => upstreamOf(way, pass));
  }
}

/** Keeps of the arrivals of one length what nothing stands for yet: first all that is sure, then what may be. */
function settle(arrivals: readonly Arrival[], ways: Ways): number[] {
  const settled: number[] = [];
  const added = arrivals.map(({ node, parent, bound, sure, maybe }) => {
    const surely = sure.map((classes, lane) => ways.leftOf(classes, lane, node, bound, true));
    const left = maybe.map((classes, lane) => ways.leftOf(classes, lane, node, bound, false));
    if (isEmpty(surely) && isEmpty(left)) return -1;
    const way = ways.add(node, parent, bound);
    for (const [lane, classes] of surely.entries()) ways.sure[way * ways.width + lane] = classes;
    return way;
  });
  for (const [i, { node, bound, maybe }] of arrivals.entries()) {
    const way = added[i]!;
    if (way < 0) continue;
    let some = false;
    for (const [lane, classes] of maybe.entries()) {
      const left = ways.leftOf(classes, lane, node, bound, false);
      ways.maybe[way * ways.width + lane] = left;
      some ||= left !== 0 || ways.sure[way * ways.width + lane] !== 0;
    }
    if (some) settled.push(way);
  }
  return settled;
}

const isEmpty = (lanes: Int32Array): boolean => lanes.every((classes) => classes === 0);

/** The same acts one derivation further up, where something of the source may be in the result. */
function upstreamOf(way: number, pass: Pass): Arrival[] {
  const { graph: { edges, kind }, ways } = pass;
  const [node, bound] = [ways.node[way]!, ways.bound[way]!];
  const arrivals: Arrival[] = [];
  for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
    const edge = edges.into[i]!;
    if (edges.start[edge]! > bound) continue;
    const source = edges.inSource[i]!;
    const plane = pass.persists(kind[source]!, edges.kind[edge]!).at({ source, way });
    const lanes = through(way, edges.kind[edge]!, plane, pass);
    if (lanes !== null) arrivals.push({ node: source, parent: way, bound: Math.min(bound, edges.end[edge]!), ...lanes });
  }
  return arrivals;
}

/** The lanes after a derivation: each goes over to the action that the act is upstream, and is as strong as its weakest step. */
function through(way: number, kind: number, plane: Plane, { lanes, ways }: Pass): Pick<Arrival, "sure" | "maybe"> | null {
  const { width } = ways;
  const [sure, maybe] = [new Int32Array(width), new Int32Array(width)];
  let any = 0;
  for (let lane = 0; lane < width; lane++) {
    const to = lanes.over[kind]![lane]!;
    if (to < 0) continue;
    const [was, may] = [ways.sure[way * width + lane]!, ways.maybe[way * width + lane]!];
    sure[to]! |= was & plane.t;
    maybe[to]! |= (may & ~plane.f) | (was & ~plane.t & ~plane.f);
    any |= sure[to]! | maybe[to]!;
  }
  return any === 0 ? null : { sure, maybe };
}
