import type { Instrument, Interval, Law, Layer } from "@cleartitle/norms";
import type { Premise } from "../decision.js";

/** A prohibition that binds whatever option is chosen. */
export interface Ban {
  readonly asset: string;
  readonly layer: Layer;
  readonly action: string;
  readonly instrument: Instrument | Law;
  readonly norm: string;
  readonly cite: string;
  readonly quote: string | null;
  readonly bound: string;
  /** Whose act it forbids, where that is not the actor of the use. */
  readonly party?: string;
  readonly interval: Interval;
  readonly premises: readonly Premise[];
  readonly path: readonly string[];
}
