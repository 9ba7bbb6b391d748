import type { TitleGraph } from "./graph.js";
import { byText } from "./text-order.js";

interface Frame {
  readonly node: string;
  readonly next: readonly string[];
  at: number;
}

/** The results made from each asset, over all derivations. */
function resultsOf(graph: Pick<TitleGraph, "derivations">): Map<string, string[]> {
  const results = new Map<string, Set<string>>();
  for (const derivation of graph.derivations.values()) {
    if (derivation.to === null) continue;
    for (const from of derivation.from) {
      const known = results.get(from);
      if (known) known.add(derivation.to);
      else results.set(from, new Set([derivation.to]));
    }
  }
  return new Map([...results].map(([from, to]) => [from, [...to]]));
}

/**
 * The cycles of the derivations: each strongly connected set of two or more assets, or an asset derived from itself.
 * Members and cycles are in the order of ids. Tarjan's algorithm with a stack of its own, so that no depth of graph overflows.
 */
export function cyclesOf(graph: Pick<TitleGraph, "derivations">): string[][] {
  const results = resultsOf(graph);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const cycles: string[][] = [];

  const enter = (node: string): Frame => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    open.push(node);
    isOpen.add(node);
    return { node, next: results.get(node) ?? [], at: 0 };
  };
  const lower = (node: string, to: number): void => {
    if (to < low.get(node)!) low.set(node, to);
  };
  const close = (node: string): void => {
    const members: string[] = [];
    let member: string;
    do {
      member = open.pop()!;
      isOpen.delete(member);
      members.push(member);
    } while (member !== node);
    if (members.length > 1 || results.get(node)?.includes(node)) cycles.push(members.toSorted(byText));
  };

  for (const start of results.keys()) {
    if (index.has(start)) continue;
    const stack = [enter(start)];
    while (stack.length > 0) {
      const frame = stack.at(-1)!;
      const next = frame.next[frame.at++];
      if (next === undefined) {
        stack.pop();
        if (low.get(frame.node) === index.get(frame.node)) close(frame.node);
        const parent = stack.at(-1);
        if (parent) lower(parent.node, low.get(frame.node)!);
      } else if (!index.has(next)) stack.push(enter(next));
      else if (isOpen.has(next)) lower(frame.node, index.get(next)!);
    }
  }
  return cycles.toSorted((a, b) => byText(a[0]!, b[0]!));
}
