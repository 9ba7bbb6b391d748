import { crc32 } from "node:zlib";
import { maxText, textOfChunk } from "../png-text.js";
import type { ImageText } from "../png-text.js";
import type { SourceFile } from "../source-file.js";
import { Stepping } from "../stepping.js";

export type ImageTexts = { readonly texts: readonly ImageText[] } | { readonly fault: "damaged" | "too-large"; readonly detail: string };

const signature = "\x89PNG\r\n\x1a\n";
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
