import { licenseValue } from "@cleartitle/title";
import type { Evidence } from "../evidence.js";
import { textsIn } from "./record.js";
import type { ListingRecord } from "./record.js";

/**
 * Records the license that a listing states for an asset, as it states it. `null`, an empty list and an absent key state
 * nothing: no statement is made, and the license stays unknown. `unknown`, `other` and `NOASSERTION` are what somebody wrote, and are kept.
 */
export function recordLicense(record: ListingRecord, asset: string, into: Evidence): void {
  const names = textsIn(record, "license", into);
  if (names.length === 0) return;
  // A line break would read as a list.
  const value = licenseValue(names.map((name) => name.replace(/\s+/g, " ")));
  into.statement({ asset, what: "license", raw: names.length === 1 ? (names[0] ?? "") : JSON.stringify(names), value, at: record.at });
}
