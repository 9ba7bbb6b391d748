import type { ClauseKind, Compiled, DealFile } from "@cleartitle/agreements";
import type { Party } from "../document/party.js";
import type { Place, Said } from "../document/place.js";
import type { Term } from "../document/term.js";
import type { TermDays } from "./term-days.js";

/** What counts on a topic on the day that is asked about. */
export interface EffectiveTerm {
  readonly topic: string;
  readonly kind: ClauseKind | null;
  /** `open`: documents say something on it, and which of it counts is not known. */
  readonly state: "found" | "open";
  /** What counts; of an open one what was last known to. null: nothing was. */
  readonly term: Term | null;
  /** The day from which it counts; null: from the beginning, or not known. */
  readonly from: string | null;
  /** Further clauses of the same kind in the same document. */
  readonly also: readonly Term[];
  /** What it took the place of, the latest first. */
  readonly before: readonly Term[];
  /** Why it is open, and what says so. */
  readonly why: string | null;
  readonly against: readonly Place[];
}

/** A document of a family, and what part it has on the day that is asked about. */
export interface FamilyDocument {
  readonly file: string;
  readonly form: "deal" | "draft" | "record" | "amendment" | "reading";
  readonly title: string | null;
  readonly day: string | null;
  /** `later`: it counts from a later day; `undated`: nobody knows from when; `older`: another version of it counts; `unused`: it could not be applied. */
  readonly part: "counts" | "later" | "undated" | "older" | "unused";
  readonly why: string | null;
}

/** Something about a family that a person has to look at. */
export interface FamilyNote {
  readonly message: string;
  readonly places: readonly Place[];
}

/** A master and everything that changes it, as one agreement. */
export interface Family {
  /** Id of the deal, or the file of the master. */
  readonly id: string;
  readonly form: "deal" | "reading";
  readonly title: Said<string> | null;
  readonly parties: readonly Party[];
  readonly documents: readonly FamilyDocument[];
  /** By topic or kind, in order of the library or of the kinds. */
  readonly terms: readonly EffectiveTerm[];
  /** Topics, or kinds of clauses, on which nothing was found. That is no word that there is nothing. */
  readonly notFound: readonly string[];
  /** Topics that an amendment took out. */
  readonly takenOut: readonly Said<string>[];
  readonly days: TermDays;
  readonly notes: readonly FamilyNote[];
  /** The deal as it stands, its open topics as words that could forbid anything; null: it was read, or does not fit together. */
  readonly deal: { readonly file: DealFile; readonly compiled: Compiled; readonly isSigned: boolean } | null;
}

export const termOn = (family: Family, key: string): EffectiveTerm | null => family.terms.find((term) => (term.kind ?? term.topic) === key) ?? null;

/** The place of what counts on a topic; null: nothing is known to count. */
export const placeOn = (family: Family, key: string): Place | null => termOn(family, key)?.term?.place ?? null;

/** The one party of a side; null: not known. */
export const sideOf = (family: Family, role: "licensor" | "licensee"): Party | null => family.parties.find((party) => party.role === role) ?? null;

/** A place that says which agreement it is, where nothing else of it is spoken of: its title, else a party, else any term. */
export const groundOf = ({ title, parties, terms }: Family): Place | null => title?.place ?? parties.find(({ place }) => place !== null)?.place ?? terms.find(({ term }) => term !== null)?.term?.place ?? null;
