import type { Scope } from "@cleartitle/norms";
import { licenseValue } from "@cleartitle/title";
import type { Evidence } from "../evidence.js";
import { identifyFile } from "../identify-file.js";
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

/**
 * Records what the license file beside a card gives, as detected. A text that differs from its base is recorded under a name of its own, which no
 * record of the catalogue has: its terms are not the base's, and a finding says where to look.
 */
export async function readLicenseFile(file: SourceFile, card: Card, into: Evidence): Promise<void> {
  const pass = (why: string): void => void into.skipped.push({ file: file.path, why });
  if (into.knowledge === null) return pass("license texts are named only where the catalogue is at hand");
  const { licenses, skipped, problems } = await identifyFile(file, into.knowledge);
  into.problems.push(...problems);
  if (skipped !== null) return pass(skipped);
  const texts = licenses.filter((each) => each.how === "text");
  const found = (texts.length > 0 ? texts : licenses).filter((each) => each.base !== null);
  if (found.length === 0) return pass("it gives no license that is known");
  const values = [...new Set(found.map((each) => (each.license.includes(each.base!) ? each.base! : each.license[0]!)))];
  for (const each of found) {
    if (each.reads !== "differs") continue;
    const first = each.differences[0];
    into.finding("modified-license", card.id, `\`${file.path.split("/").at(-1)}\` is based on ${each.base} and differs from it in ${each.differences.length} places, first on line ${first?.line ?? each.line}`, `read them (\`cleartitle identify\` shows them) and conclude a license; it is recorded as \`${each.license[0]}\``);
  }
  const raw = found.map((each) => `${each.base}${each.reads === null ? "" : ` ${each.reads}`}`).join(", ");
  into.statement({ asset: card.id, what: "license", raw, value: licenseValue(values), scope: scopeNamed(file.path, into.assets.get(card.id)?.kind ?? "model"), rung: "detected", at: { file: file.path, line: found[0]!.line, sha256: null } });
  into.read.push({ file: file.path, records: 1, links: 0 });
}
