import { parse, TomlError } from "smol-toml";
import { problem } from "@cleartitle/norms";
import type { ForeignValue, YamlValue } from "./foreign-yaml.js";

const maxDepth = 64;

/** Reads TOML into the same values as YAML. A value's place is the line on which its key stands. Never throws; a text that cannot be read gives a problem and no root. */
export function readForeignToml(text: string, file: string): ForeignValue {
  try {
    return { root: valueOf(parse(text, { maxDepth }), "", linesOfKeys(text), 1, 0), problems: [] };
  } catch (error) {
    // The library's own way of saying that the text is no TOML, or nests brackets beyond its limit.
    if (error instanceof TooDeep) return { root: null, problems: [problem("too-deep", `nested deeper than ${maxDepth} levels`, { file, line: 1, column: 1, hint: "this file was passed over" })] };
    if (!(error instanceof TomlError)) throw error;
    return { root: null, problems: [problem("format-syntax", `no TOML: ${(error.message.split("\n")[0] ?? "").slice(0, 200)}`, { file, line: error.line, column: error.column, hint: "this file was passed over" })] };
  }
}

/** Keys with dots nest without brackets, which the library's limit does not see. */
class TooDeep extends Error {}

/** Lines of keys by their path. Text in quotes that looks like a key is taken for one, and misleads about a place only. */
function linesOfKeys(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let table = "";
  for (const [at, line] of text.split("\n").entries()) {
    const header = /^\s*\[\[?([\w.\-" ]{1,200})\]/.exec(line)?.[1];
    const key = /^\s*([\w.-]{1,100})\s*=/.exec(line)?.[1];
    if (header !== undefined) table = `.${header.replaceAll('"', "").trim()}`;
    const path = header !== undefined ? table : key === undefined ? null : `${table}.${key}`;
    if (path !== null && !found.has(path)) found.set(path, at + 1);
  }
  return found;
}

function valueOf(value: unknown, path: string, lines: ReadonlyMap<string, number>, above: number, depth: number): YamlValue {
  if (depth > maxDepth) throw new TooDeep();
  const line = lines.get(path) ?? above;
  const nothing = { line, column: 1, scalar: null, text: "", items: null, entries: null };
  if (Array.isArray(value)) return { ...nothing, items: value.map((each) => valueOf(each, path, lines, line, depth + 1)) };
  if (typeof value === "string") return { ...nothing, scalar: value, text: value };
  if (typeof value === "number" || typeof value === "boolean") return { ...nothing, scalar: value, text: String(value) };
  if (value instanceof Date || typeof value !== "object" || value === null) return { ...nothing, text: String(value) };
  return { ...nothing, entries: Object.entries(value).map(([key, each]) => [key, valueOf(each, `${path}.${key}`, lines, line, depth + 1)] as const) };
}
