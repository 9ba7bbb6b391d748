import type { Evidence } from "../evidence.js";
import { type HubKind, hubId, isHubName } from "../hub-id.js";
import { lastPart } from "../personal.js";
import { standsFor, unreadSource } from "../unread-source.js";
import { fieldOf, type ListingRecord } from "./record.js";

/** The id of what a record names as a source. What is no id of the hub is something of its own, of which nothing is known: that it was named must not be lost. Of data sets many are named by a title. */
export function namedSource(record: ListingRecord, key: string, name: string, kind: HubKind, to: string, into: Evidence): string {
  if (isHubName(name)) return into.mention(hubId(kind, name), kind);
  if (kind === "model") into.problem("bad-value", `\`${key}\` of \`${record.id}\` names \`${name.slice(0, 80)}\`, which is no id`, record.at, standsFor);
  return into.mention(`${to}#${kind}/${kind === "dataset" ? name.slice(0, 200) : lastPart(name)}`, kind);
}

/** A source that a record names in a way that cannot be read. */
export function unreadEntry(record: ListingRecord, key: string, how: string, kind: HubKind, to: string, into: Evidence): string {
  into.problem("wrong-type", `\`${key}\` of \`${record.id}\` has an entry ${how}`, record.at, standsFor);
  return unreadSource(to, kind, into);
}

/** The sources in a field that is a list of names, or one name; empty texts say nothing. */
export function namedSources(record: ListingRecord, key: string, kind: HubKind, to: string, into: Evidence): string[] {
  const value = fieldOf(record, key);
  if (value === undefined || value === null) return [];
  const found = (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((each) => {
    if (typeof each !== "string") return [unreadEntry(record, key, "that is no text", kind, to, into)];
    return each.trim() === "" ? [] : [namedSource(record, key, each.trim(), kind, to, into)];
  });
  return [...new Set(found)];
}
