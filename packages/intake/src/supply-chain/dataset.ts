import type { Evidence } from "../evidence.js";
import { hubId, makerOf } from "../hub-id.js";
import { recordLicense } from "./license.js";
import { namedSources } from "./named-source.js";
import { recordGate } from "./model.js";
import { textIn } from "./record.js";
import type { ListingRecord } from "./record.js";

/** Records a listed data set. Its `sha` is the revision that the listing saw. Few listings name what it was made from, and none says how. Returns how many links it names. */
export function readDataset(record: ListingRecord, into: Evidence): number {
  const id = hubId("dataset", record.id);
  into.asset({ id, kind: "dataset", version: textIn(record, "sha"), source: id });
  recordLicense(record, id, into);
  recordGate(record, id, into);
  const [from, models] = [namedSources(record, "datasets", "dataset", id, into), ["base_models", "models"].flatMap((key) => namedSources(record, key, "model", id, into))];
  const link = { to: id, who: makerOf(id), assumed: "the listing names sources of a data set and not what was done with them" };
  into.derivation({ ...link, from, by: "curate" });
  into.derivation({ ...link, from: models, by: "synthesize" });
  return from.length + models.length;
}
