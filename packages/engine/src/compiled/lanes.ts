import type { DerivationKind } from "@cleartitle/norms";
import { kept } from "../kept.js";
import type { CompiledGraph } from "./graph.js";

/** The actions that an act can be upstream, each a lane, and for each kind of derivation the lane that a lane goes over to (-1: nothing is asked). */
export interface Lanes {
  readonly actions: readonly string[];
  /** The first lanes are what is asked of the object itself; the rest is met on the way. */
  readonly asked: number;
  readonly over: readonly Int16Array[];
}

const lanesKnown = new WeakMap<CompiledGraph, Map<string, Lanes>>();

/** Of a graph, which is compiled for one catalogue; `kinds`: those of the catalogue. */
export function lanesOf(asked: readonly string[], graph: CompiledGraph, kinds: ReadonlyMap<string, DerivationKind>): Lanes {
  return kept(kept(lanesKnown, graph, () => new Map<string, Lanes>()), asked.join("\u0000"), () => lanesFor(asked, graph, kinds));
}

function lanesFor(asked: readonly string[], graph: CompiledGraph, kinds: ReadonlyMap<string, DerivationKind>): Lanes {
  const lanes = new Map<string, number>();
  const laneOf = (action: string): number => {
    const known = lanes.get(action);
    if (known !== undefined) return known;
    lanes.set(action, lanes.size);
    return lanes.size - 1;
  };
  for (const action of asked) laneOf(action);
  const first = lanes.size;
  const over: number[][] = graph.derivationKinds.map(() => []);
  // The map grows while it is walked, until every lane has its row.
  for (const [action, lane] of lanes) {
    for (const [kind, id] of graph.derivationKinds.entries()) {
      const row = kinds.get(id)?.downstream;
      const cell = row === undefined ? "same" : Object.hasOwn(row, action) ? row[action]! : (row["default"] ?? "same");
      over[kind]![lane] = cell === "none" ? -1 : cell === "same" ? lane : laneOf(cell);
    }
  }
  return { actions: [...lanes.keys()], asked: first, over: over.map((row) => Int16Array.from(row)) };
}
