import { ownAssetKind, ownParty, ownSource, ownUpstream, ownWord } from "@cleartitle/title";
import type { DocumentRead } from "../document.js";
import type { AssetEntry, Evidence, Place } from "../evidence.js";
import { itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { publisherOf } from "../hub-id.js";
import { identified } from "../identifier.js";
import { partOfLicenseKey, scopeOfWord } from "../license-scope.js";
import { placedAt } from "../name-place.js";
import { recordNamed } from "../named.js";
import { recordRemark } from "../remark.js";
import { keptAsClaim, licenseNamesIn, rawOf } from "../unread-license.js";
import type { EventDataset } from "./event.js";

/** Records what an event says of a data set. `line`: that of the file, where each line is an event. */
export function recordDataset({ id, value, symlinks, own }: EventDataset, document: DocumentRead, line: number | undefined, into: Evidence): void {
  const kind = own === null ? "dataset" : (ownAssetKind(ownWord(textAt(own, "kind") ?? "")) ?? identified(id)?.kind ?? "dataset");
  // An event of an act names its things; what they are stands in events of their own.
  if (textAt(own, "undescribed") === "true") into.mention(id, kind);
  else into.asset({ id, kind, source: ownSource(textAt(own, "source")) ?? id, licensor: ownParty(textAt(own, "licensor")) === null ? null : (publisherOf(id) ?? ownParty(textAt(own, "licensor"))), ...saidOf(own) });
  const at = (each: YamlValue): Place => ({ file: document.file, line: line ?? each.line, sha256: document.sha256 });
  for (const each of itemsAt(own, "remark")) recordRemark(each.text, id, at(each), into);
  for (const other of symlinks) if (other !== id) into.alternate(id, other, "high", "its record has both names", at(value));
  for (const owner of itemsAt(value, "facets", "ownership", "owners")) recordNamed(id, "owner", { ...owner, line: at(value).line }, document, into);
  // A server's own tags are words without a value.
  for (const tag of placedAt(value, "tags")) {
    const [, name] = /^licen[cs]e\s*[:=]\s*(.+)$/i.exec(tag.text) ?? [];
    if (name !== undefined) into.license({ asset: id, names: [name.trim()], raw: tag.text, at: at(tag) });
  }
  for (const tag of placedAt(value, "facets", "tags", "tags")) for (const [key, said] of pairsOf(tag)) recordTag(id, kind, key, said, at(tag), into);
}

/** A tag has its key and its value under these names; one without a key says the same by the keys of its own. */
const pairsOf = (tag: YamlValue): readonly (readonly [string, YamlValue])[] => {
  const key = textAt(tag, "key");
  return key === null ? (tag.entries ?? []) : [[key, valueAt(tag, "value") ?? { ...tag, scalar: "", text: "", entries: null }]];
};

function recordTag(asset: string, kind: string, name: string, said: YamlValue, at: Place, into: Evidence): void {
  const key = name.toLowerCase();
  const part = partOfLicenseKey(key);
  const wrong = (each: YamlValue): void => into.problem("wrong-type", `the tag \`${key.slice(0, 100)}\` of \`${asset.slice(0, 200)}\` has a value that is no text`, { file: at.file, line: at.line, column: each.column }, keptAsClaim);
  if (part !== null) into.license({ asset, names: licenseNamesIn(said, wrong), raw: rawOf(said).trim(), scope: scopeOfWord(part, kind), at });
  else if (/^(?:licen[cs]e[_.-]?(?:url|link)|terms(?:[_.-]?url)?)$/.test(key) && said.text.trim() !== "") into.statement({ asset, what: "license-link", raw: said.text.trim(), value: said.text.trim(), at });
}

/** What an event of ours says of a thing. */
function saidOf(own: YamlValue | null): Partial<AssetEntry> {
  return {
    version: textAt(own, "version"), digest: textAt(own, "digest"), modality: itemsAt(own, "modality").map((each) => each.text.trim()).filter((each) => each !== ""),
    upstream: ownUpstream(textAt(own, "upstream")),
  };
}
