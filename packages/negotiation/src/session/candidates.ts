import type { Package } from "../file/negotiation.js";
import type { Solution } from "../solve.js";
import { type Valued, valuedOf } from "../value/valued.js";

/** Packages that may be offered. */
export interface Candidates {
  readonly packages: readonly Valued[];
  /** `all`: every package; `efficient`: those alone, since all would be too many. */
  readonly from: "all" | "efficient";
}

/** Every package where they are few enough, else the efficient ones. */
export function candidatesOf({ negotiation, clearings, frontier }: Solution, mostPackages: number): Candidates {
  const { issues } = negotiation;
  const isFew = BigInt(frontier.counts.packages) <= BigInt(mostPackages) && frontier.cut === null;
  if (!isFew) return { packages: frontier.packages, from: "efficient" };
  const all = issues.reduce<readonly Package[]>((packages, { options }) => packages.flatMap((settled) => Object.keys(options).map((option) => [...settled, option])), [[]]);
  return { packages: all.flatMap((settled) => valuedOf(negotiation, settled, clearings) ?? []), from: "all" };
}
