import type { Evidence } from "../evidence.js";
import type { YamlValue } from "../foreign-yaml.js";
import { textAt } from "../foreign-yaml.js";
import { placedAt } from "../name-place.js";
import { standsFor } from "../unread-source.js";

/** A file or folder that a pipeline names, with what is known of its bytes. */
export interface FileEntry {
  /** From the root of what is read, with `/`. */
  readonly path: string;
  /** `md5:…`, `md5:….dir` (digest of the folder's list) or `sha256:…`; `null` where none is recorded. */
  readonly digest: string | null;
  /** What the file says it is, in `type`. */
  readonly type: string | null;
  readonly value: YamlValue;
}

const hex = /^[0-9a-f]{32,128}(\.dir)?$/i;

/** An etag or a server's checksum is no digest of content, and joins nothing. */
function digestIn(value: YamlValue): string | null {
  for (const algorithm of ["sha256", "md5"]) {
    const text = textAt(value, algorithm);
    if (text !== null && hex.test(text)) return `${algorithm}:${text.toLowerCase()}`;
  }
  return null;
}

/** The folder of a file, with its closing `/`; empty for the root. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** An address on the net or in a store, which is no path of the working copy. */
export const isAddress = (path: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(path);

/** Joins a path to a folder, taking `.` and `..` out. What would leave the root keeps its `..`. */
export function joined(folder: string, ...parts: readonly string[]): string {
  const kept: string[] = [];
  for (const step of [folder, ...parts].join("/").replaceAll("\\", "/").split("/")) {
    if (step === "" || step === ".") continue;
    if (step === ".." && kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else kept.push(step);
  }
  return kept.join("/");
}

/** Reads an entry of `outs` or `deps`: a path, a mapping with `path`, or a mapping from a path to options. */
function entryFrom(value: YamlValue, folder: string): FileEntry | null {
  if (value.items !== null) return null;
  if (value.entries === null) {
    const text = value.text.trim();
    return text === "" ? null : { path: pathOf(text, folder), digest: null, type: null, value };
  }
  const path = textAt(value, "path");
  if (path !== null) return { path: pathOf(path, folder), digest: digestIn(value), type: textAt(value, "type"), value };
  const [only] = value.entries;
  return only === undefined || value.entries.length > 1 ? null : { path: pathOf(only[0], folder), digest: null, type: textAt(only[1], "type"), value };
}

const pathOf = (path: string, folder: string): string => (isAddress(path) ? path : joined(folder, path));

/** The entries of a list of files, and whether one of them cannot be read, which is told. */
export function entriesAt(value: YamlValue, key: "deps" | "outs" | "metrics" | "plots", folder: string, file: string, into: Evidence): { readonly read: FileEntry[]; readonly lost: boolean } {
  const found = placedAt(value, key).map((each) => ({ each, entry: entryFrom(each, folder) }));
  const unread = key === "deps" || key === "outs" ? found.filter(({ entry }) => entry === null) : [];
  for (const { each } of unread) into.problem("wrong-type", `an entry of \`${key}\` that is no path`, { file, line: each.line, column: each.column }, `write a path, or a mapping with \`path\`; ${key === "deps" ? standsFor : "it was passed over"}`);
  return { read: found.flatMap(({ entry }) => entry ?? []), lost: unread.length > 0 };
}
