import { isAscii, isUtf8 } from "node:buffer";
import { identifyText, type Identification, type Knowledge } from "@cleartitle/catalogue";
import { problem, type Problem } from "@cleartitle/norms";
import { hintOf, type SourceFile } from "./source-file.js";

/** What the licenses in one file are, or why it was not read. */
export interface IdentifiedFile {
  readonly file: string;
  readonly licenses: readonly Identification[];
  /** Why the file was passed over; null where it was read. */
  readonly skipped: string | null;
  readonly problems: readonly Problem[];
}

/** No license is longer, and no README that has one. */
const maxBytes = 4_194_304;
const headBytes = 8192;

/** Reads at most so many bytes; whether there are more is in `whole`. */
async function bytesOf(file: SourceFile, limit: number): Promise<{ readonly bytes: Buffer; readonly whole: boolean }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const isMore = (piece: Uint8Array): boolean => {
    length += piece.length;
    pieces.push(length > limit ? piece.subarray(0, piece.length - (length - limit)) : piece);
    return length <= limit;
  };
  const chunks = file.chunks();
  // What is at hand is not waited for.
  if (Symbol.iterator in chunks) {
    for (const piece of chunks) if (!isMore(piece)) break;
  } else for await (const piece of chunks) if (!isMore(piece)) break;
  return { bytes: pieces.length === 1 ? Buffer.from(pieces[0]!.buffer, pieces[0]!.byteOffset, pieces[0]!.byteLength) : Buffer.concat(pieces), whole: length <= limit };
}

const byteOrderMark = 0xfeff;
const pieceBytes = 512;
const mostOddPieces = 16;

/** The text of UTF-8. Most text has few letters beyond ASCII, and to read it all as if it had many takes ten times as long as to read by themselves the pieces that do. */
function textOfUtf8(bytes: Buffer): string {
  let text = "";
  let [from, at, odd] = [0, 0, 0];
  while (at < bytes.length && odd < mostOddPieces) {
    let end = Math.min(bytes.length, at + pieceBytes);
    if (!isAscii(bytes.subarray(at, end))) {
      // No letter is divided.
      while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end++;
      text += bytes.toString("latin1", from, at) + bytes.toString("utf8", at, end);
      from = end;
      odd++;
    }
    at = end;
  }
  text += odd < mostOddPieces ? bytes.toString("latin1", from) : bytes.toString("utf8", from);
  return text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
}

/** The text of the bytes; where they are no UTF-8, as Windows-1252, in which every byte is a letter or a sign. */
function decoded(bytes: Buffer): { readonly text: string; readonly utf8: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), utf8: true };
  if (isAscii(bytes)) return { text: bytes.toString("latin1"), utf8: true };
  return isUtf8(bytes) ? { text: textOfUtf8(bytes), utf8: true } : { text: new TextDecoder("windows-1252").decode(bytes), utf8: false };
}

const isBinary = (bytes: Buffer): boolean => !(bytes[0] === 0xff && bytes[1] === 0xfe) && bytes.subarray(0, headBytes).includes(0);

/** The bytes of a file, up to one more than are looked at. */
export interface FileBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly whole: boolean;
}

const passed = (file: string, skipped: string, problems: readonly Problem[] = []): IdentifiedFile => ({ file, licenses: [], skipped, problems });

/** Reads as much of a file as is looked at; where it cannot be read, what is to be said of it. */
export async function readToIdentify(file: SourceFile): Promise<FileBytes | IdentifiedFile> {
  try {
    return { path: file.path, ...(await bytesOf(file, maxBytes)) };
  } catch (error) {
    return passed(file.path, "it cannot be read", [problem("io", `cannot read \`${file.path}\``, { file: file.path, hint: hintOf(error) })]);
  }
}

/** Names the licenses in the bytes of a file. */
export function identifyBytes(read: FileBytes, knowledge: Knowledge): IdentifiedFile {
  const { path } = read;
  const bytes = Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.byteLength);
  if (isBinary(bytes)) return passed(path, "no text: it holds bytes of value 0");
  if (!read.whole) return passed(path, "too large", [problem("too-large", `a file of more than ${maxBytes} bytes`, { file: path, hint: "it was passed over; a license text is shorter" })]);
  const { text, utf8 } = decoded(bytes);
  const problems = utf8 ? [] : [problem("format-syntax", "bytes that are no UTF-8", { file: path, hint: "it was read as Windows-1252; write it as UTF-8" })];
  return { file: path, licenses: identifyText(text.includes("\r") ? text.replaceAll("\r\n", "\n") : text, path, knowledge), skipped: null, problems };
}

/** Names the licenses in a file. What is no text is passed over; what cannot be read, or not as it should be, is a problem. */
export async function identifyFile(file: SourceFile, knowledge: Knowledge): Promise<IdentifiedFile> {
  const read = await readToIdentify(file);
  return "bytes" in read ? identifyBytes(read, knowledge) : read;
}
