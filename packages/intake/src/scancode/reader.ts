import { BillRecorder } from "../bill.js";
import type { BillItem, BillLicense, BillLink } from "../bill.js";
import { placeIn, readMapping } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { digestFrom, identified } from "../identifier.js";
import type { Reader } from "../reader.js";
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
  readonly #by: string;

  constructor(private readonly document: DocumentRead, private readonly into: Evidence) {
    const [header] = itemsAt(document.root, "headers");
    const [name, version] = [textAt(header, "tool_name") ?? "scancode", textAt(header, "tool_version") ?? textAt(document.root, "scancode_version")];
    this.#by = version === null ? name : `${name} ${version}`;
  }

  record(): void {
    const { root, file } = this.document;
    for (const each of itemsAt(root, "packages")) this.#package(each);
    for (const each of [...itemsAt(root, "files"), ...itemsAt(root, "resources")]) this.#file(each);
    for (const each of itemsAt(root, "dependencies")) this.#dependency(each);
    // What belongs to no package is part of what was scanned.
    if (this.#links.some((link) => link.to === scanned)) {
      this.#items.push({ key: scanned, name: scanned, kind: "code", identifiers: [], digest: null, version: null, maker: null, licenses: [], at: placeIn(this.document, root) });
    }
    const links = new BillRecorder({ namespace: `scancode:${file}`, items: this.#items, links: this.#links }, this.into).record();
    this.into.read.push({ file, records: this.#items.length, links });
  }

  #package(value: YamlValue): void {
    const purl = textAt(value, "purl");
    const key = textAt(value, "package_uid") ?? purl;
    if (key === null) return;
    const declared = valueAt(value, "declared_license_expression_spdx") ?? valueAt(value, "declared_license_expression") ?? valueAt(value, "license_expression");
    const licenses: BillLicense[] = declared === undefined ? [] : [{ names: [declared.text], raw: textAt(value, "extracted_license_statement") ?? declared.text, rung: "declared", at: { ...placeIn(this.document, declared), where: `L${declared.line} packages` } }];
    this.#items.push({ key, name: textAt(value, "name") ?? key, kind: null, identifiers: [purl ?? ""], digest: digestFrom(textAt(value, "sha256")), version: textAt(value, "version"), maker: null, persons: partiesOf(value), licenses, at: placeIn(this.document, value) });
  }

  /** A file in which a license was found is a part with that license; the rest of the files say nothing. */
  #file(value: YamlValue): void {
    const path = textAt(value, "path");
    if (path === null || textAt(value, "type") === "directory") return;
    const { found, weak } = detectionsOf(value);
    for (const each of weak) this.into.finding("weak-detection", null, `\`${path}\` in \`${this.document.file}\` may be under ${each}: the scan matched little of it`, "look at the file");
    if (found.length === 0) return;
    const licenses = found.map((each): BillLicense => ({ names: each.names, rung: "detected", by: this.#by, at: { ...placeIn(this.document, each.value), where: `L${each.value.line} files/${path.slice(0, 300)}${each.lines === null ? "" : `:${each.lines}`}` } }));
    this.#items.push({ key: path, name: path, kind: null, identifiers: [], digest: digestFrom(textAt(value, "sha256")), version: null, maker: null, file: true, persons: [...namedIn(value, "authors", "author"), ...namedIn(value, "holders", "holder")], licenses, at: placeIn(this.document, value) });
    const packages = itemsAt(value, "for_packages").map((each) => each.text).filter((each) => each !== "");
    for (const to of packages.length === 0 ? [scanned] : packages) this.#link(path, to, value);
  }

  #dependency(value: YamlValue): void {
    const [purl, to] = [textAt(value, "purl"), textAt(value, "for_package_uid")];
    if (purl === null || to === null || identified(purl) === null || textAt(value, "is_runtime") === "false") return;
    this.#link(purl, to, value, "a dependency may be taken in or merely be needed");
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
