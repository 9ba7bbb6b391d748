import type { Waiver } from "@cleartitle/title";
import type { Reason } from "./decision.js";

/** Whether a waiver speaks of a reason: `kind` names `any`, a status, an outcome or a layer. When it holds is asked elsewhere. */
export function waivesReason(waiver: Waiver, use: string, reason: Pick<Reason, "asset" | "decision" | "outcome"> & { readonly layer: string }): boolean {
  if (waiver.use !== null && waiver.use !== use) return false;
  if (waiver.asset !== null && waiver.asset !== reason.asset) return false;
  return ["any", reason.decision, reason.outcome, reason.layer].includes(waiver.kind);
}
