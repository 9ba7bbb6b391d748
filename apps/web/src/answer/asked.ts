import { type Profile, profiles } from "../api/profile.js";
import type { components } from "../api/schema.gen.js";
import type { SearchState } from "../part/search-state.js";

type DescribedUse = components["schemas"]["DescribedUse"];

interface Asking {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly profile?: Profile;
}

/** A question: of a use of the records, perhaps in other places, or of one that is only described. */
export type Asked = Asking & ({ readonly use: string; readonly in?: string[] } | { readonly described: DescribedUse });

const listIn = (text: string | undefined): string[] => (text ?? "").split(/[\s,]+/).filter((each) => each !== "");
const placesIn = (text: string | undefined): string[] => listIn(text).map((each) => (each.toLowerCase() === "world" ? "WORLD" : each.toUpperCase()));

/** Counts as an address has them: `monthly-active-users:2000000`, several with commas. */
export const scaleIn = (text: string | undefined): Record<string, number> => Object.fromEntries(listIn(text).map((each) => [each.slice(0, each.indexOf(":")), Number(each.slice(each.indexOf(":") + 1))]));

export const scaleText = (scale: Readonly<Record<string, number>>): string => Object.entries(scale).map(([id, amount]) => `${id}:${amount}`).join(",");

/** Keys of an address that describe a use. */
export const describingKeys = ["of", "do", "actor", "purpose", "field", "as", "on", "scale"] as const;

function describedIn(of: string, state: SearchState): DescribedUse {
  const { actor, as, on = "" } = state;
  const [purpose, field, scale] = [listIn(state["purpose"]), listIn(state["field"]), scaleIn(state["scale"])];
  return {
    of, actions: listIn(state["do"]), in: placesIn(state["in"]), on,
    ...(actor === undefined ? {} : { actor }), ...(as === undefined ? {} : { as }), ...(purpose.length === 0 ? {} : { purpose }), ...(field.length === 0 ? {} : { field }), ...(Object.keys(scale).length === 0 ? {} : { scale }),
  };
}

/** The question that an address asks; null: none yet. */
export function askedIn(state: SearchState): Asked | null {
  const { use, of, asOf, knownAt } = state;
  const profile = profiles.find((each) => each === state["profile"]);
  const asking = { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }), ...(profile === undefined ? {} : { profile }) };
  if (use !== undefined) {
    const places = placesIn(state["in"]);
    return { use, ...(places.length === 0 ? {} : { in: places }), ...asking };
  }
  return of === undefined ? null : { described: describedIn(of, state), ...asking };
}
