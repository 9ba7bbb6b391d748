import type { Layer, Truth } from "@cleartitle/norms";
import type { Premise } from "../decision.js";

/** A right that an act needs on one asset: asset × layer × action, with how surely its matter is there. */
export interface Demand {
  readonly asset: string;
  readonly layer: Layer;
  readonly action: string;
  /** `true`: the matter persists along some path; `unknown`: it may. */
  readonly persists: Truth;
  readonly premises: readonly Premise[];
  /** Witness: from what is acted on to the asset; fewest edges, then least ids. */
  readonly path: readonly string[];
  /** How many things are on it, where that is known of a path that nobody wrote out. */
  readonly length?: number;
}
