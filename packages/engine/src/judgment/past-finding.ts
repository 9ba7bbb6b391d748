import type { Interval, Layer } from "@cleartitle/norms";
import type { Act } from "../act.js";
import type { ExposureState, Premise } from "../decision.js";

/** The state of a past act in one layer of one asset. */
export interface PastFinding {
  readonly act: Act;
  readonly place: string | null;
  readonly asset: string;
  readonly layer: Layer;
  readonly action: string;
  readonly state: ExposureState;
  readonly curedBy: string | null;
  readonly why: string;
  readonly premises: readonly Premise[];
  /** Whether the act was done by the actor of the use or its group. */
  readonly ours: boolean;
  /** What it makes of the answer, where it is ours. */
  readonly interval: Interval;
}
