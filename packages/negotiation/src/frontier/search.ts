import type { Negotiation } from "../file/negotiation.js";
import type { Clearer } from "../value/clearing.js";
import type { Worth } from "../value/points.js";
import { byName, ownWorth, sum, type Valued } from "../value/valued.js";
import { efficient, isDominated } from "./frontier.js";

/** Settled issues, by their places, and what they are worth by the parties' own weights. */
interface Part {
  readonly options: readonly (readonly [place: number, option: string])[];
  readonly worth: Worth;
}

export interface SearchLimits {
  /** Most combinations of clauses that act together that are laid out; with more of them nothing is solved. */
  readonly mostJoint: number;
  /** Most combinations of clauses that act together of which the engine is asked. */
  readonly mostAsked: number;
  /** Most packages that are kept on the way. */
  readonly mostKept: number;
}

export interface Frontier {
  /** The best for the first party first; of equal worth by name. */
  readonly packages: readonly Valued[];
  /** All packages that there could be, and combinations of clauses that act together. */
  readonly counts: { readonly packages: string; readonly joint: number; readonly asked: number; readonly pruned: number; readonly impossible: number };
  /** Combinations that nobody asked: among them there could be better packages. null: none is left. */
  readonly cut: { readonly combinations: number; readonly kept: boolean; readonly couldBe: Worth } | null;
}

/** The efficient ways to settle issues that act on nothing but their own worth. What is dominated in part is dominated in whole. */
function* separate(negotiation: Negotiation, places: readonly number[], mostKept: number): Generator<void, { readonly parts: readonly Part[]; readonly isCut: boolean }> {
  let parts: readonly Part[] = [{ options: [], worth: [0, 0] }];
  let isCut = false;
  for (const place of places) {
    yield;
    const options = Object.keys(negotiation.issues[place]!.options);
    parts = efficient(parts.flatMap((part) => options.map((option): Part => ({ options: [...part.options, [place, option]], worth: sum(part.worth, ownWorth(negotiation, place, option)) }))));
    if (parts.length > mostKept) {
      isCut = true;
      parts = parts.slice(0, mostKept);
    }
  }
  return { parts, isCut };
}

/** Every way to settle the issues that are asked together. */
function combinations(negotiation: Negotiation, places: readonly number[]): readonly Part[] {
  return places.reduce<readonly Part[]>((parts, place) => parts.flatMap((part) => Object.keys(negotiation.issues[place]!.options).map((option): Part => ({ options: [...part.options, [place, option]], worth: sum(part.worth, ownWorth(negotiation, place, option)) }))), [{ options: [], worth: [0, 0] }]);
}

const settledOf = (issues: number, parts: readonly Part[]): readonly string[] => {
  const settled = Array.from({ length: issues }, () => "");
  for (const { options } of parts) for (const [place, option] of options) settled[place] = option;
  return settled;
};

const optimistic = ({ worth }: Part, most: Worth): Worth => sum(worth, most);

/**
 * The efficient packages, step by step: of each combination, and of each question to the engine. Issues that no norm could see add up, and are settled for themselves; the others are asked of the engine together, the most
 * promising first, and a combination that would be dominated even if it cleared everything is not asked.
 */
export function* searching(negotiation: Negotiation, joint: readonly number[], clearings: Clearer, { mostAsked, mostKept }: SearchLimits): Generator<void, Frontier> {
  const { issues } = negotiation;
  const { parts, isCut } = yield* separate(negotiation, issues.flatMap((_, index) => (joint.includes(index) ? [] : [index])), mostKept);
  const all = combinations(negotiation, joint).map((part) => ({ part, bound: optimistic(part, clearings.most), name: JSON.stringify(part.options) })).toSorted((a, b) => b.bound[0] + b.bound[1] - a.bound[0] - a.bound[1] || (a.name < b.name ? -1 : 1));
  let found: Valued[] = [];
  let [asked, pruned, impossible] = [0, 0, 0];
  const left: Worth[] = [];
  for (const { part, bound } of all) {
    yield;
    if (parts.every((each) => isDominated(sum(bound, each.worth), found))) pruned += 1;
    else if (asked >= mostAsked) left.push(sum(bound, [Math.max(...parts.map(({ worth }) => worth[0])), Math.max(...parts.map(({ worth }) => worth[1]))]));
    else {
      asked += 1;
      const clearing = yield* clearings.asking(settledOf(issues.length, [part, parts[0]!]));
      if (clearing.faults.length > 0) impossible += 1;
      else found = efficient([...found, ...parts.map((each): Valued => ({ settled: settledOf(issues.length, [part, each]), clearing, worth: sum(part.worth, each.worth, clearings.worth(clearing)) }))]);
    }
  }
  const packages = issues.reduce((product, { options }) => product * BigInt(Object.keys(options).length), 1n);
  return {
    packages: found.toSorted((a, b) => b.worth[0] - a.worth[0] || b.worth[1] - a.worth[1] || byName(a, b)), counts: { packages: packages.toString(), joint: all.length, asked, pruned, impossible },
    cut: left.length === 0 && !isCut ? null : { combinations: left.length, kept: isCut, couldBe: [Math.max(0, ...left.map((worth) => worth[0])), Math.max(0, ...left.map((worth) => worth[1]))] },
  };
}
