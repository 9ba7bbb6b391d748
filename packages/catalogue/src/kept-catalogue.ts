import { Instrument, Law, PersistenceRow, Position, sha256 } from "@cleartitle/norms";
import { z } from "zod";
import { RightEntry, TermEntry, TravelEntry } from "./carriage/vocabulary.js";
import type { Catalogue } from "./catalogue.js";
import { type Deciding, digestsOf, listsOf, tablesOf } from "./catalogue-parts.js";
import { termFiles } from "./taxonomy-files.js";

/** A catalogue as it is kept beside the decisions that were made by it: what they can rest on, as one JSON text. Reports, such as questionnaires, are not in it. */
export interface KeptCatalogue {
  /** Digest of the text. */
  readonly sha256: string;
  readonly text: string;
  readonly digests: Catalogue["digests"];
}

const head = { format: "cleartitle-catalogue", version: 1 } as const;
/** Characters of a text that is read; the one that comes with the program has a million. */
const mostCharacters = 16_000_000;

const kept = new WeakMap<Catalogue, KeptCatalogue>();

/** The text of a catalogue. Keys and tables stand in the order in which the program has them, so that what is read again decides to the same byte. */
export function keptCatalogue(catalogue: Catalogue): KeptCatalogue {
  let each = kept.get(catalogue);
  if (each === undefined) {
    const text = JSON.stringify({ ...head, ...listsOf(catalogue) });
    kept.set(catalogue, (each = { sha256: sha256(text), text, digests: catalogue.digests }));
  }
  return each;
}

const { layers, actions, purposes, fields, recipients, places, facts, duties, quantities, restrictions, "party-kinds": partyKinds, "asset-kinds": assetKinds, "derivation-kinds": derivationKinds, "place-groups": groups } = termFiles;
const taxonomies = { layers, actions, purposes, fields, recipients, partyKinds, assetKinds, derivationKinds, places, groups, facts, duties, quantities, restrictions };
type Lists<T extends Readonly<Record<string, z.ZodType>>> = { [K in keyof T]: z.ZodArray<T[K]> };
const listsIn = <T extends Readonly<Record<string, z.ZodType>>>(terms: T): Lists<T> => Object.fromEntries(Object.entries(terms).map(([name, term]) => [name, z.array(term)])) as Lists<T>;

/** A record as it is written. In memory each norm says its kind besides. */
const written = (value: unknown): unknown => {
  if (value === null || typeof value !== "object" || !("norms" in value) || !Array.isArray(value.norms)) return value;
  return { ...value, norms: value.norms.map((norm: unknown) => (norm === null || typeof norm !== "object" ? norm : Object.fromEntries(Object.entries(norm).filter(([key]) => key !== "kind")))) };
};
const records = <T extends z.ZodType>(record: T) => z.array(z.preprocess(written, record));

const Text = z.strictObject({
  format: z.literal(head.format), version: z.literal(head.version),
  taxonomies: z.strictObject({ ...listsIn(taxonomies), persistence: z.array(PersistenceRow) }),
  instruments: records(Instrument), laws: records(Law), positions: z.array(Position),
  aliases: z.array(z.tuple([z.string(), z.string().nullable()])), families: z.array(z.tuple([z.string(), z.array(z.string())])),
  vocabulary: z.strictObject({ terms: z.array(TermEntry), rights: z.array(RightEntry), travel: z.array(TravelEntry) }),
});

/** A kept text as a catalogue, whoever kept it: held to the schemas of today, with the digests that its content has. Else why it cannot be one here. */
export function readKeptCatalogue(text: string): { readonly catalogue: Catalogue } | { readonly why: string } {
  if (text.length > mostCharacters) return { why: `has more than ${mostCharacters} characters` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { why: "is no JSON" };
  }
  const issue = Text.safeParse(value).error?.issues[0];
  if (issue !== undefined) return { why: `is not written as this program reads one: \`/${issue.path.join("/")}\`: ${issue.message}` };
  const deciding: Deciding = tablesOf(value);
  return { catalogue: { ...deciding, digests: digestsOf(deciding) } };
}
