import type { Evidence } from "../evidence.js";
import { textsIn } from "./record.js";
import type { ListingRecord } from "./record.js";

/**
 * Records the license that a listing states for an asset, as it states it. `null`, an empty list and an absent key state
 * nothing: no statement is made, and the license stays unknown. `unknown` and `other` are what somebody wrote, and are kept.
 */
export function recordLicense(record: ListingRecord, asset: string, into: Evidence): void {
  const names = textsIn(record, "license", into);
  if (names.length === 0) return;
  into.license({ asset, names, at: record.at });
}
