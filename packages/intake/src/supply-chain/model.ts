import type { Evidence } from "../evidence.js";
import { hubId, kindOfRelation, makerOf, modalitiesOf } from "../hub-id.js";
import { recordLicense } from "./license.js";
import { namedSource, namedSources, unreadEntry } from "./named-source.js";
import { fieldOf, textIn } from "./record.js";
import type { ListingRecord } from "./record.js";

interface Base {
  readonly id: string;
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
  return recordBases(record, id, into) + recordOthers(record, id, into) + recordDatasets(record, id, into);
}

/** A gate is a declared condition of access; `false` and `null` say that the listing saw none, which is nothing to record. */
export function recordGate(record: ListingRecord, asset: string, into: Evidence): void {
  const gate = fieldOf(record, "gated");
  if (gate === undefined || gate === null || gate === false) return;
  if (typeof gate === "string" || gate === true) into.statement({ asset, what: "gate", raw: String(gate), value: String(gate), at: record.at });
  else into.problem("wrong-type", `\`gated\` of \`${record.id}\` is neither a text nor true or false`, record.at, "the entry was passed over");
}

function recordBases(record: ListingRecord, to: string, into: Evidence): number {
  const bases = basesOf(record, to, into);
  for (const base of bases) {
    const kind = base.relation === null ? null : kindOfRelation(base.relation);
    const link = { from: [base.id], to, who: makerOf(to) };
    if (kind !== null) into.derivation({ ...link, by: kind });
    else into.derivation({ ...link, by: "finetune", assumed: base.relation === null ? "the listing names a base model and no relation" : `the listing's relation \`${base.relation}\` is none that is known` });
  }
  return bases.length;
}

/** Every shape in which listings name base models: a text, an object with `id` and perhaps `relation`, a list of either. */
function basesOf(record: ListingRecord, to: string, into: Evidence): Base[] {
  const value = fieldOf(record, "base_models");
  if (value === undefined || value === null) return [];
  const bases = new Map<string, Base>();
  for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (typeof each === "string" && each.trim() === "") continue;
    const base = baseFrom(each);
    const id = base === null ? unreadEntry(record, "base_models", "without an id: write `{\"relation\": …, \"id\": …}`", "model", to, into) : namedSource(record, "base_models", base.name, "model", to, into);
    const relation = base?.relation ?? null;
    bases.set(`${relation}\n${id}`, { id, relation });
  }
  return [...bases.values()];
}

/** null: it cannot be read. */
function baseFrom(value: unknown): { readonly name: string; readonly relation: string | null } | null {
  if (typeof value === "string") return { name: value.trim(), relation: null };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { id, relation } = value as { id?: unknown; relation?: unknown };
  if (typeof id !== "string" || id.trim() === "") return null;
  return { name: id.trim(), relation: typeof relation === "string" && relation.trim() !== "" ? relation.trim() : null };
}

/** Models under the key that repositories have for them, which says no more than that they had a part. */
function recordOthers(record: ListingRecord, to: string, into: Evidence): number {
  const from = namedSources(record, "models", "model", to, into);
  into.derivation({ from, to, by: "finetune", who: makerOf(to), assumed: "the listing names models and no relation" });
  return from.length;
}

/** The data sets a model names are taken as trained on: the listing does not say in which part of the training, or whether only for measuring. */
function recordDatasets(record: ListingRecord, to: string, into: Evidence): number {
  const from = namedSources(record, "datasets", "dataset", to, into);
  into.derivation({ from, to, by: "train", who: makerOf(to) });
  return from.length;
}
