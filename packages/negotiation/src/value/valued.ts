import type { Negotiation, Package } from "../file/negotiation.js";
import { atOnce } from "../steps.js";
import type { Clearer, Clearing } from "./clearing.js";
import type { Worth } from "./points.js";

/** A package with what it is worth to both, and what it clears. */
export interface Valued {
  readonly settled: Package;
  readonly worth: Worth;
  readonly clearing: Clearing;
}

/** What one option of an issue is worth to both by their own weights. */
export function ownWorth({ issues, parties }: Negotiation, index: number, option: string): Worth {
  const { id } = issues[index]!;
  const [first, second] = parties.map(({ values }) => values[id]!.weight * values[id]!.of[option]!);
  return [first!, second!];
}

export const sum = (...worths: readonly Worth[]): Worth => worths.reduce<Worth>((a, b) => [a[0] + b[0], a[1] + b[1]], [0, 0]);

/** A package valued, step by step; null: there is no such deal. */
export function* valuing(negotiation: Negotiation, settled: Package, clearings: Clearer): Generator<void, Valued | null> {
  const clearing = yield* clearings.asking(settled);
  if (clearing.faults.length > 0) return null;
  return { settled, clearing, worth: sum(clearings.worth(clearing), ...settled.map((option, index) => ownWorth(negotiation, index, option))) };
}

/** The same at once. */
export const valuedOf = (...asked: Parameters<typeof valuing>): Valued | null => atOnce(valuing(...asked));

/** Packages in the order of their names: the one order in which ties are broken. */
export const byName = (a: { readonly settled: Package }, b: { readonly settled: Package }): number => {
  const [one, other] = [a.settled.join("\u0000"), b.settled.join("\u0000")];
  return one < other ? -1 : one > other ? 1 : 0;
};
