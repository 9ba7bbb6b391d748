import { createHash } from "node:crypto";
import { sha256 } from "@cleartitle/norms";
import { readMapping } from "../document.js";
import type { Evidence, Place } from "../evidence.js";
import { readForeignJson } from "../foreign-json.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { hasParts } from "../parts.js";
import type { Reader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { holdingOf } from "./embedded.js";
import { storeOf } from "./library.js";
import { recordLost, recordUnread } from "./ingredient.js";
import { recordManifest } from "./manifest.js";
import { judged } from "./trust.js";
import type { Origin } from "./trust.js";

const maxReport = 33_554_432;

const isReport = (head: string): boolean => /^\s*\{/.test(head) && ((/"active_manifest"\s*:/.test(head) && /"manifests"\s*:/.test(head)) || (/"claim_generator(?:_info)?"\s*:/.test(head) && /"(?:assertions|ingredients)"\s*:/.test(head)));
/** A box of manifests, or a file that may hold one behind what is seen of it. */
const isHolder = (head: string, size: number): boolean => size > 16_384 && (hasParts(head) || head.startsWith("%PDF-"));

/** Files that are looked through as a whole. */
const isSearched = (path: string, head: string): boolean => /^(?:GIF8[79]a|II\*\0|MM\0\*|ID3)/.test(head) || (/\.svg$/i.test(path) && head.includes("<svg"));

/** Manifests that say how a picture, film or document was made, signed; and what tools report of them. */
export const c2pa: Reader = {
  id: "c2pa",
  title: "Content Credentials (C2PA): manifests in files, beside them, and reports of them",
  within: true,
  detect({ path, head, size }) {
    if (/\.json$/i.test(path)) return isReport(head) ? "yes" : "no";
    // eslint-disable-next-line no-control-regex -- the box of the standard has zero bytes
    if (/jumdc2pa\0\x11\0\x10/.test(head) || /^(?:\0\x01\0\0|OTTO|true)\0[^]{0,2000}C2PA/.test(head.slice(0, 4_096)) || (head.startsWith("%PDF-") && head.includes("C2PA_Manifest"))) return "yes";
    if (isSearched(path, head)) return /C2PA_GIF|c2pa:manifest|c2pa/.test(head) ? "yes" : size > 16_384 ? "maybe" : "no";
    return isHolder(head, size) ? "maybe" : "no";
  },
  async read(files, into) {
    for (const file of files) await (/\.json$/i.test(file.path) ? readReport(file, into) : readHolder(file, into));
  },
};

async function readReport(file: SourceFile, into: Evidence): Promise<void> {
  const document = await readMapping(file, "json", maxReport, into);
  if (document === null) return;
  const at = (value: YamlValue, what: string): Place => ({ file: file.path, line: value.line, where: `L${value.line} ${what}`, sha256: document.sha256 });
  const active = textAt(document.root, "active_manifest");
  if (active !== null) return recordStore({ root: document.root, origin: "reported", own: null, at }, file, into);
  const asset = `c2pa-definition:${file.path}`;
  const links = recordManifest({ asset, label: "to be signed", value: document.root, judged: { trust: "unsigned", failed: [] }, file: null, assetOf: (label) => `c2pa:${label}`, at }, into);
  into.read.push({ file: file.path, records: 1, links });
}

async function readHolder(file: SourceFile, into: Evidence): Promise<void> {
  const holding = await holdingOf(file);
  if (holding === null) return;
  const fail = (code: "too-large" | "format-syntax", message: string): void => {
    into.problem(code, message, { file: file.path, line: 1 }, "its manifests were passed over");
    into.skipped.push({ file: file.path, why: "its manifests cannot be read" });
  };
  if (holding === "too-large") return fail("too-large", "the file is larger than what is held to check manifests");
  const found = await storeOf(holding.bytes, holding.format, into.anchors);
  const id = `${holding.format.startsWith("image/") ? "image" : "media"}:${file.path}`;
  // What its manifests name went into the file, though nobody can read them. A document is looked into that may have none.
  const lose = (code: "too-large" | "format-syntax", message: string): void => {
    fail(code, message);
    if (holding.bound && (holding.format !== "application/pdf" || holding.bytes.includes("C2PA_Manifest"))) recordLost(into.mention(id, "document"), into);
  };
  // Whether a document has manifests only the library can tell; of other files that was seen before.
  if ("elsewhere" in found || ("none" in found && holding.format === "application/pdf")) return;
  if ("none" in found) return lose("format-syntax", "its manifests cannot be found: they are cut off or empty");
  if ("fault" in found) return lose("format-syntax", `its manifests cannot be read: ${found.fault}`);
  const { root } = readForeignJson(found.store, file.path);
  if (root === null) return lose("too-large", "its manifests hold more than is read");
  const own = holding.bound ? { id, digest: `sha256:${createHash("sha256").update(holding.bytes).digest("hex")}` } : null;
  const sum = own?.digest.slice(7) ?? sha256(found.store).slice(7);
  recordStore({ root, origin: holding.bound ? "checked" : "not-bound", own, at: (_, what) => ({ file: file.path, line: 1, where: what, sha256: sum }) }, file, into);
}

interface Store {
  readonly root: YamlValue;
  readonly origin: Origin;
  /** The file that the active manifest is about, where it is at hand. */
  readonly own: { readonly id: string; readonly digest: string } | null;
  readonly at: (value: YamlValue, what: string) => Place;
}

/**
 * Records every manifest of a store. A manifest's label is the id of what it is about, since a signature and hashes hold the two together; one that is invalid
 * is about this file alone, so that nothing that it says reaches the asset whose label it bears.
 */
function recordStore({ root, origin, own, at }: Store, file: SourceFile, into: Evidence): void {
  const active = textAt(root, "active_manifest") ?? "";
  const of = judged(root, origin, active);
  const self = of(active).trust !== "invalid" ? `c2pa:${active}` : (own?.id ?? `c2pa-report:${file.path}`);
  const assetOf = (label: string): string => (label === active ? self : of(label).trust === "invalid" ? `${self}#manifest/${label}` : `c2pa:${label}`);
  const told = valueAt(root, "manifests");
  const manifests = (told?.entries ?? []).filter(([, value]) => value.entries !== null);
  // Of a manifest that is not there, or no object, no more is known than what it is about.
  const unread = new Map((told?.entries ?? []).filter(([, value]) => value.entries === null));
  if (![...manifests, ...unread].some(([label]) => label === active)) unread.set(active, told ?? root);
  for (const [label, value] of unread) recordUnread(into.mention(assetOf(label), "document"), value, at(value, `${label} unread`), into);
  let links = 0;
  for (const [label, value] of manifests) {
    const claim = { asset: assetOf(label), label, value, judged: of(label), file: label === active ? own : null, assetOf, at: (each: YamlValue, what: string): Place => at(each, `${label} ${what}`) };
    links += recordManifest(claim, into);
  }
  if (own !== null && self !== own.id) into.known.set(file.path, self);
  if (own !== null && self === own.id) into.alternate(self, `c2pa:${active}`, "low", "its manifest bears this label, and does not hold", at(root, "label"));
  into.read.push({ file: file.path, records: manifests.length, links });
}
