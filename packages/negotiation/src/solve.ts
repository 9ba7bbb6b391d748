import type { DealFile } from "@cleartitle/agreements";
import { problem, type Problem } from "@cleartitle/norms";
import type { Negotiation } from "./file/negotiation.js";
import { type Frontier, searching, type SearchLimits } from "./frontier/search.js";
import { atOnce } from "./steps.js";
import type { Clearer } from "./value/clearing.js";
import { hundredths, type Worth } from "./value/points.js";
import { byName, type Valued } from "./value/valued.js";

/** What two parties could agree on. */
export interface Solution {
  readonly negotiation: Negotiation;
  readonly base: DealFile | null;
  readonly clearings: Clearer;
  /** Issues that the engine is asked of together. */
  readonly joint: readonly string[];
  readonly frontier: Frontier;
  readonly reservations: Worth;
  /** Efficient packages that neither side would refuse. */
  readonly zone: readonly Valued[];
  /** Whether there is a package that both take; null: what was not asked could hold one. */
  readonly hasZone: boolean | null;
  /** The package that is proposed: the largest product of what each wins over what it has without an agreement. null: there is no zone. */
  readonly proposal: Valued | null;
  readonly disagreement: Worth;
}

const least = ([a, b]: Worth): number => Math.min(a, b);

/** Exact: products of points go beyond what a number holds. */
const product = ([a, b]: Worth): bigint => BigInt(a) * BigInt(b);

/** The Nash point of the zone; of equal products the one that is better for whom it is worse, then by name. */
function nashOf(zone: readonly Valued[], [first, second]: Worth): Valued | null {
  const gains = ({ worth }: Valued): Worth => [worth[0] - first, worth[1] - second];
  return zone.toSorted((a, b) => {
    const [x, y] = [product(gains(a)), product(gains(b))];
    return x === y ? least(gains(b)) - least(gains(a)) || byName(a, b) : x > y ? -1 : 1;
  })[0] ?? null;
}

export interface Solved {
  readonly solution: Solution | null;
  readonly problems: readonly Problem[];
}

/** What a negotiation comes to, step by step, so that whoever asks can do something else in between. Pure but for the engine that is asked. */
export function* solving(negotiation: Negotiation, base: DealFile | null, clearings: Clearer, limits: SearchLimits): Generator<void, Solved> {
  const { joint } = clearings;
  const count = joint.reduce((counted, index) => counted * Object.keys(negotiation.issues[index]!.options).length, 1);
  if (count > limits.mostJoint) return { solution: null, problems: [problem("too-many", `${count} combinations of clauses that act together; ${limits.mostJoint} are laid out at most`, { hint: "settle some issues first, or leave options out" })] };
  const frontier = yield* searching(negotiation, joint, clearings, limits);
  const [first, second] = negotiation.parties;
  const reservations: Worth = [hundredths(first!.reservation), hundredths(second!.reservation)];
  const disagreement: Worth = [hundredths(first!.batna.value), hundredths(second!.batna.value)];
  const zone = frontier.packages.filter(({ worth }) => worth[0] >= reservations[0] && worth[1] >= reservations[1]);
  const couldBe = frontier.cut !== null && frontier.cut.couldBe[0] >= reservations[0] && frontier.cut.couldBe[1] >= reservations[1];
  return {
    problems: [],
    solution: { negotiation, base, clearings, joint: joint.map((index) => negotiation.issues[index]!.id), frontier, reservations, disagreement, zone, hasZone: zone.length > 0 ? true : couldBe || frontier.cut?.kept === true ? null : false, proposal: nashOf(zone, disagreement) },
  };
}

/** What a negotiation comes to, at once. */
export const solve = (...asked: Parameters<typeof solving>): Solved => atOnce(solving(...asked));
