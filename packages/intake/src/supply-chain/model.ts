import type { Evidence } from "../evidence.js";
import { hubId, isHubName, kindOfRelation, makerOf, modalitiesOf } from "../hub-id.js";
import { recordLicense } from "./license.js";
import { fieldOf, textIn, textsIn } from "./record.js";
import type { ListingRecord } from "./record.js";

interface Base {
  readonly name: string;
  readonly relation: string | null;
}

/**
 * Records a listed model: its license, what it was made from and trained on. The publisher shows in the id; a listing is not the
 * publisher's own word, so none is recorded as licensor. Returns how many links it names.
 */
export function readModel(record: ListingRecord, into: Evidence): number {
  const id = hubId("model", record.id);
  const task = textIn(record, "pipeline");
  into.asset({ id, kind: "model", version: textIn(record, "sha"), source: id, modality: task === null ? [] : modalitiesOf(task) });
  recordLicense(record, id, into);
  recordGate(record, id, into);
  return recordBases(record, id, into) + recordDatasets(record, id, into);
}

/** A gate is a declared condition of access; `false` and `null` say that the listing saw none, which is nothing to record. */
export function recordGate(record: ListingRecord, asset: string, into: Evidence): void {
  const gate = fieldOf(record, "gated");
  if (gate === undefined || gate === null || gate === false) return;
  if (typeof gate === "string" || gate === true) into.statement({ asset, what: "gate", raw: String(gate), value: String(gate), at: record.at });
  else into.problem("wrong-type", `\`gated\` of \`${record.id}\` is neither a text nor true or false`, record.at, "the entry was passed over");
}

function recordBases(record: ListingRecord, to: string, into: Evidence): number {
  const bases = basesOf(record, into);
  for (const base of bases) {
    const kind = base.relation === null ? null : kindOfRelation(base.relation);
    const from = [into.mention(hubId("model", base.name), "model")];
    const link = { from, to, who: makerOf(to) };
    if (kind !== null) into.derivation({ ...link, by: kind });
    else into.derivation({ ...link, by: "finetune", assumed: base.relation === null ? "the listing names a base model and no relation" : `the listing's relation \`${base.relation}\` is none that is known` });
  }
  return bases.length;
}

/** Every shape in which listings name base models: a text, an object with `id` and perhaps `relation`, a list of either. */
function basesOf(record: ListingRecord, into: Evidence): Base[] {
  const value = fieldOf(record, "base_models");
  if (value === undefined || value === null) return [];
  const bases = new Map<string, Base>();
  for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) {
    const base = baseFrom(each);
    if (base === null) into.problem("wrong-type", `\`base_models\` of \`${record.id}\` has an entry without an id`, record.at, "write `{\"relation\": …, \"id\": …}`; the entry was passed over");
    else if (!isHubName(base.name)) into.problem("bad-value", `\`base_models\` of \`${record.id}\` names \`${base.name.slice(0, 80)}\`, which is no id`, record.at, "the entry was passed over");
    else bases.set(`${base.relation}\n${base.name}`, base);
  }
  return [...bases.values()];
}

function baseFrom(value: unknown): Base | null {
  if (typeof value === "string") return value.trim() === "" ? null : { name: value.trim(), relation: null };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { id, relation } = value as { id?: unknown; relation?: unknown };
  if (typeof id !== "string" || id.trim() === "") return null;
  return { name: id.trim(), relation: typeof relation === "string" && relation.trim() !== "" ? relation.trim() : null };
}

/** The data sets a model names are taken as trained on: the listing does not say in which part of the training, or whether only for measuring. */
function recordDatasets(record: ListingRecord, to: string, into: Evidence): number {
  const names = textsIn(record, "datasets", into);
  const from = names.map((name) => into.mention(isHubName(name) ? hubId("dataset", name) : `${to}#dataset/${name.slice(0, 200)}`, "dataset"));
  into.derivation({ from, to, by: "train", who: makerOf(to) });
  return names.length;
}
