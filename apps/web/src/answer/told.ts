import type { Decision, Wording } from "@cleartitle/engine";
import type { CatalogueNames } from "../api/names.js";

/** A decision with what it is said with. */
export interface Told {
  readonly decision: Decision;
  readonly wording: Wording;
  readonly names: CatalogueNames;
}
