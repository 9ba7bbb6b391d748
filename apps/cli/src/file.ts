import { randomUUID } from "node:crypto";
import { open, realpath, rename, stat, unlink, type FileHandle } from "node:fs/promises";
import { resolve } from "node:path";
import { problem, type ProblemCode } from "@cleartitle/norms";
import type { Io } from "./io.js";
import { Stop } from "./stop.js";

/** No file that a command reads whole is larger; readers have limits of their own below this. */
const maxBytes = 64_000_000;

const faults: Readonly<Record<string, readonly [ProblemCode, string, string]>> = {
  ENOENT: ["not-found", "there is no such file", "check the name"],
  ENOTDIR: ["not-found", "there is no such file", "a part of the path is no folder"],
  EISDIR: ["usage", "this is a folder, not a file", "name a file in it; `import` and `portfolio` take folders"],
  EROFS: ["io", "nothing may be written there", "choose another place"],
  EEXIST: ["conflict", "the file is there already and is left as it is", "choose another place, or move it away first"],
};

/** A failure of the file system as a problem with the path as the user wrote it. Anything that is none is a bug and goes on. */
export function fileStop(error: unknown, path: string, doing: "read" | "written" = "read"): Stop {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (code === null) throw error;
  const denied = code === "EACCES" || code === "EPERM" ? (["io", `it may not be ${doing}`, doing === "read" ? "check its permissions" : "check the permissions of the folder, or choose another place"] as const) : undefined;
  const [kind, message, hint] = denied ?? faults[code] ?? ["io", `the system says ${code}`, "try again, or choose another place"];
  const first = code === "ENOENT" && /\.ya?ml$/.test(path) ? "; `cleartitle init` writes a first title file, `cleartitle draft new` a first deal" : "";
  return new Stop([problem(kind, message, { file: path, hint: `${hint}${first}` })]);
}

async function readOpen(file: FileHandle, path: string): Promise<Buffer> {
  const { size } = await file.stat();
  if (size > maxBytes) throw new Stop([problem("too-large", `the file has ${size} bytes; ${maxBytes} are read at most`, { file: path, hint: "split it" })]);
  return file.readFile();
}

/** Bytes as the text they are; what is not UTF-8 stops with a problem. */
function decodeText(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Stop([problem("format-syntax", "the file is not UTF-8 text", { file: path, hint: "save it as UTF-8" })]);
  }
}

/** Whether a path is a file or a folder; null for what is not there or may not be looked at, which reading it will tell. */
export async function kindOfPath(io: Io, path: string): Promise<"file" | "folder" | null> {
  try {
    return (await stat(resolve(io.folder, path))).isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}

/** A whole text file; a folder, a missing file, one too large or not UTF-8 stops with a problem. */
export const readText = async (io: Io, path: string): Promise<string> => decodeText(await readBytes(io, path), path);

/** A whole file as it lies there; a folder, a missing file or one too large stops with a problem. */
export async function readBytes(io: Io, path: string): Promise<Uint8Array> {
  let file: FileHandle;
  try {
    file = await open(resolve(io.folder, path), "r");
  } catch (error) {
    throw fileStop(error, path);
  }
  try {
    return await readOpen(file, path);
  } catch (error) {
    throw error instanceof Stop ? error : fileStop(error, path);
  } finally {
    await file.close();
  }
}

/** Puts a text in the place of a file at once: whoever reads meanwhile reads the old one or the new one. */
export async function replaceText(io: Io, path: string, text: string): Promise<void> {
  // A link stays a link: what it leads to is replaced.
  const target = await realpath(resolve(io.folder, path));
  const beside = `${target}.${randomUUID()}.tmp`;
  try {
    const { mode } = await stat(target);
    const file = await open(beside, "wx", mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw fileStop(error, path, "written");
  }
}

/**
 * Adds a text to the end of a file that is as it was read, or begins one where there is none. Nobody else adds meanwhile: a file beside it says that
 * somebody does.
 */
export async function appendText(io: Io, path: string, before: string | null, text: string): Promise<void> {
  const target = resolve(io.folder, path);
  const lock = `${target}.lock`;
  const held = await open(lock, "wx").catch((error: unknown) => {
    throw error instanceof Error && "code" in error && error.code === "EEXIST" ? new Stop([problem("conflict", "somebody adds to the file", { file: path, hint: `try again; where nobody does, remove \`${path}.lock\`` })]) : fileStop(error, path);
  });
  try {
    if (before !== null && (await readText(io, path)) !== before) throw new Stop([problem("conflict", "the file was changed meanwhile, and nothing was added", { file: path, hint: "look at it again" })]);
    const file = await open(target, before === null ? "wx" : "a");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof Stop ? error : fileStop(error, path);
  } finally {
    await held.close();
    await unlink(lock);
  }
}
