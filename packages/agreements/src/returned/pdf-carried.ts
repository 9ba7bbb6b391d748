import { inflateSync } from "node:zlib";
import { carriedSchema } from "../document/carried.js";

const mostBytes = 20_000_000;
const mostInflated = 2_000_000;

/** The deal that a PDF has as an attachment; null: none that can be read. Of the pages nothing is read. */
export function pdfCarried(bytes: Uint8Array): string | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (raw.length > mostBytes) return null;
  let found: string | null = null;
  for (let at = raw.indexOf("/EmbeddedFile"); at >= 0; at = raw.indexOf("/EmbeddedFile", at + 1)) {
    const begin = /^[^]{0,1000}?stream\r?\n/.exec(raw.subarray(at, at + 1010).toString("latin1"));
    const end = raw.indexOf("endstream", at);
    if (begin === null || end < 0) continue;
    const body = raw.subarray(at + begin[0].length, end);
    try {
      const text = inflateSync(body, { maxOutputLength: mostInflated }).toString("utf8");
      // The last one was attached last.
      if (text.includes(carriedSchema)) found = text;
    } catch {
      // Another attachment, packed in another way.
    }
  }
  return found;
}
