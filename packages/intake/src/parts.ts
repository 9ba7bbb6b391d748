import type { SourceFile } from "./source-file.js";
import { Stepping } from "./stepping.js";

/** A part of a file that is put together of parts, as pictures and films are: its type in the words of the format, and its bytes if they are asked for. */
export interface FilePart {
  readonly type: string;
  readonly size: number;
  /** The bytes; `null` if there are more than `limit`, or the file ends before. */
  take(limit: number): Promise<Buffer | null>;
}

/** `whole`: to the end of what stands before the pixels. */
type Walked = "whole" | "damaged" | "other";

const maxParts = 100_000;

/**
 * Tells each part of a JPEG, PNG, RIFF (WebP, WAVE, AVI) or ISO media file (AVIF, HEIF, MP4) that stands before the pixels; of RIFF files also those behind
 * them. What is not asked for is stepped over and never held.
 */
export async function walkParts(file: SourceFile, told: (part: FilePart) => Promise<void>): Promise<Walked> {
  const bytes = new Stepping(file.chunks());
  try {
    const head = await bytes.take(12);
    const start = head?.toString("latin1") ?? "";
    if (head === null) return "other";
    const [skipped, next] = start.startsWith("\xff\xd8") ? [2, jpegPart] : start.startsWith("\x89PNG\r\n\x1a\n") ? [8, pngPart] : start.startsWith("RIFF") ? [12, riffPart] : start.slice(4, 8) === "ftyp" ? [0, boxPart] : [0, null];
    if (next === null) return "other";
    bytes.giveBack(head.subarray(skipped));
    return await walk(bytes, next, told);
  } finally {
    await bytes.end();
  }
}

/** The type, how many bytes it has, and how many stand between it and the next; what ends the walk instead. */
type Next = { readonly type: string; readonly size: number; readonly after: number } | "whole" | "damaged";

async function walk(bytes: Stepping, next: (bytes: Stepping) => Promise<Next>, told: (part: FilePart) => Promise<void>): Promise<Walked> {
  for (let count = 0; count < maxParts; count++) {
    const found = await next(bytes);
    if (typeof found === "string") return found;
    let left = found.size;
    let cut = false;
    await told({
      type: found.type, size: found.size,
      take: async (limit) => {
        if (left < found.size || found.size > limit) return null;
        const data = await bytes.take(found.size);
        left = 0;
        cut = data === null;
        return data;
      },
    });
    if (cut || !(await bytes.skip(left + found.after))) return "damaged";
  }
  return "damaged";
}

async function jpegPart(bytes: Stepping): Promise<Next> {
  const mark = await bytes.take(2);
  let code = mark?.[1] ?? 0;
  if (mark?.[0] !== 0xff) return "damaged";
  // Bytes that fill up before a marker.
  for (let count = 0; code === 0xff && count < 1_000; count++) code = (await bytes.take(1))?.[0] ?? 0;
  if (code === 0xda || code === 0xd9) return "whole";
  if (code === 1 || (code >= 0xd0 && code <= 0xd7)) return { type: "marker", size: 0, after: 0 };
  const length = (await bytes.take(2))?.readUInt16BE(0) ?? 0;
  return length < 2 ? "damaged" : { type: code >= 0xe0 && code <= 0xef ? `APP${code - 0xe0}` : "segment", size: length - 2, after: 0 };
}

async function pngPart(bytes: Stepping): Promise<Next> {
  const head = await bytes.take(8);
  const type = head?.toString("latin1", 4) ?? "";
  if (head === null || !/^[A-Za-z]{4}$/.test(type)) return "damaged";
  return type === "IDAT" || type === "IEND" ? "whole" : { type, size: head.readUInt32BE(0), after: 4 };
}

async function riffPart(bytes: Stepping): Promise<Next> {
  const head = await bytes.take(8);
  if (head === null) return "whole";
  const size = head.readUInt32LE(4);
  return { type: head.toString("latin1", 0, 4), size, after: size % 2 };
}

async function boxPart(bytes: Stepping): Promise<Next> {
  const head = await bytes.take(8);
  if (head === null) return "whole";
  const type = head.toString("latin1", 4);
  const short = head.readUInt32BE(0);
  if (type === "mdat" || short === 0) return "whole";
  const long = short === 1 ? await bytes.take(8) : null;
  const name = type === "uuid" ? await bytes.take(16) : null;
  const size = (short === 1 ? Number(long?.readBigUInt64BE(0) ?? 0n) - 8 : short) - 8 - (name?.length ?? 0);
  if (size < 0 || (short === 1 && long === null) || (type === "uuid" && name === null)) return "damaged";
  return { type: name === null ? type : `uuid:${name.toString("hex")}`, size, after: 0 };
}

const starts = [/^\uFFFD{3}/, /^\uFFFDPNG\r\n/, /^RIFF[^]{2,4}(?:WEBP|WAVE|AVI )/, /^\0\0[^]{1,2}ftyp/];

/** Whether a file begins as one of those whose parts can be told. */
export const hasParts = (head: string): boolean => starts.some((start) => start.test(head));
