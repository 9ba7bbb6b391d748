import type { Instrument, Law, Position, Protection, Questionnaire, RiskMatrix, Taxonomies } from "@cleartitle/norms";
import type { Vocabulary } from "./carriage/vocabulary.js";

/** Everything that lawyers keep as data, loaded and checked. */
export interface Catalogue {
  readonly taxonomies: Taxonomies;
  /** Licenses, terms and policies by id. */
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** Rules of law by id. */
  readonly laws: ReadonlyMap<string, Law>;
  readonly positions: ReadonlyMap<string, Position>;
  /** Names in the wild → SPDX id or catalogue id (`null`: known to name no particular license). Keys are lower case. */
  readonly aliases: ReadonlyMap<string, string | null>;
  /** Names of families of licenses, of which none is chosen by the name → ids of their members. Keys are lower case. */
  readonly families?: ReadonlyMap<string, readonly string[]>;
  /** What texts speak of, and what carries it in a record. */
  readonly vocabulary?: Vocabulary;
  /** Where each record is written, relative to the catalogue, by kind and id (a rule and a position may share an id). */
  readonly files?: { readonly [K in "instruments" | "laws" | "positions"]: ReadonlyMap<string, string> };
  /** Ordered groupings of facts over the rules of law. Like all that follow they report, and no decision reads them. */
  readonly questionnaires?: ReadonlyMap<string, Questionnaire>;
  readonly risks?: ReadonlyMap<string, RiskMatrix>;
  readonly protections?: ReadonlyMap<string, Protection>;
  /** Digests of what was loaded, by content. */
  readonly digests: { readonly catalogue: string; readonly taxonomies: string; readonly groups: string };
}
