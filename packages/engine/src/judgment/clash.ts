import type { Interval } from "@cleartitle/norms";
import type { Duty } from "./duty.js";

/** Two duties that cannot both be kept: they block the act that triggers them. */
export interface Clash {
  readonly first: Duty;
  readonly second: Duty;
  readonly why: string;
  readonly interval: Interval;
}
