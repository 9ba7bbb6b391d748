import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compileGraph, descendantsOf, upstreamOf, type CompiledGraph, type Reached } from "../../packages/engine/src/compiled/index.js";
import { boundThrough, linesOf, type Edge } from "../../packages/engine/src/reference/lines.js";
import { patience, pose, runs, strangeWorld } from "../worlds/world-asked.js";

/** Slow and plain: every arrival at a node on another day is walked on from. */
function walk(start: string, first: string | null, next: (node: string) => readonly Edge[], over: (edge: Edge, day: string | null) => [string, string | null] | null): Set<string> {
  const seen = new Set([`${start} ${first ?? ""}`]);
  const queue: [string, string | null][] = [[start, first]];
  for (const [node, day] of queue) {
    for (const edge of next(node)) {
      const there = over(edge, day);
      if (there === null || seen.has(`${there[0]} ${there[1] ?? ""}`)) continue;
      seen.add(`${there[0]} ${there[1] ?? ""}`);
      queue.push(there);
    }
  }
  return new Set(queue.map(([node]) => node));
}

const later = (a: string | null, b: string | null): string | null => (a === null ? b : b === null || a > b ? a : b);
const idsOf = (graph: CompiledGraph, { nodes }: Reached): string[] => [...nodes].map((n) => graph.nodes[n]!).toSorted();

test("what an asset went into and what it came from, in time order, is what a plain walk finds", patience, () => {
  let cut = 0;
  fc.assert(fc.property(strangeWorld, (strange) => {
    const { world, act } = pose(strange);
    const graph = compileGraph(world);
    const lines = linesOf(world);
    for (const [asset, node] of graph.numberOf) {
      const down = walk(asset, null, (n) => lines.outOf.get(n) ?? [], (edge, day) => {
        const { from, to } = edge.derivation.during;
        const last = to ?? from;
        return day !== null && last !== null && last < day ? null : [edge.result, later(day, from)];
      });
      const up = walk(asset, act.date, (n) => lines.into.get(n) ?? [], (edge, day) => {
        const bound = boundThrough(edge, day);
        return bound === undefined ? null : [edge.source, bound];
      });
      const all = walk(asset, null, (n) => lines.outOf.get(n) ?? [], (edge) => [edge.result, null]);
      cut += all.size > down.size ? 1 : 0;
      expect(idsOf(graph, descendantsOf(graph.edges, graph.nodes.length, node))).toEqual([...down].toSorted());
      expect(idsOf(graph, upstreamOf(graph.edges, graph.nodes.length, node, graph.dates.of(act.date, 0x7fff_ffff)))).toEqual([...up].toSorted());
    }
  }), runs(150));
  expect(cut).toBeGreaterThan(3);
});
