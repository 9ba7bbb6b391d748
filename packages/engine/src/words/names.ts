import type { Taxonomies } from "@cleartitle/norms";
import { type PlaceOptions, sayList } from "./list.js";

interface Titled {
  readonly title?: string;
}

/** What ids are called: parts of a catalogue and a title graph. Each may be left out; then the id is said as words. */
export interface Names {
  readonly taxonomies?: Partial<Taxonomies>;
  readonly instruments?: ReadonlyMap<string, Titled>;
  readonly laws?: ReadonlyMap<string, Titled & { readonly authority?: readonly string[]; readonly jurisdiction?: string }>;
  readonly positions?: ReadonlyMap<string, { readonly question: string; readonly options: readonly { readonly id: string; readonly says: string }[] }>;
  readonly derivations?: ReadonlyMap<string, { readonly by: string; readonly during: { readonly from: string | null; readonly to: string | null } }>;
}

/** A past act as far as its decision tells of it. */
export interface ActWords {
  readonly actions: readonly string[];
  readonly asset: string;
  readonly who: string;
  readonly in: string | null;
  readonly on: string | null;
}

/** What words are made with: places, names, and what the decision itself tells of its acts, uses and duties. */
/** What a thing and its version are called in a line of a report; as they are recorded, if nothing is said. */
export interface Called {
  readonly thing: (name: string) => string;
  readonly version: (name: string, version: string) => string;
}

export interface Wording extends PlaceOptions {
  readonly names?: Names;
  readonly called?: Called;
  readonly use?: string;
  readonly acts?: ReadonlyMap<string, ActWords>;
  /** Duties in words by instrument and norm. */
  readonly duties?: ReadonlyMap<string, string>;
  /** What a list of facts is about, so that it is not said of each. */
  readonly about?: string;
  /** What is judged is a past act, which is no use. */
  readonly past?: boolean;
  /** Tell everything: no list is cut, nothing folded. */
  readonly full?: boolean;
}

/** A kebab-case name of a code, said as words. */
export const plainWords = (name: string): string => name.replaceAll(/[-_]/g, " ");

/** A license by its title where its id is made up, else by its id, which is how it is known. */
export function sayInstrument(id: string, wording: Wording): string {
  if (!id.startsWith("LicenseRef-")) return isLaw(id, wording) ? sayLaw(id, wording) : id;
  return wording.names?.instruments?.get(id)?.title ?? id.slice("LicenseRef-".length);
}

/** Rules of law are told from licenses by the catalogue, and without it by their ids, which begin with a jurisdiction. */
export const isLaw = (id: string, { names }: Wording): boolean => names?.laws?.has(id) ?? /^(?:[a-z]{2}|int)(?:[-.])/.test(id);

/** A rule of law by the text that it is in. */
export function sayLaw(id: string, { names }: Wording): string {
  const law = names?.laws?.get(id);
  return law?.authority?.[0] ?? law?.title ?? id;
}

/** The citation alone for a rule of law; license and clause for a license. */
export function sayCite(instrument: string | null, cite: string | null, wording: Wording = {}): string | null {
  if (instrument === null) return cite;
  if (cite === null) return sayInstrument(instrument, wording);
  return isLaw(instrument, wording) || cite.startsWith(instrument) ? cite : `${sayInstrument(instrument, wording)} ${cite}`;
}

/** `train-on` done to `notes`: `train a model on notes`; by its own name where the catalogue gives no title. */
export function sayAction(action: string, object: string, { names }: Wording): string {
  const title = names?.taxonomies?.actions?.get(action)?.title.replace(/ \([^)]*\)$/, "");
  if (title === undefined) return `${plainWords(action)} ${object}`;
  if (/\bits\b/.test(title)) return title.replace(/\bits\b/, object === "it" ? "its" : `${object}'s`);
  if (/\bit\b/.test(title)) return title.replace(/\bit\b/g, object);
  if (/\bcop(?:y|ies)\b/.test(title)) return title.replace(/\bcop(?:y|ies)\b/, `$& of ${object}`);
  return `${title} (${object})`;
}

/** Of a copy with an id of its own that id; a place among the copies says nothing. */
const sayCopy = (act: string): string => {
  const id = act.slice(act.lastIndexOf("#") + 1);
  return /^acquired\d+$/.test(id) ? "" : ` ${id}`;
};

/** What a fact is about: `for launch` (a use), `of act d1 (finetune, 2026-03-01)`, `of notes`. */
export function sayOf(of: string, wording: Wording): string {
  if (of === wording.use) return `for ${of}`;
  const derivation = wording.names?.derivations?.get(of);
  const act = wording.acts?.get(of);
  if (derivation === undefined && act === undefined) return `of ${of}`;
  const by = derivation?.by ?? (act === undefined ? null : sayList(act.actions.map(plainWords)));
  const told = [by, act?.on ?? derivation?.during.from ?? derivation?.during.to ?? null].filter((each) => each !== null);
  return of.includes("#") && act !== undefined ? `of the copy${sayCopy(of)} of ${act.asset} acquired${act.on === null ? "" : ` on ${act.on}`}` : `of act ${of} (${told.join(", ")})`;
}

export const sayField = (id: string, { names }: Wording): string => names?.taxonomies?.fields?.get(id)?.title ?? plainWords(id);
export const sayDutyKind = (id: string, { names }: Wording): string => names?.taxonomies?.duties?.get(id)?.title ?? plainWords(id);
export const sayQuantity = (id: string, { names }: Wording): string | null => names?.taxonomies?.quantities?.get(id)?.title ?? null;
export const sayRestrictions = (ids: string, { names }: Wording): string => sayList(ids.split(", ").map((id) => names?.taxonomies?.restrictions?.get(id)?.title ?? plainWords(id)));

/** The question of a position, which ends in a question mark; its id where the catalogue does not know it. */
export const sayPosition = (id: string, { names }: Wording): string => names?.positions?.get(id)?.question ?? `position ${id}:`;

/** What a position was taken to be. */
export function sayStand(id: string, value: string | null, { names }: Wording): string {
  if (value === null) return "left open";
  return names?.positions?.get(id)?.options.find((option) => option.id === value)?.says ?? plainWords(value);
}

/** The question that settles a fact, or null where the catalogue has none. */
export const sayFact = (id: string, { names }: Wording): string | null => names?.taxonomies?.facts?.get(id)?.ask ?? null;
