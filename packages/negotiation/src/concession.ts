import type { Status } from "@cleartitle/norms";
import type { Negotiation, Package } from "./file/negotiation.js";
import type { Clearer } from "./value/clearing.js";
import { atOnce } from "./steps.js";
import { hundredths } from "./value/points.js";
import { byName, type Valued, valuing } from "./value/valued.js";

/** A step away from a package: what it costs the one who takes it, and what it gives the other. */
export interface Concession {
  readonly to: Valued;
  readonly changes: readonly { readonly issue: string; readonly from: string; readonly to: string; readonly costs: number; readonly gives: number }[];
  /** In hundredths of points, all together: clauses can clear together what none clears alone. */
  readonly costs: number;
  readonly gives: number;
  /** Uses that are answered otherwise, and how many obligations each then has. */
  readonly uses: readonly { readonly use: string; readonly before: Status; readonly after: Status; readonly obligations: number }[];
}

function usesBetween({ clearing: { uses: before } }: Valued, { clearing: { uses: after } }: Valued): Concession["uses"] {
  return after.flatMap(({ use, status, obligations }) => {
    const was = before.find((each) => each.use === use);
    return was === undefined || (was.status === status && was.obligations === obligations) ? [] : [{ use, before: was.status, after: status, obligations }];
  });
}

function concessionTo(negotiation: Negotiation, from: Valued, to: Valued, side: 0 | 1): Concession {
  const other = side === 0 ? 1 : 0;
  const changes = negotiation.issues.flatMap(({ id }, index) => {
    const [was, is] = [from.settled[index]!, to.settled[index]!];
    const worth = (which: 0 | 1, option: string): number => negotiation.parties[which]!.values[id]!.weight * negotiation.parties[which]!.values[id]!.of[option]!;
    return was === is ? [] : [{ issue: id, from: was, to: is, costs: worth(side, was) - worth(side, is), gives: worth(other, is) - worth(other, was) }];
  });
  return { to, changes, costs: from.worth[side] - to.worth[side], gives: to.worth[other] - from.worth[other], uses: usesBetween(from, to) };
}

/** Every package that is settled otherwise in one issue, or in two of those that act on each other. */
function near(negotiation: Negotiation, { settled }: Valued, joint: readonly string[]): readonly Package[] {
  const one = (from: Package, index: number): readonly Package[] => Object.keys(negotiation.issues[index]!.options).filter((option) => option !== from[index]).map((option) => from.with(index, option));
  const singles = negotiation.issues.flatMap((_, index) => one(settled, index));
  const places = negotiation.issues.flatMap(({ id }, index) => (joint.includes(id) ? [index] : []));
  const pairs = places.flatMap((a) => places.filter((b) => b > a).flatMap((b) => one(settled, a).flatMap((each) => one(each, b))));
  return [...singles, ...pairs];
}

/** Whether one gives more for what it costs than another; what costs nothing goes before all that costs. Exact. */
function better(a: Concession, b: Concession): number {
  const [x, y] = [Math.max(0, a.costs), Math.max(0, b.costs)];
  if ((x === 0) !== (y === 0)) return x === 0 ? -1 : 1;
  if (x === 0) return a.costs - b.costs || b.gives - a.gives || byName(a.to, b.to);
  const [left, right] = [BigInt(a.gives) * BigInt(y), BigInt(b.gives) * BigInt(x)];
  return left === right ? x - y || byName(a.to, b.to) : left > right ? -1 : 1;
}

export interface ConcedeOptions {
  /** Ids of issues that act on each other. */
  readonly joint: readonly string[];
  /** Most packages that are looked at. */
  readonly mostNear: number;
}

export interface Concessions {
  readonly concessions: readonly Concession[];
  /** Packages nearby that were not looked at. */
  readonly left: number;
}

/** The steps that a side could take from a package without going below the least that it takes, the best first: what gives the other most for what it costs. Package by package. */
export function* conceding(negotiation: Negotiation, from: Valued, side: 0 | 1, clearings: Clearer, { joint, mostNear }: ConcedeOptions): Generator<void, Concessions> {
  const packages = near(negotiation, from, joint);
  const least = hundredths(negotiation.parties[side]!.reservation);
  const concessions: Concession[] = [];
  for (const settled of packages.slice(0, mostNear)) {
    const to = yield* valuing(negotiation, settled, clearings);
    yield;
    if (to === null || to.worth[side] < least) continue;
    const concession = concessionTo(negotiation, from, to, side);
    if (concession.gives > 0) concessions.push(concession);
  }
  return { concessions: concessions.toSorted(better), left: Math.max(0, packages.length - mostNear) };
}

/** The same at once. */
export const concessionsOf = (...asked: Parameters<typeof conceding>): Concessions => atOnce(conceding(...asked));
