import { crc32 } from "node:zlib";

const chunk = (type: string, data: Uint8Array): Buffer => {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(data, crc32(type)));
  return Buffer.concat([length, Buffer.from(type), data, sum]);
};

/** An image without pixels that has these chunks, for tests. */
export const pngOf = (...chunks: readonly (readonly [type: string, data: Uint8Array | string])[]): Buffer =>
  Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", Buffer.alloc(13)), ...chunks.map(([type, data]) => chunk(type, Buffer.from(data))), chunk("IEND", Buffer.alloc(0))]);

/** An image with texts by their keywords. */
export const pngWith = (texts: Readonly<Record<string, string>>): Buffer => pngOf(...Object.entries(texts).map(([key, text]) => ["tEXt", `${key}\0${text}`] as const));
