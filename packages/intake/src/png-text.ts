import { inflateSync } from "node:zlib";

/** A text of an image: its keyword and what stands under it. */
export interface ImageText {
  readonly key: string;
  readonly text: string;
}

export const maxText = 8_388_608;

const latin = (bytes: Buffer | null): string => bytes?.toString("latin1") ?? "";

/** `tEXt` is Latin-1 by the standard, yet generators write UTF-8 into it; `iTXt` is UTF-8. */
export function textOfChunk(type: string, data: Buffer): ImageText | null {
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
