import { placeIn } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf, publisherOf } from "../hub-id.js";
import { addressId, digestFrom, identified } from "../identifier.js";
import { isNothing, namesIn } from "../name-place.js";
import { licensesIn } from "../unread-license.js";
import { unreadAt } from "../unread-source.js";

/** Records the data set that a record describes. */
export function recordProvenance(document: DocumentRead, into: Evidence): void {
  const { root, file } = document;
  const source = valueAt(root, "source");
  const provenance = valueAt(root, "provenance");
  if (source?.entries == null || provenance === undefined || isNothing(provenance)) {
    into.problem("missing-key", "no group `source` or no group `provenance`", { file, line: root.line, column: root.column }, "a record has the groups `source`, `provenance` and `use`; it was passed over");
    into.skipped.push({ file, why: "it is no whole record" });
    return;
  }
  const id = identityOf(source, file);
  // The issuer is the legal entity that answers for the data; a natural person would be named in other places.
  const issuer = textAt(itemsAt(source, "issuer")[0], "legal-name") ?? textAt(itemsAt(source, "issuer")[0], "name");
  into.asset({ id, kind: "dataset", version: textAt(source, "data-version"), licensor: publisherOf(id) ?? (issuer === null ? null : `organization:${issuer}`), source: addressIn(source) ?? id });
  recordDigests(document, source, id, into);
  recordUse(document, id, into);
  into.read.push({ file, records: 1, links: recordSources(document, provenance, id, into) });
}

const addressIn = (source: YamlValue): string | null => addressId(textAt(itemsAt(source, "id", "uris")[0]) ?? "") ?? addressId(textAt(source, "location") ?? "");

/** By an identifier that others use, else the one that the record has for itself. */
function identityOf(source: YamlValue, file: string): string {
  const doi = itemsAt(source, "id", "custom-ids").filter((each) => /doi/i.test(textAt(each, "method") ?? "")).map((each) => `doi:${textAt(each, "value") ?? ""}`);
  const told = [...doi, ...itemsAt(source, "id", "uris").map((each) => each.text), textAt(source, "id") ?? ""];
  const found = told.map((text) => identified(text)).find((each) => each !== null && each.kind !== "code" && each.kind !== "model");
  if (found != null) return found.id;
  const own = textAt(itemsAt(source, "id", "uuids")[0]) ?? textAt(source, "id");
  if (own !== null) return own.startsWith("urn:") ? own : /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(own) ? `urn:uuid:${own.toLowerCase()}` : `provenance-standard:${own}`;
  return `provenance-standard:${file}`;
}

function recordDigests(document: DocumentRead, source: YamlValue, asset: string, into: Evidence): void {
  for (const file of itemsAt(source, "id", "hashes")) {
    for (const hash of itemsAt(file, "tree-hashes")) {
      const digest = /^sha-?256$/i.test(textAt(hash, "algorithm") ?? "") ? digestFrom(textAt(hash, "value")) : null;
      if (digest !== null) into.statement({ asset, what: "file-digest", raw: `${textAt(file, "path") ?? "a file"} ${textAt(hash, "value") ?? ""}`, value: digest, at: { ...placeIn(document, hash), where: `L${hash.line} hash` } });
    }
  }
}

/** What the group on use says that bears on rights, each under a name of its own; the license may be a name, an address, or whom to ask. */
const told = {
  copyright: "rights", patent: "patent-claim", trademark: "trademark-claim", consents: "consent-document", "intended-purpose": "intended-use", classification: "data-class",
  "processing-included": "processing-allowed", "processing-excluded": "processing-forbidden", "storage-allowed": "storage-allowed", "storage-forbidden": "storage-forbidden",
} as const;

function recordUse(document: DocumentRead, asset: string, into: Evidence): void {
  const use = valueAt(document.root, "use");
  const license = valueAt(use, "license");
  if (license !== undefined) {
    const { names, whole } = licensesIn(license, document.file, "use.license", into);
    into.license({ asset, names, ...(whole === null ? {} : { raw: whole }), at: { ...placeIn(document, license), where: `L${license.line} license` } });
  }
  for (const [key, what] of Object.entries(told)) {
    const value = valueAt(use, key);
    for (const each of value?.items ?? (value === undefined ? [] : [value])) {
      const raw = each.entries === null ? each.text.trim() : shortOf(each);
      if (raw !== "") into.statement({ asset, what, raw, value: raw, at: { ...placeIn(document, each), where: `L${each.line} ${key}` } });
    }
  }
}

/** What an entry is called, and what is said of it. */
const shortOf = (value: YamlValue): string =>
  [textAt(value, "regulation", "code") ?? textAt(value, "code") ?? textAt(value, "country"), textAt(value, "state"), textAt(value, "long-description") ?? textAt(value, "description")].filter((text) => text !== null).join(": ");

/** Where the records of the sources stand, and how the data came about. */
function recordSources(document: DocumentRead, provenance: YamlValue, asset: string, into: Evidence): number {
  for (const method of itemsAt(provenance, "generation-method")) {
    const raw = shortOf(method);
    if (raw !== "") into.statement({ asset, what: "generation-method", raw, value: textAt(method, "code") ?? raw, at: { ...placeIn(document, method), where: `L${method.line} method` } });
  }
  // A group of another shape names no less than a group would: of what it names nothing is known.
  const named = provenance.entries === null ? [{ text: null, value: provenance }] : namesIn(valueAt(provenance, "source"));
  const from = named.map(({ text, value }) => (text === null ? unreadAt(value, document.file, "`provenance.source` is neither a text nor a list of texts: name each by its address", "dataset", asset, into) : into.mention(identified(text)?.id ?? addressId(text) ?? `${asset}#dataset/${text.slice(0, 200)}`, "dataset")));
  const day = (key: string): string | null => /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(textAt(provenance, "generation-period", key) ?? "")?.[1] ?? null;
  into.derivation({ from, to: asset, by: "curate", who: makerOf(asset), during: { from: day("start"), to: day("end") }, assumed: "the record does not say what was done with its sources" });
  return from.length;
}
