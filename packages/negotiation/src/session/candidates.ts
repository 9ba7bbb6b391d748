import type { Package } from "../file/negotiation.js";
import type { Solution } from "../solve.js";
import { type Valued, valuing } from "../value/valued.js";

/** Packages of which each is valued where one may be offered; beyond them the efficient ones alone. */
const mostValued = 20_000;

/** Packages that may be offered. */
export interface Candidates {
  readonly packages: readonly Valued[];
  /** `all`: every package; `efficient`: those alone, since all would be too many. */
  readonly from: "all" | "efficient";
}

/** Every package where they are few enough, else the efficient ones. Package by package. */
export function* gathering({ negotiation, clearings, frontier }: Solution, mostPackages: number = mostValued): Generator<void, Candidates> {
  const { issues } = negotiation;
  const isFew = BigInt(frontier.counts.packages) <= BigInt(mostPackages) && frontier.cut === null;
  if (!isFew) return { packages: frontier.packages, from: "efficient" };
  const all = issues.reduce<readonly Package[]>((packages, { options }) => packages.flatMap((settled) => Object.keys(options).map((option) => [...settled, option])), [[]]);
  const packages: Valued[] = [];
  for (const settled of all) {
    const valued = yield* valuing(negotiation, settled, clearings);
    if (valued !== null) packages.push(valued);
    yield;
  }
  return { packages, from: "all" };
}
