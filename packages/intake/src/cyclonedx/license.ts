import { pushAll } from "@cleartitle/norms";
import { placeIn } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import type { BillItem, BillLicense } from "../bill.js";
import { textAt, valueAt, valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { partOfKey } from "../license-scope.js";
import { OwnLicenses } from "../license-text.js";
import { isNothing, listedIn, placedAt } from "../name-place.js";
import { licenseNamesIn, unreadLicense } from "../unread-license.js";
import { copiedLicensesOf } from "./copied-license.js";
import { othersAt } from "../known-license.js";
import { ownTexts } from "./own-property.js";

/** The text that comes with a license or a part of an expression. In XML it may have no attributes, and is a text then. */
function wordsOf(value: YamlValue): string | null {
  const text = valueAt(value, "text");
  if (text === undefined || text.items !== null) return null;
  const content = text.entries === null ? text.text : textAt(text, "content");
  const words = content !== null && textAt(text, "encoding") === "base64" ? Buffer.from(content, "base64").toString("utf8") : content;
  return words === null || words.trim() === "" ? null : words;
}

/** The names of a license: its id, or its name with the text that comes with it. What a text or an address beside an id is known as beyond that id is named too. */
function namesOf(license: YamlValue, file: string, into: Evidence): string[] {
  const words = wordsOf(license);
  const [id, name] = [textAt(license, "id"), textAt(license, "name")];
  const licenses = new OwnLicenses(into);
  if (id !== null) return words === null ? [id] : [id, ...licenses.othersThan(id, words, file)];
  if (name === null || words === null) return name === null ? [] : [name];
  licenses.add(name, words, file);
  return [licenses.named(name) ?? name];
}

/** An expression, with the licenses that it names for itself named by their texts, and what the texts of others are known as beyond those. */
function expressedIn(entry: YamlValue, file: string, into: Evidence): string[] {
  const expression = textAt(entry, "expression");
  if (expression === null) return [];
  const [licenses, others] = [new OwnLicenses(into), [] as string[]];
  for (const detail of placedAt(entry, "expressionDetails")) {
    const [id, words] = [textAt(detail, "licenseIdentifier") ?? "", wordsOf(detail)];
    if (words === null) continue;
    if (id.includes("LicenseRef-")) licenses.add(id, words, file);
    // An exception has a text of its own beside the license's.
    else pushAll(others, licenses.othersThan(id.replace(/\s+WITH\s.*$/i, ""), words, file));
  }
  return [licenses.outside(expression), ...others];
}

const isNamed = (license: YamlValue): boolean => textAt(license, "id") !== null || textAt(license, "name") !== null;

/** What stands in an entry for a license and cannot be read, beside what can. */
function unreadIn(entry: YamlValue): YamlValue[] {
  const licenses = valuesOf(entry, "license").filter((each) => !isNothing(each));
  const texts = [...licenses.filter(isNamed).flatMap((each) => ["id", "name"].flatMap((key) => valuesOf(each, key))), ...valuesOf(entry, "expression")];
  return [...licenses.filter((each) => !isNamed(each)), ...texts.filter((each) => each.items !== null || each.entries !== null)];
}

/** What a document of ours says of an entry: which entries are one statement, how it was worded, and who says so. */
interface Own {
  readonly statement: string | null;
  readonly raw: string | null;
  readonly by: string | null;
}

function ownIn(entry: YamlValue): Own {
  const [statement = null, raw = null, by = null] = ["statement", "raw", "by"].map((word) => ownTexts(entry, word)[0] ?? null);
  return { statement, raw, by };
}

/**
 * The licenses of a component: those that its makers declare, those that the document concludes, and those that a scan found. Several licenses
 * without an expression are a list, for the format does not say whether all of them apply or any.
 */
export function licensesOf(component: YamlValue, document: DocumentRead, by: string | null, into: Evidence, wrong: (entry: YamlValue) => void): BillLicense[] {
  const found: BillLicense[] = [];
  const list = (value: YamlValue, known: "declared" | "detected", key: string): void => {
    const groups = new Map<string, { readonly names: string[]; readonly rung: "declared" | "detected"; readonly own: Own }>();
    for (const entry of listedIn(value)) {
      const license = valueAt(entry, "license");
      const rung = (textAt(license, "acknowledgement") ?? textAt(entry, "acknowledgement")) === "concluded" ? "detected" : known;
      const said = [...(license === undefined ? [] : namesOf(license, document.file, into)), ...expressedIn(entry, document.file, into)];
      const unread = said.length === 0 ? [] : unreadIn(entry);
      for (const each of unread) wrong(each);
      // An id is what counts of an entry that has a name too, which the schema rules out.
      const beside = [textAt(license, "id") === null ? null : textAt(license, "name"), ...[license, ...placedAt(entry, "expressionDetails")].map((each) => textAt(each, "url"))].filter((each) => each !== null);
      // Where nothing else is named the entry itself is kept, with its address.
      const names = said.length === 0 ? [] : [...said, ...othersAt(beside, said, into), ...unread.map(unreadLicense)];
      // An entry is a license, also one that does not say which.
      if (names.length === 0) wrong(entry);
      const own = ownIn(license ?? entry);
      const group = groups.get(`${rung} ${own.statement ?? ""}`) ?? { names: [], rung, own };
      groups.set(`${rung} ${own.statement ?? ""}`, group);
      group.names.push(...(names.length === 0 ? [unreadLicense(entry)] : names));
    }
    if (groups.size === 0) groups.set(known, { names: [], rung: known, own: { statement: null, raw: null, by: null } });
    for (const { names, rung, own } of groups.values()) {
      found.push({ names, rung, by: own.by ?? (rung === "declared" || own.statement !== null ? null : by), ...(own.raw === null ? {} : { raw: own.raw }), at: { ...placeIn(document, value), where: `L${value.line} ${key}` } });
    }
  };
  for (const each of valuesOf(component, "licenses")) list(each, "declared", "licenses");
  for (const each of valuesOf(valueAt(component, "evidence"), "licenses")) list(each, "detected", "evidence.licenses");
  for (const reference of placedAt(component, "externalReferences").filter((each) => textAt(each, "type") === "license")) {
    const names = othersAt([textAt(reference, "url") ?? ""], found.flatMap((each) => each.names), into);
    if (names.length > 0) found.push({ names, rung: "declared", at: { ...placeIn(document, reference), where: `L${reference.line} externalReferences` } });
  }
  return [...found, ...copiedLicensesOf(component, found, document, into)];
}

/** The licenses that properties of a component, or of its model card, name for parts of it, for the format has no other place for them. */
export function partLicensesOf(component: YamlValue, kind: string, document: DocumentRead, wrong: (value: YamlValue) => void): BillLicense[] {
  return [...placedAt(component, "properties"), ...placedAt(component, "modelCard", "properties")].flatMap((property): BillLicense[] => {
    const [name, value] = [textAt(property, "name") ?? "", valueAt(property, "value")];
    const part = partOfKey(name, kind);
    const names = part === null || value === undefined ? [] : licenseNamesIn(value, wrong);
    if (part === null || names.length === 0) return [];
    return [{ names, rung: "declared", scope: part.scope, at: { ...placeIn(document, property), where: `L${property.line} ${name}` } }];
  });
}

/** Whom a component names as persons: authors, whom to ask at its makers and sellers, and the sides of a contract. */
export function personsOf(component: YamlValue): NonNullable<BillItem["persons"]> {
  const contracts = (valueAt(component, "licenses")?.items ?? []).map((entry) => valueAt(entry, "license", "licensing") ?? valueAt(entry, "licensing"));
  return [
    ...["author", "authors"].map((key) => ({ role: "author", value: valueAt(component, key) })), ...["manufacturer", "supplier"].map((key) => ({ role: "contact", value: valueAt(component, key, "contact") })),
    ...contracts.flatMap((each) => ["licensor", "licensee", "purchaser"].map((role) => ({ role, value: valueAt(each, role, "individual") }))),
  ];
}

/** What a document says of the contract that a license came by: the licensor, the kinds and the days. Order numbers are left out, and persons are for whoever asks for them. */
export function contractsOf(component: YamlValue): { readonly raw: string; readonly value: YamlValue }[] {
  return (valueAt(component, "licenses")?.items ?? []).flatMap((entry) => {
    const licensing = valueAt(entry, "license", "licensing") ?? valueAt(entry, "licensing");
    if (licensing === undefined) return [];
    const said = {
      licensor: textAt(licensing, "licensor", "organization", "name"), licensee: textAt(licensing, "licensee", "organization", "name"),
      types: valueAt(licensing, "licenseTypes")?.items?.map((each) => each.text) ?? [], renewed: textAt(licensing, "lastRenewal"), expires: textAt(licensing, "expiration"),
    };
    return [{ raw: JSON.stringify(said), value: licensing }];
  });
}
