import type { Instrument } from "@cleartitle/norms";
import { following, type KindPassed, PartNumbers, type RolePlayed } from "../role-profile.js";

/** What comes next where it turns on a contested question: by each option that the text speaks of, and by any other. */
interface Contested {
  readonly position: string;
  readonly by: ReadonlyMap<string, number>;
  readonly otherwise: number;
}

/** Which part follows which along each kind of derivation for texts of one reach, by number. */
export interface ReachTable {
  /** Parts that can come of the materials, whatever is answered; the materials first. */
  readonly states: readonly RolePlayed[];
  readonly kinds: number;
  /** After state `s` by a derivation of kind `k`: `after[s * kinds + k]`; below zero: the contested cell of that number, from -1 on. */
  readonly after: Int32Array;
  readonly contested: readonly Contested[];
}

export function reachTable(reach: Instrument["reach"], kinds: readonly KindPassed[]): ReachTable {
  const { states, numberOf } = new PartNumbers();
  const after: number[] = [];
  const contested: Contested[] = [];
  // The list grows while it is walked, until every part that can follow has its row.
  for (const played of states) {
    for (const kind of kinds) {
      let asked: string | null = null;
      const otherwise = numberOf(following(played, kind, reach, (position) => {
        asked = position;
        return null;
      }));
      if (asked === null) after.push(otherwise);
      else after.push(-contested.push({ position: asked, otherwise, by: new Map(optionsOf(reach, asked).map((option) => [option, numberOf(following(played, kind, reach, () => option))])) }));
    }
  }
  return { states, kinds: kinds.length, after: Int32Array.from(after), contested };
}

/** Options of a contested question that a reach speaks of. */
const optionsOf = (reach: Instrument["reach"], position: string): string[] =>
  [...new Set(Object.values(reach).flatMap((row) => Object.values(row).flatMap((cell) => (typeof cell !== "string" && cell.position === position ? Object.keys(cell.options) : []))))];

/** The part after a part by a kind of derivation. `option`: what is taken of a contested question; asked for only where it is met. */
export const followingIn = ({ after, kinds, contested }: ReachTable, option: (position: string) => string | null) => (state: number, kind: number): number => {
  const number = after[state * kinds + kind]!;
  if (number >= 0) return number;
  const { position, by, otherwise } = contested[-1 - number]!;
  const taken = option(position);
  return (taken === null ? undefined : by.get(taken)) ?? otherwise;
};
