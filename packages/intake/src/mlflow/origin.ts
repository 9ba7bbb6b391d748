import { addressId, identified } from "../identifier.js";
import { hubId, isHubName } from "../hub-id.js";
import type { LoggedDataset } from "./store.js";

/** What a logged data set was loaded from, as others name it. */
export interface Origin {
  readonly id: string;
  readonly kind: string;
}

/** `code`: the record says that a script made it, which is no origin. `local`: a file of somebody's disk. `none`: the record is silent. `unread`: it names something in a way that cannot be read. */
export type NoOrigin = "code" | "local" | "none" | "unread";

/** Reads the record of a data set's source: JSON whose keys differ by type. */
export function originOf(dataset: LoggedDataset): Origin | NoOrigin {
  if (dataset.sourceType === "code") return "code";
  const fields = fieldsOf(dataset.source);
  if (fields === null) return "unread";
  if (dataset.sourceType === "hugging_face") {
    const path = fields["path"] ?? "";
    return isHubName(path) ? { id: hubId("dataset", path), kind: "dataset" } : path === "" ? "none" : "unread";
  }
  const address = fields["url"] ?? fields["uri"] ?? fields["delta_table_name"] ?? fields["table_name"] ?? fields["path"] ?? "";
  const found = identified(address);
  if (found !== null) return { id: found.id, kind: found.kind ?? "dataset" };
  const id = /^file:/i.test(address) ? null : addressId(address);
  if (id !== null) return { id, kind: "dataset" };
  return address === "" ? "none" : "local";
}

const naming = new Set(["path", "url", "uri", "delta_table_name", "table_name"]);

/** What the record has under its keys; `null` where it is no record, or what would name the source is no text. */
function fieldsOf(source: string): Readonly<Record<string, string>> | null {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    // No JSON: an address may stand there as it is.
    return { uri: source.trim() };
  }
  if (typeof value !== "object" || Array.isArray(value)) return null;
  for (const [key, each] of Object.entries(value ?? {})) {
    if (typeof each === "string") fields[key] = each;
    else if (naming.has(key) && each !== null) return null;
  }
  return fields;
}
