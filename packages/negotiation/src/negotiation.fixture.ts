import type { Clearer, Clearing } from "./value/clearing.js";
import { type Worth } from "./value/points.js";
import { Negotiation, type Package } from "./file/negotiation.js";

/** Issues in which each side values each option in hundredths of a weight. */
export interface IssueWords {
  readonly weights: readonly [number, number];
  /** Of each option what it is worth to the first and to the second. */
  readonly of: Readonly<Record<string, readonly [number, number]>>;
}

export interface NegotiationWords {
  readonly reservations?: readonly [number, number];
  readonly batnas?: readonly [number, number];
  readonly tactics?: readonly [string, string];
  readonly rounds?: number;
}

/** A negotiation of these issues, without a deal. */
export function negotiationOf(issues: Readonly<Record<string, IssueWords>>, { reservations = [0, 0], batnas = reservations, tactics = ["linear", "linear"], rounds = 10 }: NegotiationWords = {}): Negotiation {
  return Negotiation.parse({
    id: "n", title: "A negotiation", rounds,
    issues: Object.entries(issues).map(([id, { of }]) => ({ id, options: Object.fromEntries(Object.keys(of).map((option) => [option, {}])) })),
    parties: [0, 1].map((side) => ({
      id: ["first", "second"][side], reservation: reservations[side], batna: { is: "nothing", value: batnas[side] }, tactic: tactics[side],
      values: Object.fromEntries(Object.entries(issues).map(([id, { weights, of }]) => [id, { weight: weights[side], of: Object.fromEntries(Object.entries(of).map(([option, worth]) => [option, worth[side]])) }])),
    })),
  });
}

const empty: Clearing = { uses: [], faults: [] };

/** Nothing is asked of the engine. */
export const nothingCleared: Clearer = { decided: 0, uses: [], joint: [], most: [0, 0], of: () => empty, *asking() { yield; return empty; }, worth: () => [0, 0] };

/** What issues that act on each other are worth together, out of a table; null: there is no such deal. */
export function clearedBy(joint: readonly number[], table: (settled: readonly string[]) => Worth | null, most: Worth): Clearer {
  const worths = new Map<Clearing, Worth>();
  const known = new Map<string, Clearing>();
  return {
    decided: 0, uses: [], joint, most, worth: (clearing) => worths.get(clearing) ?? [0, 0],
    of(settled: Package): Clearing {
      const asked = joint.map((place) => settled[place]!);
      const key = asked.join(" ");
      const found = known.get(key);
      if (found !== undefined) return found;
      const worth = table(asked);
      const clearing: Clearing = { uses: [], faults: worth === null ? [{ code: "contradiction", message: "no such deal", file: null, line: null, column: null, pointer: null, offending: null, hint: null }] : [] };
      known.set(key, clearing);
      if (worth !== null) worths.set(clearing, worth);
      return clearing;
    },
    *asking(settled: Package) {
      yield;
      return this.of(settled);
    },
  };
}

/** Every way to settle the issues. */
export const packagesOf = ({ issues }: Negotiation): readonly Package[] => issues.reduce<readonly Package[]>((all, { options }) => all.flatMap((settled) => Object.keys(options).map((option) => [...settled, option])), [[]]);
