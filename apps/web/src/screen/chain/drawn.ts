import type { components } from "../../api/schema.gen.js";
import type { Opening, Side } from "./opened.js";

export type Neighborhood = components["schemas"]["Neighborhood"];
export type GraphWay = components["schemas"]["GraphWay"];
type GraphNode = components["schemas"]["GraphNode"];
type GraphStep = components["schemas"]["GraphStep"];

/** A thing that is drawn, with how many steps of each side are. */
export interface Thing {
  readonly node: GraphNode;
  readonly shown: Readonly<Record<Side, number>>;
  readonly isLit: boolean;
}

/** A step between two of them, from what was used to what was made. */
export interface Line {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly derivation: string;
  readonly by: string;
  readonly who: string;
  readonly days: readonly [string | null, string | null];
  readonly isLit: boolean;
}

export interface Drawn {
  readonly things: readonly Thing[];
  readonly lines: readonly Line[];
}

function lineOf(near: string, side: Side, { derivation, by, who, from, to, node }: GraphStep, isLit: boolean): Line {
  const [source, result] = side === "sources" ? [node.id, near] : [near, node.id];
  return { key: JSON.stringify([derivation, source, result]), from: source, to: result, derivation, by, who, days: [from, to], isLit };
}

/** Gathers what is drawn: each thing and each line once, however many ways lead there. */
class Gathering {
  readonly nodes = new Map<string, GraphNode>();
  readonly lines = new Map<string, Line>();
  readonly lit = new Set<string>();

  node(node: GraphNode): void {
    if (!this.nodes.has(node.id)) this.nodes.set(node.id, node);
  }

  step(near: string, side: Side, step: GraphStep, isLit: boolean): void {
    this.node(step.node);
    const line = lineOf(near, side, step, isLit);
    if (isLit || !this.lines.has(line.key)) this.lines.set(line.key, line);
  }

  drawn(): Drawn {
    const counts = { sources: new Map<string, number>(), results: new Map<string, number>() };
    for (const { from, to } of this.lines.values()) {
      counts.results.set(from, (counts.results.get(from) ?? 0) + 1);
      counts.sources.set(to, (counts.sources.get(to) ?? 0) + 1);
    }
    return {
      things: [...this.nodes.values()].map((node) => ({ node, shown: { sources: counts.sources.get(node.id) ?? 0, results: counts.results.get(node.id) ?? 0 }, isLit: this.lit.has(node.id) })),
      lines: [...this.lines.values()],
    };
  }
}

/** A way that is lit, whether or not what it goes through was opened. */
function addWay(gathering: Gathering, way: GraphWay): void {
  if (way.direction === null) return;
  gathering.node(way.center);
  gathering.lit.add(way.center.id);
  let near = way.center.id;
  for (const step of way.steps) {
    gathering.step(near, way.direction, step, true);
    gathering.lit.add(step.node.id);
    near = step.node.id;
  }
}

/**
 * What is drawn of what was answered: the center, what was opened of it and of what that brought, one hop after the other, and the way. What was opened of a thing that nothing leads to any more is
 * not drawn.
 */
export function drawnOf(center: string, openings: readonly Opening[], answers: ReadonlyMap<string, Neighborhood>, way: GraphWay | null): Drawn {
  const gathering = new Gathering();
  const first = answers.get(center);
  if (first !== undefined) gathering.node(first.center);
  if (way !== null) addWay(gathering, way);
  const waiting = new Set(openings);
  for (let found = true; found; ) {
    found = false;
    for (const opening of waiting) {
      const answer = gathering.nodes.has(opening.id) ? answers.get(opening.id) : undefined;
      if (answer === undefined) continue;
      waiting.delete(opening);
      found = true;
      for (const step of answer[opening.side].items.slice(0, opening.shown)) gathering.step(opening.id, opening.side, step, false);
    }
  }
  return gathering.drawn();
}
