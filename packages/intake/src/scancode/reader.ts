import { BillRecorder } from "../bill.js";
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
import { licensesIn, unreadLicenseAt } from "../unread-license.js";
import { unreadAt } from "../unread-source.js";
import { detectionsOf } from "./detection.js";

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
  readonly #by: string;

  constructor(private readonly document: DocumentRead, private readonly into: Evidence) {
    const [header] = itemsAt(document.root, "headers");
    const [name, version] = [textAt(header, "tool_name") ?? "scancode", textAt(header, "tool_version") ?? textAt(document.root, "scancode_version")];
    this.#by = version === null ? name : `${name} ${version}`;
  }

  record(): void {
    const { root, file } = this.document;
    for (const each of this.#listed("packages")) this.#package(each);
    for (const each of [...this.#listed("files"), ...this.#listed("resources")]) this.#file(each);
    for (const each of this.#listed("dependencies")) this.#dependency(each);
    // What belongs to no package is part of what was scanned.
    if ([...this.#links, ...this.#lost].some((link) => link.to === scanned)) {
      this.#items.push({ key: scanned, name: scanned, kind: "code", identifiers: [], digest: null, version: null, maker: null, licenses: [], at: placeIn(this.document, root) });
    }
    const recorder = new BillRecorder({ namespace: `scancode:${file}`, items: this.#items, links: this.#links }, this.into);
    const links = recorder.record();
    const keys = new Set(this.#items.map((each) => each.key));
    for (const { to, value, how } of this.#lost) {
      const id = this.into.mention((keys.has(to) ? null : identified(to)?.id) ?? recorder.idOf(to), "code");
      this.into.derivation({ from: [unreadAt(value, file, how, "code", id, this.into)], to: id, by: "include", who: makerOf(id), assumed: "what belongs to it cannot be read" });
    }
    this.into.read.push({ file, records: this.#items.length, links: links + this.#lost.length });
  }

  /** The entries of a list; a place that is no list belongs to what was scanned, and cannot be read. */
  #listed(key: string): readonly YamlValue[] {
    const place = valueAt(this.document.root, key);
    if (place === undefined || isNothing(place)) return [];
    if (place.items === null) this.#lost.push({ to: scanned, value: place, how: `\`${key}\` is no list` });
    return place.items ?? [];
  }

  /** What others cannot be linked to, so that nothing came of it that is known. */
  #passOver(value: YamlValue, message: string): void {
    this.into.problem("missing-key", message, { file: this.document.file, line: value.line, column: value.column }, "it was passed over");
  }

  #licensesOf(value: YamlValue): BillLicense[] {
    const places = ["declared_license_expression_spdx", "declared_license_expression", "license_expression"].flatMap((key) => valueAt(value, key) ?? []);
    const declared = places.find((each) => !isNothing(each)) ?? places[0];
    if (declared === undefined) return [];
    const { names, whole } = licensesIn(declared, this.document.file, "declared_license_expression", this.into);
    return [{ names: whole === null && declared.items === null ? [declared.text] : names, raw: whole ?? textAt(value, "extracted_license_statement") ?? declared.text, rung: "declared", at: { ...placeIn(this.document, declared), where: `L${declared.line} packages` } }];
  }

  #package(value: YamlValue): void {
    const purl = textAt(value, "purl");
    const key = textAt(value, "package_uid") ?? purl;
    if (key === null) return this.#passOver(value, "a package without `purl` or `package_uid`");
    this.#items.push({ key, name: textAt(value, "name") ?? key, kind: null, identifiers: [purl ?? ""], digest: digestFrom(textAt(value, "sha256")), version: textAt(value, "version"), maker: null, persons: partiesOf(value), licenses: this.#licensesOf(value), at: placeIn(this.document, value) });
  }

  /** A file in which a license was found is a part with that license; the rest of the files say nothing. */
  #file(value: YamlValue): void {
    const path = textAt(value, "path");
    if (textAt(value, "type") === "directory") return;
    const { found, weak } = detectionsOf(value);
    const packages = namesIn(valueAt(value, "for_packages")).flatMap(({ text, value: each }) => text ?? this.#passOver(each, "`for_packages` names a package in a way that cannot be read") ?? []);
    const wholes = packages.length === 0 ? [scanned] : packages;
    if (path === null) {
      // Of a file in which nothing was found nothing would be recorded.
      if (value.entries === null || found.length > 0) for (const to of wholes) this.#lost.push({ to, value, how: "a file without `path`" });
      return;
    }
    for (const each of weak) this.into.finding("weak-detection", null, `\`${path}\` in \`${this.document.file}\` may be under ${each}: the scan matched little of it`, "look at the file");
    if (found.length === 0) return;
    const licenses = found.map((each): BillLicense => ({ names: [...each.names, ...(each.unread ? [unreadLicenseAt(each.value, this.document.file, "license_detections", this.into)] : [])], rung: "detected", by: this.#by, at: { ...placeIn(this.document, each.value), where: `L${each.value.line} files/${path.slice(0, 300)}${each.lines === null ? "" : `:${each.lines}`}` } }));
    this.#items.push({ key: path, name: path, kind: null, identifiers: [], digest: digestFrom(textAt(value, "sha256")), version: null, maker: null, file: true, persons: [...namedIn(value, "authors", "author"), ...namedIn(value, "holders", "holder")], licenses, at: placeIn(this.document, value) });
    for (const to of wholes) this.#link(path, to, value);
  }

  #dependency(value: YamlValue): void {
    const [purl, to, whole] = [textAt(value, "purl"), textAt(value, "for_package_uid"), valueAt(value, "for_package_uid")];
    if (textAt(value, "is_runtime") === "false") return;
    if (value.entries === null || (whole !== undefined && to === null && !isNothing(whole))) return this.#passOver(value, "a dependency that is no object, or of what cannot be read");
    // Of a scanned file that belongs to no package, the scanner leaves the place for one empty.
    if (to === null) return;
    if (purl === null || identified(purl) === null) this.#lost.push({ to, value, how: "a dependency without a package URL" });
    else this.#link(purl, to, value, "a dependency may be taken in or merely be needed");
  }

  #link(from: string, to: string, at: YamlValue, assumed?: string): void {
    this.#links.push({ from: [from], to, by: "include", source: "code", at: placeIn(this.document, at), ...(assumed === undefined ? {} : { assumed }) });
  }
}

const scanned = "scanned";

/** Who stands behind a package; an organization that is told to be one is none. */
const partiesOf = (value: YamlValue): NonNullable<BillItem["persons"]> => itemsAt(value, "parties").filter((each) => textAt(each, "type") !== "organization").map((each) => ({ role: textAt(each, "role")?.replace(/[^a-z]+/g, "-") ?? "party", value: each }));

/** Whom the scan found named in a file: of each the name, which stands under a key of the finding's own, or in older formats under `value`. */
const namedIn = (file: YamlValue, list: string, role: string): NonNullable<BillItem["persons"]> => itemsAt(file, list).map((each) => ({ role, value: valueAt(each, role) ?? valueAt(each, "value") ?? each }));
