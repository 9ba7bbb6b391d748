import { open, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { createGzip, createGunzip } from "node:zlib";
import { once } from "node:events";
import { pipeline as joined } from "node:stream";
import { pipeline } from "node:stream/promises";
import { problem } from "@cleartitle/norms";
import { fileStop } from "../file.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";

/** No line that is written is longer: evidence is cut into pieces, and a record is far smaller. */
const mostCharacters = 64_000_000;

/** Writes lines into a new packed file; what could not be finished is taken away again. */
export async function writeBackup<T>(io: Io, path: string, work: (write: (line: string) => Promise<void>) => Promise<T>): Promise<T> {
  const target = resolve(io.folder, path);
  const file = await open(target, "wx", 0o600).catch((error: unknown) => {
    throw fileStop(error, path);
  });
  try {
    const gzip = createGzip();
    const written = pipeline(gzip, file.createWriteStream({ flush: true }));
    // Both are told by awaiting `written`; until then they must not count as unheard.
    written.catch(() => undefined);
    gzip.on("error", () => undefined);
    const result = await work(async (line) => {
      if (!gzip.write(`${line}\n`)) await Promise.race([once(gzip, "drain"), written]);
    });
    gzip.end();
    await written;
    return result;
  } catch (error) {
    await rm(target, { force: true });
    throw error instanceof Error && "errno" in error ? fileStop(error, path) : error;
  }
}

/** Lines of a packed file, as they are asked for. */
export async function readBackup(io: Io, path: string): Promise<AsyncIterable<string>> {
  const file = await open(resolve(io.folder, path), "r").catch((error: unknown) => {
    throw fileStop(error, path);
  });
  const unpacked = createGunzip();
  // A failure of the file comes out of the end that is read, and may be there before anybody reads.
  unpacked.on("error", () => undefined);
  return linesOf(joined(file.createReadStream(), unpacked, () => undefined), path);
}

async function* linesOf(bytes: AsyncIterable<Buffer>, path: string): AsyncIterable<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  try {
    for await (const chunk of bytes) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop()!;
      if (rest.length > mostCharacters) throw new Stop([problem("too-large", `a line has more than ${mostCharacters} characters`, { file: path })]);
      yield* lines;
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code.startsWith("Z_") || code === "ERR_ENCODING_INVALID_ENCODED_DATA") throw new Stop([problem("format-syntax", "the file is no backup, or is cut off", { file: path, hint: "take another copy of the backup; nothing was put back" })]);
    throw code === "EISDIR" ? fileStop(error, path) : error;
  }
  if (rest !== "") yield rest;
}
