import { ownAssetKind, ownDerivationKind, ownParty, ownSource, ownUpstream, ownWord } from "@cleartitle/title";
import { descent, recordBill } from "../bill.js";
import type { BillItem, BillLink, BillRead } from "../bill.js";
import { placeIn, readMapping, readMade } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { dayAt, itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { hubId, isHubName, kindOfRelation } from "../hub-id.js";
import { digestFrom, identified } from "../identifier.js";
import { OwnLicenses } from "../license-text.js";
import type { Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { contractsOf, licensesOf, partLicensesOf, personsOf } from "./license.js";
import { ownTexts } from "./own-property.js";
import { billInXml, namespace } from "./xml.js";

const maxBytes = 67_108_864;
/** An element stands for more in memory than a value of JSON. */
const maxXmlBytes = 33_554_432;

const isXml = /\.xml$/i;

/** Bills of materials in CycloneDX with model cards and data, in JSON and XML. */
export const cycloneDx: Reader = {
  id: "cyclonedx",
  title: "Bills of materials in CycloneDX 1.2 to 1.7 (JSON and XML, with model cards)",
  detect: ({ path, head }) => (isXml.test(path) ? (head.includes(namespace) && /<(?:[\w.-]+:)?bom[\s>]/.test(head) ? "yes" : "no") : /\.json$/i.test(path) && /"bomFormat"\s*:\s*"CycloneDX"/.test(head) ? "yes" : /(^|[./])(cdx|bom)\.json$/i.test(path) && head.trimStart().startsWith("{") ? "maybe" : "no"),
  async read(files, into) {
    for (const file of files) {
      const read = await billIn(file, into);
      if (read !== null) recordBill(read, into);
    }
  },
};

async function billIn(file: SourceFile, into: Evidence): Promise<BillRead | null> {
  const document = isXml.test(file.path) ? await readMade(file, maxXmlBytes, billInXml, into) : await readMapping(file, "json", maxBytes, into);
  if (document === null) return null;
  const version = textAt(document.root, "specVersion") ?? "";
  if (/^1\.[2-7](\.\d+)?$/.test(version)) return new BomReader(document, into).whole();
  into.problem("unsupported", version === "" ? "the document does not say its version" : `version \`${version.slice(0, 20)}\` of the format is not known`, { file: document.file, line: document.root.line }, "versions 1.2 to 1.7 are read; the file was passed over");
  into.skipped.push({ file: document.file, why: "its version is not known" });
  return null;
}

const kinds: Readonly<Record<string, BillItem["kind"]>> = { "machine-learning-model": "model", data: "dataset" };

class BomReader {
  readonly #items: BillItem[] = [];
  readonly #links: BillLink[] = [];
  readonly #licenses: OwnLicenses;
  readonly #contracts: BillRead["contracts"][number][] = [];
  readonly #remarks: BillRead["remarks"][number][] = [];
  /** Links that workflows of ours state: what else the document says of them says less. */
  readonly #stated = new Set<string>();
  readonly #by: string | null;
  #unnamed = 0;

  constructor(private readonly document: DocumentRead, private readonly into: Evidence) {
    this.#licenses = new OwnLicenses(into);
    const metadata = valueAt(document.root, "metadata");
    const tools = [...itemsAt(metadata, "tools"), ...itemsAt(metadata, "tools", "components")].map((each) => textAt(each, "name")).filter((name) => name !== null);
    this.#by = tools.length === 0 ? null : tools.join(", ").slice(0, 500);
  }

  whole(): BillRead {
    const { root, file } = this.document;
    this.#workflows(root);
    const subject = valueAt(root, "metadata", "component");
    if (subject?.entries != null) this.#component(subject);
    for (const component of itemsAt(root, "components")) this.#component(component);
    for (const dependency of itemsAt(root, "dependencies")) this.#dependency(dependency);
    return { file, bill: { namespace: textAt(root, "serialNumber") ?? `cyclonedx:${file}`, items: this.#items, links: this.#links }, contracts: this.#contracts, remarks: this.#remarks };
  }

  /** Returns the key; `null` for what is no component. */
  #component(component: YamlValue): string | null {
    if (component.entries === null) {
      this.into.problem("wrong-type", "a component that is no object", { file: this.document.file, line: component.line, column: component.column }, "write an object with `type` and `name`; it was passed over");
      return null;
    }
    const [name, group] = [textAt(component, "name"), textAt(component, "group")];
    const full = [group, name].filter((each) => each !== null).join("/");
    const key = textAt(component, "bom-ref") ?? `component/${[full || String((this.#unnamed += 1)), textAt(component, "version")].filter((each) => each !== null).join("@")}`;
    const type = textAt(component, "type") ?? "";
    const kind = ownAssetKind(ownWord(ownTexts(component, "kind")[0] ?? "")) ?? (Object.hasOwn(kinds, type) ? (kinds[type] ?? null) : null);
    const item: BillItem = {
      key, name: full || key, kind, modality: ownTexts(component, "modality"),
      upstream: ownUpstream(ownTexts(component, "upstream")[0]), undescribed: ownTexts(component, "undescribed")[0] === "true", identifiers: this.#identifiers(component, full), digest: this.#digest(component), said: { digest: ownTexts(component, "digest")[0] ?? null, source: ownSource(ownTexts(component, "source")[0]), licensor: ownParty(ownTexts(component, "licensor")[0]) },
      version: textAt(component, "version"), maker: textAt(component, "manufacturer", "name"), persons: personsOf(component), licenses: [...licensesOf(component, this.document, this.#licenses, this.#by), ...partLicensesOf(component, kind ?? "code", this.document)], at: placeIn(this.document, component),
    };
    this.#items.push(item);
    for (const { raw, value } of contractsOf(component)) this.#contracts.push({ key, raw, at: placeIn(this.document, value) });
    for (const text of ownTexts(component, "remark")) this.#remarks.push({ key, text, at: placeIn(this.document, component) });
    this.#sources(component, item);
    for (const inner of itemsAt(component, "components")) {
      const held = this.#component(inner);
      if (held !== null) this.#link([held], key, "include", inner);
    }
    return key;
  }

  /** A package URL names a component; an address of the hub does where it has the component's own name, and not as a link to something else. */
  #identifiers(component: YamlValue, name: string): string[] {
    const addresses = itemsAt(component, "externalReferences").map((each) => textAt(each, "url") ?? "").filter((url) => identified(url)?.id.replace(/^hf:(?:model|dataset)\//, "") === name);
    return [textAt(component, "purl") ?? "", ...itemsAt(component, "swhid").map((each) => each.text), ...addresses];
  }

  #digest(component: YamlValue): string | null {
    const sum = itemsAt(component, "hashes").find((each) => textAt(each, "alg") === "SHA-256");
    return digestFrom(textAt(sum, "content"));
  }

  #link(from: readonly string[], to: string, by: string, at: YamlValue, source: BillLink["source"] = "code", assumed?: string): void {
    const left = from.filter((each) => !this.#stated.has(`${each}\n${to}`));
    if (left.length > 0) this.#links.push({ from: left, to, by, source, at: placeIn(this.document, at), ...(assumed === undefined ? {} : { assumed }) });
  }

  /** What was done, where a workflow says so in a word of ours; workflows of others name tasks of a build, and no kind of derivation. */
  #workflows(root: YamlValue): void {
    for (const workflow of itemsAt(root, "formulation").flatMap((each) => itemsAt(each, "workflows"))) {
      const by = ownDerivationKind(ownWord(ownTexts(workflow, "by")[0] ?? ""));
      const refs = (key: string): string[] => itemsAt(workflow, key).map((each) => textAt(each, "resource", "ref")).filter((each) => each !== null);
      const [from, made, activity] = [refs("inputs"), refs("outputs"), textAt(workflow, "bom-ref")];
      if (by === null || activity === null) continue;
      const during = { from: dayAt(workflow, "timeStart"), to: dayAt(workflow, "timeEnd") };
      for (const to of made.length === 0 ? [null] : made) {
        this.#links.push({ from, to, by, source: "code", activity, who: ownParty(ownTexts(workflow, "who")[0]), during, at: placeIn(this.document, workflow) });
        for (const each of from) this.#stated.add(`${each}\n${to}`);
      }
    }
  }

  #sources(component: YamlValue, { key, kind }: BillItem): void {
    const ground = "a pedigree does not say what was done";
    for (const ancestor of itemsAt(component, "pedigree", "ancestors")) {
      // In a document of ours an ancestor that is listed stands here by its reference.
      const from = ownTexts(ancestor, "ref")[0] ?? this.#component(ancestor);
      if (from !== null) this.#link([from], key, descent(kind), ancestor, kind ?? "code", ground);
    }
    for (const descendant of itemsAt(component, "pedigree", "descendants")) {
      const to = this.#component(descendant);
      if (to !== null) this.#link([key], to, descent(kind), descendant, kind ?? "code", ground);
    }
    for (const data of itemsAt(component, "modelCard", "modelParameters", "datasets")) this.#trained(data, key);
    for (const [base, by, at] of bases(component)) this.#link([base], key, by ?? "finetune", at, "model", by === null ? "a property of the model card names the base, and no relation" : "a tag of the hub that a tool copied says so");
  }

  /** Data that a model card names: by a reference into the document, or described in place. */
  #trained(data: YamlValue, model: string): void {
    const reference = textAt(data, "ref");
    if (reference !== null) return this.#link([reference], model, "train", data, "dataset");
    const name = textAt(data, "name") ?? data.text.trim();
    if (name === "") return;
    const address = identified(textAt(data, "contents", "url") ?? "");
    // Tools cut words out of prose and make addresses of them: one without a namespace names nothing for sure.
    const strong = address !== null && (address.id.startsWith("hf:") ? /^hf:\w+\/[^/]+\//.test(address.id) : true);
    this.#link([strong ? address.id : (textAt(data, "bom-ref") ?? name)], model, "train", data, "dataset");
  }

  #dependency(dependency: YamlValue): void {
    const key = textAt(dependency, "ref");
    if (key === null) return;
    for (const on of itemsAt(dependency, "dependsOn")) if (on.text.trim() !== "" && on.text !== key) this.#link([on.text.trim()], key, "include", on, "code", "a dependency may be taken in or merely be needed");
    for (const provided of itemsAt(dependency, "provides")) if (provided.text.trim() !== "" && provided.text !== key) this.#link([provided.text.trim()], key, "include", provided, "code", "a component may hold what it provides or implement it");
  }
}

/** Base models that tools copy from a hub into tags and properties, with the relation where the tag has one. */
function bases(component: YamlValue): (readonly [string, string | null, YamlValue])[] {
  const found = new Map<string, readonly [string, string | null, YamlValue]>();
  for (const tag of itemsAt(component, "tags")) {
    const [, relation, name] = /^base_model:(?:([a-z]+):)?([^:]+)$/.exec(tag.text.trim()) ?? [];
    if (name === undefined || !isHubName(name) || !name.includes("/")) continue;
    const by = relation === undefined ? null : kindOfRelation(relation);
    if (by !== null || !found.has(name)) found.set(name, [hubId("model", name), by, tag]);
  }
  for (const property of itemsAt(component, "modelCard", "properties")) {
    const name = textAt(property, "value") ?? "";
    if (textAt(property, "name") === "base_model" && isHubName(name) && name.includes("/") && !found.has(name)) found.set(name, [hubId("model", name), null, property]);
  }
  return [...found.values()];
}
