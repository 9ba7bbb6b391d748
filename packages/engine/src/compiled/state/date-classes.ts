import type { Period } from "@cleartitle/title";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many of the dates, in order, lie before a date; with `including`, also those that are it. */
export function countUntil(dates: readonly string[], date: string, including: boolean): number {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = dates[middle]!;
    if (at < date || (including && at === date)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Dates between which nothing begins and nothing ends: what holds on one of a class holds on each of it. */
export class DateClasses {
  readonly #starts: readonly string[];
  readonly #ends: readonly string[];

  constructor(periods: Iterable<Period>) {
    const [starts, ends] = [new Set<string>(), new Set<string>()];
    for (const { from, to } of periods) {
      if (from !== null) starts.add(from);
      if (to !== null) ends.add(to);
    }
    this.#starts = [...starts].toSorted(compare);
    this.#ends = [...ends].toSorted(compare);
  }

  /** The class of a date; what has no date is a class of its own. Both counts only grow with the date, so that their sum tells them apart. */
  of(date: string | null): number {
    return date === null ? -1 : countUntil(this.#starts, date, true) + countUntil(this.#ends, date, false);
  }
}
