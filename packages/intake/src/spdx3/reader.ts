import { ownAssetKind, ownDerivationKind, ownParty, ownSource, ownUpstream, ownWord } from "@cleartitle/title";
import { descent, recordBill } from "../bill.js";
import type { BillItem, BillLicense, BillLink, BillRead } from "../bill.js";
import { placeIn, readMapping } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence, Place } from "../evidence.js";
import { dayAt, itemsAt, textAt, valueAt, valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { digestFrom } from "../identifier.js";
import { partOfKey } from "../license-scope.js";
import { OwnLicenses } from "../license-text.js";
import { inventoryLinks } from "../inventory.js";
import { placedAt } from "../name-place.js";
import type { Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { keptAsClaim, licenseNamesIn, rawOf, unreadLicense } from "../unread-license.js";
import { standsFor } from "../unread-source.js";
import { flowsIn } from "./build.js";
import { apartIn, isCollection, listingsIn, unreadIn } from "./collection.js";
import { endOf, keyOf, typeOf } from "./element.js";
import type { End } from "./element.js";
import { addTexts, expressionOf } from "./license.js";
import { OwnAnnotations } from "./own-annotation.js";
import { descends, relationOf } from "./relation.js";
import type { Relation } from "./relation.js";

const maxBytes = 67_108_864;
const built = "a build takes one in and gives the other out, and does not say what was done";

/** SPDX documents of version 3 with the profiles for software, models and data sets, in JSON-LD with the standard context. */
export const spdx3: Reader = {
  id: "spdx-3",
  title: "Bills of materials in SPDX 3 (JSON-LD, with the AI and Dataset profiles)",
  detect: ({ path, head }) => (/\.(json|jsonld)$/i.test(path) && /^\s*\{/.test(head) && /"@context"\s*:\s*(?:\[\s*)?"https?:\/\/spdx\.(?:org|github\.io)\/[^"]*spdx-context\.jsonld"/.test(head) ? "yes" : "no"),
  async read(files, into) {
    for (const file of files) {
      const read = await billIn(file, into);
      if (read !== null) recordBill(read, into);
    }
  },
};

async function billIn(file: SourceFile, into: Evidence): Promise<BillRead | null> {
  const document = await readMapping(file, "json", maxBytes, into);
  return document === null ? null : new GraphReader(document, into).whole();
}

const kinds: Readonly<Record<string, BillItem["kind"]>> = { ai_AIPackage: "model", dataset_DatasetPackage: "dataset", software_Package: null, software_File: null, software_Snippet: null };
const purposes: Readonly<Record<string, BillItem["kind"]>> = { model: "model", data: "dataset", documentation: "document", specification: "document" };

/** Names with and without the prefix of their profile: converters leave it out. */
const either = (value: YamlValue, key: string): string | null => textAt(value, `software_${key}`) ?? textAt(value, key);
const listAt = (value: YamlValue, key: string): string[] => valueAt(value, key)?.items?.map((each) => each.text) ?? [textAt(value, key)].filter((each) => each !== null);

class GraphReader {
  readonly #elements = new Map<string, YamlValue>();
  readonly #relationships: YamlValue[] = [];
  readonly #packages: (readonly [key: string, element: YamlValue])[] = [];
  readonly #items = new Map<string, BillItem>();
  readonly #declared = new Map<string, BillLicense[]>();
  readonly #licenses: OwnLicenses;
  readonly #own: OwnAnnotations;
  /** Where the first thing is listed that cannot be read. */
  #lost: Place | null = null;

  constructor(private readonly document: DocumentRead, private readonly into: Evidence) {
    const { root } = document;
    // A document of one element has no list of them.
    for (const element of valueAt(root, "@graph") === undefined ? [root] : placedAt(root, "@graph")) this.#take(element);
    this.#own = new OwnAnnotations(this.#elements);
    this.#licenses = new OwnLicenses(into);
    addTexts(this.#elements, this.#licenses, document.file);
  }

  #take(element: YamlValue): void {
    const [key, type] = [keyOf(element), typeOf(element)];
    if (element.entries === null) return this.#problem("wrong-type", element, "an element that is no object", "it was passed over");
    const isRelationship = /^(LifecycleScoped)?Relationship$/.test(type) || (type === "" && valueAt(element, "relationshipType") !== undefined);
    if (type === "" && element !== this.document.root) this.#problem("missing-key", element, "an element without a `type`", isRelationship ? "it was read as a relationship" : "it was passed over");
    // Nothing names a relationship: one without an id, or with another's, is one all the same.
    if (isRelationship) this.#relationships.push(element);
    if (key !== null) this.#elements.set(key, element);
    if (type === "simplelicensing_LicenseExpression" && textAt(element, "simplelicensing_licenseExpression") === null) this.#unreadLicense(element);
    for (const each of endOf(element, "expandedlicensing_member").unread) if (each !== element) this.#unreadLicense(each);
    if (!Object.hasOwn(kinds, type)) return;
    if (key !== null) this.#packages.push([key, element]);
    else this.#problem("missing-key", element, "an element without an `spdxId`", `give it the id by which relationships name it; for what the document is of, ${standsFor}`);
    if (key === null) this.#lost ??= placeIn(this.document, element);
  }

  #problem(code: "missing-key" | "wrong-type" | "bad-value" | "too-many", value: YamlValue, message: string, hint: string): void {
    this.into.problem(code, message, { file: this.document.file, line: value.line, column: value.column }, hint);
  }

  #unreadLicense(value: YamlValue): void {
    this.#problem("wrong-type", value, "a license that cannot be read", keptAsClaim);
  }

  whole(): BillRead {
    for (const each of this.#relationships) this.#license(each);
    const items = this.#packages.map(([key, element]) => this.#item(key, element));
    for (const each of items) this.#items.set(each.key, each);
    const stated = [...this.#relationships.flatMap((each) => this.#links(each)), ...this.#packages.flatMap(([key, element]) => this.#origin(key, element)), ...this.#builds()];
    const links = [...stated, ...this.#inventory(items, stated)];
    const namespace = [...this.#elements].find(([, each]) => typeOf(each) === "SpdxDocument")?.[0] ?? `spdx:${this.document.file}`;
    const remarks = [...this.#items.keys()].flatMap((key) => this.#own.textsOf(key).map(({ text, at }) => ({ key, text, at: placeIn(this.document, at) })));
    return { file: this.document.file, bill: { namespace, items, links }, contracts: [], remarks };
  }

  #item(key: string, element: YamlValue): BillItem {
    const purpose = either(element, "primaryPurpose") ?? "";
    const external = (valueAt(element, "externalIdentifier")?.items ?? []).filter((each) => /^(packageUrl|purl|swhid|gitoid)$/.test(textAt(each, "externalIdentifierType") ?? "")).map((each) => textAt(each, "identifier") ?? "");
    const location = either(element, "downloadLocation") ?? "";
    const listed = kinds[typeOf(element)] ?? (Object.hasOwn(purposes, purpose) ? (purposes[purpose] ?? null) : null);
    const kind = ownAssetKind(ownWord(this.#own.textOf(key, "kind") ?? "")) ?? listed;
    return {
      key, name: textAt(element, "name") ?? key, kind, modality: this.#own.listOf(key, "modality"), undescribed: this.#own.textOf(key, "undescribed") === "true",
      upstream: ownUpstream(this.#own.textOf(key, "upstream")), identifiers: [either(element, "packageUrl") ?? "", ...external, location], digest: this.#digest(element), said: { digest: this.#own.textOf(key, "digest"), source: ownSource(this.#own.textOf(key, "source")), licensor: ownParty(this.#own.textOf(key, "licensor")) }, version: either(element, "packageVersion"),
      maker: this.#maker(element), persons: [...this.#persons(element, "originatedBy", "originator"), ...this.#persons(element, "suppliedBy", "supplier")], file: /^software_(?:File|Snippet)$/.test(typeOf(element)), licenses: [...(this.#declared.get(key) ?? []), ...this.#inline(element), ...this.#parts(element, kind ?? "code")], at: placeIn(this.document, element),
    };
  }

  /** The file that a snippet is a part of. */
  #origin(key: string, element: YamlValue): BillLink[] {
    if (typeOf(element) !== "software_Snippet") return [];
    const file = either(element, "snippetFromFile");
    if (file === null) this.#problem("missing-key", element, `\`${key.slice(0, 80)}\` is of no file that could be read`, "write `software_snippetFromFile`; what it is a part of is not known");
    return file === null ? [] : [{ from: [key], to: file, by: "include", source: "code", at: placeIn(this.document, element) }];
  }

  #digest(element: YamlValue): string | null {
    const sum = itemsAt(element, "verifiedUsing").find((each) => textAt(each, "algorithm") === "sha256" && typeOf(each) !== "software_PackageVerificationCode");
    return digestFrom(textAt(sum, "hashValue"));
  }

  #persons(element: YamlValue, key: string, role: string): NonNullable<BillItem["persons"]> {
    return listAt(element, key).map((id) => this.#elements.get(id)).filter((each) => each !== undefined && typeOf(each) === "Person").map((value) => ({ role, value }));
  }

  /** The organization that made it, and no person. */
  #maker(element: YamlValue): string | null {
    const [maker] = listAt(element, "originatedBy").map((id) => this.#elements.get(id)).filter((each) => each !== undefined && typeOf(each) === "Organization");
    return textAt(maker, "name");
  }

  /** Converters write a license where the profile wants a relationship. */
  #inline(element: YamlValue): BillLicense[] {
    return ["licenseDeclared", "software_licenseDeclared"].flatMap((key) => valuesOf(element, key)).map((value) => ({
      names: licenseNamesIn(value, (each) => this.#unreadLicense(each)), raw: rawOf(value), rung: "declared", at: { ...placeIn(this.document, value), where: `L${value.line} licenseDeclared` },
    }));
  }

  /** Licenses of parts, which the properties that SPDX took over from CycloneDX have room for. */
  #parts(element: YamlValue, kind: string): BillLicense[] {
    return placedAt(element, "extension").flatMap((each) => placedAt(each, "extension_cdxProperty")).flatMap((property): BillLicense[] => {
      const [name, value] = [textAt(property, "extension_cdxPropName") ?? "", valueAt(property, "extension_cdxPropValue")];
      const part = partOfKey(name, kind);
      const names = part === null || value === undefined ? [] : licenseNamesIn(value, (each) => this.#unreadLicense(each));
      return part === null || value === undefined || names.length === 0 ? [] : [{ names, raw: rawOf(value), rung: "declared", scope: part.scope, at: { ...placeIn(this.document, property), where: `L${property.line} ${name}` } }];
    });
  }

  #license(relationship: YamlValue): void {
    const type = textAt(relationship, "relationshipType");
    if (type !== "hasDeclaredLicense" && type !== "hasConcludedLicense") return;
    const [from, to] = [endOf(relationship, "from"), endOf(relationship, "to")];
    if (from.unread.length + to.unread.length > 0) this.#problem("missing-key", relationship, "a relationship to a license without an end", `write \`from\` and \`to\`; ${keptAsClaim}`);
    const own = keyOf(relationship) ?? "";
    const names = [...to.names.map((each) => expressionOf(each, this.#elements, this.#licenses, this.#own.has(own))), ...to.unread.map(unreadLicense)];
    const at = { ...placeIn(this.document, relationship), where: `L${relationship.line} ${type}` };
    const by = this.#own.has(own) ? this.#own.textOf(own, "by") : type === "hasDeclaredLicense" ? null : this.#author(relationship);
    const raw = this.#own.textOf(own, "raw") ?? (names.length === 1 ? (names[0] ?? "") : JSON.stringify(names));
    const license: BillLicense = { names, raw, rung: type === "hasDeclaredLicense" ? "declared" : "detected", by, at };
    for (const each of from.names) this.#declared.set(each, [...(this.#declared.get(each) ?? []), license]);
  }

  /** The tool or organization that wrote an element. */
  #author(element: YamlValue): string | null {
    const given = valueAt(element, "creationInfo");
    const creation = given?.entries != null ? given : this.#elements.get(given?.text ?? "");
    const agents = [...listAt(creation ?? element, "createdBy"), ...listAt(creation ?? element, "createdUsing")].map((id) => this.#elements.get(id));
    const names = agents.filter((each) => each !== undefined && typeOf(each) !== "Person").map((each) => textAt(each, "name") ?? "").filter((name) => name !== "");
    return names.length === 0 ? null : names.join(", ").slice(0, 500);
  }

  /** A build is an act, and one that is related to another says nothing of things. */
  #isBuild(key: string): boolean {
    const element = this.#elements.get(key);
    return element !== undefined && typeOf(element) === "build_Build";
  }

  /** What builds take in went into what they give out. A file without a license of its own is under that of the result, as under that of whatever holds it. */
  #builds(): BillLink[] {
    const related = this.#relationships.map((at) => ({ at, type: textAt(at, "relationshipType"), from: this.#end(at, "from"), to: this.#end(at, "to") }));
    const flows = flowsIn(related, (key) => this.#items.has(key), (key) => this.#isBuild(key));
    if (flows === null) this.#problem("too-many", this.document.root, "builds take in and give out too much to look at", `write what came of what as relationships; for what went in, ${standsFor}`);
    const results = flows ?? related.flatMap(({ at, type, to }) => (type === "hasOutput" ? to.names.map((name) => ({ from: null, to: name, at })) : []));
    return results.map(({ from, to, at }) => this.#link({ by: this.#items.get(from ?? "")?.file === true ? "include" : "generate", assumed: built }, from, to, placeIn(this.document, at)));
  }

  /** What a document or a bill lists went into what it is of, also where no relationship connects the two. Documents of ours say all by relationships. */
  #inventory(items: readonly BillItem[], links: readonly BillLink[]): BillLink[] {
    const { root } = this.document;
    for (const each of unreadIn(this.#elements, "rootElement")) this.#problem("wrong-type", each, "`rootElement` has an entry that names no element", "write the `spdxId` of what the document is of; what is listed for it is not known");
    for (const each of unreadIn(this.#elements, "element")) {
      this.#problem("wrong-type", each, "`element` has an entry that names no element", `write the \`spdxId\` of what is listed; for what the document is of, ${standsFor}`);
      this.#lost ??= placeIn(this.document, each);
    }
    const [apart, at] = [apartIn(this.#relationships), placeIn(this.document, root)];
    const others = items.filter(({ key }) => this.#own.textOf(key, "kind") === null);
    return listingsIn(this.#elements, this.#relationships, others).flatMap(({ wholes, parts }) =>
      inventoryLinks({ wholes, parts, apart, unread: this.#lost, at }, { items, links }, (loose) =>
        this.#problem("too-many", root, `the document is of ${wholes.length} things, and lists ${loose} that nothing connects with them`, `write how they went in as relationships; for each, ${standsFor}`)));
  }

  /** What was done, where an annotation of ours on the relationship says so. */
  #ownLinks(relationship: YamlValue, from: End, to: End): BillLink[] | null {
    const key = keyOf(relationship) ?? "";
    const by = ownDerivationKind(ownWord(this.#own.textOf(key, "by") ?? ""));
    const [activity, result] = [this.#own.textOf(key, "act"), this.#own.textOf(key, "result")];
    if (by === null || activity === null) return null;
    const during = { from: dayAt(relationship, "startTime"), to: dayAt(relationship, "endTime") };
    const link = { by, activity, who: ownParty(this.#own.textOf(key, "who")), during, source: "code" as const, at: placeIn(this.document, relationship) };
    if (result === "none") return [{ ...link, from: [...from.names, ...to.names], to: null }];
    const [sources, results] = result === "to" ? [from, to] : [to, from];
    return results.names.map((each) => ({ ...link, from: sources.names, unread: sources.unread.length > 0, to: each }));
  }

  /** An end without what names nothing: elements for nothing and for no assertion, and documents that hold what they list. */
  #end(relationship: YamlValue, key: string): End {
    const { names, unread } = endOf(relationship, key);
    return { names: names.filter((each) => !/(?:^|\/)(?:None|NoAssertion)(?:Element)?$/i.test(each) && !isCollection(this.#elements.get(each))), unread };
  }

  #links(relationship: YamlValue): BillLink[] {
    const type = textAt(relationship, "relationshipType");
    const relation = type === null ? null : relationOf(type);
    const [from, to] = [this.#end(relationship, "from"), this.#end(relationship, "to")];
    this.#tell(relationship, type, [...from.unread, ...to.unread]);
    const own = this.#ownLinks(relationship, from, to);
    if (own !== null) return own;
    if (relation === "beside") return [];
    const at = placeIn(this.document, relationship);
    // Either end of what has no type may have come of the other.
    if (relation === null) return [...from.names, ...to.names].filter((each) => this.#items.has(each)).map((each) => ({ from: [], unread: true, to: each, by: "include", assumed: descends, source: "code", at }));
    const links = (sources: End, results: End): BillLink[] =>
      results.names.flatMap((result) => [...sources.names.filter((source) => !this.#isBuild(source) || !this.#isBuild(result)).map((source) => this.#link(relation, source, result, at)), ...(sources.unread.length > 0 ? [this.#link(relation, null, result, at)] : [])]);
    return [...(relation.reversed === true ? [] : links(to, from)), ...(relation.reversed === true || relation.both === true ? links(from, to) : [])];
  }

  /** `null`: a source that is named and cannot be read. */
  #link(relation: Relation, source: string | null, result: string, at: BillLink["at"]): BillLink {
    const kind = (key: string | null) => this.#items.get(key ?? "")?.kind ?? null;
    const assumed = relation.assumed === undefined ? {} : { assumed: relation.assumed };
    const from = source === null ? [] : [source];
    if (relation.by === "evaluate") return { from: [...from, result], to: null, by: "evaluate", source: "dataset", at };
    const link = { from, unread: source === null, mutual: relation.both === true, to: result, at };
    if (relation.by === "train") return { ...link, by: "train", source: "dataset" };
    return { ...link, by: made(relation.by, kind(source), kind(result)), ...assumed, source: kind(result) === "model" ? "model" : "code" };
  }

  #tell(relationship: YamlValue, type: string | null, unread: readonly YamlValue[]): void {
    if (type === "hasDeclaredLicense" || type === "hasConcludedLicense") return;
    if (type !== null && relationOf(type) === null) this.#problem("bad-value", relationship, `\`${type.slice(0, 80)}\` is no type of relationship`, `where it may name a source, ${standsFor}`);
    else if (type === null || unread.length > 0) this.#problem("missing-key", unread[0] ?? relationship, "a relationship without a type or an end", `write \`from\`, \`relationshipType\` and \`to\`; where it may name a source, ${standsFor}`);
  }
}

/** `generates` is whatever makes the one from the other: what the two things are says which. */
function made(by: "descent" | "include" | "copy" | "generate", source: string | null, result: string | null): string {
  if (by === "descent") return descent(result);
  if (by !== "generate") return by;
  if (result === "model") return source === "model" ? "finetune" : source === "dataset" ? "train" : "generate";
  if (source === "model") return "synthesize";
  return source === "dataset" ? "curate" : "convert";
}
