/** Before every date: a start that nobody recorded. */
export const ever = -1;
/** After every date: an end or a bound that nobody recorded. */
export const open = 0x7fff_ffff;

/** Dates as integers of the same order. A date that is not in the list falls between its neighbors. */
export class DateRanks {
  readonly #dates: readonly string[];
  readonly #ranks: ReadonlyMap<string, number>;

  constructor(dates: Iterable<string>) {
    this.#dates = [...new Set(dates)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    // Odd, so that an even rank is free on both sides of each.
    this.#ranks = new Map(this.#dates.map((date, i) => [date, 2 * i + 1] as const));
  }

  /** The rank of a date; `missing` where there is none. */
  of(date: string | null, missing: typeof ever | typeof open): number {
    if (date === null) return missing;
    const known = this.#ranks.get(date);
    if (known !== undefined) return known;
    let [low, high] = [0, this.#dates.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#dates[middle]! < date) low = middle + 1;
      else high = middle;
    }
    return 2 * low;
  }

  get size(): number {
    return this.#dates.length;
  }

  /** The dates, in order. */
  all(): readonly string[] {
    return this.#dates;
  }

  /** Whether a date is in the list. */
  has(date: string): boolean {
    return this.#ranks.has(date);
  }

  /** The date of a rank that `of` gave for a date of the list; null for `ever` and `open`. */
  at(rank: number): string | null {
    return this.#dates[(rank - 1) / 2] ?? null;
  }
}
