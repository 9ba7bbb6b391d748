import type { Interval, Layer } from "@cleartitle/norms";
import type { Premise } from "../decision.js";

/** A layer that somebody speaks of in a place for which the catalogue has no rule on it: unknown, not free. */
export interface Uncovered {
  readonly asset: string;
  readonly layer: Layer;
  readonly action: string;
  readonly interval: Interval;
  readonly premises: readonly Premise[];
  readonly path: readonly string[];
}
