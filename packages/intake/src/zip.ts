import { crc32, inflateRawSync } from "node:zlib";
import { firstBytes } from "./source-file.js";
import type { SourceFile } from "./source-file.js";

export interface ZipLimits {
  /** Of the archive as it lies there; it is held in memory. */
  readonly maxBytes: number;
  readonly maxEntries: number;
  /** Of one entry, unpacked. */
  readonly maxEntry: number;
  /** Of all entries, unpacked. */
  readonly maxTotal: number;
}

/** An entry, or why it cannot be had; `null` in place of an entry: the whole archive cannot be read. */
export type ZipEntry =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string | null; readonly fault: "damaged" | "too-large" | "not-allowed" | "unsupported"; readonly detail: string };

const endOfDirectory = 0x06054b50;
const inDirectory = 0x02014b50;
const beforeData = 0x04034b50;

/**
 * The entries of an archive one by one, by its directory. Nothing is written anywhere; a name that leads out of a folder is refused all the same, since it
 * becomes part of a locator. Sizes are bounded while unpacking, whatever the archive says of itself; entries that share bytes are refused, as archives grow that way.
 */
export async function* zipEntries(file: SourceFile, limits: ZipLimits): AsyncGenerator<ZipEntry> {
  const begin = await firstBytes(file, limits.maxBytes + 1);
  const bytes = Buffer.from(begin.buffer, begin.byteOffset, begin.byteLength);
  const large = bytes.length > limits.maxBytes;
  const directory = large ? null : directoryOf(bytes);
  if (large) yield { name: null, fault: "too-large", detail: `an archive of more than ${limits.maxBytes} bytes` };
  else if (directory === null) yield { name: null, fault: "damaged", detail: "an archive whose directory is missing or damaged; is the file whole?" };
  else if (directory.length > limits.maxEntries) yield { name: null, fault: "too-large", detail: `an archive of more than ${limits.maxEntries} entries` };
  else yield* unpackedOf(bytes, directory, limits);
}

function* unpackedOf(bytes: Buffer, directory: readonly Listed[], limits: ZipLimits): Generator<ZipEntry> {
  let left = limits.maxTotal;
  let end = 0;
  for (const entry of directory.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.name.endsWith("/")) continue;
    if (entry.offset < end) {
      yield { name: entry.name, fault: "damaged", detail: "an entry that shares its bytes with another" };
      continue;
    }
    end = entry.offset + 30 + entry.packed;
    const found = unpacked(bytes, entry, Math.min(limits.maxEntry, left));
    if ("bytes" in found) left -= found.bytes.length;
    yield found;
    if ("fault" in found && found.fault === "too-large" && left < limits.maxEntry) return;
  }
}

interface Listed {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly offset: number;
}

/** What the archive lists. The end is looked for from the back, past a comment of at most 64 KiB. */
function directoryOf(bytes: Buffer): Listed[] | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--) {
    if (bytes.readUInt32LE(at) !== endOfDirectory) continue;
    const count = bytes.readUInt16LE(at + 10);
    const listed: Listed[] = [];
    let place = bytes.readUInt32LE(at + 16);
    for (let n = 0; n < count; n++) {
      if (place + 46 > at || bytes.readUInt32LE(place) !== inDirectory) return null;
      const [name, extra, comment] = [bytes.readUInt16LE(place + 28), bytes.readUInt16LE(place + 30), bytes.readUInt16LE(place + 32)];
      listed.push({
        name: bytes.toString("utf8", place + 46, place + 46 + name), flags: bytes.readUInt16LE(place + 8), method: bytes.readUInt16LE(place + 10), checksum: bytes.readUInt32LE(place + 16),
        packed: bytes.readUInt32LE(place + 20), offset: bytes.readUInt32LE(place + 42),
      });
      place += 46 + name + extra + comment;
    }
    return listed;
  }
  return null;
}

const leadsOut = (name: string): boolean => name === "" || /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name) || Buffer.from(name).some((byte) => byte < 32);

function unpacked(bytes: Buffer, entry: Listed, limit: number): ZipEntry {
  const { name, offset } = entry;
  if (leadsOut(name)) return { name: null, fault: "not-allowed", detail: "an entry whose name leads out of the archive" };
  if ((entry.flags & 1) !== 0) return { name, fault: "unsupported", detail: "an entry that is encrypted" };
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== beforeData) return { name, fault: "damaged", detail: "an entry that is not where the directory says" };
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + entry.packed > bytes.length) return { name, fault: "damaged", detail: "an entry that is cut off" };
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method !== 0 && entry.method !== 8) return { name, fault: "unsupported", detail: "an entry that is packed in a way that is not read" };
  if (entry.method === 0 && packed.length > limit) return { name, fault: "too-large", detail: `an entry of more than ${limit} bytes` };
  try {
    const data = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
    return crc32(data) === entry.checksum ? { name, bytes: data } : { name, fault: "damaged", detail: "an entry whose checksum is wrong" };
  } catch (error) {
    const large = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    return { name, fault: large ? "too-large" : "damaged", detail: large ? `an entry that unpacks to more than ${limit} bytes` : "an entry that cannot be unpacked" };
  }
}
