import { parseBounds } from "./bounds.js";
import type { FactRecord, Party, QuantityRecord, Statement } from "./graph.js";

/**
 * What a record of an act or a party says of its facts is a word like any other: declared, from the beginning, and named so that a
 * statement can correct it. All that the record says of one fact has one name, whatever the times of which it speaks.
 */
export const recordWordId = (record: string, what: string): string => `${record}:${what}`;

/** The facts that the record of a party states, the kind of party among them. */
export const partyFacts = ({ kind, facts }: Party): readonly FactRecord[] =>
  kind === null ? facts : [...facts, { fact: "actor.kind", value: kind, during: { from: null, to: null } }];

/** The fact that a statement about an act or a party gives it; null: it speaks of something else. */
export function statedFact({ what, value, valid }: Statement): FactRecord | null {
  return what.startsWith("fact:") && value !== null ? { fact: what.slice("fact:".length), value, during: valid } : null;
}

/** The amount that a statement about a party bounds; null: it speaks of something else. */
export function statedAmount({ what, value, valid }: Statement): QuantityRecord | null {
  const bounds = !what.startsWith("quantity:") || value === null ? null : parseBounds(String(value));
  return bounds === null ? null : { quantity: what.slice("quantity:".length), unit: null, ...bounds, during: valid };
}
