import { addressId, identified } from "../identifier.js";
import { hubId, isHubName } from "../hub-id.js";
import type { LoggedDataset } from "./store.js";

/** What a logged data set was loaded from, as others name it. */
export interface Origin {
  readonly id: string;
  readonly kind: string;
}

/** `code`: the record says that a script made it, which is no origin. `local`: a file of somebody's disk. `none`: the record is silent or cannot be read. */
export type NoOrigin = "code" | "local" | "none";

/** Reads the record of a data set's source: JSON whose keys differ by type. */
export function originOf(dataset: LoggedDataset): Origin | NoOrigin {
  if (dataset.sourceType === "code") return "code";
  const fields = fieldsOf(dataset.source);
  if (dataset.sourceType === "hugging_face") {
    const path = fields["path"] ?? "";
    return isHubName(path) ? { id: hubId("dataset", path), kind: "dataset" } : "none";
  }
  const address = fields["url"] ?? fields["uri"] ?? fields["delta_table_name"] ?? fields["table_name"] ?? fields["path"] ?? "";
  const found = identified(address);
  if (found !== null) return { id: found.id, kind: found.kind ?? "dataset" };
  const id = /^file:/i.test(address) ? null : addressId(address);
  if (id !== null) return { id, kind: "dataset" };
  return address === "" ? "none" : "local";
}

function fieldsOf(source: string): Readonly<Record<string, string>> {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  try {
    const value: unknown = JSON.parse(source);
    if (typeof value === "object" && value !== null) for (const [key, each] of Object.entries(value)) if (typeof each === "string") fields[key] = each;
  } catch {
    // No JSON: an address may stand there as it is.
    fields["uri"] = source.trim();
  }
  return fields;
}
