import { BillRecorder, descent } from "../bill.js";
import type { BillItem, BillLicense, BillLink } from "../bill.js";
import { placeIn, readMapping, readWhole, readYamlMappings } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence, Place } from "../evidence.js";
import { itemsAt, textAt, valueAt, valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { digestFrom } from "../identifier.js";
import { OwnLicenses } from "../license-text.js";
import { inventoryLinks } from "../inventory.js";
import { placedAt } from "../name-place.js";
import type { Detection, Entry, Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { sha256 } from "@cleartitle/norms";
import { keptAsClaim, licenseNamesIn, rawOf } from "../unread-license.js";
import { standsFor } from "../unread-source.js";
import { apartIn, describedIn } from "./described.js";
import { descends, needed, relationOf } from "./relation.js";
import { fromTagValue } from "./tag-value.js";

const maxBytes = 67_108_864;

/** SPDX documents of version 2: JSON, YAML and tag-value. */
export const spdx2: Reader = {
  id: "spdx-2",
  title: "Bills of materials in SPDX 2 (JSON, YAML, tag-value)",
  detect,
  async read(files, into) {
    for (const file of files) await readDocument(file, into);
  },
};

function detect({ path, head }: Entry): Detection {
  if (/"spdxVersion"\s*:\s*"SPDX-2/.test(head) || /^SPDXVersion:\s*SPDX-2/m.test(head) || /^\s*spdxVersion:\s*["']?SPDX-2/m.test(head)) return "yes";
  // The version may stand at the end of a long document.
  return /\.spdx(\.json|\.ya?ml)?$/i.test(path) && !/spdx-context/.test(head) ? "maybe" : "no";
}

async function readDocument(file: SourceFile, into: Evidence): Promise<void> {
  if (/\.ya?ml$/i.test(file.path)) {
    for (const each of (await readYamlMappings(file, maxBytes, into)).documents) record(each, into);
    return;
  }
  const document = /\.json$/i.test(file.path) ? await readMapping(file, "json", maxBytes, into) : await readTags(file, into);
  if (document !== null) record(document, into);
}

function record(document: DocumentRead, into: Evidence): void {
  const { file } = document;
  if (textAt(document.root, "spdxVersion")?.startsWith("SPDX-2") !== true) {
    into.problem("unsupported", "the document does not say that it is of version 2", { file, line: document.root.line }, "write `spdxVersion`; the file was passed over");
    return void into.skipped.push({ file, why: "its version is not known" });
  }
  const reader = new DocumentReader(document, into);
  const { items, links } = reader;
  into.read.push({ file, records: items.length, links: reader.record(links) });
}

async function readTags(file: SourceFile, into: Evidence): Promise<DocumentRead | null> {
  const text = await readWhole(file, maxBytes, into);
  return text === null ? null : { file: file.path, root: fromTagValue(text), sha256: sha256(text).slice(7) };
}

class DocumentReader {
  readonly items: readonly BillItem[];
  readonly links: readonly BillLink[];
  readonly #keys: ReadonlySet<string>;
  /** Files by their names. */
  readonly #named: ReadonlyMap<string, string>;
  readonly #licenses: OwnLicenses;
  readonly #namespace: string;
  /** Where the first thing is listed that cannot be read. */
  #lost: Place | null = null;
  /** Tools and organizations that wrote the document; persons are left out. */
  readonly #by: string | null;
  /** Short names of other documents → their namespaces. */
  readonly #others: ReadonlyMap<string, string>;

  constructor(private readonly document: DocumentRead, private readonly into: Evidence) {
    const { root } = document;
    this.#namespace = (textAt(root, "documentNamespace") ?? `spdx:${document.file}`).replace(/#$/, "");
    this.#licenses = new OwnLicenses(into);
    for (const each of placedAt(root, "hasExtractedLicensingInfos")) this.#licenses.add(textAt(each, "licenseId") ?? "", textAt(each, "extractedText") ?? "", document.file);
    const creators = itemsAt(valueAt(root, "creationInfo") ?? root, "creators").map((each) => /^(?:Tool|Organization):\s*(.*?)\s*(?:\([^)]*\))?$/.exec(each.text)?.[1] ?? "").filter((name) => name !== "");
    this.#by = creators.length === 0 ? null : creators.join(", ").slice(0, 500);
    this.#others = new Map(itemsAt(root, "externalDocumentRefs").map((each) => [textAt(each, "externalDocumentId") ?? "", (textAt(each, "spdxDocument") ?? "").replace(/#$/, "")]));
    const [packages, files, snippets] = [placedAt(root, "packages"), placedAt(root, "files"), placedAt(root, "snippets")];
    this.items = [...packages.map((each) => this.#package(each)), ...files.map((each) => this.#file(each)), ...snippets.map((each) => this.#snippet(each))].filter((each) => each !== null);
    this.#keys = new Set(this.items.map((each) => each.key));
    this.#named = new Map(this.items.flatMap(({ name, key, file }) => (file === true ? [[name, key] as const] : [])));
    const related = placedAt(root, "relationships").flatMap((each) => this.#relationship(each));
    const contained = new Set(related.flatMap(({ by, from, to, assumed }) => (by === "include" && assumed === undefined ? from.map((each) => `${each} ${to}`) : [])));
    const links = [...related, ...files.flatMap((each) => this.#needs(each)), ...packages.flatMap((each) => this.#files(each, contained)), ...snippets.flatMap((each) => this.#origin(each))];
    this.links = [...links, ...this.#inventory(links)];
  }

  record(links: readonly BillLink[]): number {
    const recorder = new BillRecorder({ namespace: this.#namespace, items: this.items, links }, this.into);
    return recorder.record();
  }

  #key(value: YamlValue, what: string): string | null {
    const key = textAt(value, "SPDXID");
    if (key === null) this.into.problem("missing-key", `a ${what} without an \`SPDXID\``, { file: this.document.file, line: value.line, column: value.column }, `give it the id by which relationships name it; for what the document is of, ${standsFor}`);
    if (key === null) this.#lost ??= placeIn(this.document, value);
    return key;
  }

  #package(value: YamlValue): BillItem | null {
    const key = this.#key(value, "package");
    if (key === null) return null;
    const references = itemsAt(value, "externalRefs").filter((each) => /^(purl|swh|gitoid)$/.test(textAt(each, "referenceType") ?? "")).map((each) => textAt(each, "referenceLocator") ?? "");
    return {
      key, name: textAt(value, "name") ?? key, kind: null, identifiers: [...references, textAt(value, "downloadLocation") ?? ""], digest: this.#digest(value),
      version: textAt(value, "versionInfo"), maker: this.#organization(textAt(value, "originator")), persons: [...this.#persons(value, "originator"), ...this.#persons(value, "supplier")], licenses: this.#licensesOf(value, "licenseInfoFromFiles"), at: placeIn(this.document, value),
    };
  }

  #file(value: YamlValue): BillItem | null {
    const key = this.#key(value, "file");
    if (key === null) return null;
    const types = itemsAt(value, "fileTypes").map((each) => each.text);
    const kind = types.some((type) => /^(DOCUMENTATION|TEXT)$/.test(type)) ? "document" : null;
    return { key, name: textAt(value, "fileName") ?? key, kind, identifiers: [], digest: this.#digest(value), version: null, maker: null, file: true, licenses: this.#licensesOf(value, "licenseInfoInFiles"), at: placeIn(this.document, value) };
  }

  /** A part of a file: without a license of its own it is under the file's. */
  #snippet(value: YamlValue): BillItem | null {
    const key = this.#key(value, "snippet");
    return key === null ? null : { key, name: textAt(value, "name") ?? key, kind: null, identifiers: [], digest: null, version: null, maker: null, file: true, licenses: this.#licensesOf(value, "licenseInfoInSnippets"), at: placeIn(this.document, value) };
  }

  /**
   * What a document lists went into what it describes, also where no relationship connects the two. One that describes nothing, and has one package, is of that: only with more does the standard ask for `DESCRIBES`. With more and none, nobody knows which is the whole.
   */
  #inventory(links: readonly BillLink[]): BillLink[] {
    const { root } = this.document;
    const { keys, unread } = describedIn(root);
    for (const each of unread) this.into.problem("wrong-type", "`documentDescribes` has an entry that is no text", { file: this.document.file, line: each.line, column: each.column }, "write the `SPDXID` of what the document describes; what is listed for it is not known");
    const [alone, second] = this.items.filter(({ file }) => file !== true);
    const described = keys.filter((key) => this.#keys.has(key) || this.#end(key) !== key).map((key) => this.#end(key));
    const wholes = keys.length + unread.length > 0 ? described : alone !== undefined && second === undefined ? [alone.key] : [];
    return inventoryLinks({ wholes, parts: [...this.#keys], apart: apartIn(root), unread: this.#lost, at: placeIn(this.document, root) }, { items: this.items, links }, (loose) =>
      this.into.problem("too-many", `the document describes ${wholes.length} things, and lists ${loose} that nothing connects with them`, { file: this.document.file, line: root.line }, `write how they went in as relationships; for each, ${standsFor}`));
  }

  /** The older way to say what a package contains; a relationship that says the same is told once. */
  #files(value: YamlValue, contained: ReadonlySet<string>): BillLink[] {
    const to = textAt(value, "SPDXID");
    if (to === null) return [];
    return placedAt(value, "hasFiles").flatMap((each): BillLink[] => {
      const key = this.#listed(each, to);
      const from = key === null ? [] : [this.#end(key)];
      return from.some((end) => contained.has(`${end} ${to}`)) ? [] : [{ from, unread: from.length === 0, to, by: "include", source: "code", at: placeIn(this.document, each) }];
    });
  }

  /** The older way to say what other files a file depends on, which tags name by their names. */
  #needs(value: YamlValue): BillLink[] {
    const to = textAt(value, "SPDXID");
    return to === null ? [] : placedAt(value, "fileDependencies").map((each): BillLink => {
      const key = this.#listed(each, to);
      return { from: key === null ? [] : [this.#keys.has(key) ? key : (this.#named.get(key) ?? this.#end(key))], unread: key === null, to, by: "include", assumed: needed, source: "code", at: placeIn(this.document, each) };
    });
  }

  /** A file in a list of files; `null` for what cannot be read. */
  #listed(value: YamlValue, of: string): string | null {
    const key = value.scalar === null ? "" : value.text.trim();
    if (key === "") this.into.problem("wrong-type", `a file of \`${of.slice(0, 80)}\` that is no text`, { file: this.document.file, line: value.line, column: value.column }, `write its \`SPDXID\`; ${standsFor}`);
    return key === "" ? null : key;
  }

  /** The file that a snippet is a part of. */
  #origin(value: YamlValue): BillLink[] {
    const [key, file] = [textAt(value, "SPDXID"), textAt(value, "snippetFromFile")];
    if (key === null) return [];
    if (file === null) this.into.problem("missing-key", `\`${key.slice(0, 80)}\` is of no file that could be read`, { file: this.document.file, line: value.line, column: value.column }, "write `snippetFromFile`; what it is a part of is not known");
    return file === null ? [] : [{ from: [key], to: this.#end(file), by: "include", source: "code", at: placeIn(this.document, value) }];
  }

  #digest(value: YamlValue): string | null {
    const sum = itemsAt(value, "checksums").find((each) => textAt(each, "algorithm") === "SHA256");
    return digestFrom(textAt(sum, "checksumValue"));
  }

  #persons(value: YamlValue, role: string): NonNullable<BillItem["persons"]> {
    const named = valueAt(value, role);
    const [, text] = /^Person:\s*(.+)$/.exec(named?.text.trim() ?? "") ?? [];
    return named === undefined || text === undefined ? [] : [{ role, value: { ...named, text } }];
  }

  #organization(text: string | null): string | null {
    return /^Organization:\s*(.+?)\s*(?:\([^)]*\))?$/.exec(text ?? "")?.[1] ?? null;
  }

  /**
   * Declared by who made it; concluded by who wrote the document, which is no conclusion of ours; and found in its files. What was found in
   * files is the document's own evidence where it concludes something, and stands against the declared license where it does not.
   */
  #licensesOf(value: YamlValue, found: string): BillLicense[] {
    const licenses: BillLicense[] = [];
    const put = (key: string, rung: "declared" | "detected"): void => {
      for (const each of valuesOf(value, key)) {
        const names = licenseNamesIn(each, (wrong) => this.into.problem("wrong-type", `\`${key}\` has a license that is no text`, { file: this.document.file, line: wrong.line, column: wrong.column }, keptAsClaim));
        licenses.push({ names: names.map((name) => this.#licenses.outside(name)), raw: rawOf(each), rung, by: rung === "declared" ? null : this.#by, at: { ...placeIn(this.document, each), where: `L${each.line} ${key}` } });
      }
    };
    put("licenseDeclared", "declared");
    put("licenseConcluded", "detected");
    if (!/^(?!NOASSERTION$)./.test(textAt(value, "licenseConcluded") ?? "")) put(found, "detected");
    return licenses;
  }

  #relationship(value: YamlValue): BillLink[] {
    const [a, type, b] = [textAt(value, "spdxElementId"), textAt(value, "relationshipType"), textAt(value, "relatedSpdxElement")];
    const relation = type === null ? null : relationOf(type);
    if (a === null || b === null || relation === null) this.#unread(value, type);
    const ends = [a, b];
    // A document holds and describes what it lists; `NONE` and `NOASSERTION` name nothing.
    if (relation === "beside" || ends.some((end) => end === "SPDXRef-DOCUMENT" || end === "NONE" || end === "NOASSERTION")) return [];
    const at = placeIn(this.document, value);
    // Either end of what has no type may have come of the other.
    if (relation === null) return ends.filter((end) => end !== null && this.#keys.has(end)).map((end) => ({ from: [], unread: true, to: end ?? "", by: "include", assumed: descends, source: "code", at }));
    const by = relation.by === "descent" ? descent("code") : relation.by;
    const link = (source: string | null, result: string | null): BillLink[] =>
      result === null ? [] : [{ from: source === null ? [] : [this.#end(source)], unread: source === null, to: this.#end(result), by, ...(relation.assumed === undefined ? {} : { assumed: relation.assumed }), mutual: relation.both === true, source: "code", at }];
    return [...(relation.reversed === true ? [] : link(b, a)), ...(relation.reversed === true || relation.both === true ? link(a, b) : [])];
  }

  #unread(value: YamlValue, type: string | null): void {
    const unknown = type !== null && relationOf(type) === null ? type : null;
    this.into.problem(unknown === null ? "missing-key" : "bad-value", unknown === null ? "a relationship without a type or an end" : `\`${unknown.slice(0, 80)}\` is no type of relationship`,
      { file: this.document.file, line: value.line, column: value.column }, `write \`spdxElementId\`, \`relationshipType\` and \`relatedSpdxElement\`; where it may name a source, ${standsFor}`);
  }

  /** An end in another document is known by that document's namespace. */
  #end(key: string): string {
    const [, other, id] = /^(DocumentRef-[A-Za-z0-9.+-]+):(.+)$/.exec(key) ?? [];
    const namespace = other === undefined ? undefined : this.#others.get(other);
    return namespace === undefined || namespace === "" || id === undefined ? key : `${namespace}#${id}`;
  }
}
