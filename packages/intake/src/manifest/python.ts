import { placeIn } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { jsonOf, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { OwnLicenses } from "../license-text.js";
import { namesIn } from "../name-place.js";
import { recordNamed } from "../named.js";
import { unreadLicenseAt } from "../unread-license.js";
import { publishedId } from "./published.js";

/** A name of the index, where case and marks between words make no difference. */
const indexName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, "-");

/** A text of a license is longer than its name. */
const maxName = 100;

/**
 * A Python project by the standard's table, or by Poetry's. A license is an expression; in older files it is a table with a text or a file, where a short
 * text is taken for a name and a long one for the license's own words. Classifiers are a second word on the license.
 */
export function recordProject(document: DocumentRead, into: Evidence): void {
  const { root } = document;
  const table = valueAt(root, "project") ?? valueAt(root, "tool", "poetry");
  if (table?.entries == null) return;
  const classifiers = namesIn(valueAt(table, "classifiers")).map(({ value }) => value);
  const listed = classifiers.map((each) => each.text.trim());
  const name = textAt(table, "name");
  const id = publishedId("pypi", name === null ? null : indexName(name), textAt(table, "version"), listed.some((each) => each.startsWith("Private ::")), document.file);
  into.asset({ id, kind: "code", version: textAt(table, "version"), source: id });
  for (const [key, role] of [["authors", "author"], ["maintainers", "maintainer"]] as const) recordNamed(id, role, valueAt(table, key), document, into);
  const license = valueAt(table, "license");
  if (license !== undefined) recordLicense(document, id, license, into);
  recordClassifiers(document, id, classifiers, into);
}

const isUnread = (value: YamlValue | undefined): boolean => value !== undefined && (value.items !== null || value.entries !== null);

function recordLicense(document: DocumentRead, asset: string, license: YamlValue, into: Evidence): void {
  const at = { ...placeIn(document, license), where: `L${license.line} license` };
  const [text, file] = license.entries === null ? [license.text, null] : [valueAt(license, "text")?.text ?? null, textAt(license, "file")];
  if (file !== null) into.statement({ asset, what: "license-link", raw: file, value: file, at });
  const isLost = license.entries === null ? license.items !== null : isUnread(valueAt(license, "text")) || isUnread(valueAt(license, "file")) || (text === null && file === null);
  if (isLost) into.license({ asset, names: [unreadLicenseAt(license, document.file, "license", into, license)], raw: JSON.stringify(jsonOf(license)), at });
  if (text === null || isLost) return;
  if (text.length <= maxName && !text.trim().includes("\n")) into.license({ asset, names: [text.trim()], raw: text, at });
  else {
    const texts = new OwnLicenses(into);
    texts.add("LicenseRef-project", text, document.file);
    const named = texts.named("LicenseRef-project");
    if (named !== null) into.license({ asset, names: [named], raw: text, rung: "detected", at });
  }
}

/** The last words of classifiers of licenses; one that names a group of licenses says nothing. */
export function recordClassifiers(document: Pick<DocumentRead, "file" | "sha256">, asset: string, classifiers: readonly YamlValue[], into: Evidence): void {
  const found = classifiers.filter((each) => /^License\s*::/.test(each.text.trim()) && !/::\s*OSI Approved\s*$/.test(each.text));
  const [first] = found;
  if (first === undefined) return;
  const names = found.map((each) => each.text.split("::").at(-1)?.trim() ?? "");
  into.license({ asset, names, raw: found.map((each) => each.text.trim()).join("\n"), at: { ...placeIn(document, first), where: `L${first.line} classifiers` } });
}
