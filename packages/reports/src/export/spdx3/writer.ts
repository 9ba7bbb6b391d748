import { remarkOf } from "@cleartitle/title";
import { keepsOfBill, otherDigestOf } from "../bill.js";
import { instantOf, jsonDocument, sayDecision, spoken, type Format, type Sheet } from "../format.js";
import { spellingOf } from "../license-spelling.js";
import { encoded, isOrganization, partyNameOf, sayParty, sourceNameOf } from "../names.js";
import { actorOf, type OutAct, type OutItem } from "../outline.js";
import { programVersion } from "../program.js";
import { relationsOf } from "./act.js";
import { hashOf, identityOf } from "./identity.js";

type Element = Record<string, unknown>;

const terms = "https://spdx.org/rdf/3.0.1/terms";
const classes: Readonly<Record<string, string>> = { model: "ai_AIPackage", dataset: "dataset_DatasetPackage" };
const purposes: Readonly<Record<string, string>> = { model: "model", dataset: "data", code: "source", product: "application", document: "documentation" };

/** Bills of materials in SPDX 3.0.1 with the AI and Dataset profiles. */
export const spdx3: Format = {
  id: "spdx-3",
  title: "Bills of materials in SPDX 3.0.1 (JSON-LD, AI and Dataset profiles)",
  // It knows what is declared and what is concluded; what a tool found is neither.
  takes: ({ rung }) => rung !== "detected",
  refuses: ({ created }) => (created === null ? { message: "a document in SPDX 3 has a date, and no record of the title file has one", hint: "say it with --created" } : null),
  write: (sheet) => jsonDocument({ "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": new SpdxGraph(sheet, sheet.created ?? "").elements() }),
  keeps: keepsOfBill,
};

/** An instant as the format writes it: to the second, in UTC. */
const secondOf = (instant: string): string => `${new Date(instantOf(instant)).toISOString().slice(0, 19)}Z`;

class SpdxGraph {
  readonly #elements: Element[] = [];
  readonly #licenses = new Map<string, string>();
  readonly #agents = new Map<string, string>();
  readonly #numbers = new Map<string, number>();
  readonly #tool: string;

  constructor(private readonly sheet: Sheet, private readonly created: string) {
    this.#tool = `${sheet.outline.namespace}tool:1`;
  }

  elements(): Element[] {
    const { outline, carried } = this.sheet;
    for (const item of outline.items) this.#package(item);
    for (const item of outline.items) this.#said(item);
    for (const act of outline.acts) this.#act(act);
    const document = `${outline.namespace}document:1`;
    if (carried !== null) this.#annotation(document, carried, "application/yaml");
    const roots = outline.subject === null ? outline.items : [outline.subject];
    const own = [...this.#elements];
    return [
      { type: "CreationInfo", "@id": "_:creation", specVersion: "3.0.1", created: secondOf(this.created), createdBy: [this.#tool] },
      { type: "SoftwareAgent", spdxId: this.#tool, creationInfo: "_:creation", name: `cleartitle ${programVersion}` },
      spoken({
        type: "SpdxDocument", spdxId: document, creationInfo: "_:creation", name: `chain of title of ${outline.subject?.name ?? this.sheet.graph.us}`, profileConformance: this.#profiles(),
        rootElement: roots.map((each) => this.#id(each)), element: own.map((each) => each["spdxId"]),
      }),
      ...own,
    ];
  }

  /** An address is where a thing is found, and no name of an element. */
  #id({ asset, uri }: OutItem): string {
    return uri.startsWith("urn:cleartitle:") ? uri : `${this.sheet.outline.namespace}${encoded(asset.id)}`;
  }

  #put(type: string, id: string, fields: Element): void {
    this.#elements.push(spoken({ type, spdxId: id, creationInfo: "_:creation", ...fields }));
  }

  #numbered(kind: string): string {
    const number = (this.#numbers.get(kind) ?? 0) + 1;
    this.#numbers.set(kind, number);
    return `${this.sheet.outline.namespace}${kind}:${number}`;
  }

  #annotation(subject: string, statement: string, contentType = "application/json"): void {
    this.#put("Annotation", this.#numbered("annotation"), { annotationType: "other", contentType, subject, statement });
  }

  /** The profiles of models and data ask for who supplied each, its version, its place and its day; only where all have them does the document claim to follow these. */
  #profiles(): string[] {
    const { items } = this.sheet.outline;
    const full = (kind: string): boolean => items.filter(({ asset }) => asset.kind === kind).every((item) => item.asset.version !== null && item.asset.licensor !== null && item.asset.published !== null && "software_downloadLocation" in identityOf(item));
    return ["core", "software", "simpleLicensing", ...(full("model") ? ["ai"] : []), ...(full("dataset") ? ["dataset"] : [])];
  }

  #agent(party: string): string {
    const known = this.#agents.get(party);
    if (known !== undefined) return known;
    const id = this.#numbered("agent");
    this.#agents.set(party, id);
    this.#put(isOrganization(party) ? "Organization" : "Agent", id, { name: sayParty(party) });
    return id;
  }

  #package(item: OutItem): void {
    const { asset, name } = item;
    this.#put(Object.hasOwn(classes, asset.kind) ? (classes[asset.kind] ?? "") : "software_Package", this.#id(item), {
      name, software_packageVersion: asset.version, software_primaryPurpose: Object.hasOwn(purposes, asset.kind) ? purposes[asset.kind] : "other", ...identityOf(item), ...hashOf(item),
      suppliedBy: asset.licensor === null ? null : this.#agent(asset.licensor), releaseTime: asset.published === null ? null : secondOf(asset.published),
      ...(asset.kind === "dataset" ? { dataset_datasetType: asset.modality.length > 0 ? typesOf(asset.modality) : ["noAssertion"] } : {}),
    });
  }

  /** What is said of a thing: licenses as relationships, which say who declares and who concludes, and the rest as annotations. */
  #said(item: OutItem): void {
    const { asset, licenses, remarks } = item;
    const id = this.#id(item);
    const { namespace } = this.sheet.outline;
    this.#annotation(id, JSON.stringify(spoken({
      "cleartitle:kind": asset.kind, "cleartitle:undescribed": asset.placeholder ? true : null, "cleartitle:upstream": asset.upstream, "cleartitle:digest": otherDigestOf(item), "cleartitle:source": sourceNameOf(asset, namespace),
      "cleartitle:licensor": asset.licensor === null ? null : partyNameOf(asset.licensor, namespace), "cleartitle:modality": asset.modality,
    })));
    for (const { statement, names } of licenses) {
      const relation = this.#relationship(statement.rung === "concluded" ? "hasConcludedLicense" : "hasDeclaredLicense", id, names.map((each) => this.#license(each)));
      this.#annotation(relation, JSON.stringify(spoken({ "cleartitle:rung": statement.rung, "cleartitle:raw": statement.raw, "cleartitle:by": statement.by, "cleartitle:source": statement.source })));
    }
    if (licenses.length === 0) this.#relationship("hasDeclaredLicense", id, [`${terms}/ExpandedLicensing/NoAssertionLicense`]);
    for (const each of remarks) this.#annotation(id, remarkOf(each));
    for (const each of this.sheet.decisions) if (each.use.of === asset.id) this.#annotation(id, JSON.stringify({ "cleartitle:decision": JSON.parse(sayDecision(each)) as unknown }));
  }

  /** A license as an expression; a name that is none goes out as a reference, with the name as it was written beside it. */
  #license(name: string): string {
    if (name === "NONE") return `${terms}/ExpandedLicensing/NoneLicense`;
    const known = this.#licenses.get(name);
    if (known !== undefined) return known;
    const id = this.#numbered("license");
    this.#licenses.set(name, id);
    const expression = spellingOf(name) === "name" ? `LicenseRef-${name.replace(/[^A-Za-z0-9.-]+/g, "-")}` : name;
    this.#put("simplelicensing_LicenseExpression", id, { name, simplelicensing_licenseExpression: expression });
    return id;
  }

  #relationship(relationshipType: string, from: string, to: readonly string[], more: Element = {}): string {
    const id = this.#numbered("relationship");
    this.#put("Relationship", id, { relationshipType, from, to, ...more });
    return id;
  }

  #act(act: OutAct): void {
    const { by, during } = act.derivation;
    const times = { startTime: during.from === null ? null : secondOf(during.from), endTime: during.to === null ? null : secondOf(instantOf(during.to, true)) };
    for (const { type, from, to, result } of relationsOf(act)) {
      const relation = this.#relationship(type, this.#id(from), to.length === 0 ? [`${terms}/Core/NoAssertionElement`] : to.map((each) => this.#id(each)), { comment: by, ...times });
      this.#annotation(relation, JSON.stringify(spoken({ "cleartitle:by": by, "cleartitle:act": act.uri, "cleartitle:result": result ?? "none", "cleartitle:who": actorOf(act, this.sheet.outline.namespace) })));
    }
  }
}

/** Modalities as the format's types of data; what it has no word for is other. */
function typesOf(modality: readonly string[]): string[] {
  const known: Readonly<Record<string, string>> = { text: "text", image: "image", audio: "audio", video: "video", tabular: "structured" };
  return [...new Set(modality.map((each) => (Object.hasOwn(known, each) ? (known[each] ?? "other") : "other")))];
}
