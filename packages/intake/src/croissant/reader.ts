import { isOwnName, ownAssetKind, ownDerivationKind, ownParty, ownSource, ownUpstream, ownWord } from "@cleartitle/title";
import { placeIn, readMapping } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence, LicenseEntry } from "../evidence.js";
import { itemsAt, jsonOf, textAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf, publisherOf } from "../hub-id.js";
import { addressId, digestFrom, identified } from "../identifier.js";
import { isNothing } from "../name-place.js";
import type { Reader } from "../reader.js";
import { recordRemark } from "../remark.js";
import { recordNamed } from "../named.js";
import { licensesIn } from "../unread-license.js";
import { unreadAt } from "../unread-source.js";
import { identityOf } from "./identity.js";
import { textIn, textOfValue, typesOf, valuesAt } from "./metadata.js";

const maxBytes = 33_554_432;

/** Data sets described in Croissant 0.8 to 1.1, with the vocabulary for responsible AI. */
export const croissant: Reader = {
  id: "croissant",
  title: "Descriptions of data sets in Croissant 0.8 to 1.1 (JSON-LD)",
  detect({ path, head }) {
    if (!/\.json(?:ld)?$/i.test(path) || !/^\s*[[{]/.test(head) || !head.includes('"@context"')) return "no";
    if (/mlcommons\.org\/croissant/.test(head)) return "yes";
    return /"@type"\s*:\s*"(?:sc:|schema:|https?:\/\/schema\.org\/)?Dataset"/.test(head) ? "yes" : "no";
  },
  async read(files, into) {
    for (const file of files) {
      const document = await readMapping(file, "json", maxBytes, into);
      if (document === null) continue;
      if (typesOf(document.root).includes("Dataset")) record(document, into);
      else into.skipped.push({ file: file.path, why: "it describes no data set" });
    }
  },
};

function record(document: DocumentRead, into: Evidence): void {
  const { root, file } = document;
  const { id, conflict, version } = identityOf(root, file);
  const page = textIn(root, "url");
  describe(root, id, { kind: "dataset", version, source: page === null ? id : (addressId(page) ?? id) }, into);
  if (conflict.length > 0) into.finding("identifiers-differ", id, `its description gives ${conflict.map((each) => `\`${each}\``).join(" and ")} for one data set`, "correct the address, or the files, and import again");
  recordPersons(document, id, into);
  into.read.push({ file, records: 1, links: recordContent(document, root, id, into) });
}

function describe(of: YamlValue, id: string, { kind, version, source }: { readonly kind: string; readonly version: string | null; readonly source: string }, into: Evidence): void {
  const own = (word: string): string | null => textAt(of, `cleartitle:${word}`);
  into.asset({
    id, kind, version, licensor: publisherOf(id) ?? organizationIn(of) ?? ownParty(own("licensor")), source: ownSource(own("source")) ?? source, digest: own("digest"),
    modality: itemsAt(of, "cleartitle:modality").map((each) => each.text.trim()).filter((each) => each !== ""), upstream: ownUpstream(own("upstream")),
  });
}

/** What is said of the whole, or of a source within it; returns the number of links. */
function recordContent(document: DocumentRead, of: YamlValue, id: string, into: Evidence): number {
  recordLicenses(document, of, id, into);
  recordPolicies(document, of, id, into);
  recordFiles(document, of, id, into);
  for (const [key, value] of of.entries ?? []) if (key === "cleartitle:remark") for (const each of value.items ?? [value]) recordRemark(each.text, id, placeIn(document, each), into);
  return recordSources(document, of, id, into);
}

function recordPersons(document: DocumentRead, asset: string, into: Evidence): void {
  for (const role of ["creator", "author", "contributor", "publisher", "maintainer"]) {
    const named = valuesAt(document.root, role).filter((each) => typesOf(each).includes("Person") || (each.entries === null && role !== "publisher"));
    for (const each of named) recordNamed(asset, role, each.entries === null ? each : { ...each, entries: null, text: textIn(each, "name") ?? textIn(each, "email") ?? "" }, document, into);
  }
}

/** An organization that made or publishes it, by name, and no person. */
function organizationIn(root: YamlValue): string | null {
  for (const key of ["creator", "publisher"]) {
    for (const each of valuesAt(root, key)) if (typesOf(each).includes("Organization")) return textIn(each, "name") === null ? null : `organization:${textIn(each, "name")}`;
  }
  return null;
}

/** A hub gives the page of a license on another site, and the page of no license where nobody chose one; `None` is how a language writes nothing. */
function licenseName(text: string): string | null {
  if (text === "None") return null;
  const [, name] = /^https?:\/\/choosealicense\.com\/licenses\/([^/?#]+)\/?$/i.exec(text) ?? [];
  return name === undefined ? text : name === "undefined" ? null : name;
}

function recordLicenses(document: DocumentRead, of: YamlValue, asset: string, into: Evidence): void {
  const state = (property: string, more: Partial<Pick<LicenseEntry, "scope">>): void => {
    const values = valuesAt(of, property);
    const [first] = values;
    const place = first ?? of.entries?.find(([key]) => key.replace(/^.*[:/]/, "") === property)?.[1];
    if (place === undefined) return;
    const { names, whole } = licensesIn({ ...place, items: values, entries: null }, document.file, property, into, textOfValue);
    const texts = values.map((each) => textOfValue(each) ?? "");
    into.license({ asset, names: names.map(licenseName).filter((name) => name !== null), raw: whole ?? (texts.length === 1 ? (texts[0] ?? "") : JSON.stringify(texts)), at: { ...placeIn(document, place), where: `L${place.line} ${property}` }, ...more });
  };
  state("license", {});
  state("sdLicense", { scope: "metadata" });
}

/** What the format says of use beyond the license is kept whole: terms of consent codes, offers, and the fields for responsible AI. */
function recordPolicies(document: DocumentRead, of: YamlValue, asset: string, into: Evidence): void {
  for (const value of valuesAt(of, "usageInfo")) {
    const raw = value.entries === null ? value.text : JSON.stringify(jsonOf(value));
    if (raw.trim() !== "") into.statement({ asset, what: "use-policy", raw, value: textIn(value, "termCode") ?? true, at: placeIn(document, value) });
  }
  for (const [key, value] of of.entries ?? []) {
    const [, name] = /^(?:rai:|https?:\/\/mlcommons\.org\/croissant\/RAI\/)([A-Za-z]+)$/.exec(key) ?? [];
    if (name === undefined) continue;
    const raw = value.entries === null && value.items === null ? value.text : JSON.stringify(jsonOf(value));
    if (raw.trim() !== "") into.statement({ asset, what: `rai-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, raw, value: raw, at: placeIn(document, value) });
  }
}

/** Digests of files: they are parts of the data set under its own terms, and tell copies of it. */
function recordFiles(document: DocumentRead, of: YamlValue, asset: string, into: Evidence): void {
  for (const file of valuesAt(of, "distribution")) {
    const told = textIn(file, "sha256");
    if (told === null) continue;
    const digest = digestFrom(told);
    const name = textIn(file, "name") ?? textOfValue(file) ?? "a file";
    if (digest !== null) into.statement({ asset, what: "file-digest", raw: `${name} ${told}`, value: digest, at: placeIn(document, file) });
    else into.finding("digest-is-none", asset, `\`${name}\` has \`${told.slice(0, 80)}\` for a SHA-256`, "compute the digest of the file, so that copies of it can be told");
  }
}

/** What is said of a thing and of its parts: of files, record sets and fields, and of fields within fields. */
const partsOf = (of: YamlValue): YamlValue[] => [of, ...["distribution", "recordSet", "field", "subField"].flatMap((key) => valuesAt(of, key).flatMap(partsOf))];

/** What stands in the places for sources: of a part, and of the act by which it was made. */
const sourcesIn = (of: YamlValue): YamlValue[] =>
  partsOf(of).flatMap((each) => [...valuesAt(each, "wasDerivedFrom"), ...valuesAt(each, "isBasedOn"), ...valuesAt(each, "wasGeneratedBy").flatMap((act) => valuesAt(act, "used"))]).filter((each) => !isNothing(each));

/** What the data was derived from, said of the whole, of its files, record sets or of a field; returns the number of links. */
function recordSources(document: DocumentRead, of: YamlValue, asset: string, into: Evidence): number {
  const found = sourcesIn(of).map((each) => ({ by: ownDerivationKind(ownWord(textAt(each, "cleartitle:by") ?? "")), act: textAt(each, "cleartitle:act"), who: ownParty(textAt(each, "cleartitle:who")), ...sourceNamed(document, each, asset, into) }));
  const from = found.filter((each) => each.by === null).map((each) => each.id);
  const activity = valuesAt(of, "wasGeneratedBy")[0];
  const day = (name: string): string | null => /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(textIn(activity, name) ?? "")?.[1] ?? null;
  const during = { from: day("startedAtTime"), to: day("endedAtTime") };
  into.derivation({ from: [...new Set(from)], to: asset, by: "curate", who: makerOf(asset), during, assumed: "the description does not say what was done with its sources" });
  for (const { by, act, who, id } of found) if (by !== null) into.derivation({ from: [id], to: asset, by, who: who ?? makerOf(asset), during, ...(act === null ? {} : { activity: act }) });
  return found.reduce((sum, each) => sum + each.links, 0) + new Set(found.map((each) => each.id)).size;
}

/** A source, with what is said of it within, and how many links that names. Of one without a name nothing is taken that is said of it: there may be several, and what is said of one is not said of all. */
function sourceNamed(document: DocumentRead, value: YamlValue, of: string, into: Evidence): { readonly id: string; readonly links: number } {
  const text = textOfValue(value);
  if (text === null) return { id: unreadAt(value, document.file, "a source without `@id`, `url` or `name`", "dataset", of, into), links: 0 };
  const found = identified(text);
  const kind = ownAssetKind(ownWord(textAt(value, "cleartitle:kind") ?? "")) ?? found?.kind ?? "dataset";
  const known = found?.id ?? (isOwnName(text) ? text : null);
  const id = known === null ? (addressId(text) ?? `${of}#dataset/${text.slice(0, 200)}`) : known;
  into.mention(id, known === null ? "dataset" : kind);
  if (known === null && addressId(text) === null) into.finding("not-an-identifier", of, `\`${text.slice(0, 100)}\` is a name, which others may use for something else`, "name the source by its id");
  if (textAt(value, "cleartitle:described") === "true") describe(value, id, { kind, version: textIn(value, "version"), source: id }, into);
  return { id, links: value.entries === null ? 0 : recordContent(document, value, id, into) };
}
