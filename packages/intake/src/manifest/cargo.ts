import { placeIn } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { jsonOf, textAt, valueAt } from "../foreign-yaml.js";
import { recordNamed } from "../named.js";
import { unreadLicenseAt } from "../unread-license.js";
import { publishedId } from "./published.js";

/** A crate. What it takes from its workspace is said in another file, and not read here; a slash between licenses is the old way of writing a choice. */
export function recordCrate(document: DocumentRead, into: Evidence): void {
  const table = valueAt(document.root, "package");
  if (table?.entries == null) return;
  const id = publishedId("cargo", textAt(table, "name"), textAt(table, "version"), valueAt(table, "publish")?.scalar === false, document.file);
  into.asset({ id, kind: "code", version: textAt(table, "version"), source: id });
  recordNamed(id, "author", valueAt(table, "authors"), document, into);
  const license = valueAt(table, "license");
  const at = (line: number, key: string) => ({ ...placeIn(document, document.root), line, where: `L${line} ${key}` });
  if (license?.entries === null && license.items === null) into.license({ asset: id, names: [license.text.trim().split(/\s*\/\s*/).join(" OR ")], raw: license.text, at: at(license.line, "license") });
  // What a workspace says of its crates is in its own file.
  const inherited = license?.entries != null && valueAt(license, "workspace")?.scalar === true;
  if (license !== undefined && !inherited && (license.entries !== null || license.items !== null)) into.license({ asset: id, names: [unreadLicenseAt(license, document.file, "license", into, license)], raw: JSON.stringify(jsonOf(license)), at: at(license.line, "license") });
  const file = valueAt(table, "license-file");
  if (file?.entries === null && file.text.trim() !== "") into.statement({ asset: id, what: "license-link", raw: file.text, value: file.text.trim(), at: at(file.line, "license-file") });
}
