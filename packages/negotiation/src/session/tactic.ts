import type { Party } from "../file/negotiation.js";

/** What a side knows when it says how much it still wants. */
export interface Moment {
  /** Its own offers so far. */
  readonly made: number;
  /** Offers that it may make. */
  readonly rounds: number;
  /** The most and the least that it wants, in hundredths of points. */
  readonly most: number;
  readonly least: number;
  /** What the other's first and last offer are worth to it; null: there is none yet. */
  readonly offered: { readonly first: number; readonly last: number } | null;
}

/** How far a side has come down, as a fraction in whole numbers. */
const paths: Readonly<Record<Exclude<Party["tactic"], "mirror">, (done: bigint, of: bigint) => readonly [bigint, bigint]>> = {
  // Holds out, and gives at the end.
  boulware: (done, of) => [done ** 3n, of ** 3n],
  linear: (done, of) => [done, of],
  // Gives early, and little at the end.
  conceder: (done, of) => [of ** 3n - (of - done) ** 3n, of ** 3n],
};

/**
 * The least that a side would offer or take at a moment: from the most at its first offer to the least at its last. `mirror` gives as much as it was
 * given, but comes down with the last round as all do. INVARIANT: never below the least.
 */
export function aspiration(tactic: Party["tactic"], { made, rounds, most, least, offered }: Moment): number {
  const of = Math.max(1, rounds - 1);
  const done = Math.min(made, of);
  if (most <= least) return least;
  if (tactic === "mirror" && done < of) return Math.max(least, most - Math.max(0, offered === null ? 0 : offered.last - offered.first));
  const [part, whole] = paths[tactic === "mirror" ? "linear" : tactic](BigInt(done), BigInt(of));
  return most - Number((BigInt(most - least) * part) / whole);
}
