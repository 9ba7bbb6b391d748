import { placeIn, readValue } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { itemsAt, textAt, textsOf, valueAt, valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { hubId, isHubName, makerOf, modalitiesOf, publisherOf } from "../hub-id.js";
import type { HubKind } from "../hub-id.js";
import { digestFrom } from "../identifier.js";
import { isNothing } from "../name-place.js";
import type { SourceFile } from "../source-file.js";
import { unreadAt } from "../unread-source.js";
import { cardOfAnswer, kindOfAnswer } from "./answer-card.js";
import { recordGate } from "./gate.js";
import type { Card } from "./license.js";
import { recordLicense } from "./license.js";
import { recordDatasetSources, recordModelSources } from "./parents.js";

const maxBytes = 67_108_864;
/** Files of one thing whose digests are kept: weights in their parts, and not every picture of a corpus. */
const maxFiles = 1_000;

export const isAnswer = (path: string): boolean => /\.json$/i.test(path) && !/(^|\/|__)adapter_config\.json$/i.test(path);

/** Whether a text begins like an answer of the hub: a model or data set, a list of them, or a listing of the files of one. */
export function looksLikeAnswer(head: string): boolean {
  if (/^\s*\[\s*\{/.test(head) && /"type"\s*:\s*"(?:file|directory)"/.test(head) && /"oid"\s*:\s*"[0-9a-f]{40}"/.test(head) && /"path"\s*:/.test(head)) return true;
  if (!/^\s*[[{]/.test(head)) return false;
  const own = /"(?:modelId|siblings|cardData|gated|downloads|baseModels)"\s*:/.test(head);
  return own && ((/"_id"\s*:\s*"[0-9a-f]{24}"/.test(head) && /"id"\s*:\s*"/.test(head)) || (/"modelId"\s*:\s*"/.test(head) && /"(?:tags|siblings|sha)"\s*:/.test(head)));
}

/** The address under which a file was saved, as far as it says what it is of. */
const placeOfAnswer = (path: string): { readonly kind: HubKind | "space"; readonly name: string | null } | null => {
  const [, kind, name] = /(?:^|\/)api\/(models|datasets|spaces)(?:\/([^/]+\/[^/]+?)(?:\/tree\/.+|\/revision\/.+|\.json)$|[/.])/.exec(path) ?? [];
  if (kind === undefined) return null;
  return { kind: kind === "models" ? "model" : kind === "datasets" ? "dataset" : "space", name: name !== undefined && isHubName(name) ? name : null };
};

/** Reads an answer of the hub. What a list has that is no answer is a problem, and the rest of it is read. */
export async function readAnswer(file: SourceFile, into: Evidence): Promise<void> {
  const document = await readValue(file, "json", maxBytes, into);
  if (document === null) return;
  const items = document.root.items ?? [document.root];
  const place = placeOfAnswer(file.path);
  if (items.length > 0 && items.every((item) => textAt(item, "path") !== null && textAt(item, "type") !== null)) return readListing(document, items, place, into);
  let records = 0;
  let links = 0;
  for (const item of items) {
    const name = textAt(item, "id") ?? textAt(item, "modelId");
    if (name === null || !isHubName(name)) into.problem("missing-key", "an answer without the id of a model or data set", { file: file.path, line: item.line, column: item.column }, "save the hub's answers as they are; this one was passed over");
    else {
      const kind = place?.kind ?? kindOfAnswer(item);
      if (kind === "space") continue;
      records += 1;
      links += recordRepository(document, item, name, kind, into);
    }
  }
  if (records > 0) into.read.push({ file: file.path, records, links });
  else into.skipped.push({ file: file.path, why: "it holds no answer of a hub on a model or data set" });
}

function recordRepository(document: DocumentRead, item: YamlValue, name: string, told: HubKind | null, into: Evidence): number {
  const kind = told ?? "model";
  const card: Card = { id: hubId(kind, name), root: cardOfAnswer(item), file: document.file, sha256: document.sha256 };
  const tasks = ["pipeline_tag", "task_categories"].flatMap((key) => valuesOf(card.root, key)).flatMap((value) => textsOf(value) ?? []);
  const modality = [...new Set(tasks.flatMap((task) => modalitiesOf(task.text.trim())))].toSorted();
  into.asset({ id: card.id, kind, version: textAt(item, "sha"), licensor: publisherOf(card.id), source: card.id, modality });
  if (told === null) into.finding("kind-assumed", card.id, "the answer has no key that tells a model from a data set; taken as a model", "state the kind");
  recordLicense(card, into);
  recordGate(card, into);
  const gate = valueAt(item, "gated");
  if (gate !== undefined && (gate.scalar === true || (typeof gate.scalar === "string" && gate.text.trim() !== ""))) into.statement({ asset: card.id, what: "gate", raw: gate.text, value: gate.text.trim(), at: placeIn(document, gate) });
  if (valueAt(item, "disabled")?.scalar === true) into.finding("takedown", card.id, "the hub has disabled access to it", "ask the hub or the publisher why; claims of others are a common ground");
  for (const sibling of itemsAt(item, "siblings").slice(0, maxFiles)) recordFile(document, sibling, "rfilename", textAt(sibling, "lfs", "sha256"), card.id, into);
  return recordUnread(document, item, card.id, kind, into) + (kind === "model" ? recordModelSources(card, into) : recordDatasetSources(card, into));
}

/** Card data that are no object name sources as others do, and cannot be read. Returns the number of links. */
function recordUnread(document: DocumentRead, item: YamlValue, to: string, kind: HubKind, into: Evidence): number {
  const data = valueAt(item, "cardData");
  if (data === undefined || isNothing(data) || data.entries !== null) return 0;
  const from = [unreadAt(data, document.file, "`cardData` is no object", kind, to, into)];
  into.derivation({ from, to, by: kind === "model" ? "finetune" : "curate", who: makerOf(to), assumed: "its card data cannot be read" });
  return 1;
}

/** Of the files of a model or data set those that are kept by their digest. */
function recordFile(document: DocumentRead, file: YamlValue, key: string, hex: string | null, asset: string, into: Evidence): void {
  const [digest, path] = [digestFrom(hex), textAt(file, key)];
  if (digest !== null && path !== null) into.statement({ asset, what: "file-digest", raw: `${path} ${hex}`, value: digest, at: placeIn(document, file) });
}

/** A listing of files does not say whose they are: the address under which it was saved has to. */
function readListing(document: DocumentRead, items: readonly YamlValue[], place: ReturnType<typeof placeOfAnswer>, into: Evidence): void {
  if (place === null || place.name === null || place.kind === "space") {
    into.skipped.push({ file: document.file, why: "a listing of files, and its path does not say of which model or data set (`api/models/ORG/NAME/tree/REVISION.json`)" });
    return;
  }
  const asset = into.mention(hubId(place.kind, place.name), place.kind);
  for (const item of items.slice(0, maxFiles)) recordFile(document, item, "path", textAt(item, "lfs", "oid"), asset, into);
  into.read.push({ file: document.file, records: items.length, links: 0 });
}
