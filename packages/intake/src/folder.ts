import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { problem } from "@cleartitle/norms";
import type { Problem } from "@cleartitle/norms";
import type { FileSkipped } from "./evidence.js";
import { hintOf, type SourceFile } from "./source-file.js";

export interface FolderLimits {
  /** Files beyond this number are not looked at. */
  readonly maxFiles?: number;
  /** A file above this many bytes is passed over. */
  readonly maxBytes?: number;
  readonly maxDepth?: number;
}

/** Of weights the header alone is read, of tables the columns that tell something, however large they are. */
const readInPart = /\.(?:gguf|safetensors|parquet)$/i;

/** What a folder holds, and what of it was not looked at and why. */
export interface FolderRead {
  readonly files: SourceFile[];
  readonly problems: Problem[];
  readonly passed: FileSkipped[];
}

/** What others installed, and answers of servers that are still being asked. */
const ignored = new Set(["node_modules", ".cleartitle", ".git", ".hg", ".svn", "__pycache__", ".venv"]);

/**
 * The files of a folder, or one file, in the order of their paths. Links are followed only to a file within the folder, so
 * that nothing outside it is read and no circle is walked. Contents are streamed when a reader asks. Errors of the file system are problems.
 */
export async function filesOf(folder: string, limits: FolderLimits = {}): Promise<FolderRead> {
  const { maxFiles = 200_000, maxBytes = 1_073_741_824, maxDepth = 40 } = limits;
  const files: SourceFile[] = [];
  const problems: Problem[] = [];
  const passed: FileSkipped[] = [];
  const root = await realpath(folder).catch(() => null);
  if (root === null) return { files, passed, problems: [problem("not-found", `no file or folder \`${folder}\``, { file: folder, hint: "check the path" })] };
  const shown = (path: string) => relative(root, path).split(sep).join("/") || path.split(sep).at(-1) || path;
  const failed = (path: string, error: unknown) => problems.push(problem("io", `cannot read \`${shown(path)}\``, { file: shown(path), hint: hintOf(error) }));
  const add = (path: string, target: string, size: number) => {
    if (size > maxBytes && !readInPart.test(path)) problems.push(problem("too-large", `a file of more than ${maxBytes} bytes`, { file: shown(path), hint: "it was passed over" }));
    else if (files.length < maxFiles) files.push(fileAt(target, shown(path), size));
    else if (problems.at(-1)?.code !== "too-many") problems.push(problem("too-many", `more than ${maxFiles} files`, { hint: "the rest was passed over" }));
  };
  const pass = (path: string, why: string): void => void passed.push({ file: shown(path), why });
  const walk = async (path: string, depth: number): Promise<void> => {
    try {
      const state = await lstat(path);
      if (state.isSymbolicLink()) await link(path);
      else if (state.isFile()) add(path, path, state.size);
      else if (state.isDirectory() && depth > maxDepth) problems.push(problem("too-deep", `folders nested deeper than ${maxDepth}`, { file: shown(path), hint: "what lies below was passed over" }));
      else if (state.isDirectory()) for (const name of (await readdir(path)).toSorted()) await (ignored.has(name) ? pass(join(path, name), "what programs keep for themselves") : walk(join(path, name), depth + 1));
      else pass(path, "it is no file");
    } catch (error) {
      failed(path, error);
    }
  };
  // A cache of a hub links each file of a snapshot to a blob beside it: such links stay within the folder.
  const link = async (path: string): Promise<void> => {
    const target = await realpath(path).catch(() => null);
    if (target === null) return void problems.push(problem("io", `cannot read \`${shown(path)}\``, { file: shown(path), hint: "it is a link that leads nowhere: fetch what it names, or remove it" }));
    if (target !== root && !target.startsWith(root + sep)) return pass(path, "a link that leads out of the folder");
    const state = await lstat(target);
    if (state.isFile()) add(path, target, state.size);
    else pass(path, "a link to a folder, which is read where it lies");
  };
  await walk(root, 0);
  return { files: files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)), problems, passed };
}

/** The file that lies at a place, called by another path. */
export const fileAt = (location: string, path: string, size: number): SourceFile =>
  ({ path, size, location, chunks: () => (size <= atOnce ? wholeFile(location, size) : createReadStream(location, { highWaterMark: 262_144 })), part: (start, end) => partOfFile(location, start, end) });

/** To open a stream takes fifty times as long as to read a small file. */
const atOnce = 262_144;

const slabBytes = 65_536;
let slab = Buffer.allocUnsafeSlow(0);
let taken = 0;

/** Room for a small file. One piece of memory serves several: to take and give back one for each takes longer than to read it. */
function roomFor(bytes: number): Buffer {
  if (bytes * 2 > slabBytes) return Buffer.allocUnsafe(bytes);
  if (taken + bytes > slab.length) [slab, taken] = [Buffer.allocUnsafeSlow(slabBytes), 0];
  taken += bytes;
  return slab.subarray(taken - bytes, taken);
}

/** The bytes of a small file, and what came to it since its size was asked. */
function* wholeFile(path: string, size: number): Generator<Uint8Array> {
  const handle = openSync(path, "r");
  try {
    // Room for one byte more, and not one more: that was the end.
    for (let read = -1; read !== 0 && read !== size; ) {
      const bytes = roomFor(size + 1);
      read = readSync(handle, bytes);
      if (read > 0) yield bytes.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}

async function partOfFile(path: string, start: number, end: number): Promise<Uint8Array> {
  const handle = await open(path, "r");
  try {
    const bytes = Buffer.alloc(Math.max(0, end - start));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
