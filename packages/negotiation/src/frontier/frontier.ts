import { dominates, type Worth } from "../value/points.js";

/** Those that none of the others dominates; of equal worth all are kept. The best for the first party comes first. */
export function efficient<T extends { readonly worth: Worth }>(all: readonly T[]): T[] {
  const sorted = all.toSorted((a, b) => b.worth[0] - a.worth[0] || b.worth[1] - a.worth[1]);
  const kept: T[] = [];
  let best = -Infinity;
  let last: Worth | null = null;
  for (const each of sorted) {
    if (each.worth[1] > best || (last !== null && each.worth[0] === last[0] && each.worth[1] === last[1])) {
      kept.push(each);
      best = Math.max(best, each.worth[1]);
      last = each.worth;
    }
  }
  return kept;
}

/** Whether one of them dominates a worth; `sorted` as `efficient` gives them. */
export function isDominated(worth: Worth, sorted: readonly { readonly worth: Worth }[]): boolean {
  // Of those at least as good for the first party the last is the best for the second one.
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.worth[0] >= worth[0]) low = middle + 1;
    else high = middle;
  }
  const near = sorted[low - 1];
  return near !== undefined && dominates(near.worth, worth);
}
