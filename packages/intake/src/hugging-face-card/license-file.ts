import { type Scope, sha256, spdxId } from "@cleartitle/norms";
import { licenseValue } from "@cleartitle/title";
import type { Evidence } from "../evidence.js";
import { textAt } from "../foreign-yaml.js";
import { identifyBytes, readToIdentify } from "../identify-file.js";
import { scopeOfWord } from "../license-scope.js";
import type { SourceFile } from "../source-file.js";
import type { Card } from "./license.js";

/** Files that hold the license of what lies beside them. */
export const isLicenseFile = (path: string): boolean => /(^|\/|__)(?:licen[cs]e|copying)(?:[-_.][^/]*)?$/i.test(path) && !/\.(?:json|ya?ml|py|js|ts|csv)$/i.test(path);

/** The scope of a license file of a thing of some kind; `null` for what the thing itself is under. */
export function scopeNamed(path: string, kind: string): Scope | null {
  const [, word = ""] = /(?:licen[cs]e|copying)[-_.]([a-z-]+?)(?:\.(?:md|txt|rst))?$/.exec(path.toLowerCase().replaceAll("_", "-")) ?? [];
  return scopeOfWord(word, kind);
}

const plainName = (path: string): string => path.split("/").at(-1)!;

/** What is written about how to behave is no license, though its name begins like one. */
const ofConduct = /conduct/i;

/**
 * A license file that nobody can name stands against what the card says, under a name of its own: its words may allow less. Where the card names a license of its
 * publisher's own, the file is the text of that. False: it says nothing.
 */
function recordUnknown(file: SourceFile, bytes: Uint8Array, card: Card, into: Evidence): boolean {
  const [name, said] = [plainName(file.path), textAt(card.root, "license_name")];
  if (ofConduct.test(name) || !/\S/.test(Buffer.from(bytes).toString("latin1")) || (said !== null && spdxId(said) === null)) return false;
  const value = `LicenseRef-${name.replace(/[^A-Za-z0-9.-]+/g, "-")}-${sha256(bytes).slice(7, 15)}`;
  into.finding("unknown-license-text", card.id, `\`${name}\` beside the card is the text of no license that is known`, `read it, and conclude a license; it is recorded as \`${value}\``);
  into.statement({ asset: card.id, what: "license", raw: `the text of ${name}`, value, scope: scopeNamed(file.path, into.assets.get(card.id)?.kind ?? "model"), rung: "detected", at: { file: file.path, line: 1, sha256: null } });
  into.read.push({ file: file.path, records: 1, links: 0 });
  return true;
}

/**
 * Records what the license file beside a card gives, as detected. A text that differs from its base is recorded under a name of its own, which no
 * record of the catalogue has: its terms are not the base's, and a finding says where to look.
 */
export async function readLicenseFile(file: SourceFile, card: Card, into: Evidence): Promise<void> {
  const pass = (why: string): void => void into.skipped.push({ file: file.path, why });
  if (into.knowledge === null) return pass("license texts are named only where the catalogue is at hand");
  const read = await readToIdentify(file);
  const { licenses, skipped, problems } = "bytes" in read ? identifyBytes(read, into.knowledge) : read;
  into.problems.push(...problems);
  if (problems.length > 0 && skipped !== null) return pass(skipped);
  const texts = licenses.filter((each) => each.how === "text");
  const found = (texts.length > 0 ? texts : licenses).filter((each) => each.base !== null);
  if (found.length === 0) return "bytes" in read && recordUnknown(file, read.bytes, card, into) ? undefined : pass(skipped ?? "it gives no license that is known");
  const values = [...new Set(found.map((each) => (each.license.includes(each.base!) ? each.base! : each.license[0]!)))];
  for (const each of found) {
    if (each.reads !== "differs") continue;
    const first = each.differences[0];
    into.finding("modified-license", card.id, `\`${plainName(file.path)}\` is based on ${each.base} and differs from it in ${each.differences.length} places, first on line ${first?.line ?? each.line}`, `read them (\`cleartitle identify\` shows them) and conclude a license; it is recorded as \`${each.license[0]}\``);
  }
  const raw = found.map((each) => `${each.base}${each.reads === null ? "" : ` ${each.reads}`}`).join(", ");
  into.statement({ asset: card.id, what: "license", raw, value: licenseValue(values), scope: scopeNamed(file.path, into.assets.get(card.id)?.kind ?? "model"), rung: "detected", at: { file: file.path, line: found[0]!.line, sha256: null } });
  into.read.push({ file: file.path, records: 1, links: 0 });
}
