import { crc32, inflateSync } from "node:zlib";
import type { SourceFile } from "../source-file.js";
import { Stepping } from "../stepping.js";

/** A text of an image: its keyword and what stands under it. */
export interface ImageText {
  readonly key: string;
  readonly text: string;
}

export type ImageTexts = { readonly texts: readonly ImageText[] } | { readonly fault: "damaged" | "too-large"; readonly detail: string };

const signature = "\x89PNG\r\n\x1a\n";
const maxText = 8_388_608;
const maxTexts = 32_768_000;
const maxChunks = 1_000_000;

const isText = (type: string): boolean => type === "tEXt" || type === "zTXt" || type === "iTXt";

/**
 * The texts of a PNG file, chunk by chunk: pixels are stepped over and never held, compressed texts are bounded. All or nothing: a file that is cut
 * off or damaged gives none of its texts.
 */
export async function pngTexts(file: SourceFile): Promise<ImageTexts> {
  const bytes = new Stepping(file.chunks());
  try {
    if (latin(await bytes.take(8)) !== signature) return { fault: "damaged", detail: "the file does not begin as PNG does" };
    const texts: ImageText[] = [];
    let held = 0;
    for (let count = 0; count < maxChunks; count++) {
      const head = await bytes.take(8);
      const [length, type] = [head === null ? 0 : head.readUInt32BE(0), latin(head?.subarray(4) ?? null)];
      if (head === null || !/^[A-Za-z]{4}$/.test(type)) return { fault: "damaged", detail: "the file ends or is damaged between two chunks" };
      if (!isText(type)) {
        if (!(await bytes.skip(length + 4))) return { fault: "damaged", detail: "the file ends in the middle of a chunk" };
      } else {
        if (length > maxText || (held += length) > maxTexts) return { fault: "too-large", detail: `texts of more than ${maxText} bytes` };
        const data = await bytes.take(length);
        const sum = await bytes.take(4);
        if (data === null || sum === null) return { fault: "damaged", detail: "the file ends in the middle of a text" };
        if (sum.readUInt32BE(0) !== crc32(data, crc32(type))) return { fault: "damaged", detail: "a text whose checksum is wrong" };
        const text = textOfChunk(type, data);
        if (text === null) return { fault: "damaged", detail: "a text that is none, or that unpacks to more than is read" };
        texts.push(text);
      }
      if (type === "IEND") return { texts };
    }
    return { fault: "too-large", detail: `more than ${maxChunks} chunks` };
  } finally {
    await bytes.end();
  }
}

const latin = (bytes: Buffer | null): string => bytes?.toString("latin1") ?? "";

/** `tEXt` is Latin-1 by the standard, yet generators write UTF-8 into it; `iTXt` is UTF-8. */
function textOfChunk(type: string, data: Buffer): ImageText | null {
  const end = data.indexOf(0);
  if (end < 1 || end > 79) return null;
  const key = latin(data.subarray(0, end));
  const rest = data.subarray(end + 1);
  if (type === "tEXt") return { key, text: decoded(rest) };
  if (type === "zTXt") return unpacked(key, rest.subarray(1));
  const language = rest.indexOf(0, 2);
  const translated = language === -1 ? -1 : rest.indexOf(0, language + 1);
  if (translated === -1) return null;
  const body = rest.subarray(translated + 1);
  return rest[0] === 1 ? unpacked(key, body) : { key, text: decoded(body) };
}

function decoded(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  return text.includes("\uFFFD") ? bytes.toString("latin1") : text;
}

function unpacked(key: string, bytes: Buffer): ImageText | null {
  try {
    return { key, text: decoded(inflateSync(bytes, { maxOutputLength: maxText })) };
  } catch {
    // The library's only way of saying that the bytes are damaged or unpack to more than the limit.
    return null;
  }
}
