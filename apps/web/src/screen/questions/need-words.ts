import type { AskedFact } from "./use-inquiry.js";

type Need = AskedFact["needs"][number];

/** What a fact does for a rule or a text that lacks it. */
export const needWords: Readonly<Record<Need["as"], string>> = {
  excepted: "an exception of the law may permit it", unprotected: "it may not be protected at all", granted: "a grant may permit it", owned: "it may be one’s own",
  ban: "something may forbid it", duty: "something may have to be done for it", presence: "the protected matter may be in there", past: "a past act may have been without a basis",
};

/** Needs that say the same of several assets and acts, told once. */
export function groupNeeds(needs: readonly Need[]): readonly { readonly need: Need; readonly of: readonly string[]; readonly places: readonly string[] }[] {
  const groups = new Map<string, { need: Need; of: Set<string>; places: Set<string> }>();
  for (const need of needs) {
    const key = JSON.stringify([need.instrument, need.cite, need.as, need.needs]);
    const group = groups.get(key) ?? { need, of: new Set(), places: new Set() };
    groups.set(key, group);
    group.of.add(`${need.action} ${need.asset}`);
    for (const place of need.territories) group.places.add(place);
  }
  return [...groups.values()].map(({ need, of, places }) => ({ need, of: [...of], places: [...places] }));
}
