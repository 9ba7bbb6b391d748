import type { Interval, Layer } from "@cleartitle/norms";
import type { Premise } from "../decision.js";

/** A way by which the past reaches the present: a rule that taints what came of an act, or a clause that demands deletion. */
export interface Aftermath {
  readonly kind: "taint" | "must-delete";
  readonly asset: string;
  readonly layer: Layer;
  readonly act: string | null;
  readonly interval: Interval;
  readonly instrument: string;
  readonly norm: string;
  readonly cite: string;
  readonly premises: readonly Premise[];
  readonly path: readonly string[];
}
