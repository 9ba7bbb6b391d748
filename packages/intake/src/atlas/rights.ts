import type { Evidence } from "../evidence.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { partOfLicenseKey, scopeOfWord } from "../license-scope.js";
import { placedAt } from "../name-place.js";
import { recordNamed } from "../named.js";
import { keptAsClaim, licenseNamesIn, rawOf } from "../unread-license.js";
import { kindOfType, placeOf } from "./entity.js";
import type { Entity } from "./entity.js";

/** The part that an attribute for licenses is of, empty for the whole. */
const licensePart = (key: string): string | null => partOfLicenseKey(key) ?? (/^spdx(?:[_.-]?(?:id|expression))?$/i.test(key) ? "" : null);
const linkKey = /^licen[cs]e[_.-]?(?:url|link|text)$|^terms(?:[_.-]?of[_.-]?use)?(?:[_.-]?url)?$/i;
const licenseWord = /^licen[cs]e\s*[:=_-]+\s*(.+)$/i;
const ofClassification = /^(?:name|value|id|type|expression)$/i;

/**
 * The catalogue has no place for licenses of its own: they stand in classifications, attributes, labels and terms of a glossary, under names that teams choose. What is
 * named for a license is read as one. A classification that came down a line of lineage was declared of something else, and is no license here.
 */
export function recordRights(entity: Entity, asset: string, into: Evidence): void {
  for (const part of ["attributes", "customAttributes"]) recordAttributes(entity, asset, valueAt(entity.value, part), into);
  recordAttributes(entity, asset, valueAt(entity.value, "attributes", "metadata"), into);
  for (const [, group] of valueAt(entity.value, "businessAttributes")?.entries ?? []) recordAttributes(entity, asset, group, into);
  for (const label of [...placedAt(entity.value, "labels"), ...placedAt(entity.value, "meanings").map((each) => valueAt(each, "displayText") ?? each)]) {
    const [, name] = licenseWord.exec(label.text.trim()) ?? [];
    if (name !== undefined) into.license({ asset, names: [name.trim()], raw: label.text, at: placeOf(entity, label) });
    else recordAttributes(entity, asset, label, into);
  }
  recordClassifications(entity, asset, null, into);
  for (const [role, value] of [["owner", valueAt(entity.value, "attributes", "owner")], ["creator", valueAt(entity.value, "createdBy")], ["editor", valueAt(entity.value, "updatedBy")]] as const) recordNamed(asset, role, value, entity.document, into);
}

/** `part`: the column that bears them, where the asset is its table. */
export function recordClassifications(entity: Entity, asset: string, part: string | null, into: Evidence): void {
  const classifications = placedAt(entity.value, "classifications");
  for (const each of classifications.filter(({ entries }) => entries !== null)) recordClassification(entity, asset, part, each, into);
  // A header has the names alone, and does not say whether they were declared of it or came down to it.
  const names = [...classifications.filter(({ entries }) => entries === null), ...(classifications.length > 0 ? [] : placedAt(entity.value, "classificationNames"))];
  for (const name of names) if (name.text !== "") into.statement({ asset, what: "classification", raw: name.text, value: name.text, rung: "detected", at: placeOf(entity, name) });
}

/** The names of licenses in a value; what is no text is told, and is a license that nobody knows. */
const licensesIn = (entity: Entity, asset: string, key: string, value: YamlValue, into: Evidence): string[] =>
  licenseNamesIn(value, (each) => into.problem("wrong-type", `\`${key.slice(0, 100)}\` of \`${asset.slice(0, 200)}\` is no text`, { file: entity.document.file, line: each.line, column: each.column }, keptAsClaim));

function recordAttributes(entity: Entity, asset: string, attributes: YamlValue | undefined, into: Evidence): void {
  for (const [key, value] of attributes?.entries ?? []) {
    const part = licensePart(key);
    // An attribute that was never filled in is `null`, which says less than an empty text.
    if (part !== null && (value.scalar !== null || value.items !== null || value.entries !== null)) {
      into.license({ asset, names: licensesIn(entity, asset, key, value, into), ...(value.items === null ? { raw: rawOf(value) } : {}), scope: scopeOfWord(part, kindOfType(entity.type)), at: placeOf(entity, value) });
    } else if (linkKey.test(key) && value.text.trim() !== "") into.statement({ asset, what: "license-link", raw: value.text, value: value.text.trim(), at: placeOf(entity, value) });
  }
}

function recordClassification(entity: Entity, asset: string, part: string | null, classification: YamlValue, into: Evidence): void {
  const type = textAt(classification, "typeName") ?? "";
  if (type === "") into.problem("missing-key", `a classification of \`${asset.slice(0, 200)}\` without its \`typeName\``, { file: entity.document.file, line: classification.line, column: classification.column }, "write its `typeName`; only what is named for a license was read");
  const from = textAt(classification, "entityGuid");
  const inherited = from !== null && from !== textAt(entity.value, "guid");
  const given = (valueAt(classification, "attributes")?.entries ?? []).filter(([, value]) => value.text.trim() !== "" || (value.items ?? value.entries ?? []).length > 0);
  const attributes = given.filter(([, value]) => value.text.trim() !== "");
  const at = placeOf(entity, classification);
  const told = [part === null ? null : `column ${part}`, type, ...given.map(([key, value]) => `${key}=${rawOf(value)}`), inherited ? `from ${from}` : null].filter((each) => each !== null && each !== "").join(" ");
  if (type !== "") into.statement({ asset, what: "classification", raw: told, value: type, rung: inherited ? "detected" : "declared", at });
  const licensed = given.filter(([key]) => licensePart(key) !== null || (type !== "" && ofClassification.test(key)));
  if (inherited || part !== null || !(/licen[cs]e/i.test(type) || (type === "" && licensed.length > 0))) return;
  const named = licensed.flatMap(([key, value]) => licensesIn(entity, asset, key, value, into));
  const [, rest] = licenseWord.exec(type) ?? [];
  if (named.length > 0 || rest !== undefined) into.license({ asset, names: named.length > 0 ? named : [rest ?? ""], raw: told, at });
  else into.finding("license-not-filled-in", asset, `its classification \`${type}\` names no license`, "fill in the attribute of the classification that names it");
  for (const [key, value] of attributes) if (linkKey.test(key) || /^(?:url|link)$/i.test(key)) into.statement({ asset, what: "license-link", raw: value.text, value: value.text.trim(), at: placeOf(entity, value) });
}
