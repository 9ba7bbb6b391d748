import type { Core } from "./spot.js";

/** Sources of a thing that have something upstream in common, and nothing with the others. */
export interface Apart {
  readonly sources: ReadonlySet<number>;
  /** How many things are upstream of them, themselves included, and how many steps lead to those and to the result. */
  readonly things: number;
  readonly steps: number;
}

/** The sources of a thing, those that have something upstream in common together; null: there are none, or some are of other kinds or became part of it otherwise. */
export function sourcesApart(result: number, { graph: { edges, kind } }: Core): readonly Apart[] | null {
  const owner = new Map<number, number>();
  const groups: { readonly sources: Set<number>; /** What they are, and how they became part of it. */ readonly kinds: Set<string>; things: number; steps: number }[] = [];
  // The group that each is joined to; itself, as long as it is to none.
  const join: number[] = [];
  const of = (group: number): number => (join[group] === group ? group : of(join[group]!));
  for (let i = edges.inStart[result]!; i < edges.inStart[result + 1]!; i++) {
    const source = edges.inSource[i]!;
    let own = groups.length;
    groups.push({ sources: new Set([source]), kinds: new Set([`${edges.kind[edges.into[i]!]!} ${kind[source]!}`]), things: 0, steps: 1 });
    join.push(own);
    const waiting = [source];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const before = owner.get(node);
      if (before !== undefined) {
        const other = of(before);
        if (other === own) continue;
        const [from, to] = [groups[own]!, groups[other]!];
        for (const each of from.sources) to.sources.add(each);
        for (const each of from.kinds) to.kinds.add(each);
        to.things += from.things;
        to.steps += from.steps;
        join[own] = other;
        own = other;
        continue;
      }
      owner.set(node, own);
      const group = groups[own]!;
      group.things += 1;
      for (let j = edges.inStart[node]!; j < edges.inStart[node + 1]!; j++) {
        group.steps += 1;
        waiting.push(edges.inSource[j]!);
      }
    }
  }
  const found = groups.filter((_, group) => join[group] === group);
  const all = new Set(found.flatMap(({ kinds }) => [...kinds]));
  return found.length > 0 && found.every(({ kinds }) => kinds.size === all.size) ? found : null;
}
