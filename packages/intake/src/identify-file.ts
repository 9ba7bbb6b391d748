import { isAscii } from "node:buffer";
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

const strict = new TextDecoder("utf-8", { fatal: true });

/** Reads at most so many bytes; whether there are more is in `whole`. */
async function bytesOf(file: SourceFile, limit: number): Promise<{ readonly bytes: Buffer; readonly whole: boolean }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.chunks()) {
    length += piece.length;
    pieces.push(length > limit ? piece.subarray(0, piece.length - (length - limit)) : piece);
    if (length > limit) return { bytes: Buffer.concat(pieces), whole: false };
  }
  return { bytes: pieces.length === 1 ? Buffer.from(pieces[0]!.buffer, pieces[0]!.byteOffset, pieces[0]!.byteLength) : Buffer.concat(pieces), whole: true };
}

/** The text of the bytes; where they are no UTF-8, as Windows-1252, in which every byte is a letter or a sign. */
function decoded(bytes: Buffer): { readonly text: string; readonly utf8: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), utf8: true };
  if (isAscii(bytes)) return { text: bytes.toString("latin1"), utf8: true };
  try {
    return { text: strict.decode(bytes), utf8: true };
  } catch {
    // The decoder's only way of saying that the bytes are no UTF-8.
    return { text: new TextDecoder("windows-1252").decode(bytes), utf8: false };
  }
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
  return { file: path, licenses: identifyText(text.replaceAll("\r\n", "\n"), path, knowledge), skipped: null, problems };
}

/** Names the licenses in a file. What is no text is passed over; what cannot be read, or not as it should be, is a problem. */
export async function identifyFile(file: SourceFile, knowledge: Knowledge): Promise<IdentifiedFile> {
  const read = await readToIdentify(file);
  return "bytes" in read ? identifyBytes(read, knowledge) : read;
}
