import { ownAssetKind, ownDerivationKind, ownParty, ownSource, ownUpstream, ownWord } from "@cleartitle/title";
import { descent, recordBill } from "../bill.js";
import type { BillItem, BillLicense, BillLink, BillRead } from "../bill.js";
import { placeIn, readMapping } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { dayAt, itemsAt, textAt, textsOf, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { digestFrom } from "../identifier.js";
import { partOfKey } from "../license-scope.js";
import { OwnLicenses } from "../license-text.js";
import type { Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { addTexts, expressionOf, typeOf } from "./license.js";
import { OwnAnnotations } from "./own-annotation.js";
import { relationOf } from "./relation.js";

const maxBytes = 67_108_864;

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

const kinds: Readonly<Record<string, BillItem["kind"]>> = { ai_AIPackage: "model", dataset_DatasetPackage: "dataset", software_Package: null, software_File: null };
const purposes: Readonly<Record<string, BillItem["kind"]>> = { model: "model", data: "dataset", documentation: "document", specification: "document" };

const keyOf = (value: YamlValue): string | null => textAt(value, "spdxId") ?? textAt(value, "@id");
/** Names with and without the prefix of their profile: converters leave it out. */
const either = (value: YamlValue, key: string): string | null => textAt(value, `software_${key}`) ?? textAt(value, key);
const listAt = (value: YamlValue, key: string): string[] => valueAt(value, key)?.items?.map((each) => each.text) ?? [textAt(value, key)].filter((each) => each !== null);

class GraphReader {
  readonly #elements = new Map<string, YamlValue>();
  readonly #items = new Map<string, BillItem>();
  readonly #declared = new Map<string, BillLicense[]>();
  readonly #licenses: OwnLicenses;
  readonly #own: OwnAnnotations;

  constructor(private readonly document: DocumentRead, private readonly into: Evidence) {
    // A document of one element has no list of them.
    for (const element of valueAt(document.root, "@graph")?.items ?? [document.root]) {
      const key = keyOf(element);
      if (key !== null) this.#elements.set(key, element);
      else if (Object.hasOwn(kinds, typeOf(element))) this.#problem("missing-key", element, "an element without an `spdxId`", "give it the id by which relationships name it; it was passed over");
    }
    this.#own = new OwnAnnotations(this.#elements);
    this.#licenses = new OwnLicenses(into);
    addTexts(this.#elements, this.#licenses, document.file);
  }

  #problem(code: "missing-key" | "wrong-type", value: YamlValue, message: string, hint: string): void {
    this.into.problem(code, message, { file: this.document.file, line: value.line, column: value.column }, hint);
  }

  whole(): BillRead {
    const relationships = [...this.#elements.values()].filter((each) => /^(LifecycleScoped)?Relationship$/.test(typeOf(each)));
    for (const each of relationships) this.#license(each);
    for (const [key, element] of this.#elements) if (Object.hasOwn(kinds, typeOf(element))) this.#items.set(key, this.#item(key, element));
    const links = relationships.flatMap((each) => this.#links(each));
    const items = [...this.#items.values()];
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
      maker: this.#maker(element), persons: [...this.#persons(element, "originatedBy", "originator"), ...this.#persons(element, "suppliedBy", "supplier")], file: typeOf(element) === "software_File", licenses: [...(this.#declared.get(key) ?? []), ...this.#inline(element), ...this.#parts(element, kind ?? "code")], at: placeIn(this.document, element),
    };
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
    const value = valueAt(element, "licenseDeclared") ?? valueAt(element, "software_licenseDeclared");
    return value === undefined ? [] : [{ names: (textsOf(value) ?? []).map((each) => each.text), raw: value.text, rung: "declared", at: { ...placeIn(this.document, value), where: `L${value.line} licenseDeclared` } }];
  }

  /** Licenses of parts, which the properties that SPDX took over from CycloneDX have room for. */
  #parts(element: YamlValue, kind: string): BillLicense[] {
    return itemsAt(element, "extension").flatMap((each) => itemsAt(each, "extension_cdxProperty")).flatMap((property): BillLicense[] => {
      const [name, value] = [textAt(property, "extension_cdxPropName") ?? "", textAt(property, "extension_cdxPropValue")];
      const part = partOfKey(name, kind);
      return part === null || value === null ? [] : [{ names: [value], raw: value, rung: "declared", scope: part.scope, at: { ...placeIn(this.document, property), where: `L${property.line} ${name}` } }];
    });
  }

  #license(relationship: YamlValue): void {
    const type = textAt(relationship, "relationshipType");
    if (type !== "hasDeclaredLicense" && type !== "hasConcludedLicense") return;
    const from = textAt(relationship, "from");
    const value = valueAt(relationship, "to");
    if (from === null || value === undefined) return this.#problem("missing-key", relationship, "a relationship to a license without an end", "write `from` and `to`; it was passed over");
    const own = keyOf(relationship) ?? "";
    const names = (textsOf(value) ?? []).map((each) => expressionOf(each.text, this.#elements, this.#licenses, this.#own.has(own)));
    const at = { ...placeIn(this.document, relationship), where: `L${relationship.line} ${type}` };
    const by = this.#own.has(own) ? this.#own.textOf(own, "by") : type === "hasDeclaredLicense" ? null : this.#author(relationship);
    const raw = this.#own.textOf(own, "raw") ?? (names.length === 1 ? (names[0] ?? "") : JSON.stringify(names));
    const license: BillLicense = { names, raw, rung: type === "hasDeclaredLicense" ? "declared" : "detected", by, at };
    this.#declared.set(from, [...(this.#declared.get(from) ?? []), license]);
  }

  /** The tool or organization that wrote an element. */
  #author(element: YamlValue): string | null {
    const given = valueAt(element, "creationInfo");
    const creation = given?.entries != null ? given : this.#elements.get(given?.text ?? "");
    const agents = [...listAt(creation ?? element, "createdBy"), ...listAt(creation ?? element, "createdUsing")].map((id) => this.#elements.get(id));
    const names = agents.filter((each) => each !== undefined && typeOf(each) !== "Person").map((each) => textAt(each, "name") ?? "").filter((name) => name !== "");
    return names.length === 0 ? null : names.join(", ").slice(0, 500);
  }

  /** A document or a bill holds what it lists, and is no asset. */
  #holds(key: string): boolean {
    const element = this.#elements.get(key);
    return element !== undefined && /^(SpdxDocument|Bom|software_Sbom|Bundle)$/.test(typeOf(element));
  }

  /** What was done, where an annotation of ours on the relationship says so. */
  #ownLink(relationship: YamlValue): BillLink | null {
    const key = keyOf(relationship) ?? "";
    const by = ownDerivationKind(ownWord(this.#own.textOf(key, "by") ?? ""));
    const [activity, result, from] = [this.#own.textOf(key, "act"), this.#own.textOf(key, "result"), textAt(relationship, "from")];
    if (by === null || activity === null || from === null) return null;
    const to = listAt(relationship, "to").filter((each) => this.#items.has(each));
    const during = { from: dayAt(relationship, "startTime"), to: dayAt(relationship, "endTime") };
    const link = { by, activity, who: ownParty(this.#own.textOf(key, "who")), during, source: "code" as const, at: placeIn(this.document, relationship) };
    if (result === "none") return { ...link, from: [from, ...to], to: null };
    if (to[0] === undefined) return null;
    return result === "to" ? { ...link, from: [from], to: to[0] } : { ...link, from: to, to: from };
  }

  #links(relationship: YamlValue): BillLink[] {
    const relation = relationOf(textAt(relationship, "relationshipType") ?? "");
    const from = textAt(relationship, "from");
    const own = this.#ownLink(relationship);
    if (own !== null) return [own];
    if (relation === null || from === null || this.#holds(from)) return [];
    const at = placeIn(this.document, relationship);
    return listAt(relationship, "to").filter((to) => !/(?:^|\/)(?:None|NoAssertion)(?:Element)?$/i.test(to) && !this.#holds(to)).flatMap((to): BillLink[] => {
      const [source, result] = relation.reversed === true ? [from, to] : [to, from];
      const kind = (key: string) => this.#items.get(key)?.kind ?? null;
      const assumed = relation.assumed === undefined ? {} : { assumed: relation.assumed };
      if (relation.by === "evaluate") return [{ from: [source, result], to: null, by: "evaluate", source: "dataset", at }];
      if (relation.by === "train") return [{ from: [source], to: result, by: "train", source: "dataset", at }];
      return [{ from: [source], to: result, by: made(relation.by, kind(source), kind(result)), ...assumed, source: kind(result) === "model" ? "model" : "code", at }];
    });
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
