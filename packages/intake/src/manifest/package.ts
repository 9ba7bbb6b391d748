import { placeIn } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { textAt, valueAt, valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { recordNamed } from "../named.js";
import { licensesIn } from "../unread-license.js";
import { publishedId } from "./published.js";

/**
 * A package is known by its package URL if it is one that is published; a private one is known by where it lies, since a registry may have another
 * of its name. What it needs is not read: ranges of versions name no package.
 */
export function recordPackage(document: DocumentRead, into: Evidence): void {
  const { root, file } = document;
  const [name, version] = [textAt(root, "name"), textAt(root, "version")];
  const id = publishedId("npm", name, version, valueAt(root, "private")?.scalar === true, file);
  into.asset({ id, kind: "code", version, source: id });
  for (const [key, role] of [["author", "author"], ["contributors", "contributor"], ["maintainers", "maintainer"]] as const) recordNamed(id, role, valueAt(root, key), document, into);
  for (const key of ["license", "licenses"]) for (const value of valuesOf(root, key)) recordLicense(document, id, value, key, into);
}

/** A name; or, in an old way, an object with a name and an address, or a list of them. */
function recordLicense(document: DocumentRead, asset: string, value: YamlValue, key: string, into: Evidence): void {
  const { names: named, whole } = licensesIn(value, document.file, key, into, (object) => textAt(object, "type") ?? textAt(object, "name") ?? textAt(object, "url"));
  // The registry's word for a package that nobody else may use, which is one letter from the name of a license that lets everybody.
  const names = named.map((each) => (each === "UNLICENSED" ? "NONE" : each));
  into.license({ asset, names, raw: whole ?? (named.length === 1 ? (named[0] ?? "") : named.length === 0 && value.items === null ? value.text : JSON.stringify(named)), at: { ...placeIn(document, value), where: `L${value.line} ${key}` } });
}
