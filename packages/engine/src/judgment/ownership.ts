import type { Interval } from "@cleartitle/norms";
import type { Premise } from "../decision.js";

/** What title records and recorded making give a party in one asset, layer and place. */
export interface Ownership {
  readonly interval: Interval;
  readonly says: string;
  readonly premises: readonly Premise[];
  readonly findings: readonly { readonly kind: string; readonly detail: string }[];
}
