import type { Law, Truth } from "@cleartitle/norms";
import type { Premise } from "../decision.js";

/** Whether a layer is in question in a place, how surely, and whether any rule knows the layer there at all. */
export interface Raised {
  readonly truth: Truth;
  readonly as: "reserved" | "free";
  readonly covered: boolean;
  readonly premises: readonly Premise[];
  readonly law: Law | null;
}
