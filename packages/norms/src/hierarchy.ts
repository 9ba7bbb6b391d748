/** Terms with their broader terms. */
export type Hierarchy = ReadonlyMap<string, { readonly isA?: readonly string[] | undefined }>;

interface Closure {
  readonly up: Map<string, ReadonlySet<string>>;
  readonly down: Map<string, ReadonlySet<string>>;
}

/** Closures by hierarchy: the same map is asked over and over, and never changes once loaded. */
const closures = new WeakMap<Hierarchy, Closure>();

function closureOf(terms: Hierarchy): Closure {
  let found = closures.get(terms);
  if (found === undefined) closures.set(terms, (found = { up: new Map(), down: new Map() }));
  return found;
}

/** A term and everything it is a kind of. Cycles and unknown names do no harm. */
export function ancestors(terms: Hierarchy, id: string): ReadonlySet<string> {
  const { up } = closureOf(terms);
  const known = up.get(id);
  if (known !== undefined) return known;
  const seen = new Set([id]);
  for (const each of seen) for (const broader of terms.get(each)?.isA ?? []) seen.add(broader);
  up.set(id, seen);
  return seen;
}

/** A term and all that is a kind of it. */
export function descendants(terms: Hierarchy, id: string): ReadonlySet<string> {
  const { down } = closureOf(terms);
  const known = down.get(id);
  if (known !== undefined) return known;
  const found = new Set([id]);
  for (const each of terms.keys()) if (ancestors(terms, each).has(id)) found.add(each);
  down.set(id, found);
  return found;
}

/** Whether a term is the other or a kind of it, over any number of steps. */
export const isA = (terms: Hierarchy, id: string, ancestor: string): boolean => ancestors(terms, id).has(ancestor);

/** A cycle (first = last) in order of the least id on it, or null. Linear, without recursion. */
export function findCycle(terms: Hierarchy): readonly string[] | null {
  const done = new Set<string>();
  for (const start of [...terms.keys()].toSorted()) {
    const path: { id: string; next: number }[] = [{ id: start, next: 0 }];
    const on = new Set([start]);
    while (path.length > 0) {
      const top = path.at(-1)!;
      const broader = done.has(top.id) ? undefined : terms.get(top.id)?.isA?.[top.next++];
      if (broader === undefined) {
        done.add(top.id);
        on.delete(top.id);
        path.pop();
      } else if (on.has(broader)) {
        return [...path.slice(path.findIndex((p) => p.id === broader)).map((p) => p.id), broader];
      } else {
        on.add(broader);
        path.push({ id: broader, next: 0 });
      }
    }
  }
  return null;
}
