import type { Evidence } from "../evidence.js";
import { makerOf, repositoryId } from "../hub-id.js";
import { recordLicense } from "./license.js";
import { namedSources } from "./named-source.js";
import type { ListingRecord } from "./record.js";

/** Records a listed repository of code: its license, and the models and data sets that its code names, as included in it. */
export function readRepository(record: ListingRecord, into: Evidence): number {
  const id = repositoryId(record.id);
  into.asset({ id, kind: "code", source: id });
  recordLicense(record, id, into);
  const from = [...new Set([...["models", "base_models"].flatMap((key) => namedSources(record, key, "model", id, into)), ...namedSources(record, "datasets", "dataset", id, into)])];
  into.derivation({ from, to: id, by: "include", who: makerOf(id) });
  return from.length;
}
