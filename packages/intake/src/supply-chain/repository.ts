import type { Evidence } from "../evidence.js";
import { hubId, isHubName, makerOf, repositoryId } from "../hub-id.js";
import { recordLicense } from "./license.js";
import { textsIn } from "./record.js";
import type { ListingRecord } from "./record.js";

/** Records a listed repository of code: its license, and the models that its code names, as included in it. */
export function readRepository(record: ListingRecord, into: Evidence): number {
  const id = repositoryId(record.id);
  into.asset({ id, kind: "code", source: id });
  recordLicense(record, id, into);
  const names = textsIn(record, "models", into);
  const known = names.filter((name) => isHubName(name));
  if (known.length < names.length) into.problem("bad-value", `\`models\` of \`${record.id}\` has an entry that is no id`, record.at, "the entry was passed over");
  into.derivation({ from: known.map((name) => into.mention(hubId("model", name), "model")), to: id, by: "include", who: makerOf(id) });
  return known.length;
}
