import type { SearchState } from "../../part/search-state.js";

export const profiles = ["cautious", "strict", "permissive"] as const;

/** A question of a recorded use. */
export interface Asked {
  readonly use: string;
  readonly in?: string[];
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly profile?: (typeof profiles)[number];
}

const placesIn = (text: string): string[] => text.split(/[\s,]+/).map((each) => each.toUpperCase()).filter((each) => each !== "");

/** The question that an address asks; null: none yet. */
export function askedIn(state: SearchState): Asked | null {
  const { use, in: places, asOf, knownAt } = state;
  if (use === undefined) return null;
  const profile = profiles.find((each) => each === state["profile"]);
  const listed = places === undefined ? [] : placesIn(places);
  return { use, ...(listed.length === 0 ? {} : { in: listed }), ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }), ...(profile === undefined ? {} : { profile }) };
}
