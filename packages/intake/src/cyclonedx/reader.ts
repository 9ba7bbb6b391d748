import { ownAssetKind, ownDerivationKind, ownParty, ownSource, ownUpstream, ownWord } from "@cleartitle/title";
import { descent, recordBill } from "../bill.js";
import type { BillItem, BillLicense, BillLink, BillRead } from "../bill.js";
import { placeIn, readMapping, readMade } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { dayAt, itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { digestFrom, identified } from "../identifier.js";
import { looseOf } from "../inventory.js";
import { placedAt } from "../name-place.js";
import type { Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { keptAsClaim } from "../unread-license.js";
import { standsFor } from "../unread-source.js";
import { basesOf, taggedData } from "./base.js";
import { resourcesAt, workflowIn } from "./formulation.js";
import type { Resource } from "./formulation.js";
import { contractsOf, licensesOf, partLicensesOf, personsOf } from "./license.js";
import { ownTexts } from "./own-property.js";
import { kinOf } from "./pedigree.js";
import type { Kin } from "./pedigree.js";
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

/** Whether a component that a bill lists is not in what the bill is of: the environment provides it, or it was of use in a test. In a document of ours workflows say all. */
const isApart = (component: YamlValue): boolean =>
  ownTexts(component, "kind").length > 0 || textAt(component, "isExternal") === "true" || (textAt(component, "scope") === "excluded" && !Object.hasOwn(kinds, textAt(component, "type") ?? ""));

/** The kind of derivation that a workflow of ours says. */
const ownKind = (workflow: YamlValue): string | null => ownDerivationKind(ownWord(ownTexts(workflow, "by")[0] ?? ""));

/** How much of a workflow is looked at that does not say which of its inputs went into which of its outputs. */
const maxFlows = 250_000;

const nameOf = (component: YamlValue): string => [textAt(component, "group"), textAt(component, "name")].filter((each) => each !== null).join("/");

const copied = "a tag of the hub that a tool copied says so";

class BomReader {
  readonly #items: BillItem[] = [];
  readonly #links: BillLink[] = [];
  readonly #contracts: BillRead["contracts"][number][] = [];
  readonly #remarks: BillRead["remarks"][number][] = [];
  /** Links that workflows of ours state: what else the document says of them says less. */
  readonly #stated = new Set<string>();
  /** What components are called, by their references. */
  readonly #names: ReadonlyMap<string, string>;
  readonly #by: string | null;
  #unnamed = 0;

  constructor(private readonly document: DocumentRead, private readonly into: Evidence) {
    const metadata = valueAt(document.root, "metadata");
    this.#names = new Map(placedAt(document.root, "components").map((each) => [textAt(each, "bom-ref") ?? "", nameOf(each)]));
    const tools = [...itemsAt(metadata, "tools"), ...itemsAt(metadata, "tools", "components")].map((each) => textAt(each, "name")).filter((name) => name !== null);
    this.#by = tools.length === 0 ? null : tools.join(", ").slice(0, 500);
  }

  whole(): BillRead {
    const { root, file } = this.document;
    this.#workflows(root);
    const wholes = placedAt(root, "metadata", "component").map((each) => this.#component(each));
    const parts = placedAt(root, "components").map((at) => ({ at, key: this.#component(at) }));
    for (const dependency of placedAt(root, "dependencies")) this.#dependency(dependency);
    this.#formulation(root, wholes.find((each) => each !== null) ?? null);
    for (const whole of wholes) if (whole !== null) this.#inventory(whole, parts);
    return { file, bill: { namespace: textAt(root, "serialNumber") ?? `cyclonedx:${file}`, items: this.#items, links: this.#links }, contracts: this.#contracts, remarks: this.#remarks };
  }

  #problem(code: "missing-key" | "wrong-type" | "bad-value", value: YamlValue, message: string, hint: string): void {
    this.into.problem(code, message, { file: this.document.file, line: value.line, column: value.column }, hint);
  }

  /** Returns the key; `null` for what is no component. */
  #component(component: YamlValue): string | null {
    if (component.entries === null) {
      this.#problem("wrong-type", component, "a component that is no object", `write an object with \`type\` and \`name\`; where something came of it, ${standsFor}`);
      return null;
    }
    const full = nameOf(component);
    const key = textAt(component, "bom-ref") ?? `component/${[full || String((this.#unnamed += 1)), textAt(component, "version")].filter((each) => each !== null).join("@")}`;
    const type = textAt(component, "type") ?? "";
    const kind = ownAssetKind(ownWord(ownTexts(component, "kind")[0] ?? "")) ?? (Object.hasOwn(kinds, type) ? (kinds[type] ?? null) : null);
    const item: BillItem = {
      key, name: full || key, kind, modality: ownTexts(component, "modality"),
      upstream: ownUpstream(ownTexts(component, "upstream")[0]), undescribed: ownTexts(component, "undescribed")[0] === "true", identifiers: this.#identifiers(component, full), digest: this.#digest(component), said: { digest: ownTexts(component, "digest")[0] ?? null, source: ownSource(ownTexts(component, "source")[0]), licensor: ownParty(ownTexts(component, "licensor")[0]) },
      version: textAt(component, "version"), maker: textAt(component, "manufacturer", "name"), persons: personsOf(component), licenses: this.#licensesOf(component, kind), at: placeIn(this.document, component),
    };
    this.#items.push(item);
    for (const { raw, value } of contractsOf(component)) this.#contracts.push({ key, raw, at: placeIn(this.document, value) });
    for (const text of ownTexts(component, "remark")) this.#remarks.push({ key, text, at: placeIn(this.document, component) });
    this.#sources(component, item);
    for (const inner of placedAt(component, "components")) this.#link(this.#component(inner), key, "include", inner);
    return key;
  }

  #licensesOf(component: YamlValue, kind: string | null): BillLicense[] {
    const wrong = (value: YamlValue): void => this.#problem("wrong-type", value, "a license that cannot be read", keptAsClaim);
    return [...licensesOf(component, this.document, this.#by, this.into, wrong), ...partLicensesOf(component, kind ?? "code", this.document, wrong)];
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

  /** `null`: a source that is named and cannot be read. */
  #link(from: string | null, to: string, by: string, at: YamlValue, source: BillLink["source"] = "code", assumed?: string): void {
    if (this.#stated.has(`${from}\n${to}`)) return;
    this.#links.push({ from: from === null ? [] : [from], unread: from === null, to, by, source, at: placeIn(this.document, at), ...(assumed === undefined ? {} : { assumed }) });
  }

  /** What was done, where a workflow says so in a word of ours. */
  #workflows(root: YamlValue): void {
    for (const workflow of placedAt(root, "formulation").flatMap((each) => placedAt(each, "workflows"))) {
      const by = ownKind(workflow);
      if (by === null) continue;
      const [inputs, outputs, activity] = [this.#resources(resourcesAt(workflow, "inputs"), "inputs"), this.#resources(resourcesAt(workflow, "outputs"), "outputs"), textAt(workflow, "bom-ref")];
      const during = { from: dayAt(workflow, "timeStart"), to: dayAt(workflow, "timeEnd") };
      // A result that cannot be read is one: the act is none without a result.
      for (const to of outputs.refs.length === 0 && !outputs.unread ? [null] : outputs.refs) {
        this.#links.push({ from: inputs.refs, unread: inputs.unread, to, by, source: "code", ...(activity === null ? {} : { activity }), who: ownParty(ownTexts(workflow, "who")[0]), during, at: placeIn(this.document, workflow) });
        for (const each of inputs.refs) this.#stated.add(`${each}\n${to}`);
      }
    }
  }

  #resources(found: readonly Resource[], key: "inputs" | "outputs"): { readonly refs: readonly string[]; readonly unread: boolean } {
    for (const { ref, at } of found) if (ref === null) this.#problem("missing-key", at, `\`${key}\` of a workflow has an entry without a resource`, `write \`resource\` with \`ref\`; ${key === "inputs" ? standsFor : "it was passed over"}`);
    return { refs: found.flatMap(({ ref }) => ref ?? []), unread: found.some(({ ref }) => ref === null) };
  }

  /** What went in and came out, by the workflows of others: they name tasks of a build, and no kind of derivation. What gives nothing out is of how the component came about that the bill is of. */
  #formulation(root: YamlValue, whole: string | null): void {
    const formulas = placedAt(root, "formulation");
    for (const component of formulas.flatMap((each) => placedAt(each, "components"))) this.#component(component);
    const kindOf = this.#kinds();
    for (const workflow of formulas.flatMap((each) => placedAt(each, "workflows")).filter((each) => ownKind(each) === null)) {
      const { inputs, outputs, size, flows } = workflowIn(workflow);
      this.#resources(inputs, "inputs");
      const { refs } = this.#resources(outputs, "outputs");
      const link = (ref: string | null, result: string, at: YamlValue): void => {
        const kind = ref === null ? null : (kindOf.get(ref) ?? null);
        if (ref !== result) this.#link(ref, result, kind === "dataset" && kindOf.get(result) === "model" ? "train" : descent(kindOf.get(result) ?? null), at, kind ?? "code", "a workflow takes one in and gives the other out, and does not say what was done");
      };
      if (size > maxFlows) {
        this.into.problem("too-many", `a workflow of ${inputs.length} inputs and ${outputs.length} outputs`, { file: this.document.file, line: workflow.line, column: workflow.column }, `write tasks with inputs and outputs of their own in workflows of their own; for what went in, ${standsFor}`);
        for (const ref of refs) link(null, ref, workflow);
      } else if (outputs.length === 0 && whole !== null) for (const each of inputs) link(each.ref, whole, each.at);
      else for (const flow of flows()) for (const each of flow.from) if (flow.to.ref !== null) link(each.ref, flow.to.ref, each.at);
    }
  }

  #kinds(): ReadonlyMap<string, BillItem["kind"]> {
    return new Map(this.#items.map(({ key, kind }) => [key, kind]));
  }

  /** A bill of materials is of one component, and what it lists went into that: also what no dependency, part or data connects with it. */
  #inventory(whole: string, parts: readonly { readonly at: YamlValue; readonly key: string | null }[]): void {
    const kindOf = this.#kinds();
    const link = (key: string | null, at: YamlValue): void => {
      const [kind, of] = [key === null ? null : (kindOf.get(key) ?? null), kindOf.get(whole) ?? null];
      const by = of !== "model" || kind === null ? "include" : kind === "dataset" ? "train" : descent(of);
      this.#link(key, whole, by, at, kind ?? "code", "the bill lists it, and does not say how it went in");
    };
    const named = new Map(parts.flatMap(({ key, at }) => (key === null || isApart(at) ? [] : [[key, at] as const])));
    for (const key of looseOf({ wholes: [whole], parts: [...named.keys()], apart: [] }, { items: this.#items, links: this.#links })) link(key, named.get(key)!);
    for (const { key, at } of parts) if (key === null) link(null, at);
  }

  #sources(component: YamlValue, { key, kind }: BillItem): void {
    for (const kin of kinOf(component)) this.#kin(kin, key, kind);
    const trained = placedAt(component, "modelCard", "modelParameters", "datasets").map((at) => ({ at, from: this.#trained(at) }));
    for (const { at, from } of trained) this.#link(from, key, "train", at, "dataset");
    const named = new Set(trained.flatMap(({ at, from }) => [from ?? "", textAt(at, "name") ?? "", this.#names.get(from ?? "") ?? ""]));
    for (const { id, text, at } of taggedData(component, named)) {
      if (id === null) this.#problem("bad-value", at, `data is named \`${text.slice(0, 80)}\`, which is no id`, standsFor);
      this.#link(id, key, "train", at, "dataset", copied);
    }
    for (const { id, text, by, at } of basesOf(component)) {
      if (id === null) this.#problem("bad-value", at, `a base model is named \`${text.slice(0, 80)}\`, which is no id`, standsFor);
      this.#link(id, key, by ?? "finetune", at, "model", by === null ? "a property names the base, and no relation" : copied);
    }
  }

  #kin({ as, ground, number, at }: Kin, key: string, kind: BillItem["kind"]): void {
    const link = (from: string | null, to: string): void => this.#link(from, to, descent(kind), at, kind ?? "code", ground);
    if (as === "unread") this.#problem("wrong-type", at, "a pedigree that is no object", `write an object with \`ancestors\`; ${standsFor}`);
    if (as === "patch") return this.#link(this.#patch(at, `${key}/patch/${number}`), key, "include", at, "code", ground);
    if (as === "unread" || as === "unsaid") return link(null, key);
    // In a document of ours an ancestor that is listed stands here by its reference.
    const other = ownTexts(at, "ref")[0] ?? this.#component(at);
    if (as !== "descendant") link(other, key);
    if (as !== "ancestor" && other !== null) link(key, other);
  }

  /** A patch is a thing of its own, of which nothing is known. */
  #patch(patch: YamlValue, key: string): string | null {
    if (patch.entries === null) {
      this.#problem("wrong-type", patch, "a patch that is no object", `write an object with \`type\`; ${standsFor}`);
      return null;
    }
    this.#items.push({ key, name: key, kind: "code", undescribed: true, identifiers: [], digest: null, version: null, maker: null, licenses: [], at: placeIn(this.document, patch) });
    return key;
  }

  /** Data that a model card names: by a reference into the document, or described in place; `null` for what cannot be read. */
  #trained(data: YamlValue): string | null {
    const reference = textAt(data, "ref");
    if (reference !== null) return reference;
    const address = identified(textAt(data, "contents", "url") ?? "");
    // Tools cut words out of prose and make addresses of them: one without a namespace names nothing for sure.
    if (address !== null && (!address.id.startsWith("hf:") || /^hf:\w+\/[^/]+\//.test(address.id))) return address.id;
    const name = textAt(data, "bom-ref") ?? textAt(data, "name") ?? data.text.trim();
    if (name !== "") return name;
    // The schema asks for the type alone: data that has no name is no error, and no less named.
    const isOpen = textAt(data, "type") !== null && ["ref", "name", "bom-ref"].every((key) => valueAt(data, key) === undefined);
    if (!isOpen) this.#problem("missing-key", data, "data of a model card without a name", `write \`name\`, or \`ref\` with the \`bom-ref\` of the data; ${standsFor}`);
    return null;
  }

  #dependency(dependency: YamlValue): void {
    const key = textAt(dependency, "ref");
    if (key === null) return this.#problem("missing-key", dependency, "a dependency without a `ref`", "write the `bom-ref` of what depends on the others; it was passed over");
    for (const [list, ground] of [["dependsOn", "a dependency may be taken in or merely be needed"], ["provides", "a component may hold what it provides or implement it"]] as const) {
      for (const on of placedAt(dependency, list)) {
        const name = on.text.trim();
        if (name === "") this.#problem("wrong-type", on, `\`${list}\` of \`${key.slice(0, 80)}\` has an entry that is no reference`, standsFor);
        if (name !== key) this.#link(name === "" ? null : name, key, "include", on, "code", ground);
      }
    }
  }
}
