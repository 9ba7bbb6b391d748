import { alone, type Shapes } from "./shapes.js";
import type { Core } from "./spot.js";

/** Sources of a thing that are told together: what they have upstream in common with others is in the thing by the same way, whichever source it came by. */
export interface Apart {
  readonly sources: ReadonlySet<number>;
  /** How many things are upstream of them, themselves included, and how many steps lead to those and to the result; a thing that comes by several sources once for each. */
  readonly things: number;
  readonly steps: number;
}

/** Sources that are joined so far. */
interface Group {
  readonly sources: Set<number>;
  /** What they are, and how they became part of the thing, by number. */
  readonly kinds: Set<number>;
  things: number;
  steps: number;
}

/** More than there are kinds of assets. */
const mostKinds = 65_536;

/** A thing upstream: by what way it came to be in the result, and by which sources; null: by unlike ways, and those sources are joined. */
interface Met {
  form: number | null;
  readonly by: number[];
}

/**
 * The sources of a thing, those together that something came by in ways of which not the same is recorded: where the ways are alike, the same is found of it by each. null: there are none, some are of other kinds or became part of it otherwise, or
 * more than `most` things are met.
 */
export function sourcesApart(result: number, { graph: { edges, kind } }: Core, shapes: Shapes, most: number): readonly Apart[] | null {
  const met = new Map<number, Met>();
  const groups: Group[] = [];
  // The group that each is joined to; itself, as long as it is to none.
  const join: number[] = [];
  const of = (group: number): number => (join[group] === group ? group : of(join[group]!));
  const joined = (one: number, two: number): void => {
    const [a, b] = [of(one), of(two)];
    if (a === b) return;
    const [from, to] = [groups[a]!, groups[b]!];
    for (const each of from.sources) to.sources.add(each);
    for (const each of from.kinds) to.kinds.add(each);
    to.things += from.things;
    to.steps += from.steps;
    join[a] = b;
  };
  const known = new Map<number, number>();
  let left = most;
  const start = shapes.ofList(-2, shapes.ofWay(result));
  // Things that are to be met, each with the form of its way after it.
  const waiting: number[] = [];
  for (let i = edges.inStart[result]!; i < edges.inStart[result + 1]!; i++) {
    const source = edges.inSource[i]!;
    const as = edges.kind[edges.into[i]!]! * mostKinds + kind[source]!;
    const before = known.get(source);
    if (before !== undefined) {
      const group = groups[of(before)]!;
      group.kinds.add(as);
      group.steps += 1;
      continue;
    }
    const own = groups.length;
    known.set(source, own);
    groups.push({ sources: new Set<number>().add(source), kinds: new Set<number>().add(as), things: 0, steps: 1 });
    join.push(own);
    waiting.push(source, shapes.ofList(start, shapes.ofStep(result, source), shapes.ofWay(source)));
    while (waiting.length > 0) {
      const form = waiting.pop()!;
      const node = waiting.pop()!;
      let here = met.get(node);
      if (here === undefined) met.set(node, (here = { form: form === alone ? null : form, by: [] }));
      else if (here.form === null) {
        joined(own, here.by[0]!);
        continue;
      } else if (here.form !== form) {
        // All that came by these sources to it, and what it came from.
        here.form = null;
        for (const other of here.by) joined(own, other);
      } else if (here.by.at(-1) === own) continue;
      if (here.by.at(-1) !== own) here.by.push(own);
      if (--left < 0) return null;
      const group = groups[of(own)]!;
      group.things += 1;
      for (let j = edges.inStart[node]!; j < edges.inStart[node + 1]!; j++) {
        group.steps += 1;
        const above = edges.inSource[j]!;
        waiting.push(above, shapes.ofList(form, shapes.ofStep(node, above), shapes.ofWay(above)));
      }
    }
  }
  const found = groups.filter((_, group) => join[group] === group);
  const all = new Set(found.flatMap(({ kinds }) => [...kinds]));
  return found.length > 0 && found.every(({ kinds }) => kinds.size === all.size) ? found : null;
}
