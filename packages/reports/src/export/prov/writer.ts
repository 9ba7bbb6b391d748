import { remarkOf, type Statement } from "@cleartitle/title";
import { instantOf, jsonDocument, sayDecision, spoken, type Format, type Sheet } from "../format.js";
import { encoded, isOrganization, sayParty, sourceNameOf } from "../names.js";
import { isMaker, type OutAct, type OutItem, type Outline } from "../outline.js";
import { keepsOfProv } from "./keeps.js";

type Records = Record<string, unknown>;

const own = (word: string): { readonly $: string; readonly type: string } => ({ $: `cleartitle:${word}`, type: "prov:QUALIFIED_NAME" });
const standard = (word: string): { readonly $: string; readonly type: string } => ({ $: `prov:${word}`, type: "prov:QUALIFIED_NAME" });

/** Names in the document are prefix and rest. A prefix must be an address by itself, so that each kind of package has its own. */
function prefixesOf({ namespace, items }: Outline): ReadonlyMap<string, string> {
  const packages = items.flatMap(({ uri }) => /^pkg:([a-z][a-z0-9.+-]*)\//.exec(uri)?.[1] ?? []).toSorted();
  const others = items.flatMap(({ uri }) => /^urn:cleartitle:title:([0-9a-f]{16}):/.exec(uri)?.[1] ?? []).filter((each) => !namespace.includes(each)).toSorted();
  return new Map([
    ["hub", "https://huggingface.co/"], ["github", "https://github.com/"], ["doi", "https://doi.org/"], ["swh", "swh:1:"],
    ...packages.map((type) => [`pkg-${type.replace(/[^a-z0-9]/g, "-")}`, `pkg:${type}/`] as const), ["title", namespace], ...others.map((each) => [`title-${each}`, `urn:cleartitle:title:${each}:`] as const),
  ]);
}

/** Records of provenance in PROV-JSON: things, acts, who did them, and each statement in a bundle that says where it is from. */
export const prov: Format = {
  id: "prov",
  title: "Records of provenance (PROV-JSON)",
  write: (sheet) => jsonDocument(new ProvDocument(sheet).whole()),
  keeps: keepsOfProv,
};

class ProvDocument {
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #used = new Map<string, number>();
  readonly #sections: Record<string, Records> = { entity: {}, activity: {}, agent: {}, used: {}, wasGeneratedBy: {}, wasDerivedFrom: {}, wasAssociatedWith: {}, wasAttributedTo: {}, bundle: {} };

  constructor(private readonly sheet: Sheet) {
    this.#prefixes = prefixesOf(sheet.outline);
  }

  whole(): Record<string, unknown> {
    const { outline, carried } = this.sheet;
    for (const item of outline.items) this.#item(item);
    for (const act of outline.acts) this.#act(act);
    for (const item of outline.items) for (const statement of [...item.licenses.map((each) => each.statement), ...item.remarks]) this.#statement(item, statement);
    if (carried !== null) this.#put("entity", "title:carried:file", { "prov:type": [standard("Bundle"), own("title-file")], "prov:value": carried });
    const prefix = { prov: "http://www.w3.org/ns/prov#", xsd: "http://www.w3.org/2001/XMLSchema#", dcterms: "http://purl.org/dc/terms/", cleartitle: "urn:cleartitle:prov:", ...Object.fromEntries(this.#prefixes) };
    return { prefix, ...Object.fromEntries(Object.entries(this.#sections).filter(([name, records]) => name === "entity" || Object.keys(records).length > 0)) };
  }

  #name(uri: string): string {
    const [prefix, base] = [...this.#prefixes].find(([, each]) => uri.startsWith(each)) ?? [];
    return prefix === undefined || base === undefined ? uri : `${prefix}:${uri.slice(base.length)}`;
  }

  #put(section: string, id: string, record: Records): void {
    const records = this.#sections[section];
    if (records !== undefined) records[id] = record;
  }

  #relation(section: string, record: Records): void {
    const number = (this.#used.get(section) ?? 0) + 1;
    this.#used.set(section, number);
    this.#put(section, `_:${section}${number}`, record);
  }

  #agent(party: string): string {
    const id = `title:party:${encoded(party)}`;
    this.#put("agent", id, { "prov:type": isOrganization(party) ? [own("party"), standard("Organization")] : own("party"), "prov:label": sayParty(party) });
    return id;
  }

  #item({ asset, uri, name }: OutItem): void {
    this.#put("entity", this.#name(uri), spoken({
      "prov:type": own(asset.kind), "prov:label": name, "prov:location": asset.source === asset.id ? null : asset.source, "cleartitle:version": asset.version, "cleartitle:digest": asset.digest, "cleartitle:source": sourceNameOf(asset, this.sheet.outline.namespace), "cleartitle:modality": asset.modality,
      "cleartitle:upstream": asset.upstream, "cleartitle:undescribed": asset.placeholder ? true : null, "cleartitle:decision": this.sheet.decisions.filter((each) => each.use.of === asset.id).map(sayDecision),
    }));
    if (asset.licensor !== null) this.#relation("wasAttributedTo", { "prov:entity": this.#name(uri), "prov:agent": this.#agent(asset.licensor), "prov:type": own("licensor") });
  }

  #act(whole: OutAct): void {
    const { uri, derivation, from, to } = whole;
    const act = this.#name(uri);
    const { during, by, who } = derivation;
    this.#put("activity", act, spoken({ "prov:type": own(by), "prov:startTime": during.from === null ? null : instantOf(during.from), "prov:endTime": during.to === null ? null : instantOf(during.to, true) }));
    this.#relation("wasAssociatedWith", { "prov:activity": act, "prov:agent": this.#agent(who), ...(isMaker(whole) ? {} : { "prov:type": own("who") }) });
    for (const source of from) this.#relation("used", { "prov:activity": act, "prov:entity": this.#name(source.uri) });
    if (to === null) return;
    this.#relation("wasGeneratedBy", { "prov:activity": act, "prov:entity": this.#name(to.uri) });
    for (const source of from) this.#relation("wasDerivedFrom", { "prov:generatedEntity": this.#name(to.uri), "prov:usedEntity": this.#name(source.uri), "prov:activity": act, "prov:type": own(by) });
  }

  /** One statement is one bundle, so that two of them do not read as one list; what a bundle is evidence of stands beside it. */
  #statement(item: OutItem, statement: Statement): void {
    const number = (this.#used.get("bundle") ?? 0) + 1;
    this.#used.set("bundle", number);
    const bundle = `title:said:${number}`;
    const { source, recordedAt, rung, by, raw } = statement;
    const license = item.licenses.find((each) => each.statement === statement);
    const said = license === undefined
      ? { "cleartitle:remark": remarkOf(statement) }
      : { "dcterms:license": license.names.length === 1 ? license.names[0] : license.names, "cleartitle:raw": raw, "cleartitle:rung": rung, "cleartitle:by": by };
    this.#put("bundle", bundle, { entity: { [this.#name(item.uri)]: spoken({ "prov:type": own(item.asset.kind), ...said }) } });
    this.#put("entity", bundle, spoken({
      "prov:type": standard("Bundle"), "cleartitle:system": source?.system, "cleartitle:locator": source?.locator, "cleartitle:sha256": source?.sha256, "cleartitle:retrieved": source?.retrieved,
      "cleartitle:recordedAt": recordedAt.startsWith("0001") ? null : recordedAt,
    }));
  }
}
