import type { Evidence } from "../evidence.js";
import { keptAsClaim } from "../unread-license.js";
import { fieldOf } from "./record.js";
import type { ListingRecord } from "./record.js";

/**
 * Records the license that a listing states for an asset, as it states it. `null`, an empty list and an absent key state
 * nothing: no statement is made, and the license stays unknown. `unknown` and `other` are what somebody wrote, and are kept.
 */
export function recordLicense(record: ListingRecord, asset: string, into: Evidence): void {
  const value = fieldOf(record, "license") ?? [];
  const stated: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isWhole = stated.every((each) => typeof each === "string");
  if (!isWhole) into.problem("wrong-type", `\`license\` of \`${record.id}\` has an entry that is no text`, record.at, keptAsClaim);
  const names = [...new Set(stated.map((each) => (typeof each === "string" ? each.trim() : rawOf(each))).filter((each) => each !== ""))];
  if (names.length > 0) into.license({ asset, names, ...(isWhole ? {} : { raw: rawOf(value) }), at: record.at });
}

function rawOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // The language's only way of saying that a value is nested deeper than it can write.
    return "a license that is nested without end";
  }
}
