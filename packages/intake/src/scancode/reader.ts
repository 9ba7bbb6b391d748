import { pushAll } from "@cleartitle/norms";
import { BillRecorder, descent } from "../bill.js";
import type { BillItem, BillLicense, BillLink } from "../bill.js";
import { placeIn, readMapping } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf } from "../hub-id.js";
import { digestFrom, identified } from "../identifier.js";
import { isNothing, namesIn } from "../name-place.js";
import type { Reader } from "../reader.js";
import { unreadLicenseAt } from "../unread-license.js";
import { unreadAt } from "../unread-source.js";
import { detectionsOf } from "./detection.js";
import { licensesOf, PackagesKnown, partiesOf, unsaidBy } from "./package.js";
import { errorsBeside, isFailed, unmetIn } from "./whole-scan.js";

const maxBytes = 134_217_728;

/** Scans of files for licenses and packages: ScanCode of the formats 1 to 4, and ScanCode.io. */
export const scanCode: Reader = {
  id: "scancode",
  title: "Scans for licenses (ScanCode, ScanCode.io; JSON)",
  detect({ path, head }) {
    if (!/\.json$/i.test(path) || !/^\s*\{/.test(head)) return "no";
    if (/"tool_name"\s*:\s*"(?:scancode-toolkit|scanpipe)"|"scancode_(?:notice|version)"/.test(head)) return "yes";
    return /"(?:detected_license_expression|license_detections|for_packages|package_uid)"/.test(head) ? "yes" : "no";
  },
  async read(files, into) {
    for (const file of files) {
      const document = await readMapping(file, "json", maxBytes, into);
      if (document !== null) new ScanReader(document, into).record();
    }
  },
};

class ScanReader {
  readonly #items: BillItem[] = [];
  readonly #links: BillLink[] = [];
  /** What belongs to a package, or to all that was scanned, and cannot be read. */
  readonly #lost: { readonly to: string; readonly value: YamlValue; readonly how: string }[] = [];
  readonly #known = new PackagesKnown();
  /** By path, the packages that a file belongs to. */
  readonly #belonging = new Map<string, readonly string[]>();
  /** Records of packages in which dependencies may stand, and what they are of. They are read last, and grow while they are. */
  readonly #needing: (readonly [YamlValue, readonly string[]])[] = [];
  /** Dependencies that are linked, by both ends. */
  readonly #met = new Set<string>();
  readonly #by: string;

  constructor(private readonly document: DocumentRead, private readonly into: Evidence) {
    const [header] = itemsAt(document.root, "headers");
    const [name, version] = [textAt(header, "tool_name") ?? "scancode", textAt(header, "tool_version") ?? textAt(document.root, "scancode_version")];
    this.#by = version === null ? name : `${name} ${version}`;
  }

  record(): void {
    const { root, file } = this.document;
    for (const each of this.#listed("packages")) this.#package(each);
    const files = [...this.#listed("files"), ...this.#listed("resources")];
    for (const each of files) {
      const path = textAt(each, "path");
      if (path !== null) this.#belonging.set(path, [...new Set([...(this.#belonging.get(path) ?? []), ...this.#wholesOf(each)])]);
    }
    for (const each of files) this.#file(each);
    for (const each of this.#listed("dependencies")) this.#dependency(each);
    for (const [value, owners] of this.#needing) this.#needs(value, owners);
    for (const each of errorsBeside(root, files)) {
      this.into.finding("scan-failed", null, `the scan in \`${file}\` tells of an error: ${each.text.trim().slice(0, 200)}`, "scan again");
      this.#links.push({ from: [], to: scanned, by: "include", source: "code", unread: true, at: placeIn(this.document, each) });
    }
    this.#whole();
    const recorder = new BillRecorder({ namespace: `scancode:${file}`, items: this.#items, links: this.#links }, this.into);
    const links = recorder.record();
    const keys = new Set(this.#items.map((each) => each.key));
    for (const { to, value, how } of this.#lost) {
      const id = this.into.mention((keys.has(to) ? null : identified(to)?.id) ?? recorder.idOf(to), "code");
      this.into.derivation({ from: [unreadAt(value, file, how, "code", id, this.into)], to: id, by: "include", who: makerOf(id), assumed: "what belongs to it cannot be read" });
    }
    this.into.read.push({ file, records: this.#items.length, links: links + this.#lost.length });
  }

  /** What belongs to no package is part of what was scanned, and so is a license that no file and no package has. */
  #whole(): void {
    const { root, file } = this.document;
    const licenses = unmetIn(root).map((each): BillLicense => ({ names: [each.text], rung: "detected", by: this.#by, at: placeIn(this.document, each) }));
    const unread = itemsAt(root, "license_detections").filter((each) => textAt(each, "license_expression_spdx") === null && textAt(each, "license_expression") === null);
    pushAll(licenses, unread.map((each): BillLicense => ({ names: [unreadLicenseAt(each, file, "license_detections", this.into)], rung: "detected", by: this.#by, at: placeIn(this.document, each) })));
    if (licenses.length === 0 && ![...this.#links, ...this.#lost].some((link) => link.to === scanned)) return;
    this.#items.push({ key: scanned, name: scanned, kind: "code", identifiers: [], digest: null, version: null, maker: null, licenses, at: placeIn(this.document, root) });
  }

  /** The entries of a list; a place that is no list belongs to what was scanned, and cannot be read. */
  #listed(key: string): readonly YamlValue[] {
    return this.#listedAt(this.document.root, key, [scanned]);
  }

  #listedAt(value: YamlValue, key: string, owners: readonly string[]): readonly YamlValue[] {
    const place = valueAt(value, key);
    if (place === undefined || isNothing(place)) return [];
    if (place.items === null) this.#lose(owners, place, `\`${key}\` is no list`);
    return place.items ?? [];
  }

  #lose(owners: readonly string[], value: YamlValue, how: string): void {
    for (const to of owners) this.#lost.push({ to, value, how });
  }

  /** What others cannot be linked to, so that nothing came of it that is known. */
  #passOver(value: YamlValue, message: string): void {
    this.into.problem("missing-key", message, { file: this.document.file, line: value.line, column: value.column }, "it was passed over");
  }

  #package(value: YamlValue): void {
    const purl = textAt(value, "purl");
    const key = textAt(value, "package_uid") ?? purl;
    if (key === null) return this.#passOver(value, "a package without `purl` or `package_uid`");
    this.#describe(key, purl, value);
  }

  /** A package as one of its records describes it, with what it needs and what it was made from. */
  #describe(key: string, purl: string | null, value: YamlValue): void {
    const licenses = licensesOf(value, this.#by, this.document, this.into);
    this.#known.add(key, purl, licenses);
    this.#items.push({ key, name: textAt(value, "name") ?? key, kind: null, identifiers: [purl ?? ""], digest: digestFrom(textAt(value, "sha256")), version: textAt(value, "version"), maker: null, persons: partiesOf(value), licenses, at: placeIn(this.document, value) });
    this.#needing.push([value, [key]]);
  }

  /** The package data that a file carries. Most are told of in the list of packages too; where they say more, or that list is not there, what they say counts. */
  #data(file: YamlValue, wholes: readonly string[]): BillLicense[] {
    const own: BillLicense[] = [];
    const owners = wholes.length === 0 ? [scanned] : wholes;
    for (const value of ["package_data", "packages", "package_manifests"].flatMap((key) => this.#listedAt(file, key, owners))) {
      if (value.entries === null) {
        this.#lose(owners, value, "data of a package that are no object");
        continue;
      }
      const purl = textAt(value, "purl");
      const named = purl === null ? owners.flatMap((key) => this.#known.at(key) ?? []) : this.#known.of(purl, wholes);
      if (purl !== null && named.length === 0) {
        this.#describe(purl, purl, value);
        for (const to of wholes) this.#link(purl, to, value, "its data stand in a file of the other");
        continue;
      }
      const licenses = licensesOf(value, this.#by, this.document, this.into);
      // Data that name no package are of their file, which may say another license than its package does.
      if (purl === null) pushAll(own, unsaidBy(licenses, named.flatMap((each) => each.licenses)));
      else for (const each of named) pushAll(each.licenses, unsaidBy(licenses, each.licenses));
      this.#needing.push([value, purl === null ? owners : named.map(({ key }) => key)]);
    }
    return own;
  }

  #wholesOf(file: YamlValue): string[] {
    return namesIn(valueAt(file, "for_packages")).flatMap(({ text, value: each }) => text ?? this.#passOver(each, "`for_packages` names a package in a way that cannot be read") ?? []);
  }

  /** A file in which a license was found, or of which the scan failed, is a part of its own; the rest of the files say nothing. */
  #file(value: YamlValue): void {
    const path = textAt(value, "path");
    // Older formats have the data of a package at the folder in which it lies.
    const isFolder = textAt(value, "type") === "directory";
    const { found, weak } = isFolder ? { found: [], weak: [] } : detectionsOf(value);
    const packages = path === null ? this.#wholesOf(value) : (this.#belonging.get(path) ?? []);
    const wholes = packages.length === 0 ? [scanned] : packages;
    const own = this.#data(value, packages);
    const failed = !isFolder && isFailed(value);
    if (path === null) {
      // Of a file in which nothing was found nothing would be recorded.
      if (value.entries === null || found.length > 0 || own.length > 0 || failed) this.#lose(wholes, value, "a file without `path`");
      return;
    }
    for (const each of weak) this.into.finding("weak-detection", null, `\`${path}\` in \`${this.document.file}\` may be under ${each}: the scan matched little of it`, "look at the file");
    if (failed) this.into.finding("scan-failed", null, `the scan of \`${path}\` in \`${this.document.file}\` failed, so that nobody knows its license`, "scan it again");
    if (found.length === 0 && own.length === 0 && !failed) return;
    const licenses = found.map((each): BillLicense => ({ names: [...each.names, ...(each.unread ? [unreadLicenseAt(each.value, this.document.file, "license_detections", this.into)] : [])], rung: "detected", by: this.#by, at: { ...placeIn(this.document, each.value), where: `L${each.value.line} files/${path.slice(0, 300)}${each.lines === null ? "" : `:${each.lines}`}` } }));
    // Without a license of its own it is under its package's, but for one that was not looked into.
    this.#items.push({ key: path, name: path, kind: null, identifiers: [], digest: digestFrom(textAt(value, "sha256")), version: null, maker: null, file: !failed, persons: [...namedIn(value, "authors", "author"), ...namedIn(value, "holders", "holder")], licenses: [...licenses, ...own], at: placeIn(this.document, value) });
    for (const to of wholes) this.#links.push({ from: [path], to, by: "include", source: "code", at: placeIn(this.document, value), ...(failed && licenses.length + own.length > 0 ? { unread: true } : {}) });
  }

  /** What stands within a package or its data: what it needs, and what it was made from. */
  #needs(value: YamlValue, owners: readonly string[]): void {
    for (const each of this.#listedAt(value, "dependencies", owners)) {
      if (each.entries === null) this.#lose(owners, each, "a dependency that is no object");
      else this.#needed(each, owners, true);
    }
    for (const each of this.#listedAt(value, "source_packages", owners)) {
      const purl = each.items === null && each.entries === null ? each.text.trim() : "";
      if (purl === "" || identified(purl) === null) this.#lose(owners, each, "a source package without a package URL");
      // A package and its source may have one name.
      else for (const to of owners) if (identified(purl)?.id !== identified(to)?.id) this.#links.push({ from: [purl], to, by: descent("code"), source: "code", assumed: "what was done with the source package is not said", at: placeIn(this.document, each) });
    }
  }

  #dependency(value: YamlValue): void {
    const [to, whole] = [textAt(value, "for_package_uid"), valueAt(value, "for_package_uid")];
    if (textAt(value, "is_runtime") === "false") return;
    if (value.entries === null || (whole !== undefined && to === null && !isNothing(whole))) return this.#passOver(value, "a dependency that is no object, or of what cannot be read");
    // Of a file that is in no package, it is one of all that was scanned.
    const file = this.#belonging.get(textAt(value, "datafile_path") ?? "") ?? [];
    this.#needed(value, to !== null ? [to] : file.length === 0 ? [scanned] : file, false);
  }

  /** `again`: where it stands in the list of dependencies too, it is one. */
  #needed(value: YamlValue, owners: readonly string[], again: boolean): void {
    if (textAt(value, "is_runtime") === "false") return;
    const [purl, place] = [textAt(value, "purl"), valueAt(value, "resolved_package")];
    const resolved = place?.entries == null || place.entries.length === 0 ? null : place;
    const names = [...new Set([purl, textAt(resolved, "purl"), ...(purl === null ? [textAt(value, "resolved_to_package_uid")] : [])])].filter((each) => each !== null && identified(each) !== null) as string[];
    if (names.length === 0) this.#lose(owners, value, "a dependency without a package URL");
    for (const name of names) {
      for (const to of owners) {
        const pair = `${identified(name)?.id ?? name} ${identified(to)?.id ?? to}`;
        if (!again || !this.#met.has(pair)) this.#link(name, to, value, "a dependency may be taken in or merely be needed");
        this.#met.add(pair);
      }
    }
    if (place !== undefined && place.entries === null && !isNothing(place) && place.items?.length !== 0) this.#lose(owners, place, "`resolved_package` is no object");
    const key = names.at(-1);
    if (resolved === null || key === undefined) return;
    const named = this.#known.of(key, []);
    if (named.length === 0) return this.#describe(key, key, resolved);
    const licenses = licensesOf(resolved, this.#by, this.document, this.into);
    for (const each of named) pushAll(each.licenses, unsaidBy(licenses, each.licenses));
    this.#needing.push([resolved, named.map((each) => each.key)]);
  }

  #link(from: string, to: string, at: YamlValue, assumed: string): void {
    this.#links.push({ from: [from], to, by: "include", source: "code", at: placeIn(this.document, at), assumed });
  }
}

const scanned = "scanned";

/** Whom the scan found named in a file: of each the name, which stands under a key of the finding's own, or in older formats under `value`. */
const namedIn = (file: YamlValue, list: string, role: string): NonNullable<BillItem["persons"]> => itemsAt(file, list).map((each) => ({ role, value: valueAt(each, role) ?? valueAt(each, "value") ?? each }));
