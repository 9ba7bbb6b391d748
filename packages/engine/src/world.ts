import type { Catalogue } from "@cleartitle/catalogue";
import type { TitleGraph } from "@cleartitle/title";

/** All that a decision may read. Nothing else exists for the engine: no clock, no database, no network. */
export interface World {
  readonly graph: TitleGraph;
  readonly catalogue: Catalogue;
}
