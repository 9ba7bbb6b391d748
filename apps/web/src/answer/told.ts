import type { Decision, Wording } from "@cleartitle/engine";
import type { CatalogueNames } from "../api/names.js";
import type { Standing } from "./stands-for.js";

/** A decision with what it is said with. */
export interface Told {
  readonly decision: Decision;
  readonly wording: Wording;
  readonly names: CatalogueNames;
  /** Of an outline: how many things there are of the kind of each that was judged. */
  readonly standing?: Standing;
}
