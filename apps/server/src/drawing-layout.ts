import type { Drawing, DrawnEdge, DrawnNode } from "./drawing.js";

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly (DrawnNode & Place)[];
  /** `points` from the right side of the source to the left side of the result, by way of the layers between. */
  readonly edges: readonly (DrawnEdge & { readonly points: readonly Place[] })[];
}

export const box = { width: 190, height: 58, across: 90, down: 22, margin: 16 };

interface Slot {
  readonly key: string;
  readonly layer: number;
}

/** Longest path from the sources. In a cycle the least id goes first, and the edges back to it do not count. */
function layersOf(drawing: Drawing): Map<string, number> {
  const layers = new Map<string, number>();
  const waiting = new Map(drawing.nodes.map((node) => [node.id, 0]));
  for (const edge of drawing.edges) if (edge.from !== edge.to) waiting.set(edge.to, (waiting.get(edge.to) ?? 0) + 1);
  const outgoing = groupByFrom(drawing.edges);
  const depth = new Map<string, number>();
  const ready = [...waiting].filter(([, n]) => n === 0).map(([id]) => id);
  while (layers.size < waiting.size) {
    const id = ready.shift() ?? [...waiting.keys()].find((left) => !layers.has(left))!;
    if (layers.has(id)) continue;
    const layer = depth.get(id) ?? 0;
    layers.set(id, layer);
    for (const { to } of outgoing.get(id) ?? []) {
      if (to === id || layers.has(to)) continue;
      depth.set(to, Math.max(depth.get(to) ?? 0, layer + 1));
      waiting.set(to, waiting.get(to)! - 1);
      if (waiting.get(to) === 0) ready.push(to);
    }
  }
  return layers;
}

function groupByFrom(edges: readonly DrawnEdge[]): Map<string, DrawnEdge[]> {
  const groups = new Map<string, DrawnEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge.from);
    if (group === undefined) groups.set(edge.from, [edge]);
    else group.push(edge);
  }
  return groups;
}

/** The slots an edge takes, source to result: one of its own in each layer that it only passes. */
function chainOf(edge: DrawnEdge, at: number, layers: ReadonlyMap<string, number>): Slot[] {
  const from = layers.get(edge.from)!;
  const to = layers.get(edge.to)!;
  const between = Math.max(0, to - from - 1);
  const passed = Array.from({ length: between }, (_, step) => ({ key: `${at} ${step}`, layer: from + step + 1 }));
  return [{ key: `=${edge.from}`, layer: from }, ...passed, { key: `=${edge.to}`, layer: to }];
}

/** Orders each layer by the mean place of its neighbors, back and forth, which takes most crossings out. */
function ordered(rows: string[][], neighbors: ReadonlyMap<string, readonly string[]>): string[][] {
  let current = rows;
  for (let sweep = 0; sweep < 8; sweep += 1) {
    const places = new Map(current.flatMap((row) => row.map((key, at) => [key, at - (row.length - 1) / 2] as const)));
    const sequence = sweep % 2 === 0 ? current.keys() : [...current.keys()].toReversed();
    const next = [...current];
    for (const index of sequence) {
      const row = current[index]!;
      const mean = new Map(row.map((key) => {
        const near = neighbors.get(key) ?? [];
        return [key, near.length === 0 ? places.get(key)! : near.reduce((sum, other) => sum + places.get(other)!, 0) / near.length];
      }));
      const sorted = row.toSorted((a, b) => mean.get(a)! - mean.get(b)! || places.get(a)! - places.get(b)!);
      sorted.forEach((key, at) => places.set(key, at - (sorted.length - 1) / 2));
      next[index] = sorted;
    }
    current = next;
  }
  return current;
}

/** A layered layout, sources on the left: the same drawing gives the same places. */
export function layoutOf(drawing: Drawing): Layout {
  const layers = layersOf(drawing);
  const chains = drawing.edges.map((edge, at) => chainOf(edge, at, layers));
  const depth = Math.max(0, ...layers.values()) + 1;
  const rows = Array.from({ length: drawing.nodes.length === 0 ? 0 : depth }, (): string[] => []);
  for (const node of drawing.nodes) rows[layers.get(node.id)!]!.push(`=${node.id}`);
  const neighbors = new Map<string, string[]>();
  const near = (a: string, b: string): void => {
    const known = neighbors.get(a);
    if (known === undefined) neighbors.set(a, [b]);
    else known.push(b);
  };
  for (const chain of chains) {
    for (const slot of chain.slice(1, -1)) rows[slot.layer]!.push(slot.key);
    chain.slice(1).forEach((slot, at) => {
      near(slot.key, chain[at]!.key);
      near(chain[at]!.key, slot.key);
    });
  }
  const tallest = Math.max(1, ...rows.map((row) => row.length));
  const step = box.height + box.down;
  const places = new Map<string, Place>();
  ordered(rows, neighbors).forEach((row, layer) => {
    const top = box.margin + ((tallest - row.length) * step) / 2;
    row.forEach((key, at) => places.set(key, { x: box.margin + layer * (box.width + box.across), y: top + at * step }));
  });
  const middle = (key: string, right: boolean): Place => ({ x: places.get(key)!.x + (right ? box.width : 0), y: places.get(key)!.y + box.height / 2 });
  return {
    width: 2 * box.margin + Math.max(1, rows.length) * (box.width + box.across) - box.across,
    height: 2 * box.margin + tallest * step - box.down,
    nodes: drawing.nodes.map((node) => ({ ...node, ...places.get(`=${node.id}`)! })),
    edges: drawing.edges.map((edge, at) => {
      const chain = chains[at]!;
      const passed = chain.slice(1, -1).flatMap(({ key }) => [middle(key, false), middle(key, true)]);
      return { ...edge, points: [middle(chain[0]!.key, true), ...passed, middle(chain.at(-1)!.key, false)] };
    }),
  };
}
