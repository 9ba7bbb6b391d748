import { placeIn } from "../document.js";
import type { Evidence } from "../evidence.js";
import type { YamlValue } from "../foreign-yaml.js";
import { recordNamed } from "../named.js";
import { publishedId } from "./published.js";
import { recordClassifiers } from "./python.js";

const maxLines = 100_000;

/** Keys of one section of a file of settings, each with its lines: those that are indented go on with the key above. */
function section(text: string, wanted: string): ReadonlyMap<string, readonly YamlValue[]> {
  const keys = new Map<string, YamlValue[]>();
  let current: string | null = null;
  let last: YamlValue[] = [];
  for (const [at, line] of text.split("\n", maxLines).entries()) {
    const header = /^\[([^\]]{1,100})\]/.exec(line)?.[1];
    const [, key, value] = /^([\w.-]{1,100})[ \t]*[=:]([^]*)$/.exec(line) ?? [];
    const said = (found: string): YamlValue => ({ line: at + 1, column: 1, scalar: found, text: found, items: null, entries: null });
    if (header !== undefined) current = header;
    else if (current !== wanted || /^\s*[#;]/.test(line)) continue;
    else if (key !== undefined) keys.set(key.toLowerCase().replaceAll("-", "_"), (last = value?.trim() === "" || value === undefined ? [] : [said(value.trim())]));
    else if (/^\s+\S/.test(line)) last.push(said(line.trim()));
  }
  return keys;
}

/** A Python project by its file of settings, as older ones have it. A version that is computed is none. */
export function recordSettings(file: string, text: string, sha256: string, into: Evidence): boolean {
  const metadata = section(text, "metadata");
  const one = (key: string): string | null => metadata.get(key)?.[0]?.text ?? null;
  const version = /^(?:attr|file):/.test(one("version") ?? "") ? null : one("version");
  if (metadata.size === 0) return false;
  const classifiers = metadata.get("classifiers") ?? [];
  const name = one("name")?.toLowerCase().replace(/[-_.]+/g, "-") ?? null;
  const id = publishedId("pypi", name, version, classifiers.some((each) => each.text.startsWith("Private ::")), file);
  into.asset({ id, kind: "code", version, source: id });
  for (const key of ["license", "license_expression"]) {
    const lines = metadata.get(key);
    if (lines === undefined) continue;
    const [first] = lines;
    const at = first === undefined ? { file, line: 1, sha256, where: key } : { ...placeIn({ file, sha256 }, first), where: `L${first.line} ${key}` };
    into.license({ asset: id, names: first === undefined ? [] : [lines.map((each) => each.text).join(" ")], at });
  }
  for (const [key, role] of [["author", "author"], ["author_email", "author"], ["maintainer", "maintainer"], ["maintainer_email", "maintainer"]] as const) recordNamed(id, role, metadata.get(key)?.[0], { file, sha256 }, into);
  recordClassifiers({ file, sha256 }, id, classifiers, into);
  return true;
}
