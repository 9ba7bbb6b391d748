import { firstBytes } from "../source-file.js";
import type { SourceFile } from "../source-file.js";
import { walkParts } from "../parts.js";

/** The bytes in which the library finds manifests, and in which format it is to look; `bound` if they are also what the manifests are about. */
export interface Holding {
  readonly bytes: Buffer;
  readonly format: string;
  readonly bound: boolean;
}

/** The library holds a file whole. */
const maxBytes = 268_435_456;
const maxManifests = 67_108_864;

/** First bytes of fonts: TrueType, `OTTO`, `true`. */
const fonts = new Set(["00010000", "4f54544f", "74727565"]);

const isManifests = (type: string): boolean => type === "caBX" || type === "C2PA" || type === "uuid:d8fec3d61b0e483c92975828877ec481";

/** The part of a file in which manifests lie, or the whole file; `null` if there are none, `too-large` if the file cannot be held. */
export async function holdingOf(file: SourceFile): Promise<Holding | "too-large" | null> {
  const start = Buffer.from(await firstBytes(file, 4_096));
  if (start.toString("latin1", 4, 8) === "jumb") return whole(file, "application/c2pa", false);
  if (start.toString("latin1", 0, 5) === "%PDF-") return inDocument(file);
  const format = otherFormat(file, start);
  if (format !== null) return searched(file, format);
  if (fonts.has(start.toString("hex", 0, 4))) return inFont(file, start);
  let found = false;
  await walkParts(file, async (part) => {
    if (isManifests(part.type)) found = true;
    if (part.type !== "APP11" || found) return;
    const data = await part.take(65_536);
    // One that is cut off may be of manifests: the library will say.
    found = data === null || (data.toString("latin1", 0, 2) === "JP" && data.includes("c2pa"));
  });
  const known = formatOf(start);
  return found && known !== null ? whole(file, known, true) : null;
}

const brands: Readonly<Record<string, string>> = { avif: "image/avif", avis: "image/avif", heic: "image/heic", heix: "image/heic", mif1: "image/heif", "M4A ": "audio/mp4", "qt  ": "video/quicktime" };
const riffs: Readonly<Record<string, string>> = { WEBP: "image/webp", WAVE: "audio/wav", "AVI ": "video/avi" };

function formatOf(start: Buffer): string | null {
  const text = start.toString("latin1", 0, 12);
  if (text.startsWith("\xff\xd8")) return "image/jpeg";
  if (text.startsWith("\x89PNG")) return "image/png";
  return text.startsWith("RIFF") ? (riffs[text.slice(8)] ?? null) : (brands[text.slice(8)] ?? "video/mp4");
}

async function whole(file: SourceFile, format: string, bound: boolean): Promise<Holding | "too-large"> {
  if (file.size > maxBytes) return "too-large";
  const bytes = Buffer.from(await firstBytes(file, maxBytes + 1));
  return bytes.length > maxBytes ? "too-large" : { bytes, format, bound };
}

/** Files without parts that can be told, and what of manifests stands in them in plain bytes. */
const marks: Readonly<Record<string, string>> = { "image/gif": "\x21\xff\x0bC2PA_GIF", "image/svg+xml": "c2pa:manifest", "audio/mpeg": "c2pa", "image/tiff": "jumdc2pa" };

function otherFormat(file: SourceFile, start: Buffer): string | null {
  const text = start.toString("latin1");
  if (/^GIF8[79]a/.test(text)) return "image/gif";
  if (/^(?:II\*\0|MM\0\*)/.test(text)) return "image/tiff";
  if (text.startsWith("ID3")) return "audio/mpeg";
  if (!/\.svg$/i.test(file.path) && !/^[^<]{0,3}<svg[\s>]/.test(text)) return null;
  return "image/svg+xml";
}

/** A file is looked through as a whole; one too large to be held is told, since nobody knows what is in it. */
async function searched(file: SourceFile, format: string): Promise<Holding | "too-large" | null> {
  const found = await whole(file, format, true);
  return found === "too-large" || found.bytes.includes(marks[format] ?? "", 0, "latin1") ? found : null;
}

/** A document names its manifests in plain text, or in packed objects, where only the library can look. One too large to be looked through is told. */
async function inDocument(file: SourceFile): Promise<Holding | "too-large" | null> {
  if (file.size > maxManifests) return "too-large";
  const found = await whole(file, "application/pdf", true);
  return found === "too-large" || found.bytes.includes("C2PA_Manifest") || found.bytes.includes("/ObjStm") ? found : null;
}

/** The library does not read fonts: their manifests are taken out, and not held against the font. */
async function inFont(file: SourceFile, start: Buffer): Promise<Holding | "too-large" | null> {
  const count = start.length < 12 ? 0 : Math.min(start.readUInt16BE(4), 250);
  const at = Array.from({ length: count }, (_, n) => 12 + 16 * n).find((each) => each + 16 <= start.length && start.toString("latin1", each, each + 4) === "C2PA");
  if (at === undefined) return null;
  const [offset, length] = [start.readUInt32BE(at + 8), start.readUInt32BE(at + 12)];
  if (offset + length > maxManifests) return "too-large";
  const table = Buffer.from(await firstBytes(file, offset + length)).subarray(offset);
  const [from, size] = table.length < 20 ? [0, 0] : [table.readUInt32BE(12), table.readUInt32BE(16)];
  return { bytes: table.subarray(from, from + size), format: "application/c2pa", bound: false };
}
