import { listsBy, type Scope } from "@cleartitle/norms";
import type { Period } from "@cleartitle/title";
import type { Evidence, Place } from "./evidence.js";
import type { YamlValue } from "./foreign-yaml.js";
import { isHubName, hubId, makerOf, publisherOf } from "./hub-id.js";
import { identified } from "./identifier.js";
import { recordNamed } from "./named.js";
import { recordRemark } from "./remark.js";
import { unreadSource } from "./unread-source.js";

/** One of the four that documents tell apart, or another where the document has our word for it. */
type BillKind = string;

export interface BillLicense {
  readonly names: readonly string[];
  readonly raw?: string;
  readonly rung: "declared" | "detected";
  readonly scope?: Scope | null;
  readonly by?: string | null;
  readonly at: Place;
}

/** A package, file, model or data set as a bill of materials lists it. */
export interface BillItem {
  /** Within the document. */
  readonly key: string;
  readonly name: string;
  /** As the document says; `null` where it does not, which is taken as code. */
  readonly kind: BillKind | null;
  /** Package URLs, addresses and other texts that may be identifiers, the best first. */
  readonly identifiers: readonly string[];
  readonly digest: string | null;
  /** The digest of the thing itself, where it comes from and whose it is, where the document has words of ours for them. */
  readonly said?: { readonly digest: string | null; readonly source: string | null; readonly licensor: string | null };
  readonly version: string | null;
  /** An organization that made it, by name. */
  readonly maker: string | null;
  /** A file of a package: without a license of its own it is under the package's. */
  readonly file?: boolean;
  readonly licenses: readonly BillLicense[];
  readonly modality?: readonly string[];
  readonly upstream?: "partial" | "undisclosed" | null;
  /** The document names it without describing it. */
  readonly undescribed?: boolean;
  /** Whom the document names with it, by role. */
  readonly persons?: readonly { readonly role: string; readonly value: YamlValue | undefined }[];
  readonly at: Place;
}

/** How one item came from another. Ends are keys, or whatever stands in their place. */
export interface BillLink {
  readonly from: readonly string[];
  /** `null`: the act has no result, as measuring has none. */
  readonly to: string | null;
  readonly by: string;
  readonly assumed?: string;
  /** The act, where the document tells one from another, who did it as far as it has a word of ours for that, and when it was. */
  readonly activity?: string;
  readonly who?: string | null;
  readonly during?: Period;
  /** What the source is, where the document does not describe it. */
  readonly source: BillKind;
  /** One more source is named, in a way that cannot be read: something of which nothing is known stands for it. */
  readonly unread?: boolean;
  /** The document says that the two are related, and not which is of the other: one does not hold the other by it. */
  readonly mutual?: boolean;
  readonly at: Place;
}

export interface Bill {
  /** The document's own identifier, which makes its keys unique; or the file's path. */
  readonly namespace: string;
  readonly items: readonly BillItem[];
  readonly links: readonly BillLink[];
}

/** What holds a file that has no license of its own, at whatever depth; where nothing does, the file itself. `holding`: by file, the links by which it is in something. */
function wholesOf(key: string, holding: ReadonlyMap<string, readonly BillLink[]>): string[] {
  const [met, wholes] = [new Set([key]), new Set<string>()];
  // A set is walked in the order in which it grows; files that hold each other in a circle end.
  for (const each of met) {
    const above = holding.get(each) ?? [];
    if (above.length === 0) wholes.add(each);
    for (const { to } of above) if (to !== null) met.add(to);
  }
  return wholes.size === 0 ? [key] : [...wholes];
}

const saysNothing = (name: string): boolean => name.trim() === "" || name === "NOASSERTION";

/** Whether a file has no license of its own: it is under that of what holds it. */
export const isUnderWhole = (item: BillItem): boolean => item.file === true && item.licenses.every((license) => (license.scope ?? null) !== null || license.names.every(saysNothing));

const ownId = (key: string, namespace: string): string => (key.includes("://") || key.startsWith("urn:") ? key : `${namespace}#${key.replace(/^#/, "")}`);

/** An identifier of another kind of thing is where the item lies, not what it is: a data set in a repository is no code. */
function strongId(item: BillItem) {
  for (const text of item.identifiers) {
    const found = identified(text);
    if (found !== null && (found.kind === null || item.kind === null || found.kind === item.kind)) return found;
  }
  return null;
}

/** The asset that each item of a bill is, by its key. Where several items give one repository as their place, none of them is that repository. */
export function itemIds({ namespace, items }: Pick<Bill, "namespace" | "items">): Map<string, { readonly id: string; readonly kind: string }> {
  const repositories = new Map<string, number>();
  const found = items.map((item) => ({ item, strong: strongId(item) }));
  for (const { strong } of found) if (strong?.id.startsWith("gh:") === true) repositories.set(strong.id, (repositories.get(strong.id) ?? 0) + 1);
  return new Map(found.map(({ item, strong }) => {
    const known = strong !== null && (repositories.get(strong.id) ?? 0) < 2 ? strong : null;
    return [item.key, { id: known?.id ?? ownId(item.key, namespace), kind: item.kind ?? known?.kind ?? "code" }];
  }));
}

/**
 * Writes a bill of materials. An item is known by an identifier that others use too, else by its key within the document. Where several items
 * of one document give one repository as their place, none of them is that repository. A name in the place of a key is weak: the thing stays apart.
 */
export class BillRecorder {
  readonly #ids: ReadonlyMap<string, { readonly id: string; readonly kind: string }>;

  constructor(private readonly bill: Bill, private readonly into: Evidence) {
    this.#ids = itemIds(bill);
  }

  #own(key: string): string {
    return ownId(key, this.bill.namespace);
  }

  /** Returns the number of links. */
  record(): number {
    for (const item of this.bill.items) this.#item(item);
    const under = new Set(this.bill.items.filter(isUnderWhole).map((item) => item.key));
    const isUnder = (link: BillLink): boolean => link.by === "include" && link.unread !== true && link.from.every((key) => under.has(key));
    // What went into a file under the license of a package went into the package.
    const holding = listsBy(this.bill.links.filter((link) => link.to !== null && link.mutual !== true && isUnder(link)), ({ from }) => from);
    const links = this.bill.links.filter((link) => !isUnder(link)).flatMap((link) => [link, ...(link.to === null ? [] : wholesOf(link.to, holding).filter((to) => to !== link.to && !link.from.includes(to)).map((to) => ({ ...link, to })))]);
    for (const link of links) this.#link(link);
    return links.length;
  }

  /** The asset behind a key of the document. */
  idOf(key: string): string {
    return this.#ids.get(key)?.id ?? this.#own(key);
  }

  #item(item: BillItem): void {
    const { id, kind } = this.#ids.get(item.key) ?? { id: this.#own(item.key), kind: "code" };
    // What a hub or a repository holds is many files: the digest of one of its packages is not the digest of it.
    const digest = item.said?.digest ?? (/^(?:hf|gh):/.test(id) ? null : item.digest);
    if (item.undescribed === true) this.into.mention(id, kind);
    else {
      const licensor = publisherOf(id) ?? item.said?.licensor ?? (item.maker === null ? null : `organization:${item.maker}`);
      this.into.asset({ id, kind, version: item.version, digest, licensor, source: item.said?.source ?? id, modality: item.modality ?? [], upstream: item.upstream ?? null });
    }
    for (const { role, value } of item.persons ?? []) recordNamed(id, role, value, item.at, this.into);
    for (const license of item.licenses) this.into.license({ asset: id, ...license });
    if (id === this.#own(item.key) && (kind === "model" || kind === "dataset")) this.#hubNamed(id, item.name, kind, item.at);
  }

  /** The asset that an end of a link names. */
  #end(key: string, kind: BillKind, at: Place): string {
    const known = this.#ids.get(key);
    if (known !== undefined) return known.id;
    const [, hub] = /^hf:(model|dataset)\//.exec(key) ?? [];
    if (hub !== undefined) return this.into.mention(key, hub);
    const found = identified(key);
    if (found !== null) return this.into.mention(found.id, found.kind ?? kind);
    const id = this.into.mention(/^[a-z][a-z0-9+.-]*:/i.test(key) ? key : `${this.bill.namespace}#${kind}/${key}`, kind);
    if (!this.#hubNamed(id, key, kind, at) && !/^[a-z][a-z0-9+.-]*:/i.test(key)) this.into.finding("not-an-identifier", id, `\`${key.slice(0, 100)}\` is a name, which others may use for something else`, "name the source by its id");
    return id;
  }

  /** A name such as a hub gives may be meant as one, or be a title: a weak match. */
  #hubNamed(id: string, name: string, kind: BillKind, at: Place): boolean {
    if ((kind !== "model" && kind !== "dataset") || !isHubName(name) || !name.includes("/")) return false;
    this.into.alternate(id, hubId(kind, name), "medium", "a document has the name of one on a hub where an identifier should stand", at);
    return true;
  }

  #link({ from, to, by, assumed, activity, who, during, source, unread, at }: BillLink): void {
    const end = to === null ? null : this.#end(to, source, at);
    const starts = [...from.map((key) => this.#end(key, source, at)), ...(unread === true && end !== null ? [unreadSource(end, source, this.into)] : [])];
    const acted = end ?? starts.toSorted()[0] ?? this.bill.namespace;
    this.into.derivation({ from: starts, to: end, by, who: who ?? makerOf(acted), ...(activity !== undefined ? { activity } : end === null ? { activity: starts.join("+") } : {}), ...(during === undefined ? {} : { during }), ...(assumed === undefined ? {} : { assumed }) });
  }
}

/** The kind of derivation by which one thing descends from another, where a document does not say which. */
export function descent(kind: string | null): string {
  return kind === "model" ? "finetune" : kind === "dataset" ? "curate" : "convert";
}

/** All that a document says, read out of it: while it is recorded, the document itself need not be in memory. */
export interface BillRead {
  readonly file: string;
  readonly bill: Bill;
  /** What the contract of an item says of it, by the item's key. */
  readonly contracts: readonly { readonly key: string; readonly raw: string; readonly at: Place }[];
  /** Remarks on an item, by its key. */
  readonly remarks: readonly { readonly key: string; readonly text: string; readonly at: Place }[];
}

export function recordBill({ file, bill, contracts, remarks }: BillRead, into: Evidence): void {
  const recorder = new BillRecorder(bill, into);
  recorder.record();
  for (const { key, raw, at } of contracts) into.statement({ asset: recorder.idOf(key), what: "licensing", raw, value: true, at });
  for (const { key, text, at } of remarks) recordRemark(text, recorder.idOf(key), at, into);
  into.read.push({ file, records: bill.items.length, links: bill.links.length });
}
