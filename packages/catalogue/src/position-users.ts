import type { Catalogue } from "./catalogue.js";

/** Ids of rules, licenses and terms that turn on a position. */
export function positionUsers(position: string, { laws, instruments }: Pick<Catalogue, "laws" | "instruments">): string[] {
  const needle = `"position":${JSON.stringify(position)}`;
  return [...laws.values(), ...instruments.values()].filter((each) => JSON.stringify(each).includes(needle)).map((each) => each.id).toSorted();
}
