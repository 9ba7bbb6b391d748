import type { Evidence } from "../evidence.js";
import { hubId } from "../hub-id.js";
import { recordLicense } from "./license.js";
import { recordGate } from "./model.js";
import { textIn } from "./record.js";
import type { ListingRecord } from "./record.js";

/** Records a listed data set. Its `sha` is the revision that the listing saw. A data set names no sources here: no links. */
export function readDataset(record: ListingRecord, into: Evidence): number {
  const id = hubId("dataset", record.id);
  into.asset({ id, kind: "dataset", version: textIn(record, "sha"), source: id });
  recordLicense(record, id, into);
  recordGate(record, id, into);
  return 0;
}
