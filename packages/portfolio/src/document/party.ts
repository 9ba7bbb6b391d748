import { placesIn } from "@cleartitle/agreements";
import type { Place } from "./place.js";

/** Somebody whom a document names as a party. */
export interface Party {
  readonly name: string;
  /** Id in a deal; null: a document names no ids. */
  readonly id: string | null;
  readonly role: "licensor" | "licensee" | "other" | null;
  readonly place: Place | null;
}

const forms = new Set(["inc", "incorporated", "corp", "corporation", "company", "co", "ltd", "limited", "llc", "lp", "llp", "plc", "gmbh", "ag", "bv", "nv", "sa", "sas", "spa", "sarl", "ab", "asa", "se", "kk", "pty", "na", "the"]);
/** Words that many names have, and that alone name nobody: `Liability Company` is what a company is, and `GP` its part. */
const idle = new Set(["liability", "partnership", "general", "gp", "management", "savings", "loan", "association", "insurance", "fund", "funds", "bank", "trust", "trustee", "holdings", "holding", "group", "university", "institute", "foundation", "partners", "usa", "of", "and", "a", "an", "i", "ii", "iii", "iv"]);

const wordsOf = (name: string): readonly string[] => name.toLowerCase().replaceAll(/[.'’]/g, "").split(/[^\p{L}\d]+/u).filter((word) => word !== "" && !forms.has(word));

/** A name without its form and its signs: `Acme Data, Inc.` and `ACME DATA INC` are one. `Delaware Corporation` is no name, and no key. */
function nameKey(name: string): string {
  const places = placesIn(name).toReversed();
  const without = places.reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, name);
  return wordsOf(without).every((word) => idle.has(word)) ? "" : wordsOf(name).join(" ");
}

const kept = new WeakMap<Pick<Party, "name" | "id">, readonly string[]>();

/** By what a party is found again in other documents. Each is held against all others, and never changes. */
export function keysOf(party: Pick<Party, "name" | "id">): readonly string[] {
  const known = kept.get(party);
  if (known !== undefined) return known;
  const { name, id } = party;
  const keys = [...new Set([nameKey(name), ...(id === null ? [] : [wordsOf(id).join(" ")])])].filter((key) => key !== "");
  kept.set(party, keys);
  return keys;
}

export const isSameParty = (a: Pick<Party, "name" | "id">, b: Pick<Party, "name" | "id">): boolean => {
  const keys = keysOf(a);
  return keysOf(b).some((key) => keys.includes(key));
};

/** Parties of the one who are parties of the other, as the first names them. */
export const sharedParties = (a: readonly Party[], b: readonly Party[]): readonly Party[] => a.filter((party) => b.some((other) => isSameParty(party, other)));
