import { statusOrder, type Status } from "@cleartitle/norms";
import { decide, judgeUse, type DecideOptions, type Decision } from "@cleartitle/engine";
import * as fc from "fast-check";
import { asked, type RandomWorld, worldOf } from "../worlds/world-arbitrary.js";

const factor = Number(process.env["CLEARTITLE_RUNS"] ?? 1);
/** A fixed seed, so that a build that passed passes again; `npm run soak` takes others. */
const seed = Number(process.env["CLEARTITLE_SEED"] ?? 20261121);

/** Holds a property for random worlds: a few in a build, `CLEARTITLE_RUNS` times as many in a soak. What fails is shrunk and shown. */
export function holds<T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void, runs = 12): void {
  const predicate = (value: T): void => {
    // What an assertion returns is none of the property's business.
    check(value);
  };
  fc.assert(fc.property(arbitrary, predicate), { numRuns: Math.max(1, Math.round(runs * factor)), seed });
}

/** Vitest's own limit guards against what does not end; a soak gets as much more time as it has more runs. */
export const patience = { timeout: 60_000 * Math.max(1, factor) };

export const decided = (world: RandomWorld, options: DecideOptions = {}): Decision => decide(worldOf(world), asked, options);
export const brief = (world: RandomWorld): Decision => decided(world, { withoutRange: true });
export const intervalOf = (world: RandomWorld) => judgeUse(worldOf(world), asked);

/** usable < unresolved < blocked: conditions may come and go. */
export const classOf = (status: Status): number => ({ cleared: 0, conditional: 0, unresolved: 1, blocked: 2 })[status];
export const isWorse = (a: Status, b: Status): boolean => statusOrder(a, b) > 0;

/** Status by single territory. */
export const byPlace = (decision: Decision): ReadonlyMap<string, Status> =>
  new Map(decision.byTerritory.flatMap((t) => t.territories.map((place) => [place, t.decision] as const)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
