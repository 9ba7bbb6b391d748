import { placeIn } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { textAt, valueAt, valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { publisherOf } from "../hub-id.js";
import { identified } from "../identifier.js";
import { recordNamed } from "../named.js";
import { licensesIn } from "../unread-license.js";

/**
 * A file that says how to cite software or data. Software is known by its repository, data by a DOI or an address on a hub; either by where the file
 * lies if it gives none. The works that it refers to are not read: to be cited is no origin.
 */
export function recordCitation(document: DocumentRead, into: Evidence): void {
  const { root, file } = document;
  const kind = textAt(root, "type") === "dataset" ? "dataset" : "code";
  const id = identityOf(root, kind) ?? `manifest:${file}`;
  into.asset({ id, kind, version: textAt(root, "version"), licensor: publisherOf(id), source: id });
  // An entry with one name for the whole is an organization's.
  for (const value of valuesOf(root, "authors").flatMap((each) => each.items ?? [])) if (textAt(value, "family-names") !== null || textAt(value, "given-names") !== null) recordNamed(id, "author", value, document, into);
  for (const value of valuesOf(root, "license")) {
    const { names, whole } = licensesIn(value, file, "license", into);
    into.license({ asset: id, names, raw: whole ?? (value.items === null ? value.text : JSON.stringify(names)), at: placeIn(document, value) });
  }
  for (const value of valuesOf(root, "license-url")) if (value.text.trim() !== "") into.statement({ asset: id, what: "license-link", raw: value.text, value: value.text.trim(), at: placeIn(document, value) });
}

function identityOf(root: YamlValue, kind: "dataset" | "code"): string | null {
  const doi = textAt(root, "doi");
  const listed = (valueAt(root, "identifiers")?.items ?? []).flatMap((each) => {
    const value = textAt(each, "value");
    return value === null ? [] : [textAt(each, "type") === "doi" && value.startsWith("10.") ? `doi:${value}` : value];
  });
  const texts = [textAt(root, "repository-code"), doi === null || !doi.startsWith("10.") ? doi : `doi:${doi}`, ...listed, textAt(root, "url"), textAt(root, "repository")];
  return texts.map((text) => identified(text ?? "")).find((found) => found !== null && (found.kind === null || found.kind === kind))?.id ?? null;
}
