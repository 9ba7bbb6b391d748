import { sha256 } from "@cleartitle/norms";
import { readRemark, reservationIn } from "@cleartitle/title";
import type { Evidence, Place } from "./evidence.js";
import { recordReserved } from "./said-of-media.js";

/** Records a statement that a document carries as a remark of ours; a text that is none says nothing. Returns whether it was one. */
export function recordRemark(text: string, asset: string, at: Place, into: Evidence): boolean {
  const remark = readRemark(text);
  if (remark === null) return false;
  const { what, raw, value, scope, rung, by } = remark;
  // Remarks stand in one place side by side, and statements of one place would be one.
  const where = `L${at.line} remark ${sha256(text).slice(7, 15)}`;
  into.statement({ asset, what, raw: raw ?? "", value: value ?? null, scope: scope ?? null, rung, by: by ?? null, at: { ...at, where } });
  // Facts are read of nobody; but a right that is reserved stays so, whoever hands the word on.
  const form = reservationIn({ what, raw: raw ?? null, value: value ?? null });
  if (form !== null) recordReserved({ asset, at: { ...at, where } }, raw ?? "", into, form);
  return true;
}
