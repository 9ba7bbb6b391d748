import { readRemark } from "@cleartitle/title";
import type { Evidence, Place } from "./evidence.js";

/** Records a statement that a document carries as a remark of ours; a text that is none says nothing. Returns whether it was one. */
export function recordRemark(text: string, asset: string, at: Place, into: Evidence): boolean {
  const remark = readRemark(text);
  if (remark === null) return false;
  const { what, raw, value, scope, rung, by } = remark;
  // Two remarks may stand on one line, and two statements of one place would be one.
  into.statement({ asset, what, raw: raw ?? "", value: value ?? null, scope: scope ?? null, rung, by: by ?? null, at });
  return true;
}
